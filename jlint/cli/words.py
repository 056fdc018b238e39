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
    """Writes lines to standard error, with a question mark for what its encoding can't write."""
    encoding = sys.stderr.encoding or "utf-8"
    for line in lines:
        print(line.encode(encoding, "replace").decode(encoding), file=sys.stderr)
