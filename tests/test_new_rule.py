"""The script that begins a rule: what it writes works at once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what the script writes to."""
    ignored = shutil.ignore_patterns("__pycache__")
    for name in ("jlint", "scripts"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    shutil.copy(ROOT / "rules.yaml", tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return tmp_path


def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run([sys.executable, "-m", *arguments], capture_output=True, check=False, env=environment)


@pytest.mark.parametrize("options", [[], ["--on"]])
def test_a_new_rule_finds_what_its_example_shows(copy: Path, options: list[str]) -> None:
    assert run("scripts.new_rule", "odd-word", "--category", "front-matter", *options).returncode == 0
    assert "odd-word:" in (copy / "rules.yaml").read_text("utf-8")
    (copy / "a.md").write_text("ここに直すべき語がある。\n", "utf-8")
    check = ("jlint", "check", "--isolated", "--format", "concise", "a.md")
    assert run(*check, "--select", "odd-word").stdout.decode("utf-8").startswith("a.md:1:4: warning ")
    if options:  # in the version that brings it
        assert run(*check).stdout.decode("utf-8").startswith("a.md:1:4: info ")


@pytest.mark.parametrize("name", ["repeated-sentence", "typo", "Odd_Word"])
def test_a_name_that_can_not_be_used(copy: Path, name: str) -> None:
    before = sorted(copy.rglob("*.py"))
    assert run("scripts.new_rule", name, "--category", "style").returncode == 2
    assert sorted(copy.rglob("*.py")) == before
