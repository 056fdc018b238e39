"""The patterns of .gitignore, matched in time that grows with the path and doesn't explode with the number of stars.

pathspec translates a pattern to a regular expression in which every star may match any part of the path: for
`*a*a*a*b` Python tries all combinations. Of the stars in one name, and of the `**` between names, each but the last can
match as little as possible, because whatever could follow a later end can follow an earlier one. So those are put into
atomic groups, into which Python doesn't backtrack.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pathspec import GitIgnoreSpec
from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

from jlint.compiled import lazy_pattern

_STAR = r"\[\^/\]\*"
_LETTER = r"(?:\\.|\[\^?+\]?+(?:\\.|[^\]\\])*+\](?!\*)|[^\\\[/()])"
_STAR_BEFORE_STAR = lazy_pattern(rf"(?:{_STAR})+({_LETTER}*+)(?={_STAR})", re.DOTALL)
_ANY_FOLDERS = lazy_pattern(r"(\^\(\?:\.\+/\)\?|\(\?:/\.\+\)\?)")
_AT_START, _BETWEEN = "^(?:[^/]++/)*", "(?:/[^/]++)*"


def spec_of(lines: Iterable[str]) -> GitIgnoreSpec:
    """The lines of a .gitignore, ready to match paths. A line that can't be read matches nothing, as in git."""
    return GitIgnoreSpec.from_lines(lines, _Pattern, backend="simple")


def names_something(line: str) -> bool:
    """Whether the line is a pattern that can be read, not a comment, a blank or an unclosed bracket."""
    return _Pattern(line).include is not None


class _Pattern(GitIgnoreSpecPattern):
    __slots__ = ()

    @classmethod
    def pattern_to_regex(cls, pattern: Any) -> tuple[Any, bool | None]:
        try:
            regex, include = super().pattern_to_regex(pattern)
            without_choice = regex and _without_choice(regex)
            re.compile(without_choice or "")
        except (ValueError, re.error):
            return None, None
        return without_choice, include


def _without_choice(regex: str) -> str:
    """pathspec's expression with the same meaning, but only one way to match each path."""
    regex = _STAR_BEFORE_STAR.sub(r"(?>[^/]*?\1)", regex)
    before, *rest = _ANY_FOLDERS.split(regex)
    pairs = [(_AT_START if mark[0] == "^" else _BETWEEN, names) for mark, names in zip(*[iter(rest)] * 2, strict=True)]
    early = [f"(?>{folders}?{names}(?=/))" for folders, names in pairs[:-1]]
    return "".join([before, *early, *("".join(pair) for pair in pairs[-1:])])
