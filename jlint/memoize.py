"""Answers that are remembered by a text, as long as it is short."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

LONGEST = 2000
"""Characters up to which a text is remembered: texts that come again are short, and long ones would fill the memory."""

_Rest = ParamSpec("_Rest")
_Answer = TypeVar("_Answer")
_ByText = Callable[Concatenate[str, _Rest], _Answer]


def memoize(most: int) -> Callable[[_ByText[_Rest, _Answer]], _ByText[_Rest, _Answer]]:
    """Remembers what a function answers for the last `most` short texts, its first argument."""

    def decorate(function: _ByText[_Rest, _Answer]) -> _ByText[_Rest, _Answer]:
        memo: _ByText[_Rest, _Answer] = lru_cache(most)(function)

        @wraps(function)
        def answer(text: str, /, *rest: _Rest.args, **named: _Rest.kwargs) -> _Answer:
            return (memo if len(text) <= LONGEST else function)(text, *rest, **named)

        return answer

    return decorate
