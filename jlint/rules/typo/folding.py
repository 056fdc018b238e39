"""Text as the n-grams of the model see it: what isn't Japanese is folded to one letter a run.

Latin words, code and numbers are told apart by nothing that a slip in Japanese hangs on, and whether a space stands
around them is a house's choice. So `Array を` and `￼を` read the same: `Aを`.
"""

from __future__ import annotations

import re
from functools import cached_property

EDGE = "\n"
"""Stands before and behind a folded sentence."""
LATIN, NUMBER = "A", "0"
_RUN = re.compile(
    r"[ \u3000]{0,2}(?:([0-9０-９][0-9０-９,.，．:/％%-]*+)(?![A-Za-z])"
    r"|[A-Za-z0-9Ａ-Ｚａ-ｚ０-９_\uFFFC]++(?:[ .,:/+#@&'’_-]{0,4}[A-Za-z0-9_\uFFFC+#]++)*+)[ \u3000]{0,2}"
)
_FORMS = str.maketrans("(),，．!?:“”\n\r", "（）、、。！？：「」  ")


class Folded:
    """A sentence folded, with the way back to its own offsets."""

    def __init__(self, original: str) -> None:
        self.original = original
        self.text = EDGE + _RUN.sub(_letter, original.translate(_FORMS)) + EDGE

    @cached_property
    def _runs(self) -> list[tuple[int, int]]:
        """For each run the folded offset behind it, and how much further on the original's offset then is."""
        runs: list[tuple[int, int]] = []
        ahead = -len(EDGE)
        for run in _RUN.finditer(self.original.translate(_FORMS)):
            ahead += run.end() - run.start() - 1
            runs.append((run.end() - ahead, ahead))
        return runs

    def original_offset(self, offset: int) -> int:
        """The offset in the original of what stands at a folded offset, which lies in no run."""
        ahead = -len(EDGE)
        for behind, further in self._runs:
            if behind > offset:
                break
            ahead = further
        return offset + ahead


def _letter(run: re.Match[str]) -> str:
    return NUMBER if run[1] else LATIN
