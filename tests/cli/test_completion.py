"""Shell completion, called as the shells' scripts call it: by _JLINT_COMPLETE, COMP_WORDS and COMP_CWORD."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jlint.report import FORMATS
from jlint.rules.contract.base import CATEGORIES
from tests.cli.run import jlint

SHELLS = ("bash", "zsh", "fish")


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def completions(shell: str, line: str) -> list[tuple[str, str]]:
    """Kind and text of each completion of the last word of the line."""
    words = line.split(" ")
    place = words[-1] if shell == "fish" else str(len(words) - 1)
    ended = jlint(COMP_WORDS=line, COMP_CWORD=place, _JLINT_COMPLETE=f"{shell}_complete")
    assert (ended.code, ended.err) == (0, "")
    lines = [line for line in ended.out.splitlines() if line]
    if shell == "zsh":
        return list(zip(lines[0::3], lines[1::3], strict=True))
    return [(kind, text.partition("\t")[0]) for kind, _, text in (each.partition(",") for each in lines)]


def words(shell: str, line: str) -> list[str]:
    found = completions(shell, line)
    assert {kind for kind, _ in found} <= {"plain"}
    return [text for _, text in found]


@pytest.mark.parametrize("shell", SHELLS)
class TestEveryShell:
    def test_commands(self, shell: str) -> None:
        assert words(shell, "jlint ") == [
            "check",
            "fix",
            "rules",
            "explain",
            "init",
            "config",
            "plugins",
            "baseline",
            "learn",
            "clean",
            "lsp",
            "mcp",
        ]

    def test_values(self, shell: str) -> None:
        assert words(shell, "jlint check --format ") == list(FORMATS)

    def test_rules(self, shell: str) -> None:
        assert words(shell, "jlint explain doubled-c") == ["doubled-character"]

    def test_the_last_name_of_a_list(self, shell: str) -> None:
        assert words(shell, "jlint check --select typo,repeated-pas") == ["typo,repeated-passage"]

    def test_files(self, shell: str) -> None:
        assert completions(shell, "jlint check po") == [("file", "po")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("jlint baseline ", ["create", "prune", "show"]),
        ("jlint check --un", ["--unsafe-fixes"]),
        ("jlint check --format git", ["github", "gitlab"]),
        ("jlint check --lang ", ["ja", "en"]),
        ("jlint check --fail-on w", ["warning"]),
        ("jlint check --ignore doubled-c", ["doubled-character"]),
        ("jlint check --select typo,ty", []),
    ],
)
def test_words(line: str, expected: list[str]) -> None:
    assert words("bash", line) == expected


def test_categories() -> None:
    assert set(CATEGORIES) < set(words("bash", "jlint check --select "))


@pytest.mark.parametrize(
    "line",
    [
        "jlint check --config po",
        "jlint check --baseline po",
        "jlint config show po",
        "jlint init --from-textlint po",
        "jlint baseline create po",
        "jlint baseline show --file po",
    ],
)
def test_files(line: str) -> None:
    assert completions("bash", line) == [("file", "po")]


def test_what_rules_find_is_shown_beside_them() -> None:
    out = jlint(COMP_WORDS="jlint explain end-mar", COMP_CWORD="2", _JLINT_COMPLETE="zsh_complete", JLINT_LANG="en").out
    kind, name, description = out.splitlines()
    assert (kind, name) == ("plain", "end-marker")
    assert description != "_"


def test_patterns_of_the_configuration_too() -> None:
    Path("rules.yaml").write_text("patterns: [{id: house-term, match: ユーザ, message: ユーザーと書きます}]\n", "utf-8")
    assert words("bash", "jlint explain house-") == ["house-term"]
    Path("rules.yaml").write_text("patterns: [{", "utf-8")
    assert words("bash", "jlint explain house-") == []


def test_an_option_and_its_value_in_one_word() -> None:
    assert words("bash", "jlint check --select = repeated-pas") == ["repeated-passage"]
    assert words("zsh", "jlint check --select=repeated-pas") == ["--select=repeated-passage"]
    assert words("fish", "jlint check --select=repeated-pas") == ["--select=repeated-passage"]


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_that_switches_it_on(shell: str) -> None:
    code, out, err = jlint(_JLINT_COMPLETE=f"{shell}_source")
    assert (code, err) == (0, "")
    assert f"_JLINT_COMPLETE={shell}_complete" in out


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_in_bash() -> None:
    command = Path("bin/jlint")
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m jlint "$@"\n', "utf-8")
    command.chmod(0o755)
    script = (
        'eval "$(_JLINT_COMPLETE=bash_source jlint)"; complete -p jlint\n'
        "COMP_WORDS=(jlint check --select typo,repeated-pas); COMP_CWORD=3\n"
        '_jlint_completion jlint; echo "${COMPREPLY[@]}"\n'
    )
    path = f"{command.parent.resolve()}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, env={**os.environ, "PATH": path}, check=False
    )
    assert done.stdout.splitlines()[-1] == "typo,repeated-passage", done.stderr
    assert "_jlint_completion" in done.stdout.splitlines()[0]
