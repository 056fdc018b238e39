"""What the READMEs and their continuations in docs/ show is what jlint prints.

`python -m tests.test_readme` updates the output.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.recording import can_record, is_session, recorded

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.ja.md")
DOCUMENTS = (*READMES, "docs/usage.md", "docs/configuration.md", "docs/fixing.md")
MOST_LINES = 250
"""A README is read to the end; more belongs into docs/."""

_SESSION = re.compile(r"^```console\n\$ jlint (?P<arguments>.*)\n(?P<output>(?:(?!```).*\n)*)```$", re.MULTILINE)


def printed(arguments: str, language: str) -> str:
    """What jlint prints for these arguments, run in the repository's root, where JLINT_LANG is `language`."""
    command = [sys.executable, "-m", "jlint", *shlex.split(arguments)]
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "JLINT_LANG": language}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def with_real_output(text: str) -> str:
    """A document's text, the output in its console sessions replaced by what jlint prints now.

    A document that sets JLINT_LANG before its sessions has them in that language.
    """
    chosen = re.search(r"^export JLINT_LANG=(\w+)$", text, re.MULTILINE)
    language = chosen[1] if chosen else ""

    def real(shown: re.Match[str]) -> str:
        arguments = shown["arguments"]
        if is_session(arguments):
            output = recorded(arguments, language) if can_record() else shown["output"]
        else:
            output = printed(arguments, language)
        return f"```console\n$ jlint {arguments}\n{output}```"

    return _SESSION.sub(real, text)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_output_is_real(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert _SESSION.search(text)
    assert with_real_output(text) == text


@pytest.mark.parametrize("name", READMES)
def test_a_readme_is_short(name: str) -> None:
    assert (ROOT / name).read_text("utf-8").count("\n") <= MOST_LINES


def test_the_english_one_sets_the_language_before_its_first_command() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert 0 < text.index("export JLINT_LANG=en\n") < text.index("python3 -m venv") < text.index("$ jlint ")


def rows_and_headings(name: str) -> tuple[list[str], int]:
    """The commands in a README's tables, without their words, and how many sections it has."""
    text = (ROOT / name).read_text("utf-8")
    rows = re.findall(r"^\| [^|]+ \| (.*jlint .*) \|$", text, re.MULTILINE)
    commands = [re.findall(r"`(jlint [a-z]+(?: --?[a-z-]+)*)", row) for row in rows]
    return [" ".join(each) for each in commands], len(re.findall("^## ", text, re.MULTILINE))


def test_both_readmes_have_the_same_content() -> None:
    english, japanese = map(rows_and_headings, READMES)
    assert english == japanese
    assert len(english[0]) > 15


def test_both_readmes_install_with_the_same_command() -> None:
    english, japanese = ((ROOT / name).read_text("utf-8") for name in READMES)
    command = re.search(r"^python3 -m venv .*$", english, re.MULTILINE)
    assert command is not None
    assert command[0] in japanese


if __name__ == "__main__":
    for readme in (ROOT / name for name in DOCUMENTS):
        readme.write_text(with_real_output(readme.read_text("utf-8")), "utf-8")
