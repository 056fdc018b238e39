"""The project's own words, which are not typos, and whether a span is in one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property
from hashlib import blake2b

from jlint.span import Span

_LONG = 64
"""Longer words are searched for one by one: looking up every substring of their length would take longer."""


class OwnWords:
    """A set of words, perhaps very many, that finds whether one of them covers a span."""

    def __init__(self, words: Collection[str] = ()) -> None:
        self._in_order = words
        self._words = frozenset(words)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OwnWords) and self._words == other._words

    def __hash__(self) -> int:
        return hash(self._words)

    def __iter__(self) -> Iterator[str]:
        return iter(self._in_order)

    @cached_property
    def digest(self) -> str:
        """A digest of the words in their order; for a set of words it differs between processes."""
        return blake2b("\n".join(self._in_order).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    @cached_property
    def _lengths(self) -> tuple[int, ...]:
        return tuple(sorted({*map(len, self._words)}))

    @cached_property
    def _long_ones(self) -> tuple[str, ...]:
        return tuple(word for word in self._words if len(word) > _LONG)

    def cover(self, text: str, span: Span) -> bool:
        """Whether the span is in one of the words. An empty span at a word's edge isn't."""
        return any(
            at <= span.start and span.end <= at + length and (span.start < span.end or at < span.start < at + length)
            for at, length in self._near(text, span)
        )

    def _near(self, text: str, span: Span) -> Iterator[tuple[int, int]]:
        for length in self._lengths:
            if length > _LONG:
                break
            for at in range(max(0, span.end - length), min(span.start, len(text) - length) + 1):
                if text[at : at + length] in self._words:
                    yield at, length
        for word in self._long_ones if self._lengths and self._lengths[-1] > _LONG else ():
            at = text.find(word, max(0, span.start - len(word)), span.end + len(word))
            while at >= 0:
                yield at, len(word)
                at = text.find(word, at + 1, span.end + len(word))
