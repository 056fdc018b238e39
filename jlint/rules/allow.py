"""The option `allow` of rules about words: passages in which they have nothing to say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from jlint.rules.base import RuleError, RuleOptions, Span, doc
from jlint.span import SpanIndex

if TYPE_CHECKING:
    import regex

_SECONDS = 1.0
"""How long one of a user's own patterns may take on one text."""

_PATTERN = re.compile(r"/(?P<body>.+)/(?P<flags>[a-z]*)", re.DOTALL)


class AllowOptions(RuleOptions):
    """The option that such rules share."""

    allow: Annotated[
        tuple[Annotated[str, Meta(min_length=1)], ...],
        doc(
            "指摘しない語句。その語句に重なる指摘は出さない。/…/ と書くと正規表現",
            "Passages to leave alone: nothing that overlaps one is told. /…/ is a regular expression",
        ),
    ] = ()

    def __post_init__(self) -> None:
        """Raises RuleError for a regular expression that can't be read."""
        allowed(self.allow)


class Allowed:
    """Says whether a place lies in an allowed passage. Raises RuleError for a regular expression that can't be read."""

    def __init__(self, allow: Iterable[str]) -> None:
        self._texts = tuple(text for text in allow if text and not _PATTERN.fullmatch(text))
        self._patterns = tuple(_compiled(text) for text in allow if _PATTERN.fullmatch(text))

    def covers(self, text: str, start: int, end: int) -> bool:
        """Whether an allowed passage of `text` shares a character with what stands from `start` to `end`."""
        place = Span(start, end)
        return any(_stands_at(passage, text, place) for passage in self._texts) or any(
            _places(pattern, text).overlaps(place) for pattern in self._patterns
        )

    def cut_from(self, text: str) -> str:
        """The text without the allowed passages."""
        for passage in self._texts:
            text = text.replace(passage, "")
        for pattern in self._patterns:
            ends = [0]
            kept: list[str] = []
            for match in _matches(pattern, text):
                kept.append(text[ends[-1] : match.start()])
                ends.append(match.end())
            text = "".join([*kept, text[ends[-1] :]])
        return text


@lru_cache(maxsize=256)
def allowed(allow: tuple[str, ...]) -> Allowed:
    """The passages of an option `allow`, made once."""
    return Allowed(allow)


def _stands_at(passage: str, text: str, place: Span) -> bool:
    return passage in text[max(0, place.start - len(passage) + 1) : place.end + len(passage) - 1]


def _compiled(entry: str) -> regex.Pattern[str]:
    import regex

    parts = _PATTERN.fullmatch(entry)
    body, flags = (parts["body"], parts["flags"]) if parts else (entry, "")
    try:
        return regex.compile(body, regex.IGNORECASE if "i" in flags else 0)
    except regex.error as error:
        raise RuleError(
            ja=f"allow の正規表現 {entry} が読めません: {error}。書き直してください",
            en=f"The regular expression {entry} in allow can't be read: {error}. Correct it",
        ) from None


@lru_cache(maxsize=16)
def _places(pattern: regex.Pattern[str], text: str) -> SpanIndex:
    """Where the pattern matches: a rule asks for one place of a text after the other."""
    return SpanIndex(Span(*match.span()) for match in _matches(pattern, text))


def _matches(pattern: regex.Pattern[str], text: str) -> list[regex.Match[str]]:
    try:
        return list(pattern.finditer(text, timeout=_SECONDS))
    except (TimeoutError, MemoryError):
        raise RuleError(
            ja=f"allow の正規表現 /{pattern.pattern}/ に時間がかかりすぎます。書き直してください",
            en=f"The regular expression /{pattern.pattern}/ in allow takes too long. Rewrite it",
        ) from None
