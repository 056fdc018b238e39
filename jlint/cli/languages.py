"""The language of the command line: --lang, JLINT_LANG, the nearest configuration, then the locale."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import cast

from jlint.finding import Language

VARIABLE = "JLINT_LANG"
LANGUAGES = ("ja", "en")
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The first of these that is set decides, as for the C library."""
_NONE = frozenset({"", "C", "POSIX"})
_NAMES = (".jlint.yaml", "rules.yaml")
_LINE = r"^language:[ \t]*[\"']?(ja|en)\b"
_MOST = 100_000
_on_command_line: Language | None = None


def choose(arguments: Sequence[str]) -> None:
    """Notes the language that `--lang` names anywhere before `--`, so that help and mistakes are told in it too.

    Another value is left to the option itself, which refuses it.
    """
    global _on_command_line
    before = list(arguments)
    if "--" in before:
        del before[before.index("--") :]
    named = [each.partition("=")[2] for each in before if each.startswith("--lang=")]
    named += [value for option, value in pairwise(before) if option == "--lang"]
    known = [value for value in named if value in LANGUAGES]
    _on_command_line = cast(Language, known[-1]) if known else None


def requested() -> Language | None:
    """The language that --lang or JLINT_LANG asks for; None for neither, or a value that is none of jlint's."""
    value = os.environ.get(VARIABLE, "")
    return _on_command_line or (cast(Language, value) if value in LANGUAGES else None)


def wrong_variable() -> str | None:
    """The value of JLINT_LANG where it is no language of jlint's."""
    value = os.environ.get(VARIABLE, "")
    return value if value not in ("", *LANGUAGES) else None


def of_locale() -> Language:
    """The language where nothing else names one: English where the locale is of another language than Japanese.

    C, POSIX and C.UTF-8 name no language.
    """
    value = next(filter(None, map(os.environ.get, _LOCALE)), "")
    name = re.split("[.@]", value, maxsplit=1)[0]
    return "ja" if name in _NONE or re.match("ja(?![a-z])|japanese", name, re.IGNORECASE) else "en"


def for_people() -> Language:
    """The language of what is said without a configuration being read, as help is: that of the nearest one counts."""
    asked = requested()
    if asked:
        return asked
    if of_locale() == "ja":
        return "ja"
    try:
        return _configured(os.getcwd()) or "en"
    except OSError:
        return "en"


@lru_cache(maxsize=1)
def _configured(folder: str) -> Language | None:
    """What the nearest configuration above a folder says, read by its line alone: help isn't to wait for YAML."""
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
