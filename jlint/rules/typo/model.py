"""The statistics that the typo rules judge by: how often n-grams stand in edited Japanese text.

`scripts/build_typo_model.py` makes the file. It holds two tables, each a static function from keys to small numbers:
a key's three cells, combined by exclusive or, give its value and a tag. No key is stored, so a few bytes do for each;
for one unknown key in a thousand the tag fits by chance. The file is mapped into memory: opening it costs nothing, and
only the pages that are asked for are read.

Two kinds of n-grams are in it, those of folded text and those of its shape (see `folding`).
"""

from __future__ import annotations

import json
import mmap
from functools import cache
from pathlib import Path
from zlib import crc32

TAG_BITS = 10
_TAG = (1 << TAG_BITS) - 1
LONGEST = 5
"""Characters of the longest n-grams of folded text."""
LONGEST_SHAPE = 6
"""Characters of the longest n-grams of shapes."""
LEVELS_PER_E = 3
"""Counts are kept as logarithms: a count of e to the nth is level 3n."""
UNSEEN = -1
GAP = "\0"
"""Stands in a key for the character that is asked for."""
END_OF_LIST = "\0"
MOST_LISTED = 86
"""Characters of the longest list."""
SMALL_WORDS = (
    "する", "して", "した", "いる", "いて", "ある", "こと", "から", "れる", "され", "よう", "です", "ます", "って",
    "ない", "なっ", "でき",
)  # fmt: skip
"""Words that are dropped or left over whole when a sentence is reworded."""
_REMEMBERED = 300_000
MAGIC = b"jlint typo model 2\n"


def places_of(key: int, size: int) -> tuple[int, int, int, int]:
    """The three cells of a key in a table of three times `size` cells, which is even, and the key's tag.

    They are remainders by numbers that have no divisor in common, so one says nothing of the others; and they lie near
    one another in their thirds, so that few pages of the file are read.
    """
    return key % (size - 1), size - 1 + key % size, 2 * size - 1 + key % (size + 1), key >> 32 - TAG_BITS


def key_of(text: str) -> int:
    """The key of a text."""
    return crc32(text.encode("utf-16-le", "surrogatepass"))


class Model:
    """The tables of one file."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        start = len(MAGIC) + 4
        length = int.from_bytes(whole[len(MAGIC) : start], "little")
        header = json.loads(bytes(whole[start : start + length]))
        start += length
        self._size, self._filler_size = header["grams"], header["fillers"]
        middle = start + 6 * self._size
        end = middle + 12 * self._filler_size
        grams = whole[start:middle].cast("H")
        self._thirds = grams[: self._size - 1], grams[self._size - 1 : 2 * self._size - 1], grams[2 * self._size - 1 :]
        self._fillers = whole[middle:end].cast("I")
        self._letters = whole[end:]
        self.levels: dict[str, int] = {}
        self._lists: dict[str, str] = {}
        self._common: dict[int, set[str]] = {}

    def level(self, gram: str) -> int:
        """How often an n-gram stands in the corpus, as a logarithm; `UNSEEN` where it is too rare to be kept."""
        level = self.levels.get(gram)
        if level is None:
            if len(self.levels) >= _REMEMBERED:
                self.levels.clear()
            key = crc32(gram.encode("utf-16-le", "surrogatepass"))
            size, (first, second, third) = self._size, self._thirds
            # `places_of` written out: this is where the time goes
            cell = first[key % (size - 1)] ^ second[key % size] ^ third[key % (size + 1)]
            level = UNSEEN if (cell ^ key >> 32 - TAG_BITS) & _TAG else cell >> TAG_BITS
            self.levels[gram] = level
        return level

    def rare(self, text: str, length: int, least: int, step: int = 1) -> list[int]:
        """Where the n-grams of a length stand that are below a level."""
        common = self._common.get(least)
        if common is None or len(common) >= _REMEMBERED:
            common = self._common[least] = set()
        rare = [at for at in range(0, len(text) - length + 1, step) if text[at : at + length] not in common]
        for at in rare:
            if self.level(text[at : at + length]) >= least:
                common.add(text[at : at + length])
        return [at for at in rare if text[at : at + length] not in common] if rare else rare

    def fillers(self, around: str) -> str:
        """The hiragana that stand in the gap of a context, the most common first.

        A context is two characters of a text, or two letters of a shape and one, in either order.
        """
        return self._listed(around)

    def small_words(self, before: str, behind: str) -> list[str]:
        """Those of `SMALL_WORDS` that stand between two letters of a shape."""
        numbers = map(ord, self._listed(before + GAP + GAP + behind))
        # the list of a context that isn't in the table, taken for it by chance, holds other characters
        return [SMALL_WORDS[number - 1] for number in numbers if number <= len(SMALL_WORDS)]

    def _listed(self, context: str) -> str:
        found = self._lists.get(context)
        if found is None:
            if len(self._lists) >= _REMEMBERED:
                self._lists.clear()
            found = self._lists[context] = self._list_of(key_of(context))
        return found

    def _list_of(self, key: int) -> str:
        cells = self._fillers
        first, second, third, tag = places_of(key, self._filler_size)
        cell = cells[first] ^ cells[second] ^ cells[third]
        at = cell >> TAG_BITS
        if (cell ^ tag) & _TAG or at >= len(self._letters) // 2:
            return ""
        listed = bytes(self._letters[2 * at : 2 * (at + MOST_LISTED + 1)]).decode("utf-16-le", "replace")
        return listed.partition(END_OF_LIST)[0]


@cache
def model() -> Model:
    """The model that comes with jlint, opened once a process."""
    return Model(Path(__file__).with_name("model.bin"))
