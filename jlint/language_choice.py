"""The language that a locale, or the nearest configuration by one of its lines, names for messages."""

from __future__ import annotations

import os
import re
from typing import cast

from jlint.finding import Language

_NO_LANGUAGE = frozenset({"", "C", "POSIX"})
_NAMES = (".jlint.yaml", "rules.yaml")
_LINE = r"^language:[ \t]*[\"']?(ja|en)\b"
_MOST = 100_000


def language_of_locale(locale: str) -> Language | None:
    """The language for a locale, as `ja_JP.UTF-8` or `en-US`: English for all others than Japanese.

    None for those that name no language: C, POSIX, C.UTF-8 and an empty text.
    """
    name = re.split("[.@]", locale, maxsplit=1)[0]
    if name in _NO_LANGUAGE:
        return None
    return "ja" if re.match("ja(?![a-z])|japanese", name, re.IGNORECASE) else "en"


def language_configured_above(folder: str) -> Language | None:
    """What the nearest configuration above a folder says, read by its line alone: messages aren't to wait for YAML.

    Raises OSError if it can't be read.
    """
    while True:
        for name in _NAMES:
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                with open(path, encoding="utf-8", errors="replace") as file:
                    found = re.search(_LINE, file.read(_MOST), re.MULTILINE)
                return cast(Language, found[1]) if found else None
        parent = os.path.dirname(folder)
        if parent == folder or os.path.lexists(os.path.join(folder, ".git")):
            return None
        folder = parent


def language_around(folder: str, fallback: Language) -> Language:
    """That of the nearest configuration above a folder, `fallback` where it says nothing or can't be read."""
    try:
        return language_configured_above(folder) or fallback
    except OSError:
        return fallback
