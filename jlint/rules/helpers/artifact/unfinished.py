"""Sentences that may break off, and those that do."""

from __future__ import annotations

from typing import NamedTuple

from jlint.rules.contract.base import Span
from jlint.rules.helpers.artifact.ending import Ending
from jlint.rules.helpers.artifact.flow import Step
from jlint.rules.helpers.artifact.sequel import Sequel

_CONTINUED_BELOW = (Sequel.GOES_ON, Sequel.OVERLAPS, Sequel.WRITTEN_AGAIN, Sequel.STARTS_OVER)


class Candidate(NamedTuple):
    """The last sentence of a step that ends without a full stop."""

    step: Step
    start: int
    sentence: str
    ending: Ending
    before: Step | None
    after: Step | None

    @property
    def follows_full_stop(self) -> bool:
        return "。" in self.step.text[: self.start]

    @property
    def is_label(self) -> bool:
        """Whether it is an item that is one sentence at most."""
        return self.step.kind == "item" and not self.follows_full_stop

    @property
    def is_before_end_marker(self) -> bool:
        return self.after is not None and self.after.kind == "leftover"


class Cut(NamedTuple):
    """A sentence that breaks off: it starts at `start` of the step's text. `place` is where the `sequel` is."""

    step: Step
    start: int
    ending: Ending
    sequel: Sequel
    place: Step | None
    stands_alone: bool = True
    """Whether nothing but its own end tells that it breaks off."""

    @property
    def text(self) -> str:
        """The sentence as far as it goes."""
        return self.step.text[self.start :]

    @property
    def span(self) -> Span:
        """The span of the sentence."""
        return self.step.source_span(self.start, len(self.step.text))

    @property
    def lacks_only_a_stop(self) -> bool:
        """Whether it may be complete but for the full stop."""
        is_continued_below = self.sequel in _CONTINUED_BELOW
        is_open = self.text.rfind("「") > self.text.rfind("」")
        return self.ending is Ending.FINAL and not is_continued_below and not is_open
