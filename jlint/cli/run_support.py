"""What `check` and `baseline` share around linting: the cache, the display of progress, a notice about links."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from jlint.cli.words import print_notice, words
from jlint.finding import Language

if TYPE_CHECKING:
    from jlint.cli.progress import Progress
    from jlint.engine.cache import Cache
    from jlint.engine.files import Found

_CACHED_FROM = 10
"""With fewer files, opening the cache costs more than it saves."""
_COUNTED_FROM = 2
"""With fewer files there is no progress to show."""
_NAMED = 3
"""How many of the skipped links the notice names; it counts the others."""


def report_links_outside(found: Found, language: Language) -> None:
    """Prints which links were skipped because they lead out of the folder that was named."""
    if not found.outside:
        return
    names = ", ".join(found.outside[:_NAMED])
    more = len(found.outside) - _NAMED
    rest = words(f" ほか {more} 個", f" and {more} more", language) if more > 0 else ""
    print_notice(
        words(
            f"フォルダーの外を指すリンクなので調べません: {names}{rest}",
            f"Not checked, being links that lead out of the folder: {names}{rest}",
            language,
        )
    )


def cache_for(files: int) -> Cache | None:
    """The results of earlier runs; None where there are too few files for a cache to save time."""
    if files < _CACHED_FROM:
        return None
    from jlint.engine.cache import Cache

    return Cache()


def progress_for(files: int, language: Language) -> Progress | None:
    """The display of progress; None where standard error is no terminal or there is only one file."""
    if files < _COUNTED_FROM or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return None
    from jlint.cli.progress import Progress

    return Progress(language)
