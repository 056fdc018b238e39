import * as vscode from "vscode";

import { checkAllFiles, createConfiguration } from "./commands";
import { onChosen } from "./interpreters";
import { selector } from "./selector";
import { Server } from "./server";

let server: Server | undefined;

/** Registers everything. The server starts with the first document that is its business. */
export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel("jlint", { log: true });
  const status = vscode.languages.createLanguageStatusItem("jlint", documents());
  status.name = "jlint";
  status.text = "jlint";
  status.command = { command: "jlint.showOutput", title: vscode.l10n.t("Show Output") };
  const running = (server = new Server(output, status));

  let isNeeded = false;
  const look = (document: vscode.TextDocument): void => {
    if (!isNeeded && vscode.languages.match(documents(), document)) {
      isNeeded = true;
      void running.start();
    }
  };
  const restart = (): void => {
    isNeeded = true;
    void running.restart();
  };
  const restartIfNeeded = (): void => {
    if (isNeeded) {
      restart();
    }
  };
  const { commands, workspace } = vscode;
  context.subscriptions.push(
    output,
    status,
    running,
    commands.registerCommand("jlint.restart", restart),
    commands.registerCommand("jlint.showOutput", () => output.show()),
    commands.registerCommand("jlint.checkAllFiles", () => {
      isNeeded = true;
      return checkAllFiles(running);
    }),
    commands.registerCommand("jlint.createConfiguration", () => createConfiguration(running)),
    workspace.onDidOpenTextDocument(look),
    workspace.onDidGrantWorkspaceTrust(restartIfNeeded),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("jlint.languages")) {
        status.selector = documents();
      }
      if (change.affectsConfiguration("jlint.path") || change.affectsConfiguration("jlint.languages")) {
        restartIfNeeded();
        workspace.textDocuments.forEach(look);
      }
    }),
  );
  void onChosen(() => {
    if (workspace.isTrusted) {
      restartIfNeeded();
    }
  }).then((listener) => listener && context.subscriptions.push(listener));
  workspace.textDocuments.forEach(look);
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}

function documents(): vscode.DocumentSelector {
  return selector(vscode.workspace.getConfiguration("jlint").get<string[]>("languages", []));
}
