/** Where jlint is. Nothing here knows VS Code, so that it can be tested without it. */

import * as path from "node:path";

/** What is asked of the machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** The value of PATH. */
  readonly searchPath: string;
  /** Whether there is a file that can be run. */
  isExecutable(file: string): boolean;
  /** The file without symbolic links; itself where that can't be told. */
  realPath(file: string): string;
  /** Whether this interpreter can import jlint. Starts it. */
  hasModule(python: string): Promise<boolean>;
}

/** What is known of the window. */
export interface Workspace {
  readonly isTrusted: boolean;
  readonly folders: readonly string[];
  /** The setting `jlint.path`. */
  readonly configured: string;
  /** Asks for the interpreters that are chosen for the workspace, the likeliest first. */
  interpreters(): Promise<readonly string[]>;
}

/** How jlint is started, and where it was found. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly from: "setting" | "interpreter" | "PATH";
}

/** Nothing to start: a path in the settings leads nowhere, or there is no jlint at all. */
export type Missing = { readonly configured: string } | "nowhere";

/**
 * Finds jlint: where the setting says, else in the workspace's interpreter, else on PATH.
 *
 * A folder that isn't trusted decides nothing: neither its settings nor its environments count, and on PATH only what
 * lies outside of it does.
 */
export async function locate(workspace: Workspace, machine: Machine): Promise<Command | Missing> {
  if (!workspace.isTrusted) {
    return onPath(machine, workspace.folders) ?? "nowhere";
  }
  if (workspace.configured.trim()) {
    const named = configuredPaths(workspace, machine).find((file) => machine.isExecutable(file));
    return named ? { file: named, args: [], from: "setting" } : { configured: workspace.configured };
  }
  const chosen = await workspace.interpreters();
  const usual = workspace.folders.flatMap((folder) => usualInterpreters(folder, machine.platform));
  return (await inInterpreters([...new Set([...chosen, ...usual])], machine)) ?? onPath(machine, []) ?? "nowhere";
}

function pathsOf(machine: Machine): path.PlatformPath {
  return machine.platform === "win32" ? path.win32 : path.posix;
}

function scriptName(machine: Machine): string {
  return machine.platform === "win32" ? "jlint.exe" : "jlint";
}

function configuredPaths(workspace: Workspace, machine: Machine): string[] {
  const paths = pathsOf(machine);
  const given = workspace.configured.trim().replace(/^~(?=$|[/\\])/, () => machine.home);
  if (given.includes("${workspaceFolder}")) {
    return workspace.folders.map((folder) => paths.normalize(given.replaceAll("${workspaceFolder}", () => folder)));
  }
  return paths.isAbsolute(given) ? [given] : workspace.folders.map((folder) => paths.join(folder, given));
}

function usualInterpreters(folder: string, platform: NodeJS.Platform): string[] {
  const names = [".venv", "venv"];
  return platform === "win32"
    ? names.map((name) => path.win32.join(folder, name, "Scripts", "python.exe"))
    : names.map((name) => path.posix.join(folder, name, "bin", "python"));
}

async function inInterpreters(interpreters: readonly string[], machine: Machine): Promise<Command | undefined> {
  const paths = pathsOf(machine);
  for (const python of interpreters) {
    if (!machine.isExecutable(python)) {
      continue;
    }
    const beside = paths.dirname(python);
    // an installation of Python on Windows, and one of conda's there, has its scripts in a folder below
    const folders = machine.platform === "win32" ? [beside, paths.join(beside, "Scripts")] : [beside];
    const script = folders.map((folder) => paths.join(folder, scriptName(machine))).find(machine.isExecutable);
    if (script) {
      return { file: script, args: [], from: "interpreter" };
    }
    if (await machine.hasModule(python)) {
      // -P: a folder of the workspace that is called jlint is not to be imported
      return { file: python, args: ["-P", "-m", "jlint"], from: "interpreter" };
    }
  }
  return undefined;
}

function onPath(machine: Machine, besides: readonly string[]): Command | undefined {
  const paths = pathsOf(machine);
  for (const entry of machine.searchPath.split(paths.delimiter)) {
    const folder = entry.replace(/^"(.*)"$/, "$1");
    if (!paths.isAbsolute(folder)) {
      continue; // "." and the like hang on where VS Code was started
    }
    const file = paths.join(folder, scriptName(machine));
    if (machine.isExecutable(file) && !besides.some((outer) => isInside(file, outer, machine))) {
      return { file, args: [], from: "PATH" };
    }
  }
  return undefined;
}

function isInside(file: string, folder: string, machine: Machine): boolean {
  const paths = pathsOf(machine);
  const outer = [folder, machine.realPath(folder)];
  // the folder of a link counts as well as what the link leads to: who can write there can exchange the link
  const inner = [file, machine.realPath(file), paths.join(machine.realPath(paths.dirname(file)), paths.basename(file))];
  return outer.some((from) =>
    inner.some((to) => {
      const relative = paths.relative(from, to);
      return relative !== ".." && !relative.startsWith(`..${paths.sep}`) && !paths.isAbsolute(relative);
    }),
  );
}
