"""Which cuts are one problem: a generator that ran out twice on one passage, and the empty section it left behind."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from jlint.rules.helpers.artifact.cut import cuts
from jlint.rules.helpers.artifact.flow import flow
from jlint.rules.helpers.artifact.unfinished import Cut

if TYPE_CHECKING:
    from jlint.document import Block, Document


def problem_of_cut(document: Document, cut: Cut) -> str:
    """The name of the problem: that of the cut before, if this is in the paragraph that goes on with that one."""
    return _problems(document).of_cuts[cut.span.end]


def problem_before_heading(document: Document, heading: Block) -> str:
    """The name of the problem of the cut before a heading, if only headings are in between; else empty."""
    return _problems(document).before_headings.get(heading.span.start, "")


class _Problems(Struct, frozen=True):
    of_cuts: dict[int, str]
    """By the end of the cut."""
    before_headings: dict[int, str]
    """By the start of the heading."""


@lru_cache(maxsize=1)
def _problems(document: Document) -> _Problems:
    known = _Problems({}, {})
    before: Cut | None = None
    by_start: dict[int, str] = {}
    for cut in cuts(document):
        goes_on = before is not None and before.place == cut.step
        name = known.of_cuts[before.span.end] if before and goes_on else f"cut {cut.span.start}"
        known.of_cuts[cut.span.end] = by_start[cut.step.span.start] = name
        before = cut
    current = ""
    for step in flow(document) if by_start else ():
        if step.kind in ("heading", "bold"):
            if current and step.block is not None:
                known.before_headings[step.block.span.start] = current
        elif step.kind not in ("break", "leftover"):
            current = by_start.get(step.span.start, "")
    return known
