"""Short texts in which a regular expression matches, made from the expression itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import islice

from jlint.prh.terms import Term
from jlint.rules.literals import needed_literals
from jlint.rules.pattern import TIME_LIMIT, PatternSpec, compile_match

_BESIDE = ("", "あ", "ア", "漢", "。", "1", "2024", "a", "A", " ")
"""What is put before and behind a literal: a little of each kind of character that expressions ask for."""
_MOST = 24
_FRAMES = {"heading": "# *", "item": "- *", "cell": "| 表 |\n|---|\n| * |", "code": "```\n*\n```"}


def probes_of_pattern(spec: PatternSpec) -> Iterator[str]:
    """Markdown for the pattern, made from its words or its expression, for each kind of block that it looks at."""
    pattern = compile_match(spec.match)
    words = needed_literals(spec.match) if isinstance(spec.match, str) else spec.match
    for text in _matched(words, lambda text: pattern.search(text, timeout=TIME_LIMIT) is not None):
        for where in sorted(spec.where):
            yield _FRAMES.get(where, "*").replace("*", text)


def probes_of_term(term: Term) -> list[str]:
    """Texts for a dictionary's term, made from its spelling or its expression."""
    return _matched([term.literal] if term.literal else needed_literals(term.match), lambda text: any(term.hits(text)))


def _matched(literals: Collection[str], is_match: Callable[[str], bool]) -> list[str]:
    """Texts of which `is_match` holds: the literals, with characters of several kinds on either side.

    There are none for an expression that asks for more, such as two literals with something between them.
    """
    sides = [(before, after) for after in _BESIDE for before in _BESIDE]
    texts = (before + literal + after for before, after in sides for literal in sorted(literals) or [""])
    try:
        return list(islice(filter(is_match, texts), max(_MOST, len(literals))))
    except (TimeoutError, MemoryError):
        return []
