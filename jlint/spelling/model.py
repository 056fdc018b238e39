"""The statistics behind the typo rules: how often n-grams occur in edited Japanese text.

`scripts/train_typos.py` makes the file. It has two tables, each a static function from keys to small numbers: a
key's three cells, combined by exclusive or, are its value and a tag. No key is stored, so each takes only a few bytes;
for one unknown key in a thousand the tag fits by chance. The file is mapped into memory: opening it costs nothing, and
only the pages that are needed are read.

It has three kinds of n-grams: those of folded text, those of its shape (see `folding`), and rows of word classes (see
`word_classes`).
"""

from __future__ import annotations

import json
import mmap
from codecs import utf_16_le_encode
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar
from zlib import crc32

from msgspec import Struct

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
"""The placeholder in a key for the character that is looked up."""
END_OF_LIST = "\0"
MOST_LISTED = 86
"""Characters of the longest list."""
SMALL_WORDS = (
    "する", "して", "した", "いる", "いて", "ある", "こと", "から", "れる", "され", "よう", "です", "ます", "って",
    "ない", "なっ", "でき",
)  # fmt: skip
"""Words that are often dropped or left over as a whole when a sentence is reworded."""
_MOST_LEVELS, _MOST_LISTS = 300_000, 60_000
"""How many are cached."""
_Value = TypeVar("_Value")
MAGIC = b"jlint typo model 2\n"


def places_of(key: int, size: int) -> tuple[int, int, int, int]:
    """The three cells of a key in a table of three times `size` cells, which is even, and the key's tag.

    They are remainders by numbers that have no divisor in common, so one is independent of the others; and they lie
    near one another in their thirds, so that few pages of the file are read.
    """
    return key % (size - 1), size - 1 + key % size, 2 * size - 1 + key % (size + 1), key >> 32 - TAG_BITS


def key_of(text: str) -> int:
    """The key of a text."""
    return crc32(utf_16_le_encode(text, "surrogatepass")[0])


class _Cache(dict[str, _Value]):
    """Results for texts, each computed once."""

    def __init__(self, find: Callable[[str], _Value], most: int) -> None:
        self._find = find
        self._most = most

    def __missing__(self, text: str) -> _Value:
        if len(self) >= self._most:
            self.clear()
        value = self[text] = self._find(text)
        return value


class Tables(Struct, frozen=True):
    """A model's bytes: the tables of n-grams and of fillers begin at `start`, a third of each has so many cells."""

    buffer: memoryview
    start: int
    grams: int
    fillers: int


class Model:
    """The tables of one file."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        start = len(MAGIC) + 4
        length = int.from_bytes(whole[len(MAGIC) : start], "little")
        header = json.loads(bytes(whole[start : start + length]))
        start += length
        self.tables = Tables(whole, start, header["grams"], header["fillers"])
        self._size, self._filler_size = header["grams"], header["fillers"]
        middle = start + 6 * self._size
        end = middle + 12 * self._filler_size
        grams = whole[start:middle].cast("H")
        self._thirds = grams[: self._size - 1], grams[self._size - 1 : 2 * self._size - 1], grams[2 * self._size - 1 :]
        self._fillers = whole[middle:end].cast("I")
        self._letters = whole[end:]
        self._common: set[str] = set()

        self.level = _Cache(self._level_of, _MOST_LEVELS).__getitem__
        """How often an n-gram occurs in the corpus, as a logarithm; `UNSEEN` where it is too rare to be kept."""
        self.fillers = _Cache(self._fillers_of, _MOST_LISTS).__getitem__
        """The hiragana that occur between two characters, the most common first; the key has `GAP` between them."""

    def rare(self, text: str, width: int) -> list[int]:
        """The offsets at which `width` letters of a text or a shape are not known to occur together."""
        common, level = self._common, self.level
        if len(common) >= _MOST_LEVELS:
            common.clear()
        rare = []
        for at in [at for at in range(len(text) - width + 1) if text[at : at + width] not in common]:
            window = text[at : at + width]
            if level(window) == UNSEEN:
                rare.append(at)
            else:
                common.add(window)
        return rare

    def _level_of(self, gram: str) -> int:
        key = key_of(gram)
        size, (first, second, third) = self._size, self._thirds
        # `places_of` written out: this is where the time goes
        cell = first[key % (size - 1)] ^ second[key % size] ^ third[key % (size + 1)]
        return UNSEEN if (cell ^ key >> 32 - TAG_BITS) & _TAG else cell >> TAG_BITS

    def _fillers_of(self, context: str) -> str:
        cells = self._fillers
        first, second, third, tag = places_of(key_of(context), self._filler_size)
        cell = cells[first] ^ cells[second] ^ cells[third]
        at = cell >> TAG_BITS
        if (cell ^ tag) & _TAG or at >= len(self._letters) // 2:
            return ""
        listed = bytes(self._letters[2 * at : 2 * (at + MOST_LISTED + 1)]).decode("utf-16-le", "replace")
        return listed.partition(END_OF_LIST)[0]


@cache
def model() -> Model:
    """The model that comes with jlint, opened once per process."""
    return Model(Path(__file__).with_name("data") / "model.bin")
