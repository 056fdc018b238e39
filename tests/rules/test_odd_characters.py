"""Characters that no text needs: no rule fails on them, and a slip beside one is found at its place."""

from __future__ import annotations

import pytest

from jlint.document import Document
from jlint.document.dialect import DIALECTS
from jlint.engine.lint import CheckedDocument, check_document
from jlint.finding import Severity
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.table import RULES
from jlint.span import Span

_RULES = [ActiveRule(rule(), Severity.ERROR) for rule in RULES]
_HALVES = ["\ud800", "\udbff", "\udc00", "\udfff"]
_ODD = [
    *map(chr, {*range(0x20)} - {*map(ord, "\t\n\r")}),
    *map(chr, range(0x7F, 0xA0)),
    *"\u2028\u2029\ufdd0\ufff9\ufffc\ufffd\ufffe\uffff\U0001fffe\U0010ffff\u200b\u00ad\ue000",
    *_HALVES,
]
_SLIP = "会議の資料をを読む"
_PLACES = (
    "{}。\n",
    "前の文です。{}。後の文です。\n",
    "## {}\n",
    "| 列 | 数 |\n|---|---|\n| {} | 二 |\n",
    "- {}\n",
    "> {}。\n",
    "**{}**と書きます。\n",
    "[{}](a.md)を見ます。\n",
    "<b>{}</b>と書きます。\n",
)
_UNREAD = (
    "`{}`です。\n",
    "```\n{}\n```\n",
    "<div>\n{}\n</div>\n",
    "<!-- {} -->\n",
    "![{}](a.png)\n",
    "[題]({})\n",
    "本文です。<!-- jlint-disable-line {} -->\n",
    "{{% if {} %}}\n",
    "$${}$$\n",
    "`{}\n",
)
_TITLES = (
    "---\ntitle: {}\n---\n",
    '---\ntitle: "{}"\n---\n',
    '{{"title": "{}"}}\n',
    '+++\ntitle = "{}"\n+++\n',
    "---\n{}: 題\n---\n",
)
each_odd = pytest.mark.parametrize("odd", _ODD, ids=[f"U+{ord(odd):04X}" for odd in _ODD])


def checked(text: str, dialect: str = "kramdown") -> CheckedDocument:
    found = check_document(Document(text, dialect=dialect), _RULES)
    assert not found.failures
    assert all(0 <= finding.span.start <= finding.span.end <= len(text) for finding in found.findings)
    return found


@each_odd
def test_a_slip_beside_one_is_found_where_it_stands(odd: str) -> None:
    parts = [place.format(words) for place in _PLACES for words in (odd + _SLIP, _SLIP + odd)]
    text = "\n".join(parts)
    slips = {finding.span for finding in checked(text).findings if finding.rule == "doubled-particle"}
    starts = [at for at in range(len(text)) if text.startswith(_SLIP, at)]
    assert {span.start for span in slips} == {at + _SLIP.index("をを") for at in starts}
    assert {span.of(text) for span in slips} == {"をを"}


@each_odd
def test_no_rule_stops_at_one_anywhere(odd: str) -> None:
    words = f"{odd}下さい{odd}下{odd}さい{odd}"
    body = "\n".join(place.format(words) for place in (*_UNREAD, *_PLACES))
    for dialect in DIALECTS:
        checked(body, dialect)
    for title in _TITLES:
        checked(title.format(words) + "\n本文です。\n")


@pytest.mark.parametrize("written", ["\\0", "\\u0000", "\\ud800", "\\udc00", "\\x01", "\\u2028", "\\uffff"])
@pytest.mark.parametrize("title", _TITLES)
def test_no_rule_stops_at_one_that_front_matter_escapes(written: str, title: str) -> None:
    checked(title.format(f"{written}下さい{written}") + "\n本文です。\n")


@pytest.mark.parametrize(
    "sentence",
    ["{}下さい", "{}頂いた資料で御座います。", "お{}待ち下さい{}。", "こちらを{}下さい。"],
)
def test_statistics_never_see_a_nul(sentence: str) -> None:
    assert [finding.rule for finding in checked(sentence.replace("{}", "\0")).findings].count("control-character") >= 1


def test_a_nul_keeps_its_place_in_the_visible_text() -> None:
    document = Document("# 港の\0倉庫\n")
    (heading,) = document.blocks
    assert heading.text == "港の\ufffc倉庫"
    assert heading.source_span(2, 3) == Span(4, 5)
    assert heading.source_span(3, 5).of(document.text) == "倉庫"


@pytest.mark.parametrize("half", _HALVES)
def test_half_a_character_reads_as_a_lost_one(half: str) -> None:
    text = f"港の{half}倉庫です。"
    assert Document(text).text == text.replace(half, "\ufffd")
    assert [finding.span for finding in checked(text).findings if finding.rule == "replacement-character"] == [
        Span(2, 3)
    ]
