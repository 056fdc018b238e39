"""The contract of rules that look at all files of a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from jlint.finding import Text
from jlint.rules.contract.base import Rule
from jlint.span import Span

if TYPE_CHECKING:
    from jlint.document import Document


class Fact(Struct, frozen=True):
    """What one file contributes: a `key` that other files may share, and where it is."""

    span: Span
    key: str


class SharedFact(Struct, frozen=True):
    """A fact as the conclusion sees it: `number` is its place among the facts of the run, `path` its file."""

    number: int
    path: str
    line: int
    key: str


class Conclusion(Struct, frozen=True):
    """A finding at the fact `at`, and the facts elsewhere that it refers to."""

    at: SharedFact
    message: Text
    related: tuple[tuple[SharedFact, Text], ...] = ()


class CrossRule(Rule):
    """A rule about several files.

    `collect` runs on each file, perhaps in another process or long before; its facts must be picklable. `conclude`
    runs once over the facts of all files, in order of path and place, without the documents. It runs in every run
    and so may read files that are not linted, such as the other posts of a site.
    """

    across = True

    def collect(self, document: Document) -> Iterable[Fact]:
        """The facts that the document contributes."""
        raise NotImplementedError

    def conclude(self, facts: Sequence[SharedFact]) -> Iterator[Conclusion]:
        """The findings over all files."""
        raise NotImplementedError
