"""What a rule says: a finding at a span, perhaps with a fix and with other places it speaks of."""

from __future__ import annotations

import enum
from typing import Literal, NamedTuple

from jlint.span import Span

Language = Literal["ja", "en"]


class Severity(enum.IntEnum):
    """How much a finding weighs. Ordered, so that `severity >= Severity.WARNING` reads as it sounds."""

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
    """Put `text` in the place of what stands at `span`."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that repair one finding. Safe: applying it unread can't change what the author meant."""

    title: Text
    edits: tuple[Edit, ...]
    safe: bool


class Related(NamedTuple):
    """Another place that a finding speaks of, such as the first copy of a repeated sentence."""

    span: Span
    message: Text


class Finding(NamedTuple):
    """One defect, as its rule sees it: spans only. Severity, path and line come from the engine."""

    rule: str
    span: Span
    message: Text
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
