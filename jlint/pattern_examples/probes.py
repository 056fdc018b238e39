"""Short texts that a regular expression matches, generated from the expression itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from itertools import islice

from jlint.expressions.literals import needed_literals
from jlint.expressions.time import expression_time
from jlint.prh.terms import Term
from jlint.rules.helpers.pattern import PatternSpec, expression
from jlint.user_error import RuleError

_BESIDE = ("", "あ", "ア", "漢", "。", "1", "2024", "a", "A", " ")
"""What is put before and after a literal: some of each kind of character that expressions require."""
_MOST_OF_PATTERN, _MOST_OF_TERM = 24, 3
"""How many texts are generated from one expression. Dictionaries have thousands of them, mostly plain words."""
_FRAMES = {"heading": "# *", "item": "- *", "cell": "| 表 |\n|---|\n| * |", "code": "```\n*\n```"}


def probes_of_pattern(spec: PatternSpec) -> Iterator[str]:
    """Markdown for the pattern, generated from its words or its expression, for each kind of block that it checks."""
    if isinstance(spec.match, str):
        texts = _matched(needed_literals(spec.match), expression(spec.id, spec.match).is_in, _MOST_OF_PATTERN)
    else:
        texts = sorted(spec.match)
    for text in texts:
        for where in sorted(spec.where):
            yield _FRAMES.get(where, "*").replace("*", text)


def probes_of_term(term: Term) -> list[str]:
    """Texts for a dictionary's term, generated from its spelling or its expression."""
    words = [term.literal] if term.literal else {*needed_literals(term.match), *term.needed}
    return _matched(words, lambda text: any(term.hits(text)), _MOST_OF_TERM)


def _matched(literals: Collection[str], is_match: Callable[[str], bool], most: int) -> list[str]:
    """Texts that `is_match` accepts: the literals, with characters of several kinds on either side.

    There are none for an expression that requires more, such as two literals with something between them.
    """
    sides = [(before, after) for after in _BESIDE for before in _BESIDE]
    texts = (before + literal + after for before, after in sides for literal in sorted(literals) or [""])
    found: list[str] = []
    with expression_time(), suppress(RuleError):
        found.extend(islice(filter(is_match, texts), most))
    return found
