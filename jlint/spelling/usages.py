"""Allowed usages: ways of writing that look like slips by the counts, but are a writer's choice."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jlint.document.token import tokenize
from jlint.letters import is_hiragana, is_kanji
from jlint.spelling.candidates import Candidate, Slip

if TYPE_CHECKING:
    from jlint.spelling.model import Model
    from jlint.spelling.repair import Repair

_BEFORE, _BEHIND = 20, 8
"""Characters on either side of a repair that are looked at."""
_OPEN, _TO, _CLOSE = "⟦→⟧"


class AllowedUsage(NamedTuple):
    """A line of usages.tsv: a pattern of text with the repair marked, ⟦wrong→right⟧, and a sentence that matches it."""

    pattern: str
    example: str


@cache
def allowed_usages() -> tuple[AllowedUsage, ...]:
    """The usages in the list."""
    lines = (Path(__file__).with_name("data") / "usages.tsv").read_text("utf-8").splitlines()
    return tuple(AllowedUsage(*line.split("\t")) for line in lines if line and not line.startswith("#"))


@cache
def _patterns(slip: Slip) -> re.Pattern[str]:
    return re.compile("|".join(usage.pattern for usage in allowed_usages() if _slip_in(usage.example) is slip))


def _slip_in(marked: str) -> Slip:
    if _OPEN + _TO in marked:
        return Slip.MISSING
    return Slip.SURPLUS if _TO + _CLOSE in marked else Slip.WRONG


def is_allowed_usage(candidate: Candidate, text: str, model: Model) -> bool:
    """Whether the folded text is an allowed usage that needs no repair of this kind."""
    slip, start, end, right, _ = candidate
    if slip not in (Slip.MISSING, Slip.SURPLUS, Slip.WRONG):
        return False
    if slip is Slip.MISSING and _drops_okurigana(text[start - 1], right, text[start], model):
        return True
    before, behind = text[max(0, start - _BEFORE) : start], text[end : end + _BEHIND]
    return matches_allowed_usage(f"{before}{_OPEN}{text[start:end]}{_TO}{right}{_CLOSE}{behind}")


def matches_allowed_usage(marked: str) -> bool:
    """Whether a text with its repair marked matches one of the list."""
    return _patterns(_slip_in(marked)).search(marked) is not None


def _drops_okurigana(before: str, right: str, behind: str, model: Model) -> bool:
    """Whether only okurigana is left out: 呼出し, 割当て, 分り."""
    if not (_is_kanji(before) and is_hiragana(right)):
        return False
    return (_is_kanji(behind) or behind in "りしめけれせえてち") and model.level(before + behind) >= 0


def is_variant(candidate: Candidate, repair: Repair) -> bool:
    """Whether both are ways to write the same words (分りやすい, お奨め), or kanji that are not read alike."""
    if _follows_an_adverb(candidate, repair):
        return True
    is_read_alike = _reading(repair.window) == _reading(repair.repaired)
    if candidate.slip is Slip.KANJI:
        return not is_read_alike
    return is_read_alike and _lemmas(repair.window) == _lemmas(repair.repaired)


def _follows_an_adverb(candidate: Candidate, repair: Repair) -> bool:
    """Whether と or に follows an adverb, which may have it or not: つらつらと書く, すぐ使える."""
    before = repair.word_before(repair.start)
    changed = candidate.right if candidate.slip is Slip.MISSING else repair.window[repair.start : repair.end]
    return (
        changed in ("と", "に")
        and candidate.slip in (Slip.MISSING, Slip.SURPLUS)
        and before is not None
        and (before.pos1 == "副詞")
    )


def _reading(text: str) -> str:
    return "".join(word.kana or word.surface for word in tokenize(text))


def _lemmas(text: str) -> list[str]:
    return [word.lemma or word.surface for word in tokenize(text)]


def _is_kanji(letter: str) -> bool:
    return is_kanji(letter) or letter == "々"
