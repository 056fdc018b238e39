"""Idioms of four kanji of which one has gone astray."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jlint.document import Document
from jlint.finding import Finding, Fix
from jlint.rules.base import Bad, Good, Rule, Severity, replace

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

    from jlint.document.block import Block

_KANJI = re.compile("[一-鿿]")
_WRITTEN_IN_KANA = re.compile("[ぁ-ゖ](?<![をがはにでのともな])")
"""Hiragana other than a particle next to three of the kanji may spell the fourth: 切磋琢ま."""
_SAME_AGAIN = "々"


class _Broken(NamedTuple):
    """Three kanji of `idiom` stand from `start` to `end` of the text; `place` is where the fourth should."""

    start: int
    end: int
    idiom: str
    place: int


class BrokenIdiom(Rule):
    """四字熟語の一字が違うか、抜けている。

    四字のうち三字まで合っていて、始めか終わりの一字だけがほかの字になっている。正しい字に直す。
    """

    id = "broken-idiom"
    category = "typo"
    severity = Severity.WARNING
    english = """One kanji of a four-kanji idiom is wrong or missing.

    Three of the four are there, and the first or the last is another. Put the right one in.
    """
    examples = (
        Bad("昼休みに⟦自問自合⟧した。\n", fixed="昼休みに自問自答した。\n"),
        Bad("計画は⟦師行錯誤⟧の末にできた。\n", fixed="計画は試行錯誤の末にできた。\n"),
        Bad("市場は⟦群雄割⟧の時代に入る。\n", fixed="市場は群雄割拠の時代に入る。\n"),
        Good("自問自答と試行錯誤を重ね、群雄割拠の市場で切磋琢磨する。\n"),
        Good("「自問自合」は書き間違いである。\n"),
        Good("前人未到の記録も前人未踏の地もある。切磋琢まと交ぜ書きにもする。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if not _parts().find_matches_as_indexes(document.text):
            return
        for block in document.prose:
            for broken in _broken(block.text):
                if not _is_quoted(block.text, broken):
                    yield self._finding(block, broken)

    def _finding(self, block: Block, broken: _Broken) -> Finding:
        start, end, idiom, place = broken
        right = idiom[-1] if place == end else idiom[0]
        last = place if place == end else place - 1
        other = block.text[last : last + 1] if last >= 0 else ""
        is_wrong = bool(_KANJI.match(other))
        first, stop = (min(start, last), max(end, last + 1)) if is_wrong else (start, end)
        span = block.source_span(first, stop)
        found = block.text[first:stop]
        fix: Fix | None = None
        if is_wrong or not other or not other.isascii():
            fix = replace(span, idiom, ja=f"「{idiom}」に直す", en=f"Use {idiom}", safe=False)
        return self.finding(
            span,
            ja=f"「{found}」は四字熟語「{idiom}」の「{right}」が違うか、抜けています。直してください",
            en=f"{found} should read {idiom}: {right} is wrong or missing. Correct it",
            fix=fix,
        )


def _is_quoted(text: str, broken: _Broken) -> bool:
    """Whether brackets hold nothing but the three kanji and at most one more: it is spoken of, not used."""
    before, behind = text[max(0, broken.start - 2) : broken.start], text[broken.end : broken.end + 2]
    return ("「" in before or "『" in before) and ("」" in behind or "』" in behind)


def _broken(text: str) -> Iterator[_Broken]:
    lasts, firsts = _lasts(), _firsts()
    for _, start, end in _parts().find_matches_as_indexes(text, overlapping=True):
        part = text[start:end]
        for idioms, place, neighbour in (
            (lasts.get(part), end, text[end : end + 1]),
            (firsts.get(part), start, text[start - 1 : start] if start else ""),
        ):
            if not idioms or neighbour == _SAME_AGAIN or _WRITTEN_IN_KANA.match(neighbour):
                continue
            if all(neighbour != (idiom[-1] if place == end else idiom[0]) for idiom in idioms):
                yield _Broken(start, end, idioms[0], place)


@cache
def _idioms() -> list[str]:
    return Path(__file__).with_name("idioms.txt").read_text("utf-8").split()


@cache
def _lasts() -> dict[str, list[str]]:
    """The idioms by their first three kanji."""
    found = defaultdict(list)
    for idiom in _idioms():
        found[idiom[:3]].append(idiom)
    return dict(found)


@cache
def _firsts() -> dict[str, list[str]]:
    """The idioms by their last three kanji."""
    found = defaultdict(list)
    for idiom in _idioms():
        found[idiom[1:]].append(idiom)
    return dict(found)


@cache
def _parts() -> AhoCorasick:
    from ahocorasick_rs import AhoCorasick

    return AhoCorasick({*_lasts(), *_firsts()})
