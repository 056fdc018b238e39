"""The statistics that the typo rules judge by: how often n-grams stand in edited Japanese text.

`scripts/build_typo_model.py` makes the file. It holds two tables, each a static function from keys to small numbers:
a key's three cells, combined by exclusive or, give its value and a tag. No key is stored, so a few bytes do for each;
for one unknown key in a thousand the tag fits by chance. The file is mapped into memory: opening it costs nothing, and
only the pages that are asked for are read.
"""

from __future__ import annotations

import json
import mmap
from functools import cache
from pathlib import Path
from zlib import crc32

TAG_BITS = 10
_TAG = (1 << TAG_BITS) - 1
LONGEST = 6
"""Characters of the longest n-grams."""
LEVELS_PER_E = 3
"""Counts are kept as logarithms: a count of e to the nth is level 3n."""
UNSEEN = -1
GAP = "\0"
"""Stands in a key for the characters that are asked for."""
_REMEMBERED = 300_000
MAGIC = b"jlint typo model 1\n"


def places_of(key: int, size: int) -> tuple[int, int, int, int]:
    """The three cells of a key in a table of three parts of `size` cells each, and the key's tag."""
    mixed = (key ^ key >> 15) * 0x2C1B3C6D & 0xFFFFFFFF
    again = (mixed ^ mixed >> 12) * 0x297A2D39 & 0xFFFFFFFF
    return key % size, size + mixed % size, 2 * size + again % size, (again ^ key) >> 15 & _TAG


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
        self._letters: str = header["letters"]
        middle = start + 6 * self._size
        self._grams = whole[start:middle].cast("H")
        self._fillers = whole[middle : middle + 12 * self._filler_size].cast("I")
        self.levels: dict[str, int] = {}
        self._between: dict[str, str] = {}

    def level(self, gram: str) -> int:
        """How often an n-gram stands in the corpus, as a logarithm; `UNSEEN` where it is too rare to be kept."""
        level = self.levels.get(gram)
        if level is None:
            if len(self.levels) >= _REMEMBERED:
                self.levels.clear()
            key = crc32(gram.encode("utf-16-le", "surrogatepass"))
            size, cells = self._size, self._grams
            # `places_of` written out: this is where the time goes
            mixed = (key ^ key >> 15) * 0x2C1B3C6D & 0xFFFFFFFF
            again = (mixed ^ mixed >> 12) * 0x297A2D39 & 0xFFFFFFFF
            cell = cells[key % size] ^ cells[size + mixed % size] ^ cells[2 * size + again % size]
            level = UNSEEN if (cell ^ (again ^ key) >> 15) & _TAG else cell >> TAG_BITS
            self.levels[gram] = level
        return level

    def fillers(self, left: str, right: str) -> str:
        """The characters that stand most often between the two before and the two behind, each once."""
        around = left + GAP + right
        found = self._between.get(around)
        if found is None:
            if len(self._between) >= _REMEMBERED:
                self._between.clear()
            raw = around.encode("utf-16-le", "surrogatepass")
            keys = crc32(raw), crc32(raw[2:]), crc32(raw[:-2])
            found = self._between[around] = "".join(dict.fromkeys("".join(map(self._fillers_of, keys))))
        return found

    def _fillers_of(self, key: int) -> str:
        size, cells = self._filler_size, self._fillers
        mixed = (key ^ key >> 15) * 0x2C1B3C6D & 0xFFFFFFFF
        again = (mixed ^ mixed >> 12) * 0x297A2D39 & 0xFFFFFFFF
        cell = cells[key % size] ^ cells[size + mixed % size] ^ cells[2 * size + again % size]
        if (cell ^ (again ^ key) >> 15) & _TAG:
            return ""
        one, two = cell >> TAG_BITS & 0x7FF, cell >> (TAG_BITS + 11)
        letters = self._letters
        if one >= len(letters) or two > len(letters):
            return ""
        return letters[one] + (letters[two - 1] if two else "")


@cache
def model() -> Model:
    """The model that comes with jlint, opened once a process."""
    return Model(Path(__file__).with_name("model.bin"))
