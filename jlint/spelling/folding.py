"""Text in the form of the model's n-grams: each run of text that isn't Japanese is folded to one letter.

Which Latin word, code or number it is doesn't matter for slips in Japanese, and spaces around it are a matter of
style. So `Array を` and `￼を` read the same: `Aを`.

The shape of a text goes one step further: kanji in a row are one letter, and so are katakana. 配列を返す and 文字を消す
have the same shape, JをKす. Shapes show what may and may not occur between words, whatever the text is about.
"""

from __future__ import annotations

import re
from functools import cached_property

from jlint.compiled import compiled
from jlint.spelling.likelihood import Likelihoods
from jlint.spelling.model import LONGEST, LONGEST_SHAPE

EDGE = "\n"
"""Added before and after a folded sentence."""
LATIN, NUMBER = "A", "0"
KANJI, COMPOUND, KATAKANA = "K", "J", "T"
"""One kanji, several in a row, and katakana in a row, in a shape: verbs begin with the first, nouns are the second."""
_KANJI_IN_A_ROW = "[一-鿿]{2,}"
_ONE_KANJI = "[一-鿿]"
_KATAKANA_IN_A_ROW = "[ァ-ヺー]+"
_OF_ONE_SCRIPT = "[一-鿿々〆]+|[ァ-ヺー]+"
_RUN = (
    r"(?=[ \u3000A-Za-z0-9Ａ-Ｚａ-ｚ０-９_\uFFFC])"  # most places fail here, at once
    r"[ \u3000]{0,2}(?:([0-9０-９][0-9０-９,.，．:/％%-]*+)(?![A-Za-z])"
    r"|[A-Za-z0-9Ａ-Ｚａ-ｚ０-９_\uFFFC]++(?:[ .,:/+#@&'’_-]{0,4}[A-Za-z0-9_\uFFFC+#]++)*+)[ \u3000]{0,2}"
)
_FORMS = tuple(zip("(),，．!?:“”\n\r", "（）、、。！？：「」  ", strict=True))


class Folded:
    """A folded sentence, and the mapping back to the original offsets."""

    def __init__(self, original: str) -> None:
        self.original = original

    @cached_property
    def text(self) -> str:
        """The sentence with its runs folded, between edges."""
        return EDGE + compiled(_RUN).sub(_letter, _in_one_form(self.original)) + EDGE

    @cached_property
    def shape(self) -> str:
        """The shape of the text."""
        return shape_of(self.text)

    @cached_property
    def likelihoods(self) -> Likelihoods:
        """How likely the characters are."""
        return Likelihoods(self.text, LONGEST)

    @cached_property
    def shape_likelihoods(self) -> Likelihoods:
        """How likely the letters of the shape are."""
        return Likelihoods(self.shape, LONGEST_SHAPE)

    @cached_property
    def _shape_offsets(self) -> list[int]:
        return shape_offsets(self.text)

    def offset_of_shape(self, offset: int) -> int:
        """The offset in the folded text of a letter of the shape."""
        return self._shape_offsets[offset]

    @cached_property
    def _offsets_in_shape(self) -> dict[int, int]:
        return {offset: at for at, offset in enumerate(self._shape_offsets)}

    def shape_offset_of(self, offset: int) -> int | None:
        """The offset in the shape of a folded offset, None inside a run of one script."""
        return self._offsets_in_shape.get(offset)

    @cached_property
    def _runs(self) -> list[tuple[int, int]]:
        """For each run the folded offset after it, and how much greater the original's offset is from there on."""
        runs: list[tuple[int, int]] = []
        ahead = -len(EDGE)
        for run in compiled(_RUN).finditer(_in_one_form(self.original)):
            ahead += run.end() - run.start() - 1
            runs.append((run.end() - ahead, ahead))
        return runs

    def original_offset(self, offset: int) -> int:
        """The offset in the original of a folded offset, which must lie in no run."""
        ahead = -len(EDGE)
        for behind, further in self._runs:
            if behind > offset:
                break
            ahead = further
        return offset + ahead


def _in_one_form(text: str) -> str:
    for other, usual in _FORMS:
        text = text.replace(other, usual)
    return text


def _letter(run: re.Match[str]) -> str:
    return NUMBER if run[1] else LATIN


def shape_of(folded: str) -> str:
    """The shape of a folded text."""
    kanji_alone = folded.replace("々", "一").replace("〆", "一")  # a class of one range is found faster
    shape = compiled(_ONE_KANJI).sub(KANJI, compiled(_KANJI_IN_A_ROW).sub(COMPOUND, kanji_alone))
    return compiled(_KATAKANA_IN_A_ROW).sub(KATAKANA, shape)


def shape_offsets(folded: str) -> list[int]:
    """The offset in the folded text of each letter of its shape, and of the end."""
    offsets: list[int] = []
    last = 0
    for run in compiled(_OF_ONE_SCRIPT).finditer(folded):
        offsets += range(last, run.start() + 1)
        last = run.end()
    offsets += range(last, len(folded) + 1)
    return offsets
