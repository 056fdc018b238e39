"""`unused-suppression` and `unknown-suppression` repair comments and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

import jlint
from jlint.document import Document
from jlint.document.rendering import renders_alike

DOUBLED = "設定をを変える。"


def fixed(text: str, path: str = "draft.md") -> str:
    """The text with safe fixes. What its comments silence is there on purpose."""
    return jlint.fix(text, path)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("前の文。\n\n<!-- jlint-disable-next doubled-particle -->\n\n本文です。\n", "前の文。\n\n本文です。\n"),
        ("前の文。\n\n<!-- jlint-disable-next doubled-particle -->\n本文です。\n", "前の文。\n\n本文です。\n"),
        ("前の文。\n<!-- jlint-disable-next doubled-particle -->\n本文です。\n", "前の文。\n\n本文です。\n"),
        ("前の文。\r\n\r\n<!-- jlint-disable-file typo -->\r\n\r\n本文。\r\n", "前の文。\r\n\r\n本文。\r\n"),
        ("- 一つ目\n<!-- jlint-disable-line typo -->\n- 二つ目\n", None),
        (
            "| 甲 | 乙 |\n|---|---|\n| 一 | 二 <!-- jlint-disable-line typo --> |\n",
            "| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n",
        ),
        (
            f"<!-- jlint-disable-next doubled-particle, doubled-character -- 理由 -->\n\n{DOUBLED}\n",
            f"<!-- jlint-disable-next doubled-particle -- 理由 -->\n\n{DOUBLED}\n",
        ),
        (
            f"<!-- jlint-disable-next doubled-character doubled-particle known-misspelling -->\n\n{DOUBLED}\n",
            f"<!-- jlint-disable-next doubled-particle -->\n\n{DOUBLED}\n",
        ),
        (
            "<!-- jlint-disable doubled-particle -->\n\n本文です。\n\n<!-- jlint-enable doubled-particle -->\n\n末。\n",
            "本文です。\n\n末。\n",
        ),
        (
            "<!-- jlint-disable doubled-character doubled-particle -->\n\n"
            f"{DOUBLED}\n\n<!-- jlint-enable -->\n\n続きです。\n",
            f"<!-- jlint-disable doubled-particle -->\n\n{DOUBLED}\n\n<!-- jlint-enable -->\n\n続きです。\n",
        ),
        (
            "---\ntitle: 題\njlint: {disable: [doubled-character, doubled-particle]}\n---\n\n" + DOUBLED + "\n",
            "---\ntitle: 題\njlint: {disable: [doubled-particle]}\n---\n\n" + DOUBLED + "\n",
        ),
        (
            "---\ntitle: 題\njlint:\n  disable:\n    - doubled-particle\n    - doubled-character\n---\n\n"
            + DOUBLED
            + "\n",
            "---\ntitle: 題\njlint:\n  disable:\n    - doubled-particle\n---\n\n" + DOUBLED + "\n",
        ),
        (
            "---\ntitle: 題\njlint: {disable: typo}\ndate: 2026-05-01\n---\n\n本文。\n",
            "---\ntitle: 題\ndate: 2026-05-01\n---\n\n本文。\n",
        ),
        ("---\njlint:\n  disable: [typo]\ntitle: 題\n---\n\n本文。\n", "---\ntitle: 題\n---\n\n本文。\n"),
        (
            "<!-- jlint-disable-next doubled-partcle -->\n\n" + DOUBLED + "\n",
            "<!-- jlint-disable-next doubled-particle -->\n\n" + DOUBLED + "\n",
        ),
    ],
)
def test_a_comment_goes_and_nothing_else(before: str, after: str | None) -> None:
    assert fixed(before) == (before if after is None else after)
    assert renders_alike(Document(before), Document(fixed(before)))


def test_a_comment_of_mdx_goes() -> None:
    before = "前の文。\n\n{/* jlint-disable-next doubled-particle */}\n\n本文です。\n"
    assert fixed(before, "draft.mdx") == "前の文。\n\n本文です。\n"


def test_a_name_whose_rule_does_not_run_stays(tmp_path: Path) -> None:
    text = "<!-- jlint-disable-next doubled-particle -->\n\n本文です。\n"
    (tmp_path / "rules.yaml").write_text("rules: {doubled-particle: off}\n", "utf-8")
    assert jlint.fix(text, tmp_path / "draft.md") == text


def test_the_comment_is_repaired_before_what_it_silences() -> None:
    text = f"<!-- jlint-disable-next doubled-partcle -->\n\n{DOUBLED}\n"
    assert fixed(text) == text.replace("partcle", "particle")


def test_what_texts_readers_see_alike() -> None:
    assert not renders_alike(Document("本文  \n続き\n"), Document("本文   <!-- 注 -->\n続き\n")), "a line break is lost"
    assert not renders_alike(Document("- 一\n- 二\n"), Document("- 一\n\n- 二\n")), "the list is loose"
    assert not renders_alike(Document("> 一\n>\n> 二\n"), Document("> 一\n\n<!-- 注 -->\n\n> 二\n")), "two quotations"
    assert not renders_alike(Document("---\na: 1\n---\n\n文\n"), Document("---\na: 2\n---\n\n文\n"))
    assert renders_alike(Document("一\n\n二\n"), Document("<!-- 注 -->\n\n一 <!-- 注 -->\n\n二\n"))
