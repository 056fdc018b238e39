"""The two rounds give what linting the text as a whole gives, after any edits."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from jlint.config import Config
from jlint.engine.one_file import document_for, lint_document
from jlint.engine.result import ReportedFinding
from jlint.engine.run import with_conclusions
from jlint.lsp.moves import Move, difference, moved
from jlint.lsp.rounds import Linting, Round, comes_later
from jlint.span import Span

PIECES = (
    *(
        "設定をを変える。",
        "庭を歩いた。\n\n",
        "\r\n",
        "\n",
        "\r",
        "𠮷",
        "😀",
        "👩‍👩‍👧",
        "か\u3099",
        "。",
        "、",
        "「",
        "」",
        "- 朝の庭を歩いた。\n",
    ),
    *(
        "# 朝の記録\n\n",
        "ご存存じ",
        "アプルケーション",
        "<!-- jlint-disable typo -->",
        "-->",
        "**",
        "`",
        "\u2028",
        "です。",
        "である。",
    ),
    *(
        "朝の庭を歩いて、池の水を替えてから、古い道具をすべて洗って棚に戻した。",
        "---\ntitle: 朝\n---\n",
        "[a](b.md)",
        "  ",
    ),
)


def edits(seed: int, count: int, text: str) -> Iterator[tuple[int, int, str]]:
    """Edits at random places, each for the text that the earlier ones have made."""
    chance = random.Random(seed)
    for _ in range(count):
        start = _outside_a_line_end(chance.randrange(len(text) + 1), text)
        end = _outside_a_line_end(min(len(text), start + chance.choice((0, 0, 0, 0, 0, 1, 2, 5, 20))), text)
        new = "" if chance.random() < 0.1 + len(text) / 3000 else chance.choice(PIECES)
        text = text[:start] + new + text[end:]
        yield start, end, new


def _outside_a_line_end(offset: int, text: str) -> int:
    """The offset, or the one before a CRLF that it would split: no position of the protocol lies in one."""
    return offset - 1 if text[max(0, offset - 1) : offset + 1] == "\r\n" else offset


def start_text() -> str:
    chance = random.Random(5)
    return "---\ntitle: 朝の記録\n---\n\n# 朝の記録\n\n" + "".join(chance.choice(PIECES) for _ in range(60))


@pytest.mark.parametrize("seed", range(3))
def test_two_rounds_equal_one(seed: int) -> None:
    settings = Config(isolated=True).for_file("a.md")
    assert settings
    text = start_text()
    last: Round = Linting(text, "a.md", settings).full(lambda: True)
    moves: list[Move] = []
    for number, (start, end, new) in enumerate(edits(seed, 150, text)):
        text = text[:start] + new + text[end:]
        moves.append(Move(Span(start, end), len(new)))
        linting = Linting(text, "a.md", settings)
        first = linting.first(last, moves, lambda: True)
        later = {entry.rule.id for entry in settings.active if comes_later(entry)}
        expected = with_conclusions([lint_document(document_for(text, "a.md", settings), settings)], "ja")[0]
        at_once = [finding for finding in expected.findings if finding.rule not in later]
        superseded = {each.rule for each in first.result.findings} ^ {each.rule for each in expected.findings}
        if not superseded & later:
            assert without_later(first.result.findings, later) == at_once
        if number % 3 == 0:  # else the first round is broken off by the next edit
            last = linting.full(lambda: True)
            moves = []
            assert last.result.findings == expected.findings
            assert last.result.suppressed == expected.suppressed
            assert last.result.failures == expected.failures


def without_later(findings: tuple[ReportedFinding, ...], later: set[str]) -> list[ReportedFinding]:
    return [finding for finding in findings if finding.rule not in later]


def test_findings_move_with_the_text() -> None:
    settings = Config(isolated=True, select=["repeated-heading"]).for_file("a.md")
    assert settings
    text = "# 朝の記録\n\n庭を歩いた。\n\n# 朝の記録\n\n水をまいた。\n"
    last = Linting(text, "a.md", settings).full(lambda: True)
    (finding,) = last.raw
    added = "夜の庭。\n\n"
    edited = added + text
    (there,) = moved(last.raw, [Move(Span(0, 0), len(added))], len(edited))
    assert there.span.of(edited) == finding.span.of(text)
    assert [each.span.of(edited) for each in there.related] == [each.span.of(text) for each in finding.related]
    assert moved(last.raw, [Move(Span(0, len(text)), 0)], 0) == []
    first = Linting(edited, "a.md", settings).first(last, [Move(Span(0, 0), len(added))], lambda: True)
    assert [each.place.line for each in first.result.findings] == [7]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("", "朝"),
        ("朝", ""),
        ("朝の庭", "朝の池"),
        ("ああ", "あああ"),
        ("あああ", "ああ"),
        ("朝夜", "夜朝"),
        ("朝", "朝"),
    ],
)
def test_the_difference_makes_one_of_the_other(before: str, after: str) -> None:
    span, length = difference(before, after)
    assert before[: span.start] + after[span.start : span.start + length] + before[span.end :] == after
