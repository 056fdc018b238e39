"""Paragraphs that begin in the middle of a sentence."""

from __future__ import annotations

from functools import cached_property

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.rules.contract.base import Span
from jlint.rules.helpers.artifact.cut import cuts
from jlint.rules.helpers.artifact.ending import Ending
from jlint.rules.helpers.artifact.evidence import shows_generation
from jlint.rules.helpers.artifact.flow import Step, flow, is_element
from jlint.rules.helpers.artifact.opening import opens_mid_sentence
from jlint.rules.helpers.artifact.seam import Seam, without_leading_dots
from jlint.rules.helpers.artifact.sequel import Sequel
from jlint.rules.helpers.artifact.unfinished import Cut
from jlint.rules.helpers.artifact.wrapped import wrapped_at

_FIRST_SENTENCE = lazy_pattern(r"[^。！？\r\n]{0,80}[。！？]?")
_QUOTATION_MARKS = (("「", "」"), ("『", "』"), ("“", "”"))
_JAPANESE = lazy_pattern("[ぁ-ヿ一-鿿]")
_LINK_END = lazy_pattern(r"[ \t]*(?:\]|</a>)")
"""Behind the words of a link: 「…を参考に」 goes on with the page it names."""
_ENDED = lazy_pattern("[。．！!？?…」』）)]\\Z")
_CLAUSE = lazy_pattern("[は、。，．！？!?]")
_FIRST_CLAUSE = lazy_pattern(r"[^、。！？\r\n]{0,40}[、。！？]?")


def broken_openings(document: Document) -> list[tuple[Step, Cut | None]]:
    """The paragraphs that begin in the middle of a sentence, each with the cut directly before it, if there is one."""
    before = {cut.place: cut for cut in cuts(document) if cut.place}
    found: list[tuple[Step, Cut | None]] = []
    previous: Step | None = None
    steps = flow(document)
    signs = _Signs(document)
    ends = {wrapped_at(steps, number) for number, step in enumerate(steps) if step.is_prose}
    for number, step in enumerate(steps):
        cut = before.get(step)
        is_broken = _is_second_half(cut, step) if cut else _is_broken(step, previous, document.text, signs)
        if number not in ends and is_broken:
            found.append((step, cut))
        previous = step
    return found


def _is_second_half(cut: Cut, step: Step) -> bool:
    """Whether what follows a cut shows by itself that it is the rest of a sentence."""
    seam = Seam(cut.step.text, cut.start, step.text)
    is_verb = cut.sequel is Sequel.GOES_ON and cut.ending is Ending.BARE and seam.goes_on_as_verb
    return opens_mid_sentence(seam.after) or is_verb or (cut.sequel is Sequel.GOES_ON and seam.surely_goes_on)


def _is_broken(step: Step, previous: Step | None, source: str, signs: _Signs) -> bool:
    if (
        is_element(step, source)
        or source[step.span.start - 1 : step.span.start] == "["
        or _JAPANESE.search(step.text) is None
    ):
        return False
    if step.kind != "paragraph" or (previous is not None and _may_be_continued(previous, source)):
        return False
    is_behind_leftover = previous is not None and previous.kind == "leftover"
    text = without_leading_dots(step.text)
    if not opens_mid_sentence(text, surely=not is_behind_leftover):
        return False
    return not _may_be_meant(step, text, previous) or signs.are_there


def _may_be_continued(previous: Step, source: str) -> bool:
    """Whether a sentence can be wrapped around it, or breaks off there on purpose."""
    if previous.kind in ("aside", "item", "heading", "bold"):
        return True
    if _LINK_END.match(source, previous.span.end):
        return True
    text = previous.text
    return previous.is_prose and (text[-1] == "、" or (text[0], text[-1]) in _QUOTATION_MARKS)


def _may_be_meant(step: Step, text: str, previous: Step | None) -> bool:
    """Whether the author may begin so: behind a pause, a mark of one's own or what is set off: a name, a dish."""
    if text != step.text:
        return True
    if text[0] in "。．":
        return previous is None or _ENDED.search(previous.text) is not None
    if previous is None:
        return True  # it goes on with the title
    return previous.is_prose and _CLAUSE.search(previous.text) is None


class _Signs:
    """Whether a document shows other signs of a slip, looked for only where it matters."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def are_there(self) -> bool:
        return shows_generation(self._document)


def opening_span(step: Step, *, at_comma: bool = False) -> Span:
    """The first sentence of a step, or with `at_comma` its first clause."""
    end = (_FIRST_CLAUSE if at_comma else _FIRST_SENTENCE).match(step.text)
    return step.source_span(0, end.end() if end else len(step.text))
