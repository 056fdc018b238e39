"""Passages that textlint's options allow: texts, or regular expressions between slashes."""

from __future__ import annotations

import re

from jlint.finding import Text
from jlint.javascript import python_regex
from jlint.rules.helpers.allow import allowed
from jlint.user_error import RuleError

_EXPRESSION = re.compile(r"/(?P<body>.+)/(?P<flags>[a-z]*)", re.DOTALL)


def is_expression(entry: str) -> bool:
    """Whether the entry is a regular expression."""
    return _EXPRESSION.fullmatch(entry) is not None


def passage_of(entry: str) -> str | Text:
    """The entry as jlint writes it, or why it can't be carried over."""
    literal = _EXPRESSION.fullmatch(entry)
    if literal is None:
        return entry
    body = python_regex(literal["body"], literal["flags"])
    passage = entry if body is None else f"/{body}/"
    try:
        allowed((passage,))
    except RuleError as error:
        return error.message
    return passage
