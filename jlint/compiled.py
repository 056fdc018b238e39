"""Regular expressions that are compiled on first use: each would add up to some milliseconds to start-up."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, AnyStr

from jlint.expression_codes import compile_or_recall

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "scanner")
_ATTRIBUTES = ("groups", "groupindex")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled at its first use."""
    return compile_or_recall(pattern)


class _Known:
    """Has everything of a compiled pattern as attributes of its own: as quick to look up as in the pattern itself."""

    def __init__(self, pattern: str | bytes, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    def __repr__(self) -> str:
        return f"lazy_pattern({self.pattern!r}, {self._flags})"


class _Lazy(_Known):
    """An expression that nothing has been searched for yet."""

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS and name not in _ATTRIBUTES and name != "flags":
            raise AttributeError(name)
        pattern, compiler = self.pattern, compile_or_recall if isinstance(self.pattern, str) else re.compile
        made: re.Pattern[Any] = compiler(pattern, self._flags)  # type: ignore[arg-type]
        for each in (*_METHODS, *_ATTRIBUTES, "flags"):
            setattr(self, each, getattr(made, each))
        self.__class__ = _Known  # type: ignore[assignment]
        return getattr(self, name)


if TYPE_CHECKING:

    def lazy_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
        """An expression of a module: it does what the compiled pattern does, and is compiled at its first use."""
else:
    lazy_pattern = _Lazy
