"""What the READMEs show is what jlint prints. `python -m tests.test_readme` updates the output."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.ja.md")
_SESSION = re.compile(r"^```console\n\$ jlint (?P<arguments>.*)\n(?P<output>(?:(?!```).*\n)*)```$", re.MULTILINE)


def printed(arguments: str) -> str:
    """What jlint prints for these arguments, run in the repository's root."""
    command = [sys.executable, "-m", "jlint", *shlex.split(arguments)]
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "JLINT_LANG": ""}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def with_real_output(text: str) -> str:
    """A README's text, the output in its console sessions replaced by what jlint prints now."""
    return _SESSION.sub(lambda m: f"```console\n$ jlint {m['arguments']}\n{printed(m['arguments'])}```", text)


@pytest.mark.parametrize("name", READMES)
def test_output_is_real(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert _SESSION.search(text)
    assert with_real_output(text) == text


def test_both_readmes_install_with_the_same_command() -> None:
    english, japanese = ((ROOT / name).read_text("utf-8") for name in READMES)
    command = re.search(r"^python3 -m venv .*$", english, re.MULTILINE)
    assert command is not None
    assert command[0] in japanese


def test_every_yaml_in_the_readmes_is_a_configuration(tmp_path: Path) -> None:
    for name in READMES:
        for number, block in enumerate(re.findall(r"```yaml\n(.*?)```", (ROOT / name).read_text("utf-8"), re.DOTALL)):
            if block.startswith("repos:"):
                continue
            folder = tmp_path / f"{name}{number}"
            folder.mkdir()
            (folder / "rules.yaml").write_text(block, "utf-8")
            (folder / "a.md").write_text("文です。\n", "utf-8")
            command = [sys.executable, "-m", "jlint", "check", "a.md"]
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
            assert (done.returncode, done.stderr) == (0, "")


if __name__ == "__main__":
    for readme in (ROOT / name for name in READMES):
        readme.write_text(with_real_output(readme.read_text("utf-8")), "utf-8")
