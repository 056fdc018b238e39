"""Rules about Markdown that is written wrong, beyond their examples."""

from __future__ import annotations

import pytest

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.artifact.text_cut_off import TextCutOff
from jlint.rules.contract.base import Rule
from jlint.rules.markdown.accidental_heading import AccidentalHeading


def found(rule: type[Rule], text: str, dialect: str = "commonmark") -> list[Finding]:
    return list(rule().check(Document(text, dialect=dialect)))


def places(rule: type[Rule], text: str, dialect: str = "commonmark") -> list[str]:
    """What the rule marks in the text."""
    return [finding.span.of(text) for finding in found(rule, text, dialect)]


def fixed(rule: type[Rule], text: str, dialect: str = "commonmark") -> str:
    for finding in reversed(found(rule, text, dialect)):
        for edit in reversed(finding.fix.edits if finding.fix else ()):
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    "text",
    [
        "倉庫は古い。\n---\n",
        "倉庫は「古い。」\n---\n",
        "倉庫は古い！\n---  \n",
        "**倉庫**\n壁は厚い\n---\n",
        "倉庫は古い。壁は厚い\n--------\n",
        f"{'あ' * 41}\n---\n",
        "- 倉庫は古い。\n  ---\n",
        "倉庫は古い。\n-\n",
    ],
)
def test_accidental_headings(text: str) -> None:
    assert len(found(AccidentalHeading, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "港の倉庫\n---\n",
        f"{'あ' * 40}\n---\n",
        f"{'あ' * 41}\n--------\n",
        "## 倉庫は古い。\n\n---\n",
        "倉庫は古い。\n***\n",
        "| 港 | 倉庫 |\n|---|---|\n| 西 | 古い。 |\n",
        "<<<<<<< HEAD\n倉庫は古い。\n=======\n倉庫は新しい。\n>>>>>>> topic\n",
        "\n---\ntitle: 倉庫\ndate: 2024-05-01\n---\n\n倉庫は古い。\n",
    ],
)
def test_no_accidental_headings(text: str) -> None:
    assert found(AccidentalHeading, text) == []


def test_the_blank_line_has_the_line_end_of_the_text() -> None:
    assert fixed(AccidentalHeading, "倉庫は古い。\r\n---\r\n") == "倉庫は古い。\r\n\r\n---\r\n"


def test_where_a_blank_line_would_not_do_nothing_is_fixed() -> None:
    for text in ("- 倉庫は古い。\n  ---\n", "倉庫は古い。\n--\n"):
        assert fixed(AccidentalHeading, text) == text


def test_kramdown_makes_no_heading_of_several_lines() -> None:
    text = "倉庫は古い。\n壁は厚い。\n---\n"
    (in_kramdown,), (in_commonmark,) = (found(AccidentalHeading, text, each) for each in ("kramdown", "commonmark"))
    assert "区切り線になりません" in in_kramdown.message.ja
    assert "見出しになります" in in_commonmark.message.ja


def test_a_cut_before_an_accidental_heading_is_found() -> None:
    """One line that is cut, longer than a title, is read as the paragraph that it was meant to be."""
    cut = "町の図書館は朝の八時に開き、夜の九時に閉まりますが、休館日である第二月曜日には誰も本を"
    assert len(cut) > 40
    assert len(found(TextCutOff, f"## 図書館\n\n本を貸します。\n\n{cut}\n---\n\n## 休館日\n\n第二月曜日です。\n")) == 1
