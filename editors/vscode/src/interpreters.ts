/** The Python environments that are chosen for the workspace, as the Python extension knows them. */

import * as vscode from "vscode";

const PYTHON = "ms-python.python";
const PATIENCE = 5_000; // milliseconds; the Python extension may be looking for environments still

interface Environments {
  getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string };
  resolveEnvironment(
    environment: unknown,
  ): Promise<{ readonly executable?: { readonly uri?: vscode.Uri } } | undefined>;
  readonly onDidChangeActiveEnvironmentPath: vscode.Event<unknown>;
}

async function environments(): Promise<Environments | undefined> {
  const extension = vscode.extensions.getExtension<{ readonly environments?: Environments }>(PYTHON);
  try {
    return extension && (await extension.activate()).environments;
  } catch {
    return undefined;
  }
}

/** The interpreters of the workspace's folders; none where there is no Python extension. */
export async function chosenInterpreters(): Promise<readonly string[]> {
  const late = new Promise<readonly string[]>((resolve) => setTimeout(() => resolve([]), PATIENCE));
  return Promise.race([asked(), late]);
}

async function asked(): Promise<readonly string[]> {
  const known = await environments();
  if (known === undefined) {
    return [];
  }
  const found: string[] = [];
  for (const folder of vscode.workspace.workspaceFolders ?? [undefined]) {
    try {
      const environment = await known.resolveEnvironment(known.getActiveEnvironmentPath(folder?.uri));
      const python = environment?.executable?.uri?.fsPath;
      if (python !== undefined) {
        found.push(python);
      }
    } catch {
      continue; // an environment that is gone
    }
  }
  return found;
}

/** Calls `then` whenever another interpreter is chosen. */
export async function onChosen(then: () => void): Promise<vscode.Disposable | undefined> {
  return (await environments())?.onDidChangeActiveEnvironmentPath(then);
}
