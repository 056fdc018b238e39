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
