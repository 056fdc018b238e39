"""Comments that were written for textlint are obeyed, and never reported as unknown or unused."""

from __future__ import annotations

import pytest

from jlint.config import Config
from jlint.document import Document
from jlint.engine.lint import lint
from jlint.textlint.table import rules_for

TODO = "TODO: 直す\n"


def lines(text: str) -> list[tuple[int, str]]:
    """Where leftover-todo and the rules about comments report findings."""
    names = frozenset({"leftover-todo", "unknown-suppression", "unused-suppression"})
    settings = Config(isolated=True, select=names).for_file("a.md")
    assert settings is not None
    result = lint(Document(text), settings.active, known=settings.known)
    return [(finding.place.line, finding.rule) for finding in result.findings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"<!-- textlint-disable -->\n\n{TODO}\n<!-- textlint-enable -->\n\n{TODO}", [7]),
        (f"<!-- textlint-disable no-todo -->\n\n{TODO}\n<!-- textlint-enable no-todo -->\n\n{TODO}", [7]),
        (f"<!-- textlint-disable max-ten,no-todo -->\n\n{TODO}\n<!-- textlint-enable max-ten -->\n\n{TODO}", []),
        (f"<!-- textlint-disable max-ten -->\n\n{TODO}", [3]),
        (f"<!-- textlint-disable no-such-rule -->\n\n{TODO}", [3]),
        (f"<!-- textlint-disable-next-line no-todo -->\n{TODO}\n{TODO}", [4]),
        (f"<!-- textlint-disable-next-line -->\n{TODO}\n{TODO}", [4]),
        (f"TODO: 直す <!-- textlint-disable-line textlint-rule-no-todo -->\n\n{TODO}", [3]),
        (f"`<!-- textlint-disable -->`\n\n{TODO}", [3]),
        ("本文です。\n\n<!-- textlint-disable-next-line -->", []),
    ],
)
def test_reach(text: str, found: list[int]) -> None:
    assert lines(text) == [(line, "leftover-todo") for line in found]


def test_names() -> None:
    assert rules_for("no-todo") == ("leftover-todo",)
    assert "hype-expression" in rules_for("preset-ai-writing")
    assert rules_for("ai-writing/no-ai-hype-expressions") == ("hype-expression",)
    assert rules_for("preset-ai-writing/no-ai-hype-expressions") == ("hype-expression",)
    assert rules_for("no-such-rule") == ()
