import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { describe, it } from "node:test";

import { selector } from "../selector";

const ROOT = path.join(__dirname, "..", "..");

type Texts = Readonly<Record<string, string>>;

function read(name: string): string {
  return fs.readFileSync(path.join(ROOT, name), "utf-8");
}

function texts(name: string): Texts {
  return JSON.parse(read(name)) as Texts;
}

function sources(): string {
  const names = fs.readdirSync(path.join(ROOT, "src")).filter((name) => name.endsWith(".ts"));
  return names.map((name) => read(path.join("src", name))).join("\n");
}

describe("the texts of package.json", () => {
  const used = [...read("package.json").matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]);

  for (const name of ["package.nls.json", "package.nls.ja.json"]) {
    it(`are all in ${name}, and no others`, () => {
      assert.deepEqual(Object.keys(texts(name)).sort(), [...new Set(used)].sort());
    });
  }

  it("are in Japanese where they should be", () => {
    for (const text of Object.values(texts("package.nls.ja.json"))) {
      assert.match(text, /[ぁ-んァ-ヶ]/);
    }
  });
});

describe("the messages of the extension", () => {
  const used = [...sources().matchAll(/\bt\(\s*"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]);
  const translated = texts("l10n/bundle.l10n.ja.json");

  it("are all translated, and no others", () => {
    assert.ok(used.length > 10);
    assert.deepEqual(Object.keys(translated).sort(), [...new Set(used)].sort());
  });

  it("keep their places for what is put into them", () => {
    const places = (text: string): string[] => (text.match(/\{\d\}/g) ?? []).sort();
    for (const [english, japanese] of Object.entries(translated)) {
      assert.deepEqual(places(japanese), places(english));
    }
  });
});

describe("package.json", () => {
  const manifest = JSON.parse(read("package.json")) as {
    contributes: {
      commands: { command: string }[];
      configuration: { properties: Record<string, { markdownDescription: string }> };
    };
    capabilities: { untrustedWorkspaces: { supported: string; restrictedConfigurations: string[] } };
  };

  it("has the commands that are registered", () => {
    const registered = [...sources().matchAll(/registerCommand\("([\w.]+)"/g)].map((match) => match[1]);
    assert.deepEqual(manifest.contributes.commands.map((each) => each.command).sort(), registered.sort());
  });

  it("keeps settings with paths from folders that aren't trusted", () => {
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    const paths = Object.entries(manifest.contributes.configuration.properties)
      .filter(([, each]) => texts("package.nls.json")[each.markdownDescription.slice(1, -1)]?.startsWith("The path of"))
      .map(([name]) => name);
    assert.equal(supported, "limited");
    assert.deepEqual(restrictedConfigurations.sort(), paths.sort());
  });
});

describe("the documents", () => {
  it("are files and new texts in the languages, and configurations", () => {
    assert.deepEqual(selector(["markdown", "markdown"]), [
      { scheme: "file", language: "markdown" },
      { scheme: "untitled", language: "markdown" },
      { scheme: "file", pattern: "**/{rules.yaml,.jlint.yaml}" },
    ]);
  });
});
