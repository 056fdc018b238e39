"""`--help` is in one language throughout."""

from __future__ import annotations

import re

import pytest

from tests.cli.run import jlint

COMMANDS = (
    "",
    "check",
    "rules",
    "explain",
    "init",
    "config",
    "config show",
    "baseline",
    "baseline create",
    "learn",
    "mcp",
)
OF_CLICK = re.compile(r"Usage|Options|OPTIONS|Commands|ARGS|Show |exit\.|default: ")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_in_japanese(command: str) -> None:
    code, out, err = jlint(*command.split(), "--help")
    assert (code, err) == (0, "")
    assert out.startswith("使い方: jlint")
    assert not OF_CLICK.search(out)


def test_help_in_english() -> None:
    out = jlint("check", "--help", JLINT_LANG="en").out
    assert out.startswith("Usage: jlint check [OPTIONS] [PATH|-]...")
    assert not re.search("[ぁ-んァ-ヶ一-龠]", out)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("command", ["", "config", "baseline", "plugins"])
def test_no_description_of_a_command_is_cut(command: str, language: str) -> None:
    out = jlint(*command.split(), "--help", JLINT_LANG=language).out
    _, _, commands = out.partition("コマンド:\n" if language == "ja" else "Commands:\n")
    assert commands
    assert "..." not in commands
    assert language == "en" or all(line.endswith("。") for line in commands.splitlines() if line.strip())
