"""The file of the typo model (its format: `jlint/spelling/model.py`)."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np

from jlint.letters import is_hiragana
from jlint.spelling.model import (
    END_OF_LIST,
    GAP,
    LEVELS_PER_E,
    MAGIC,
    MOST_LISTED,
    TAG_BITS,
    key_of,
)
from jlint.spelling.word_classes import BETWEEN
from scripts.typo_training.counts import OF_SHAPE, OF_TEXT, Counts, weighted

_HIRAGANA = re.compile("[ぁ-ゖ]")
_LONG = 4
"""Characters from which on a row without any hiragana is a name or a term, which says nothing about others."""
_MOST_LEVEL = 63
_ROOM = 1.24
"""Cells a key: below 1.23 the peeling doesn't terminate."""


def build(edited: list[str], general: list[str], classes: Mapping[tuple[str, ...], int], output: Path) -> None:
    """Writes the model of folded sentences and of counted rows of word classes."""
    texts, other_texts = Counts(edited), Counts(general)
    levels: dict[int, int] = {}
    fillers: dict[str, list[tuple[float, str]]] = {}
    for length, least in OF_TEXT.items():
        for gram, count in weighted(texts, other_texts, length, least):
            if length < _LONG or _HIRAGANA.search(gram):
                _add(levels, gram, count)
            if length == len("?" + GAP + "?") and is_hiragana(gram[1]):
                fillers.setdefault(gram[0] + GAP + gram[2], []).append((count, gram[1]))
    del texts, other_texts
    shapes, other_shapes = Counts.of_shapes(edited), Counts.of_shapes(general)
    for length, least in OF_SHAPE.items():
        for gram, count in weighted(shapes, other_shapes, length, least):
            _add(levels, gram, count)
    del shapes, other_shapes
    for row, count in classes.items():
        _add(levels, "".join(BETWEEN + name for name in row), count)
    _write(levels, fillers, output)


def _add(levels: dict[int, int], gram: str, count: float) -> None:
    level = min(_MOST_LEVEL, max(0, round(math.log(max(count, 1.0)) * LEVELS_PER_E)))
    key = key_of(gram)
    levels[key] = max(level, levels.get(key, 0))


def _write(levels: dict[int, int], fillers: dict[str, list[tuple[float, str]]], output: Path) -> None:
    offsets: dict[int, int] = {}
    letters: list[str] = []
    at = 0
    for context, listed in fillers.items():
        row = "".join(letter for _, letter in sorted(listed, reverse=True)[:MOST_LISTED]) + END_OF_LIST
        offsets[key_of(context)] = at
        letters.append(row)
        at += len(row)
    gram_table, gram_size = pack(levels, np.uint16)
    filler_table, filler_size = pack(offsets, np.uint32)
    raw = json.dumps({"grams": gram_size, "fillers": filler_size}).encode("utf-8")
    raw += b" " * (-(len(MAGIC) + 4 + len(raw)) % 4)
    with output.open("wb") as file:
        file.write(MAGIC + len(raw).to_bytes(4, "little") + raw)
        # the tables' cells are little-endian, as on every machine that jlint is used on
        file.write(gram_table.tobytes())
        file.write(filler_table.tobytes())
        file.write("".join(letters).encode("utf-16-le"))
    print(f"{len(levels):,} n-grams, {len(offsets):,} contexts, {output.stat().st_size / 1e6:.1f} MB", flush=True)


def pack(values: Mapping[int, int], kind: type[np.unsignedinteger]) -> tuple[np.ndarray, int]:
    """A table from which each key's value and tag come as the exclusive or of three cells, and the size of a part.

    Keys that have a cell of their own are taken out, round by round, until none is left; their cells are then filled in
    the opposite order, so that each is the last of its key's three.
    """
    keys = np.fromiter(values.keys(), dtype=np.uint64, count=len(values))
    wanted = np.fromiter(values.values(), dtype=np.uint64, count=len(values))
    wanted = ((wanted << np.uint64(TAG_BITS)) | keys >> np.uint64(32 - TAG_BITS)).astype(kind)
    size = 2 * int(len(keys) * _ROOM / 6) + 32  # even, for the remainders to be independent
    cells = _cells(keys, size)
    degree, mixed = np.zeros(3 * size, dtype=np.int32), np.zeros(3 * size, dtype=np.int64)
    numbers = np.arange(len(keys))
    for row in cells:
        np.add.at(degree, row, 1)
        np.bitwise_xor.at(mixed, row, numbers)
    rounds: list[tuple[np.ndarray, np.ndarray]] = []
    alone = np.nonzero(degree == 1)[0]
    while len(alone):
        taken, first = np.unique(mixed[alone], return_index=True)
        rounds.append((taken, alone[first]))
        for row in cells[:, taken]:
            np.subtract.at(degree, row, 1)
            np.bitwise_xor.at(mixed, row, taken)
        near = np.unique(cells[:, taken])
        alone = near[degree[near] == 1]
    if sum(len(taken) for taken, _ in rounds) != len(keys):
        raise RuntimeError("the table can't be peeled; give it more room")
    table = np.zeros(3 * size, dtype=kind)
    for taken, own in reversed(rounds):
        first_row, second_row, third_row = cells[:, taken]
        table[own] = 0
        table[own] = wanted[taken] ^ table[first_row] ^ table[second_row] ^ table[third_row]
    return table, size


def _cells(keys: np.ndarray, size: int) -> np.ndarray:
    """The three cells of each key, as in `jlint.spelling.model.places_of`."""
    rows: Iterable[np.ndarray] = (
        keys % np.uint64(size - 1),
        np.uint64(size - 1) + keys % np.uint64(size),
        np.uint64(2 * size - 1) + keys % np.uint64(size + 1),
    )
    return np.stack([row.astype(np.int64) for row in rows])
