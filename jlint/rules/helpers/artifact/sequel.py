"""What comes after a sentence that breaks off, as far as the text itself shows."""

from __future__ import annotations

import enum
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from jlint.document import Document
from jlint.rules.helpers.artifact.ending import Ending
from jlint.rules.helpers.artifact.flow import Step
from jlint.rules.helpers.artifact.prose_letters import ProseLetters, with_stops
from jlint.rules.helpers.artifact.seam import Seam
from jlint.rules.helpers.link_block import only_points_elsewhere, sections

_LABEL = 12
"""Letters below which a line that ends in a noun may be a label."""
_LINE = 40
"""Letters below which a line may be a heading that isn't marked as one."""
_PASSAGE = 20
"""Letters that must occur further up for a text to start again there; of a shorter paragraph, all."""
_SHORTEST_PASSAGE = 10
_BEHIND_HEADING = 8
"""Letters of a sentence that make it the same sentence after the next heading."""


class Sequel(enum.Enum):
    """What comes after a cut."""

    GOES_ON = enum.auto()
    OVERLAPS = enum.auto()
    WRITTEN_AGAIN = enum.auto()
    STARTS_OVER = enum.auto()
    STARTS_AGAIN = enum.auto()
    UNCLEAR = enum.auto()
    HEADING = enum.auto()
    ASIDE = enum.auto()
    END = enum.auto()


class Fragment(Struct, frozen=True):
    """What may break off: the sentence at the end of the step with this `number`, from `start` of the step's text."""

    number: int
    step: Step
    start: int
    ending: Ending

    @property
    def ends_in_noun(self) -> bool:
        return self.ending is Ending.BARE


class Aftermath(NamedTuple):
    """What comes after a fragment, and where that is."""

    sequel: Sequel
    place: Step | None = None
    is_proven: bool = False
    """Whether the same words stand elsewhere in one piece."""


class Sequels:
    """Finds out what follows the fragments of one document."""

    def __init__(self, document: Document, steps: tuple[Step, ...]) -> None:
        self._document = document
        self._steps = steps

    def after(self, fragment: Fragment) -> Aftermath:
        """What comes after a fragment; markers and breaks are skipped."""
        ahead = self._ahead(fragment.number)
        if ahead is None or ahead.span.start >= self._end_of_text:
            return Aftermath(Sequel.END)
        if ahead.kind in ("heading", "bold"):
            return self._behind_heading(fragment)
        if not ahead.is_prose:
            return Aftermath(Sequel.ASIDE)
        return self._at_seam(fragment, ahead)

    def _ahead(self, index: int, *passed: str) -> Step | None:
        """The next step that is not a marker, a break or of a kind that may be `passed`."""
        for number in range(index + 1, len(self._steps)):
            step = self._steps[number]
            if step.kind not in ("leftover", "break", *passed):
                return step
        return None

    def _behind_heading(self, fragment: Fragment) -> Aftermath:
        following = self._ahead(fragment.number, "heading", "bold")
        if following is not None and following.is_prose:
            seam = _seam(fragment, following)
            if seam.is_written_again_at_once and len(seam.sentence_letters) >= _BEHIND_HEADING:
                return Aftermath(Sequel.WRITTEN_AGAIN, following)
        return Aftermath(Sequel.HEADING)

    def proves_cut(self, fragment: Fragment) -> bool:
        """Whether what follows proves that the fragment breaks off, whatever it looks like itself."""
        seam = self._seam_ahead(fragment)
        if seam is None:
            return False
        return seam.surely_overlaps or seam.surely_goes_on or (fragment.ends_in_noun and seam.goes_on_as_verb)

    def overlaps(self, fragment: Fragment) -> bool:
        """Whether the next stretch of prose begins with the last words of the fragment, but not with all of it."""
        seam = self._seam_ahead(fragment)
        return seam is not None and seam.surely_overlaps and not seam.is_written_again_at_once

    def overlap(self, fragment: Fragment) -> int:
        """With how many of the fragment's last letters the next stretch of prose begins."""
        seam = self._seam_ahead(fragment)
        return seam.overlap if seam else 0

    def _seam_ahead(self, fragment: Fragment) -> Seam | None:
        following = self._ahead(fragment.number)
        if following is None or not following.is_prose:
            return None
        seam = _seam(fragment, following)
        return None if self._is_label(fragment, seam) else seam

    def _at_seam(self, fragment: Fragment, following: Step) -> Aftermath:
        seam = _seam(fragment, following)
        if self._is_label(fragment, seam):
            return Aftermath(Sequel.UNCLEAR, following)
        if seam.is_written_again:
            starts_over = self._starts_over(fragment, seam)
            return Aftermath(Sequel.STARTS_OVER if starts_over else Sequel.WRITTEN_AGAIN, following)
        sequel = self._by_other_places(fragment, following, seam)
        if sequel is not None:
            return Aftermath(sequel, following, sequel is not Sequel.STARTS_AGAIN)
        if seam.overlaps:
            return Aftermath(Sequel.OVERLAPS, following)
        goes_on = seam.goes_on or (fragment.ends_in_noun and seam.goes_on_as_verb)
        return Aftermath(Sequel.GOES_ON if goes_on else Sequel.UNCLEAR, following)

    def _by_other_places(self, fragment: Fragment, following: Step, seam: Seam) -> Sequel | None:
        """What follows, if it can be determined by where else the same words occur."""
        before, after = with_stops(fragment.step.text[-2 * _PASSAGE :]), with_stops(seam.after[: 2 * _PASSAGE])
        if self._prose.runs_on_elsewhere(before[: len(before) - seam.overlap], after, following):
            return Sequel.OVERLAPS if seam.overlap else Sequel.GOES_ON
        return Sequel.STARTS_AGAIN if self._stands_before(fragment, after) else None

    def _stands_before(self, fragment: Fragment, after: str) -> bool:
        """Whether the text that follows begins with words from further up."""
        opening = after[:_PASSAGE]
        return len(opening) >= _SHORTEST_PASSAGE and self._prose.stands_before(fragment.step, fragment.start, opening)

    def _starts_over(self, fragment: Fragment, seam: Seam) -> bool:
        """Whether the text that repeats a sentence begins with what precedes that sentence."""
        if seam.is_written_again_at_once:
            return seam.overlap > len(seam.sentence_letters)
        return self._stands_before(fragment, with_stops(seam.after[: 2 * _PASSAGE]))

    def _is_label(self, fragment: Fragment, seam: Seam) -> bool:
        """Whether the fragment is a line of its own that names the subject of the next paragraph."""
        if fragment.start > 0 or not fragment.ends_in_noun or self._steps[fragment.number + 1].kind == "leftover":
            return False
        if len(seam.sentence_letters) < _LABEL and seam.is_written_again_at_once:
            return True
        return len(seam.sentence_letters) < _LINE and seam.takes_up_a_noun

    @cached_property
    def _prose(self) -> ProseLetters:
        return ProseLetters(self._steps)

    @cached_property
    def _end_of_text(self) -> int:
        """Where the text ends and only pointers to other pages follow."""
        end = 0
        for section in sections(self._document):
            has_text = any(block.kind not in ("heading", "break") for block in section)
            if has_text and not only_points_elsewhere(section, self._document.text):
                end = section[-1].span.end
        return end


def _seam(fragment: Fragment, following: Step) -> Seam:
    """The place where a fragment meets what follows. Latin words in two items of a list are not halves of one."""
    are_items = fragment.step.kind == following.kind == "item"
    return Seam(fragment.step.text, fragment.start, following.text, joins_latin=not are_items)
