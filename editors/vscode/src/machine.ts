/** This machine, as `locate` asks about it, and programs that are run to their end. */

import { execFile } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";

import type { Command, Machine } from "./locate";

const PATIENCE = 20_000; // milliseconds; the first start of Python may be slow

/** What a program left behind. `code` is undefined where it could not be started or was ended. */
export interface Outcome {
  readonly code: number | undefined;
  readonly errors: string;
}

/** Runs a program, without input, in a folder. Never rejects. */
export function run(file: string, args: readonly string[], folder: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { cwd: folder, timeout: PATIENCE, windowsHide: true };
    const child = execFile(file, args, options, (error, _, errors) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : undefined;
      resolve({ code, errors: errors.trim() || (error !== null && code === undefined ? error.message : "") });
    });
    child.stdin?.end();
  });
}

/** Why the server doesn't start: what it says when it is given nothing to serve. Empty where that is nothing. */
export async function whyNotStarted(command: Command): Promise<string> {
  const { errors } = await run(command.file, [...command.args, "lsp"], os.homedir());
  return errors.split(/\r?\n/).at(-1)?.replace(/^jlint: /, "") ?? "";
}

export const thisMachine: Machine = {
  platform: process.platform,
  home: os.homedir(),
  get searchPath() {
    return process.env["PATH"] ?? "";
  },
  isExecutable(file) {
    try {
      fs.accessSync(file, fs.constants.X_OK);
      return fs.statSync(file).isFile();
    } catch {
      return false;
    }
  },
  realPath(file) {
    try {
      return fs.realpathSync.native(file);
    } catch {
      return file;
    }
  },
  async hasModule(python) {
    const question = "import importlib.util, sys; sys.exit(importlib.util.find_spec('jlint') is None)";
    return (await run(python, ["-P", "-c", question], os.homedir())).code === 0;
  },
};
