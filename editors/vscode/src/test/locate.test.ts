import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { locate, type Machine, type Workspace } from "../locate";

interface Given extends Partial<Pick<Machine, "platform" | "searchPath" | "home">> {
  readonly files?: readonly string[];
  readonly links?: Readonly<Record<string, string>>;
  readonly withModule?: readonly string[];
}

function machine(given: Given): Machine & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    platform: given.platform ?? "linux",
    home: given.home ?? "/home/me",
    searchPath: given.searchPath ?? "",
    isExecutable: (file) => (given.files ?? []).includes(file),
    realPath: (file) => given.links?.[file] ?? file,
    hasModule: async (python) => {
      asked.push(python);
      return (given.withModule ?? []).includes(python);
    },
    asked,
  };
}

function workspace(given: Partial<Workspace> & { chosen?: readonly string[] } = {}): Workspace {
  return {
    isTrusted: true,
    folders: ["/blog"],
    configured: "",
    interpreters: async () => given.chosen ?? [],
    ...given,
  };
}

const untrusted = (given: Partial<Workspace> = {}): Workspace =>
  workspace({
    isTrusted: false,
    interpreters: () => Promise.reject(new Error("a folder that isn't trusted was asked for its interpreter")),
    ...given,
  });

describe("the workspace's interpreter", () => {
  it("comes before PATH", async () => {
    const files = ["/env/bin/python", "/env/bin/jlint", "/usr/bin/jlint"];
    const found = await locate(workspace({ chosen: ["/env/bin/python"] }), machine({ files, searchPath: "/usr/bin" }));
    assert.deepEqual(found, { file: "/env/bin/jlint", args: [], from: "interpreter" });
  });

  it("is .venv where none is chosen", async () => {
    const files = ["/blog/.venv/bin/python", "/blog/.venv/bin/jlint"];
    const found = await locate(workspace(), machine({ files }));
    assert.deepEqual(found, { file: "/blog/.venv/bin/jlint", args: [], from: "interpreter" });
  });

  it("that is chosen comes before .venv", async () => {
    const files = ["/blog/.venv/bin/python", "/blog/.venv/bin/jlint", "/env/bin/python", "/env/bin/jlint"];
    const found = await locate(workspace({ chosen: ["/env/bin/python"] }), machine({ files }));
    assert.deepEqual(found, { file: "/env/bin/jlint", args: [], from: "interpreter" });
  });

  it("without jlint leaves it to the next one, and to PATH", async () => {
    const files = ["/env/bin/python", "/blog/.venv/bin/python", "/usr/bin/jlint"];
    const asking = machine({ files, searchPath: "/usr/bin" });
    assert.deepEqual(await locate(workspace({ chosen: ["/env/bin/python"] }), asking), {
      file: "/usr/bin/jlint",
      args: [],
      from: "PATH",
    });
    assert.deepEqual(asking.asked, ["/env/bin/python", "/blog/.venv/bin/python"]);
  });

  it("runs the module where there is no script, never that of the working folder", async () => {
    const python = "/env/bin/python";
    const found = await locate(workspace({ chosen: [python] }), machine({ files: [python], withModule: [python] }));
    assert.deepEqual(found, { file: python, args: ["-P", "-m", "jlint"], from: "interpreter" });
  });

  it("has its scripts in a folder below on Windows", async () => {
    const files = ["C:\\conda\\python.exe", "C:\\conda\\Scripts\\jlint.exe"];
    const found = await locate(
      workspace({ folders: ["C:\\blog"], chosen: ["C:\\conda\\python.exe"] }),
      machine({ files, platform: "win32" }),
    );
    assert.deepEqual(found, { file: "C:\\conda\\Scripts\\jlint.exe", args: [], from: "interpreter" });
  });

  it("is found in .venv on Windows", async () => {
    const files = ["C:\\blog\\.venv\\Scripts\\python.exe", "C:\\blog\\.venv\\Scripts\\jlint.exe"];
    const found = await locate(workspace({ folders: ["C:\\blog"] }), machine({ files, platform: "win32" }));
    assert.deepEqual(found, { file: "C:\\blog\\.venv\\Scripts\\jlint.exe", args: [], from: "interpreter" });
  });
});

describe("the setting jlint.path", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["/opt/jlint", "/opt/jlint"],
    [" /opt/jlint ", "/opt/jlint"],
    ["~/bin/jlint", "/home/me/bin/jlint"],
    ["tools/jlint", "/blog/tools/jlint"],
    ["${workspaceFolder}/tools/jlint", "/blog/tools/jlint"],
  ];
  for (const [configured, file] of cases) {
    it(`may be ${JSON.stringify(configured)}`, async () => {
      const files = [file, "/usr/bin/jlint", "/blog/.venv/bin/python", "/blog/.venv/bin/jlint"];
      const found = await locate(workspace({ configured }), machine({ files, searchPath: "/usr/bin" }));
      assert.deepEqual(found, { file, args: [], from: "setting" });
    });
  }

  it("is looked for in each folder", async () => {
    const found = await locate(
      workspace({ configured: "tools/jlint", folders: ["/notes", "/blog"] }),
      machine({ files: ["/blog/tools/jlint"] }),
    );
    assert.deepEqual(found, { file: "/blog/tools/jlint", args: [], from: "setting" });
  });

  it("that leads nowhere is told, and nothing else is taken in its place", async () => {
    const found = await locate(
      workspace({ configured: "/opt/jlnt" }),
      machine({ files: ["/usr/bin/jlint"], searchPath: "/usr/bin" }),
    );
    assert.deepEqual(found, { configured: "/opt/jlnt" });
  });
});

describe("PATH", () => {
  it("is searched in its order", async () => {
    const files = ["/b/jlint", "/c/jlint"];
    const found = await locate(workspace(), machine({ files, searchPath: "/a:/b:/c" }));
    assert.deepEqual(found, { file: "/b/jlint", args: [], from: "PATH" });
  });

  it("may hold quoted folders on Windows", async () => {
    const files = ["C:\\my tools\\jlint.exe"];
    const found = await locate(
      workspace({ folders: ["C:\\blog"] }),
      machine({ files, platform: "win32", searchPath: 'C:\\Windows;"C:\\my tools"' }),
    );
    assert.deepEqual(found, { file: "C:\\my tools\\jlint.exe", args: [], from: "PATH" });
  });

  it("has no entries that hang on the working folder", async () => {
    const files = ["jlint", "./jlint", "bin/jlint"];
    assert.equal(await locate(workspace(), machine({ files, searchPath: ".::bin" })), "nowhere");
  });
});

describe("a folder that isn't trusted", () => {
  const own = ["/blog/.venv/bin/python", "/blog/.venv/bin/jlint", "/blog/tools/jlint"];

  it("has jlint from PATH only", async () => {
    const found = await locate(
      untrusted({ configured: "tools/jlint" }),
      machine({ files: [...own, "/usr/bin/jlint"], searchPath: "/usr/bin" }),
    );
    assert.deepEqual(found, { file: "/usr/bin/jlint", args: [], from: "PATH" });
  });

  it("has none where PATH has none", async () => {
    const asking = machine({ files: own, searchPath: "/usr/bin", withModule: ["/blog/.venv/bin/python"] });
    assert.equal(await locate(untrusted({ configured: "/blog/tools/jlint" }), asking), "nowhere");
    assert.deepEqual(asking.asked, []);
  });

  it("has none that PATH leads into it for", async () => {
    const given = { files: [...own, "/usr/bin/jlint"], searchPath: "/blog/.venv/bin:/blog/tools:/usr/bin" };
    assert.deepEqual(await locate(untrusted(), machine(given)), { file: "/usr/bin/jlint", args: [], from: "PATH" });
  });

  it("has none that a link leads into it for", async () => {
    const links = { "/home/me/bin/jlint": "/blog/tools/jlint" };
    const given = { files: ["/home/me/bin/jlint"], searchPath: "/home/me/bin", links };
    assert.equal(await locate(untrusted(), machine(given)), "nowhere");
  });

  it("has none that lies in it behind a link", async () => {
    const links = { "/link": "/blog", "/link/bin": "/blog/bin", "/link/bin/jlint": "/usr/lib/jlint" };
    const given = { files: ["/link/bin/jlint"], searchPath: "/link/bin", links };
    assert.equal(await locate(untrusted(), machine(given)), "nowhere");
  });

  it("is known by where its own link leads", async () => {
    const given = { files: ["/data/blog/bin/jlint"], searchPath: "/data/blog/bin", links: { "/blog": "/data/blog" } };
    assert.equal(await locate(untrusted(), machine(given)), "nowhere");
  });

  it("doesn't bar a folder whose name begins like its own", async () => {
    const given = { files: ["/blog-tools/jlint", "/..blog/jlint"], searchPath: "/blog-tools" };
    assert.deepEqual(await locate(untrusted(), machine(given)), {
      file: "/blog-tools/jlint",
      args: [],
      from: "PATH",
    });
  });

  it("has none on another drive barred on Windows, whatever its case", async () => {
    const given = { platform: "win32", files: ["c:\\BLOG\\bin\\jlint.exe", "D:\\bin\\jlint.exe"] } as const;
    const found = await locate(
      untrusted({ folders: ["C:\\blog"] }),
      machine({ ...given, searchPath: "c:\\BLOG\\bin;D:\\bin" }),
    );
    assert.deepEqual(found, { file: "D:\\bin\\jlint.exe", args: [], from: "PATH" });
  });
});
