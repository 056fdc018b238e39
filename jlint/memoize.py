"""Memoization by a text argument, for short texts only."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

LONGEST = 2000
"""Characters of the longest text that is cached: texts that come again are short, and long ones would fill memory."""

_Rest = ParamSpec("_Rest")
_Result = TypeVar("_Result")
_ByText = Callable[Concatenate[str, _Rest], _Result]


def memoize(most: int) -> Callable[[_ByText[_Rest, _Result]], _ByText[_Rest, _Result]]:
    """Caches what a function returns for the last `most` calls whose text, the first argument, is short."""

    def decorate(function: _ByText[_Rest, _Result]) -> _ByText[_Rest, _Result]:
        cached: _ByText[_Rest, _Result] = lru_cache(most)(function)

        @wraps(function)
        def wrapper(text: str, /, *rest: _Rest.args, **named: _Rest.kwargs) -> _Result:
            return (cached if len(text) <= LONGEST else function)(text, *rest, **named)

        return wrapper

    return decorate
