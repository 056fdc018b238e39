"""What a rule reports: a finding at a span, optionally with a fix and with related places."""

from __future__ import annotations

import enum
from typing import Literal, NamedTuple

from msgspec import Struct

from jlint.span import Span

Language = Literal["ja", "en"]


class Severity(enum.IntEnum):
    """How severe a finding is. Ordered, so that `severity >= Severity.WARNING` works."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The word that configuration and reports use: `info`, `warning` or `error`."""
        return self.name.lower()

    @classmethod
    def named(cls, label: str) -> Severity:
        """The severity that `label` names. Raises KeyError for any other word."""
        return cls[label.upper()]


class Text(NamedTuple):
    """One message in both languages."""

    ja: str
    en: str

    def to(self, language: Language) -> str:
        """The message in `language`."""
        return self.ja if language == "ja" else self.en


class Edit(NamedTuple):
    """Replaces the text at `span` by `text`."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that fix one finding. Safe: applying it without review can't change what the author meant."""

    title: Text
    edits: tuple[Edit, ...]
    safe: bool


class Related(Struct, frozen=True):
    """Another place that a finding refers to, such as the first copy of a repeated sentence."""

    span: Span
    message: Text


class Finding(NamedTuple):
    """One defect, as its rule reports it: spans only. The engine adds severity, path and line.

    Findings of a rule with the same `group`, if it isn't empty, are one problem at several places of a document:
    reports join them. Those with the same `problem`, whatever their rules, are told by one of them. One that
    `ends_with_repeats` can only be judged, or goes away, when the document's repetitions are removed. `choices` are
    other repairs than the fix, the likeliest first: editors offer them, nothing applies them by itself. The `fix_note`
    says why the rule's fix isn't offered, or isn't safe, where its user could wonder.
    """

    rule: str
    span: Span
    message: Text
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    group: str = ""
    ends_with_repeats: bool = False
    problem: str = ""
    choices: tuple[Fix, ...] = ()
    fix_note: Text | None = None
