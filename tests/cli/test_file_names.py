"""Files may be called anything that the system allows."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from jlint.report import FORMATS
from tests.cli.run import jlint

NAMES = (
    b"\xff\x93.md",
    "一\n二.md".encode(),
    b"q'\"&<>|;`$(x).md",
    b"--fix.md",
    b" .md",
    "\u202eabc.md".encode(),
    b"%s{0}.md",
)
pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are no bytes here")


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JLINT_CACHE_DIR", str(tmp_path / "cache"))
    for name in (*NAMES, *(f"{number}.md".encode() for number in range(5))):
        with open(name, "wb") as file:
            file.write("設定をを変える。\n".encode())


@pytest.mark.parametrize("name", FORMATS)
def test_every_report_can_be_written(name: str) -> None:
    code, out, err = jlint("check", "--format", name, "--output", f"{name}=report", ".")
    assert (code, err) == (1, "jlint: report を書きました\n")
    report = Path("report").read_text("utf-8")
    if name in ("json", "sarif", "gitlab", "rdjson"):
        assert json.loads(out) == json.loads(report)
    elif name in ("checkstyle", "junit"):
        ElementTree.fromstring(out)


def test_what_is_cached_and_what_is_accepted() -> None:
    first = jlint("check", "--format", "concise", ".")
    assert jlint("check", "--format", "concise", ".") == first
    assert jlint("baseline", "create", ".").code == 0
    assert jlint("check", "--baseline", "jlint-baseline.json", ".").code == 0
    assert jlint("baseline", "prune", ".").code == 0


def test_all_are_fixed() -> None:
    assert jlint("check", "--fix", "--format", "concise", ".").out == ""
    assert {Path(os.fsdecode(name)).read_text("utf-8") for name in NAMES} == {"設定を変える。\n"}
