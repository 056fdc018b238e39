"""Paragraphs that begin in the middle of a sentence."""

from __future__ import annotations

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.rules.contract.base import Span
from jlint.rules.helpers.artifact.cut import cuts
from jlint.rules.helpers.artifact.ending import Ending
from jlint.rules.helpers.artifact.flow import Step, flow, is_element
from jlint.rules.helpers.artifact.opening import opens_mid_sentence
from jlint.rules.helpers.artifact.seam import Seam, without_leading_dots
from jlint.rules.helpers.artifact.sequel import Sequel
from jlint.rules.helpers.artifact.unfinished import Cut
from jlint.rules.helpers.artifact.wrapped import wrapped_at

_FIRST_SENTENCE = lazy_pattern(r"[^。！？\r\n]{0,80}[。！？]?")
_QUOTATION_MARKS = (("「", "」"), ("『", "』"), ("“", "”"))
_JAPANESE = lazy_pattern("[ぁ-ヿ一-鿿]")
_FIRST_CLAUSE = lazy_pattern(r"[^、。！？\r\n]{0,40}[、。！？]?")


def broken_openings(document: Document) -> list[tuple[Step, Cut | None]]:
    """The paragraphs that begin in the middle of a sentence, each with the cut directly before it, if there is one."""
    before = {cut.place: cut for cut in cuts(document) if cut.place}
    found: list[tuple[Step, Cut | None]] = []
    previous: Step | None = None
    steps = flow(document)
    ends = {wrapped_at(steps, number) for number, step in enumerate(steps) if step.is_prose}
    for number, step in enumerate(steps):
        cut = before.get(step)
        is_broken = _is_second_half(cut, step) if cut else _is_broken(step, previous, document.text)
        if number not in ends and is_broken:
            found.append((step, cut))
        previous = step
    return found


def _is_second_half(cut: Cut, step: Step) -> bool:
    """Whether what follows a cut shows by itself that it is the rest of a sentence."""
    seam = Seam(cut.step.text, cut.start, step.text)
    is_verb = cut.sequel is Sequel.GOES_ON and cut.ending is Ending.BARE and seam.goes_on_as_verb
    return opens_mid_sentence(seam.after) or is_verb or (cut.sequel is Sequel.GOES_ON and seam.surely_goes_on)


def _is_broken(step: Step, previous: Step | None, source: str) -> bool:
    if is_element(step, source) or _JAPANESE.search(step.text) is None:
        return False
    if step.kind != "paragraph" or (previous is not None and _may_be_continued(previous)):
        return False
    is_behind_leftover = previous is not None and previous.kind == "leftover"
    return opens_mid_sentence(without_leading_dots(step.text), surely=not is_behind_leftover)


def _may_be_continued(previous: Step) -> bool:
    """Whether a sentence can be wrapped around it, or breaks off there on purpose."""
    if previous.kind in ("aside", "item", "heading", "bold"):
        return True
    text = previous.text
    return previous.is_prose and (text[-1] == "、" or (text[0], text[-1]) in _QUOTATION_MARKS)


def opening_span(step: Step, *, at_comma: bool = False) -> Span:
    """The first sentence of a step, or with `at_comma` its first clause."""
    end = (_FIRST_CLAUSE if at_comma else _FIRST_SENTENCE).match(step.text)
    return step.source_span(0, end.end() if end else len(step.text))
