"""The option `allow` of rules about words: passages in which they report nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Annotated

from msgspec import Meta

from jlint.compiled import lazy_pattern
from jlint.document.word_search import WordSearch
from jlint.expressions.error import ExpressionError
from jlint.expressions.time import current_time
from jlint.expressions.user_expression import UserExpression, shown
from jlint.finding import Text
from jlint.rules.contract.base import RuleOptions, Span, doc
from jlint.span import SpanIndex
from jlint.user_error import RuleError

_FEW = 32
"""Up to this many texts are searched one by one around a place, more of them all at once in the whole text."""
_PATTERN = lazy_pattern(r"/(?P<body>.+)/(?P<flags>[a-z]*)", re.DOTALL)


class AllowOptions(RuleOptions):
    """The option that such rules share."""

    allow: Annotated[
        tuple[Annotated[str, Meta(min_length=1)], ...],
        doc(
            "指摘しない語句。その語句に重なる指摘は出さない。/…/ と書くと正規表現",
            "Passages to leave alone: nothing that overlaps one is reported. /…/ is a regular expression",
        ),
    ] = ()

    def __post_init__(self) -> None:
        """Raises RuleError for a regular expression that can't be read."""
        allowed(self.allow)


class Allowed:
    """Decides whether a place lies in an allowed passage. Raises RuleError for a regular expression that can't be read.

    The methods raise RuleError too, if an expression takes too long.
    """

    def __init__(self, allow: Iterable[str], key: str = "allow") -> None:
        self._texts = tuple(text for text in allow if text and not _PATTERN.fullmatch(text))
        self._expressions = tuple(_expression(text, key) for text in allow if _PATTERN.fullmatch(text))

    @cached_property
    def _search(self) -> WordSearch:
        return WordSearch(self._texts)

    def covers(self, text: str, start: int, end: int) -> bool:
        """Whether an allowed passage of `text` shares a character with the range from `start` to `end`."""
        place = Span(start, end)
        if len(self._texts) <= _FEW and any(_stands_at(passage, text, place) for passage in self._texts):
            return True
        return bool(self._expressions or len(self._texts) > _FEW) and self._index(text).overlaps(place)

    def stand_in(self, text: str) -> bool:
        """Whether there is an allowed passage anywhere in the text."""
        return any(passage in text for passage in self._texts) or any(each.is_in(text) for each in self._expressions)

    def spans(self, text: str) -> list[Span]:
        """Where the allowed passages stand in the text, in no order."""
        spans = [Span(*span) for expression in self._expressions for span in expression.spans(text)]
        return spans + [Span(start, start + len(passage)) for passage, start in self._search.places(text)]

    def cut_from(self, text: str) -> str:
        """The text without the allowed passages."""
        for passage in self._texts:
            text = text.replace(passage, "")
        for expression in self._expressions:
            ends = [0]
            kept: list[str] = []
            for start, end in expression.spans(text):
                kept.append(text[ends[-1] : start])
                ends.append(end)
            text = "".join([*kept, text[ends[-1] :]])
        return text

    def _index(self, text: str) -> SpanIndex:
        """Where the expressions match, and the texts if there are many; searched once per text of a file."""
        time = current_time()
        known = time.known(self, text)
        if not isinstance(known, SpanIndex):
            spans = [Span(*span) for expression in self._expressions for span in expression.spans(text)]
            if len(self._texts) > _FEW:
                spans += [Span(start, start + len(passage)) for passage, start in self._search.places(text)]
            known = SpanIndex(spans)
            time.keep(self, text, known)
        return known


@lru_cache(maxsize=256)
def allowed(allow: tuple[str, ...], key: str = "allow") -> Allowed:
    """The passages of an option `allow`, built once. `key` is the name of the option in messages."""
    return Allowed(allow, key)


def _stands_at(passage: str, text: str, place: Span) -> bool:
    return passage in text[max(0, place.start - len(passage) + 1) : place.end + len(passage) - 1]


def _expression(entry: str, key: str) -> UserExpression:
    parts = _PATTERN.fullmatch(entry)
    body, flags = (parts["body"], parts["flags"]) if parts else (entry, "")
    name = shown(entry)
    called = Text(f"{key} の正規表現 {name} ", f"The regular expression {name} in {key}")
    expression = UserExpression(body, called, ignore_case="i" in flags)
    try:
        expression.check()
    except ExpressionError as error:
        raise RuleError(
            ja=f"{key} の正規表現 {name} が読めません: {error.message.ja}。書き直してください",
            en=f"The regular expression {name} in {key} can't be read: {error.message.en}. Correct it",
        ) from None
    return expression
