"""The language of the command line: --lang, JLINT_LANG, the nearest configuration, then the locale."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import cast

from jlint.finding import Language
from jlint.language_choice import language_configured_above, language_of_locale

VARIABLE = "JLINT_LANG"
LANGUAGES = ("ja", "en")
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The first of these that is set decides, as for the C library."""
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
    """The language where nothing else names one: English where the locale is of another language than Japanese."""
    return named_by_locale() or "ja"


def named_by_locale() -> Language | None:
    """The language for the locale of the environment, None where that names no language."""
    return language_of_locale(next(filter(None, map(os.environ.get, _LOCALE)), ""))


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
    return language_configured_above(folder)
