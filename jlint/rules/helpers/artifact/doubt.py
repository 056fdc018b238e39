"""Which of the sentences that seem to break off may have been left so: blogs and manuals do it for a pause or a box.

A document that was generated or pasted together shows it in more than one place: by what a tool left, by a passage that
stands in it twice. Without such a sign, a comma before a blank line, a noun without a full stop and a line of its own
are taken as meant, and only what no sentence can end in is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from jlint.compiled import lazy_pattern
from jlint.document import OBJECT, Document
from jlint.document.token import tokenize
from jlint.letters import letters
from jlint.rules.helpers.artifact.ending import Ending
from jlint.rules.helpers.artifact.evidence import shows_generation
from jlint.rules.helpers.artifact.flow import Step
from jlint.rules.helpers.artifact.habits import POLITE, Habits
from jlint.rules.helpers.artifact.leftover_lines import leftover_lines
from jlint.rules.helpers.artifact.sequel import Sequel
from jlint.rules.helpers.artifact.unfinished import Cut

_BELOW = (Sequel.GOES_ON, Sequel.UNCLEAR, Sequel.ASIDE, Sequel.STARTS_AGAIN, Sequel.OVERLAPS)
"""What follows is a stretch of the same section."""
_OVERLAP, _LONG_OVERLAP = 4, 12
"""Letters said twice that are no chance; as many as no noun has that the next sentence takes up."""
_WISH = 20
"""Characters below which 「それではよい一日を」 is all that was to be said."""
_ABOUT, _TOPIC = lazy_pattern("[はが、，]"), lazy_pattern("[は、，]")
_TRAILS_OFF = lazy_pattern("(?:が|けれ?ど|けども?|けれども|し|ので|のに|から|て|で|って)[、，]\\Z")
_ELLIPTICAL = lazy_pattern(
    "(?:も|[(（]|っと|とは|みたいな|的な|って|[いるただな]の)\\Z|\\A(?:(?:それ)?では|(?:それ)?じゃあ?|というわけで|なあ?)\\Z"
)
"""Last words after which speech and notes leave the rest unsaid: 三十分かかる場合も, 明日も頑張ろうっと, 歌みたいな."""
_STEM, _LOOKED_AT = lazy_pattern("[いきしちひみりぎじびぴえけせねめれげぜべぺ]\\Z"), 30
_PARTICLES = frozenset("をがのにはもへとで")
_SET_OFF = lazy_pattern(r"[ \t\u3000]*(?:[`*_<>\[!{|$\\〈《【・●■◆▼↓→]|https?:|[ \u3000]{2})")
"""Code, bold, a tag, a link, a picture, a box, a bullet, an indented line."""
_SENTENCE_END = lazy_pattern("[。．！？!?]")
_SHORT_LINE = 60


def without_doubtful(found: Sequence[Cut], document: Document, steps: Sequence[Step], habits: Habits) -> list[Cut]:
    """The cuts that can't be meant, as far as the rest of the document tells."""
    if not found or leftover_lines(document):
        return list(found)
    if shows_generation(document):
        is_alone = all(cut.stands_alone or _is_polite(cut) for cut in found)
        return [cut for cut in found if not (is_alone and _may_be_line(cut, steps))]
    doubts = _Doubts(document, steps, habits)
    return [cut for cut in found if doubts.is_proven(cut) or not doubts.may_be_meant(cut)]


def _may_be_line(cut: Cut, steps: Sequence[Step]) -> bool:
    """Whether a heading or the next paragraph may be what the line leads to, whatever else stands twice."""
    if _leaves_the_rest_unsaid(cut) or _is_polite(cut):
        return True
    if cut.sequel is Sequel.HEADING:
        after = next((step for step in steps if step.span.start >= cut.span.end), None)
        return (
            (after is not None and _leads_into_bold(cut, after))
            or cut.ending is not Ending.OPEN
            or cut.text[-1] in "、，"
        )
    return cut.start == 0 and cut.sequel is Sequel.UNCLEAR and cut.ending in (Ending.BARE, Ending.FINAL)


def _is_stem(cut: Cut) -> bool:
    """Whether it ends in the form of a verb that is a noun as well, as notes do: 振り返り."""
    return _STEM.search(cut.text) is not None and tokenize(cut.text[-_LOOKED_AT:])[-1].pos1 == "動詞"


def _leads_into_bold(cut: Cut, after: Step) -> bool:
    return after.kind == "bold" and cut.text[-1] in _PARTICLES


def _is_polite(cut: Cut) -> bool:
    """Whether it is a whole sentence but for the stop."""
    is_told_once = cut.sequel in (Sequel.UNCLEAR, Sequel.STARTS_AGAIN, Sequel.ASIDE, Sequel.HEADING)
    return is_told_once and cut.ending is Ending.FINAL and POLITE.search(cut.text) is not None


def _leaves_the_rest_unsaid(cut: Cut) -> bool:
    is_wish = cut.text[-1] == "を" and len(cut.text) < _WISH and "、" not in cut.text
    return is_wish or _ELLIPTICAL.search(cut.text) is not None


class _Doubts:
    """Those about one document that shows no other sign of a slip."""

    def __init__(self, document: Document, steps: Sequence[Step], habits: Habits) -> None:
        self._source = document.text
        self._lines = document.lines
        self._habits = habits
        self._next = dict(pairwise(steps))

    def is_proven(self, cut: Cut) -> bool:
        """Whether what follows belongs to the sentence beyond doubt, and isn't just wrapped around a line."""
        if cut.stands_alone or cut.place is None or self._is_line_of_its_own(cut):
            return False
        if cut.start == 0 and cut.ending in (Ending.BARE, Ending.FINAL):  # a line that is taken up below, unless halved
            is_word = cut.ending is Ending.BARE and cut.place.kind == "paragraph"
            return cut.sequel is Sequel.GOES_ON and is_word and cut.place.text[0] not in _PARTICLES
        if cut.sequel is Sequel.OVERLAPS:
            may_share_a_noun = cut.ending is Ending.BARE or cut.step.kind == "item"
            return _overlap(cut.text, cut.place.text) >= (_LONG_OVERLAP if may_share_a_noun else _OVERLAP)
        if cut.sequel is Sequel.GOES_ON:
            return not (cut.text[-1].isascii() and cut.place.text[0].isascii())
        return cut.sequel in (Sequel.WRITTEN_AGAIN, Sequel.STARTS_OVER)

    def may_be_meant(self, cut: Cut) -> bool:
        """Whether an author may have ended the paragraph or the item there."""
        is_last = cut.sequel is Sequel.END
        if cut.ending is not Ending.OPEN:
            return not (is_last and cut.start > 0 and self._is_surely_a_sentence(cut))
        if cut.text[-1] in "、，":
            return not (is_last or self._is_last_item(cut)) or cut.start == 0 or self._trails_off(cut)
        if cut.start == 0 and (cut.step.kind == "item" or cut.sequel in _BELOW):
            return True
        if _leaves_the_rest_unsaid(cut) or _is_stem(cut):
            return True
        after = self._next.get(cut.step)
        return (after is not None and _leads_into_bold(cut, after)) or (
            cut.sequel in _BELOW and self._is_set_off(after)
        )

    def _is_surely_a_sentence(self, cut: Cut) -> bool:
        """Whether it is more than words that many end with, in a text where no paragraph ends so."""
        if cut.ending is Ending.FINAL:
            return True
        return _ABOUT.search(cut.text) is not None and self._habits.always_ends_paragraphs(cut.step)

    def _trails_off(self, cut: Cut) -> bool:
        return cut.step.kind != "item" and _TRAILS_OFF.search(cut.text) is not None

    def _is_last_item(self, cut: Cut) -> bool:
        """Whether it ends a list, from which no sentence leads on to what stands below."""
        after = self._next.get(cut.step)
        return (
            cut.step.kind == "item" and after is not None and after.kind == "paragraph" and not self._is_set_off(after)
        )

    def _is_line_of_its_own(self, cut: Cut) -> bool:
        """Whether it is a line of its own that ends in a comma, or says nothing about anything: a name, a title."""
        start = cut.span.start
        line = self._lines.span(self._lines.line_of(start)).start
        is_line = cut.start == 0 or not self._source[line:start].strip(" \t\u3000>*_-+#")
        is_named = cut.ending in (Ending.BARE, Ending.LOOSE) and _TOPIC.search(cut.text) is None
        return is_line and (is_named or cut.text[-1] in "、，")

    def _is_set_off(self, step: Step | None) -> bool:
        """Whether it is shown rather than told: code, a box, a line without a full stop."""
        if step is None or step.kind != "paragraph":
            return True
        block = step.block
        start = block.span.start if block else step.span.start
        line = self._lines.span(self._lines.line_of(start)).start
        is_short = len(step.text) <= _SHORT_LINE and _SENTENCE_END.search(step.text) is None
        return step.text[0] == OBJECT or is_short or _SET_OFF.match(self._source, line) is not None


def _overlap(before: str, after: str) -> int:
    """With how many of the last letters of `before` the text `after` begins."""
    ends, begins = letters(before), letters(after[: 2 * len(before)])
    return next((n for n in range(min(len(ends), len(begins)), 0, -1) if ends.endswith(begins[:n])), 0)
