import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { after, before, describe, it } from "node:test";

import { run, thisMachine, whyNotStarted } from "../machine";

describe("this machine", { skip: process.platform === "win32" ? "scripts of the shell are needed" : false }, () => {
  let folder: string;

  before(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "jlint-")));
  });
  after(() => fs.rmSync(folder, { recursive: true }));

  function script(name: string, text: string, mode = 0o755): string {
    const file = path.join(folder, name);
    fs.writeFileSync(file, `#!/bin/sh\n${text}\n`, { mode });
    return file;
  }

  it("tells programs from folders, other files and nothing", () => {
    assert.equal(thisMachine.isExecutable(script("program", "exit 0")), true);
    assert.equal(thisMachine.isExecutable(script("text", "exit 0", 0o644)), false);
    assert.equal(thisMachine.isExecutable(folder), false);
    assert.equal(thisMachine.isExecutable(path.join(folder, "nothing")), false);
  });

  it("follows links, and stays where there is nothing", () => {
    const program = script("target", "exit 0");
    const link = path.join(folder, "link");
    fs.symlinkSync(program, link);
    assert.equal(thisMachine.realPath(link), program);
    assert.equal(thisMachine.realPath(path.join(folder, "nothing")), path.join(folder, "nothing"));
  });

  it("asks an interpreter for the module", async () => {
    assert.equal(await thisMachine.hasModule(script("with", "exit 0")), true);
    assert.equal(await thisMachine.hasModule(script("without", "exit 1")), false);
    assert.equal(await thisMachine.hasModule(path.join(folder, "nothing")), false);
  });

  it("runs a program in a folder, without input", async () => {
    const program = script("reads", 'cat; pwd >&2; test "$1" = "a b" && exit 3');
    assert.deepEqual(await run(program, ["a b"], folder), { code: 3, errors: folder });
  });

  it("tells why a program can't be started", async () => {
    const outcome = await run(path.join(folder, "nothing"), [], folder);
    assert.equal(outcome.code, undefined);
    assert.match(outcome.errors, /ENOENT/);
  });

  it("tells the last thing that the server says before it ends", async () => {
    const text = "jlint lsp needs pygls; pip install '.[lsp]' installs it";
    const file = script("jlint", `test "$*" = lsp && echo warning >&2 && echo "jlint: ${text}" >&2; exit 2`);
    assert.equal(await whyNotStarted({ file, args: [], from: "PATH" }), text);
  });
});
