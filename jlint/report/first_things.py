"""What to do first in a file with much wrong: delete the largest repetition, which takes many findings with it."""

from __future__ import annotations

from jlint.engine.holders import HOLDING
from jlint.engine.result import FileResult, ReportedFinding
from jlint.finding import Language, Text

_WORTH_A_WORD, _MUCH = 3, 20
"""So many findings must lie within repetitions, or so many per cent of the text be repetition."""


def first_thing(file: FileResult, language: Language) -> str:
    """The advice as a sentence, empty where there is none to give."""
    passages = [finding for finding in file.findings if finding.rule in HOLDING]
    if not passages or not file.characters:
        return ""
    largest = max(passages, key=lambda each: (each.characters, -each.place.line))
    left = len(file.findings) - 1
    others = [each.finding for each in file.held_back if each.finding.rule in HOLDING]
    share = min(99, round(100 * sum(each.characters for each in (*passages, *others)) / file.characters))
    if left < 1 or (len(file.held_back) < _WORTH_A_WORD and share < _MUCH):
        return ""
    lines = _lines(largest)
    return Text(
        f"本文の{share}%がくり返しです。まず{lines.ja}を片づけると、残りは{left}件です",
        f"{share}% of the text is repetition. Begin with {lines.en}: {left} findings are left then",
    ).to(language)


def _lines(passage: ReportedFinding) -> Text:
    """The lines of a passage; of one in several pieces, where it begins."""
    first, last = passage.place.line, passage.place.end_line
    if any(related.path == passage.path and related.place > passage.place for related in passage.related):
        return Text(f"{first}行目からのくり返し", f"the repetition from line {first} on")
    if first == last:
        return Text(f"{first}行目", f"line {first}")
    return Text(f"{first}〜{last}行目", f"lines {first}–{last}")
