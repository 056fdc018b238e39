"""JSON that can be shown anywhere and that every parser accepts."""

from __future__ import annotations

import json
from re import Match
from typing import Any

from jlint.compiled import compiled
from jlint.printable import BEYOND_ASCII, CI_COMMAND


def as_json(value: Any, indent: int | None = None) -> str:
    """The value as JSON, see `inert`."""
    return inert(json.dumps(value, ensure_ascii=False, indent=indent))


def inert(text: str) -> str:
    """The JSON text with JSON's escapes for what a terminal or a CI server would act upon; the data stay the same.

    The exception is a lone surrogate, which many parsers refuse: it becomes what `printable` returns for it.
    """
    text = compiled(f"[{BEYOND_ASCII}]").sub(_escaped, text)
    return compiled(CI_COMMAND).sub(_escaped, text) if "##" in text else text


def _escaped(match: Match[str]) -> str:
    character = match[0]
    if "\ud800" <= character <= "\udfff":
        return rf"\\u{ord(character):04x}"
    units = character.encode("utf-16-be")
    return "".join(rf"\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
