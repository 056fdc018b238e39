"""Where prose breaks off in the middle of a sentence, and what comes after."""

from __future__ import annotations

import enum
import re
from bisect import bisect_left
from functools import cached_property, lru_cache
from typing import NamedTuple

from jlint.document import Document
from jlint.rules.artifact._ending import Ending, ending
from jlint.rules.artifact._flow import Step, flow
from jlint.rules.artifact._opening import begins_with_suru, is_one_word, opens_mid_sentence
from jlint.rules.base import Span

_SENTENCE_ENDS = "。．！!？?"
_ENDED = re.compile("[。．！!？?…」』）)]\\Z")
_LEADING_DOTS = re.compile(r"[.…・\s]*")
_FIRST_SENTENCE = re.compile("[^。！？]{0,80}[。！？]?")
_FIRST_CLAUSE = re.compile("[^、。！？]{0,40}[、。！？]?")
_LABEL = re.compile(r"[（(※＊*注図表写©]|出典|引用|参考|参照|画像|資料|文責|著者|Fig|Table|Photo|Source")
_KANA = re.compile("[ぁ-ん]")
_CLAUSE = re.compile("(?:は|が|も|ば|ると|て)、")
_CONNECTED = re.compile(
    "(?:まず|次に|また|さらに|そして|しかし|ただし|では|つまり|もちろん|例えば|たとえば|特に|実際|正直なところ)、"
)
_SHORTEST = 5
_SHORT = 12
_LONG = 20
_VERY_LONG = 30
_SHORTEST_OVERLAP = 4
_LONGEST_OVERLAP = 120
_MOSTLY = 0.5
_NEARLY_ALWAYS = 0.8


class Sequel(enum.Enum):
    """What comes after a cut."""

    GOES_ON = enum.auto()
    OVERLAPS = enum.auto()
    STARTS_AGAIN = enum.auto()
    NEW_TEXT = enum.auto()
    HEADING = enum.auto()
    LEFTOVER = enum.auto()
    END = enum.auto()


class Cut(NamedTuple):
    """A sentence that breaks off: it starts at `start` of the step's text. `place` is where `sequel` is to be seen."""

    step: Step
    start: int
    ending: Ending
    sequel: Sequel
    place: Step | None


@lru_cache(maxsize=1)
def cuts(document: Document) -> tuple[Cut, ...]:
    """All cuts in a document, in order."""
    search = _Search(document)
    found = (search.cut_at(index) for index in range(len(search.steps)))
    return tuple(cut for cut in found if cut is not None)


def without_leading_dots(text: str) -> str:
    """`text` as it reads without the dots that say something was left out before it."""
    return _LEADING_DOTS.sub("", text, count=1)


class _Candidate(NamedTuple):
    """The last sentence of a step that ends without a full stop."""

    step: Step
    start: int
    sentence: str
    ending: Ending
    after: Step | None
    following: Step | None
    """The next prose, with nothing but leftovers and breaks before it."""

    @property
    def follows_full_stop(self) -> bool:
        return "。" in self.step.text[: self.start]

    @property
    def is_before_end_marker(self) -> bool:
        return self.after is not None and self.after.kind == "leftover"


class _Search:
    """One look through a document. What only doubtful places need is computed when the first one comes."""

    def __init__(self, document: Document) -> None:
        self.steps = flow(document)
        self._document = document

    def cut_at(self, index: int) -> Cut | None:
        """The cut at the end of a step, None where it ends as it may."""
        step = self.steps[index]
        if not step.is_prose:
            return None
        text = step.text
        if text[-1] in "。？！…" or self._is_label(step, text):
            return None
        start = max(text.rfind(end, 0, len(text)) for end in _SENTENCE_ENDS) + 1
        sentence = text[start:].lstrip()
        after = self.steps[index + 1] if index + 1 < len(self.steps) else None
        start = len(text) - len(sentence)
        candidate = _Candidate(step, start, sentence, ending(sentence), after, self._following(index))
        if candidate.ending is Ending.CLOSED:
            return None
        sequel = self._sequel(candidate)
        if not self._breaks_off(candidate, sequel):
            return None
        has_place = sequel in (Sequel.GOES_ON, Sequel.OVERLAPS, Sequel.STARTS_AGAIN)
        return Cut(step, start, candidate.ending, sequel, candidate.following if has_place else None)

    def _is_label(self, step: Step, text: str) -> bool:
        """Ends in a link, is a caption or a note, or isn't Japanese prose."""
        behind = self._document.text[step.span.end : step.span.end + 1]
        return (behind == "]" and text[-1] != "]") or _LABEL.match(text) is not None or _KANA.search(text) is None

    def _following(self, index: int) -> Step | None:
        for position in range(index + 1, len(self.steps)):
            step = self.steps[position]
            if step.is_prose:
                return step
            if step.kind not in ("leftover", "break"):
                return None
        return None

    def _sequel(self, cut: _Candidate) -> Sequel:
        if cut.following is not None:
            following = without_leading_dots(cut.following.text)
            if self._is_written_again(cut, following):
                return Sequel.OVERLAPS
            if _goes_on(cut, following):
                return Sequel.GOES_ON
            if self._first_places.get(following[:_LONG], cut.following.span.start) < cut.following.span.start:
                return Sequel.STARTS_AGAIN
        if cut.after is None:
            return Sequel.END
        if cut.after.kind in ("heading", "bold"):
            return Sequel.HEADING
        return Sequel.LEFTOVER if cut.after.kind == "leftover" else Sequel.NEW_TEXT

    def _is_written_again(self, cut: _Candidate, following: str) -> bool:
        overlap = _overlap(cut.step.text, following)
        is_whole = overlap == len(cut.step.text)
        if is_whole and cut.ending is Ending.BARE and overlap < _SHORT:
            # a label, and the sentence on what it names
            return cut.is_before_end_marker
        return overlap >= _SHORTEST_OVERLAP or is_whole

    def _breaks_off(self, cut: _Candidate, sequel: Sequel) -> bool:
        if sequel in (Sequel.OVERLAPS, Sequel.GOES_ON) or self._stands_elsewhere(cut):
            return True
        if cut.after is not None and (cut.after.kind == "aside" or _leads_into_list(cut.step, cut.after)):
            return False
        if cut.step.kind == "item":
            return self._item_breaks_off(cut)
        return self._paragraph_breaks_off(cut)

    def _paragraph_breaks_off(self, cut: _Candidate) -> bool:
        if cut.is_before_end_marker:
            return True
        length = len(cut.sentence)
        if cut.ending is Ending.OPEN:
            return length >= _SHORTEST or cut.follows_full_stop
        if cut.follows_full_stop:
            return cut.ending is Ending.LOOSE or self._share_ended("paragraph") > (
                _NEARLY_ALWAYS if cut.sentence[-1] == "」" else _MOSTLY
            )
        if cut.ending is Ending.LOOSE:
            return length >= _SHORT and self._share_ended("paragraph") > _MOSTLY
        return self._reads_as_sentence(cut.sentence) and self._share_ended("paragraph") > _NEARLY_ALWAYS

    def _reads_as_sentence(self, text: str) -> bool:
        """Whether it is built as sentences are, and headlines and labels are not."""
        if text[-1] in "か」":
            return len(text) >= _VERY_LONG and bool(_CLAUSE.search(text))
        return (len(text) >= _LONG and bool(_CLAUSE.search(text))) or (
            len(text) >= _SHORT and bool(_CONNECTED.match(text))
        )

    def _item_breaks_off(self, cut: _Candidate) -> bool:
        length = len(cut.sentence)
        is_last = cut.after is None or cut.after.kind != "item"
        if cut.ending is Ending.OPEN:
            return cut.follows_full_stop or (is_last and length >= _SHORT)
        if cut.ending is Ending.LOOSE or not cut.follows_full_stop:
            return cut.follows_full_stop and length >= _SHORT
        return length >= _SHORT and cut.sentence[-1] != "」" and self._share_ended("item") > _NEARLY_ALWAYS

    def _stands_elsewhere(self, cut: _Candidate) -> bool:
        """Whether another sentence of the document begins with all of this one and goes on without a space."""
        if len(cut.sentence) < (_SHORT if cut.follows_full_stop else _LONG):
            return False
        first = bisect_left(self._sentences, cut.sentence)
        longer = (said for said in self._sentences[first : first + 3] if said.startswith(cut.sentence))
        return any(len(said) > len(cut.sentence) + 2 and not said[len(cut.sentence)].isspace() for said in longer)

    @cached_property
    def _sentences(self) -> list[str]:
        return sorted({sentence.text for sentence in self._document.sentences})

    @cached_property
    def _first_places(self) -> dict[str, int]:
        """Where a sentence that begins with these characters stands first."""
        places: dict[str, int] = {}
        for sentence in self._document.sentences:
            opening = sentence.text[:_LONG]
            if len(opening) == _LONG and opening not in places:
                places[opening] = sentence.span.start
        return places

    def _share_ended(self, kind: str) -> float:
        return self._shares_ended[kind]

    @cached_property
    def _shares_ended(self) -> dict[str, float]:
        """How many of the longer paragraphs and items end in a full stop: the author's own habit."""
        ended: dict[str, list[bool]] = {"paragraph": [], "item": []}
        for step in self.steps:
            if step.kind in ended and step.end - step.start >= _VERY_LONG:
                ended[step.kind].append(bool(_ENDED.search(step.text[-1:])))
        return {kind: sum(answers) / len(answers) if answers else _MOSTLY for kind, answers in ended.items()}


def _goes_on(cut: _Candidate, following: str) -> bool:
    return (
        opens_mid_sentence(following)
        or is_one_word(cut.sentence, following)
        or (cut.ending is Ending.BARE and begins_with_suru(following))
    )


def _overlap(before: str, after: str) -> int:
    """How many of the last characters of `before` are also the first of `after`, all of it not counted."""
    longest = min(len(before), len(after) - 1, _LONGEST_OVERLAP)
    return next((n for n in range(longest, 0, -1) if before.endswith(after[:n])), 0)


def _leads_into_list(step: Step, after: Step) -> bool:
    if after.kind != "item" or step.block is None or after.block is None:
        return False
    return step.kind == "paragraph" or after.block.depth > step.block.depth


def starts(document: Document) -> list[tuple[Step, Cut | None]]:
    """The paragraphs that begin in the middle of a sentence, each with the cut they go on with, if there is one."""
    before = {cut.place: cut for cut in cuts(document) if cut.place and cut.sequel is not Sequel.STARTS_AGAIN}
    found: list[tuple[Step, Cut | None]] = []
    previous: Step | None = None
    for step in flow(document):
        cut = before.get(step)
        if (cut and cut.sequel is Sequel.GOES_ON) or _is_start(step, previous):
            found.append((step, cut))
        previous = step
    return found


def _is_start(step: Step, previous: Step | None) -> bool:
    if step.kind != "paragraph" or (previous is not None and previous.kind in ("aside", "item")):
        return False
    is_behind_leftover = previous is not None and previous.kind == "leftover"
    return opens_mid_sentence(without_leading_dots(step.text), surely=not is_behind_leftover)


def cut_span(cut: Cut) -> Span:
    """The sentence that breaks off."""
    return cut.step.source_span(cut.start, len(cut.step.text))


def opening_span(step: Step, *, at_comma: bool = False) -> Span:
    """The first sentence of a step, or with `at_comma` its first clause."""
    end = (_FIRST_CLAUSE if at_comma else _FIRST_SENTENCE).match(step.text)
    return step.source_span(0, end.end() if end else len(step.text))
