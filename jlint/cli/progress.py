"""How far a long run is, on the last line of a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

from jlint.cli.words import print_progress, words
from jlint.finding import Language
from jlint.report.width import cells

_Result = TypeVar("_Result")
_QUIET = 1.0
"""Seconds; a shorter run shows nothing."""
_EVERY = 0.1
"""Seconds between two updates."""


class Progress:
    """Shows how many files are done once a run has taken a while, and clears the line at its end."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._cells = 0

    def __call__(self, results: Iterable[_Result], total: int) -> Iterator[_Result]:
        """Yields the same results, and shows how many of `total` have come."""
        due = monotonic() + _QUIET
        try:
            for number, result in enumerate(results, start=1):
                yield result
                now = monotonic()
                if now >= due:
                    due = now + _EVERY
                    self._show(number, total)
        finally:
            self._clear()

    def _show(self, number: int, total: int) -> None:
        count = f"{number}/{total}"
        text = words(f"{count}ファイルを調べました", f"{count} files checked", self._language)
        text = next((each for each in (text, count) if cells(each) < _columns()), "")
        before, now = self._cells, cells(text)
        self._cells = max(before, now)  # set before printing: Ctrl-C may come in between
        print_progress(f"\r{text}{' ' * (before - now)}")

    def _clear(self) -> None:
        if self._cells:
            print_progress(f"\r{' ' * self._cells}\r")
            self._cells = 0


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except OSError:
        return 80
