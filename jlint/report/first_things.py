"""What to do first in a file with much wrong: delete the largest repetition, which takes many findings with it."""

from __future__ import annotations

from jlint.engine.gather import HOLDING
from jlint.engine.result import FileResult
from jlint.finding import Language, Text

_WORTH_A_WORD, _MUCH = 3, 20
"""So many findings must lie within repetitions, or so many per cent of the text be repetition."""


def first_thing(file: FileResult, language: Language) -> str:
    """The advice as a sentence, empty where there is none to give."""
    passages = [finding for finding in file.findings if finding.rule in HOLDING]
    if not passages or not file.characters:
        return ""
    largest = max(passages, key=lambda each: (each.characters, -each.place.line))
    held_by_it = sum(each.by == largest for each in file.held_back)
    left = len(file.findings) + len(file.held_back) - held_by_it - 1
    share = min(99, round(100 * sum(each.characters for each in passages) / file.characters))
    if left < 1 or (len(file.held_back) < _WORTH_A_WORD and share < _MUCH):
        return ""
    first, last = largest.place.line, largest.place.end_line
    lines = Text(
        f"{first}行目" if first == last else f"{first}〜{last}行目",
        f"line {first}" if first == last else f"lines {first}–{last}",
    )
    return Text(
        f"本文の{share}%がくり返しです。まず{lines.ja}を片づけると、残りは{left}件です",
        f"{share}% of the text is repetition. Begin with {lines.en}: {left} findings are left then",
    ).to(language)
