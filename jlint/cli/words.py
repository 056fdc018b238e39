"""What the command line says to people, in their language."""

from __future__ import annotations

import os
import sys
from typing import cast

from jlint.finding import Language

LANGUAGE_VARIABLE = "JLINT_LANG"


def language_of_environment() -> Language | None:
    """The language that JLINT_LANG asks for; None where it asks for none that jlint speaks."""
    value = os.environ.get(LANGUAGE_VARIABLE, "")
    return cast(Language, value) if value in ("ja", "en") else None


def words(ja: str, en: str, language: Language | None = None) -> str:
    """The text in `language`, else in that of the environment, else in Japanese."""
    return en if (language or language_of_environment()) == "en" else ja


def say(message: str) -> None:
    """Tells the person at the terminal something that is not the report: on standard error."""
    tell(f"jlint: {message}")


def tell(*lines: str) -> None:
    """Writes lines to standard error."""
    for line in lines:
        print(_writable(line), file=sys.stderr)


def tell_on_this_line(text: str) -> None:
    """Writes to standard error at once and without ending the line."""
    print(_writable(text), end="", file=sys.stderr, flush=True)


def _writable(text: str) -> str:
    """The text with a question mark for what the encoding of standard error can't write."""
    encoding = sys.stderr.encoding or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)


def discard_output() -> None:
    """Points standard output to nowhere, so that Python's own flush at exit doesn't complain of a closed pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
