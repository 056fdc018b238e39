"""Texts of which one has to stand where a regular expression matches."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

from jlint.prh.terms import FOLDED

_MOST_CHOICES = 64


def needed_by(pattern: str) -> tuple[str, ...]:
    """The texts, folded; none where it can't be said, so that the expression has to be tried everywhere."""
    try:
        parsed: Any = import_module("re._parser").parse(pattern)
    except (ImportError, re.error):
        return ()
    best = _best(list(parsed))
    folded = {text.translate(FOLDED) for text in best}
    # other letters have cases too, which folding doesn't know
    has_case = parsed.state.flags & re.IGNORECASE and any(text.lower() != text for text in folded)
    return () if has_case or not all(folded) else tuple(sorted(folded))


def _best(items: list[Any]) -> frozenset[str]:
    """Of all sets that hold for the sequence the one whose shortest text is longest."""
    candidates: list[frozenset[str]] = []
    run: frozenset[str] = frozenset({""})
    for operation, argument in items:
        choices = _choices(str(operation), argument)
        if choices is not None and len(run) * len(choices) <= _MOST_CHOICES:
            run = frozenset(before + choice for before in run for choice in choices)
            continue
        candidates += [run, choices if choices is not None else _inside(str(operation), argument)]
        run = frozenset({""})
    return max([*candidates, run], key=lambda texts: min(map(len, texts), default=0))


def _choices(operation: str, argument: Any) -> frozenset[str] | None:
    """The texts that may stand here and no others; an empty one for what takes no room."""
    if operation == "LITERAL":
        return frozenset({chr(argument)})
    if operation in ("AT", "ASSERT", "ASSERT_NOT"):
        return frozenset({""})
    if operation == "IN":
        kinds = {str(kind) for kind, _ in argument}
        return frozenset(chr(code) for _, code in argument) if kinds == {"LITERAL"} else None
    if operation == "SUBPATTERN":
        return _exactly(list(argument[-1]))
    if operation == "BRANCH":
        branches = [_exactly(list(branch)) for branch in argument[1]]
        return None if None in branches else frozenset().union(*(branch for branch in branches if branch))
    return None


def _exactly(items: list[Any]) -> frozenset[str] | None:
    texts: frozenset[str] = frozenset({""})
    for operation, argument in items:
        choices = _choices(str(operation), argument)
        if choices is None or len(texts) * len(choices) > _MOST_CHOICES:
            return None
        texts = frozenset(before + choice for before in texts for choice in choices)
    return texts


def _inside(operation: str, argument: Any) -> frozenset[str]:
    """What is needed by a part whose texts can't be listed."""
    if operation == "SUBPATTERN":
        return _best(list(argument[-1]))
    if operation == "BRANCH":
        sets = [_best(list(branch)) for branch in argument[1]]
        return frozenset().union(*sets) if all(min(map(len, texts)) for texts in sets) else frozenset({""})
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and argument[0] > 0:
        return _best(list(argument[-1]))
    return frozenset({""})
