/** The server of a window: found, started, ended. */

import * as os from "node:os";
import * as vscode from "vscode";
import {
  CloseAction,
  ErrorAction,
  ExecuteCommandRequest,
  LanguageClient,
  RevealOutputChannelOn,
  type LanguageClientOptions,
} from "vscode-languageclient/node";

import { chosenInterpreters } from "./interpreters";
import { locate, type Command, type Missing } from "./locate";
import { thisMachine, whyNotStarted } from "./machine";
import { selector } from "./selector";

const { t } = vscode.l10n;
const INSTALL = "python -m pip install '.[lsp]'";
const MOST_CRASHES = 4; // within CRASH_PERIOD; then the server stays down
const CRASH_PERIOD = 180_000; // milliseconds

/** A client that leaves it to `Server` to tell people what went wrong, in their language and once. */
class Client extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** Looks for jlint as this window allows. */
export function find(): Promise<Command | Missing> {
  return locate(
    {
      isTrusted: vscode.workspace.isTrusted,
      folders: (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath),
      configured: vscode.workspace.getConfiguration("jlint").get("path", ""),
      interpreters: chosenInterpreters,
    },
    thisMachine,
  );
}

/** The server, whether it runs or not. Starts and stops follow one another, however fast they are asked for. */
export class Server implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private queue: Promise<void> = Promise.resolve();
  private crashes: number[] = [];

  constructor(
    private readonly output: vscode.LogOutputChannel,
    private readonly status: vscode.LanguageStatusItem,
  ) {}

  /** Starts the server unless it runs. */
  start(): Promise<void> {
    return this.after(() => (this.client ? Promise.resolve() : this.begin()));
  }

  /** Ends the server, if it runs, and starts it anew. */
  restart(): Promise<void> {
    return this.after(async () => {
      await this.end();
      this.crashes = [];
      await this.begin();
    });
  }

  /** Ends the server. */
  stop(): Promise<void> {
    return this.after(() => this.end());
  }

  dispose(): void {
    void this.stop();
  }

  /** Has the server do a command, and returns its answer; undefined where there is no server. */
  async execute(command: string): Promise<unknown> {
    await this.start();
    return this.client?.sendRequest(ExecuteCommandRequest.type, { command, arguments: [] });
  }

  private after(work: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(work).catch((error: unknown) => this.output.error(String(error)));
    return this.queue;
  }

  private async end(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await client?.dispose().catch((error: unknown) => this.output.warn(String(error)));
  }

  private async begin(): Promise<void> {
    this.show(t("starting"), true);
    const command = await find();
    if (command === "nowhere" || "configured" in command) {
      this.missing(command);
      return;
    }
    this.output.info([command.file, ...command.args, "lsp"].join(" "));
    const client = this.made(command);
    try {
      await client.start();
      this.client = client;
      const version = client.initializeResult?.serverInfo?.version ?? "";
      this.status.text = `jlint ${version}`.trim();
      this.show(command.file);
    } catch (error) {
      this.output.error(String(error));
      await client.dispose().catch(() => undefined);
      const why = (await whyNotStarted(command)) || String(error);
      this.fail(t("The server of jlint doesn't start: {0}", why));
    }
  }

  private made(command: Command): LanguageClient {
    const configuration = vscode.workspace.getConfiguration("jlint");
    let isStarted = false;
    const options: LanguageClientOptions = {
      documentSelector: selector(configuration.get<string[]>("languages", [])),
      outputChannel: this.output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      synchronize: { configurationSection: "jlint" },
      initializationOptions: { ...configuration },
      diagnosticPullOptions: { onChange: true, onSave: true },
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          const isToRestart = isStarted && this.mayRestart();
          if (isStarted && !isToRestart) {
            this.client = undefined;
            this.fail(t("The server of jlint ended again and again. It is not started any more."));
          }
          return { action: isToRestart ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true };
        },
      },
    };
    // a folder that isn't trusted may hold programs that Windows would find there before those on PATH
    const folder = vscode.workspace.isTrusted ? vscode.workspace.workspaceFolders?.[0]?.uri.fsPath : undefined;
    const executable = {
      command: command.file,
      args: [...command.args, "lsp"],
      options: { cwd: folder ?? os.homedir() },
    };
    const client = new Client("jlint", "jlint", executable, options);
    client.onDidChangeState(() => {
      isStarted ||= client.isRunning();
    });
    return client;
  }

  private mayRestart(): boolean {
    const now = Date.now();
    this.crashes = [...this.crashes.filter((time) => now - time < CRASH_PERIOD), now];
    return this.crashes.length <= MOST_CRASHES;
  }

  private missing(what: Missing): void {
    if (what !== "nowhere") {
      this.fail(t("The setting jlint.path leads to no program: {0}", what.configured));
      return;
    }
    const where = vscode.workspace.isTrusted
      ? t("jlint is neither in this workspace's Python environment nor on PATH.")
      : t("jlint is not on PATH. This folder isn't trusted, so its own environments are not looked at.");
    this.fail(`${where} ${t("To install it, in the folder of jlint: {0}", INSTALL)}`, true);
  }

  private fail(message: string, canBeInstalled = false): void {
    this.show(message, false, vscode.LanguageStatusSeverity.Error);
    this.output.error(message);
    const copy = t("Copy the Command");
    const settings = t("Open Settings");
    const show = t("Show Output");
    const choices = canBeInstalled ? [copy, settings] : [show, settings];
    void vscode.window.showErrorMessage(message, ...choices).then((choice) => {
      if (choice === copy) {
        void vscode.env.clipboard.writeText(INSTALL);
      } else if (choice === settings) {
        void vscode.commands.executeCommand("workbench.action.openSettings", "jlint.");
      } else if (choice === show) {
        this.output.show();
      }
    });
  }

  private show(detail: string, busy = false, severity = vscode.LanguageStatusSeverity.Information): void {
    this.status.detail = detail;
    this.status.busy = busy;
    this.status.severity = severity;
  }
}
