"""What docs/api.md, docs/scale.md and the READMEs show of Python is what Python prints."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

import jlint
from tests.conftest import ROOT

_BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(name: str) -> list[str]:
    return _BLOCK.findall((ROOT / name).read_text("utf-8"))


@pytest.mark.parametrize("name", ["docs/api.md", "README.md", "README.ja.md"])
def test_sessions_print_what_they_show(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    session = "\n".join(block for block in blocks(name) if block.startswith(">>>"))
    test = doctest.DocTestParser().get_doctest(session, {}, name, name, 0)
    assert test.examples
    said: list[str] = []
    doctest.DocTestRunner().run(test, out=said.append)
    assert not said, "".join(said)


@pytest.mark.parametrize("number", [0, 1])
def test_scripts_run(number: int, tmp_path: Path) -> None:
    scripts = [block for block in blocks("docs/api.md") if not block.startswith(">>>")]
    assert len(scripts) == 2
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "a.md").write_bytes("\ufeff水をを撒く。\r\n".encode())
    script = tmp_path / "script.py"
    script.write_text(scripts[number], "utf-8")
    done = subprocess.run([sys.executable, script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == ("", "draft.md 1\ndraft.md 0\n")[number]
    assert (tmp_path / "posts" / "a.md").read_bytes().decode() == "\ufeff水を" + "を" * number + "撒く。\r\n"


def test_the_document_names_everything() -> None:
    text = (ROOT / "docs" / "api.md").read_text("utf-8")
    private = {"Mistake", "RuleInfo", "OptionInfo", "__version__"}  # met only as what others hold or return
    names = set(jlint.__all__) - private
    assert [name for name in names if f"`{name}`" not in text and f"jlint.{name}" not in text] == []


def test_the_script_of_the_document_about_scale_runs(tmp_path: Path) -> None:
    (script,) = blocks("docs/scale.md")
    (tmp_path / "script.py").write_text(script, "utf-8")
    (tmp_path / "texts.jsonl").write_text('{"text": "水をを撒く。"}\n' * 3, "utf-8")
    for found in ("{'doubled-particle': 3}\n", "{}\n"):
        command = [sys.executable, "script.py"]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout, done.stderr) == (0, found, "")
