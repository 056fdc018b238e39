/** The commands of the palette that need more than the server. */

import * as vscode from "vscode";

import { find, type Server } from "./server";
import { run } from "./machine";

const { t } = vscode.l10n;

/** Checks all files of the workspace and says what that comes to; the findings are among the problems. */
export async function checkAllFiles(server: Server): Promise<void> {
  const result = (await server.execute("jlint.checkWorkspace")) as { files: number; findings: number } | undefined;
  if (!result) {
    return; // why there is no server was said already
  }
  const show = t("Show Problems");
  const message = t("Files checked: {0}, findings: {1}", result.files, result.findings);
  if ((await vscode.window.showInformationMessage(message, ...(result.findings ? [show] : []))) === show) {
    await vscode.commands.executeCommand("workbench.actions.view.problems");
  }
}

/** Has jlint write a rules.yaml in a folder of the workspace, and opens it. One that is there is only opened. */
export async function createConfiguration(server: Server): Promise<void> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0];
  if (!folder || !vscode.workspace.isTrusted) {
    return;
  }
  const command = await find();
  if (command === "nowhere" || "configured" in command) {
    await server.restart(); // which says what is missing
    return;
  }
  const language =
    vscode.workspace.getConfiguration("jlint", folder).get<string | null>("lang") ??
    (vscode.env.language.startsWith("ja") ? "ja" : "en");
  const outcome = await run(command.file, [...command.args, "init", "--lang", language], folder.uri.fsPath);
  if (outcome.code !== 0) {
    void vscode.window.showWarningMessage(outcome.errors.replace(/^jlint: /, "") || t("jlint init failed"));
  }
  for (const name of ["rules.yaml", ".jlint.yaml"]) {
    try {
      const uri = vscode.Uri.joinPath(folder.uri, name);
      await vscode.workspace.fs.stat(uri);
      await vscode.window.showTextDocument(uri);
      return;
    } catch {
      continue;
    }
  }
}
