"""Builds jlint/spelling/data/model.bin, homophones.txt and katakana.txt, the statistics of the typo rules.

    python scripts/build_typo_model.py CORPUS [--output FILE]

CORPUS is a text of openly licensed, edited Japanese, one sentence a line, plain or `.xz`; NOTICE names the sources of
the one that the shipped file was made from. Needs numpy, which jlint itself doesn't.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from jlint.document import Document
from jlint.document.token import tokenize
from jlint.letters import is_hiragana
from jlint.spelling.folding import EDGE, Folded, shape_of
from jlint.spelling.katakana import WordsByEdge, one_slip
from jlint.spelling.model import (
    END_OF_LIST,
    GAP,
    LEVELS_PER_E,
    MAGIC,
    MOST_LISTED,
    SMALL_WORDS,
    TAG_BITS,
    key_of,
    places_of,
)

LEAST = {1: 1, 2: 1, 3: 1, 4: 2, 5: 2}
"""How often an n-gram of each length must stand in the corpus to be kept."""
LEAST_SHAPE = {1: 1, 2: 1, 3: 1, 4: 2, 5: 2, 6: 3}
"""The same for n-grams of shapes."""
LEAST_LISTED = 4
"""How often a hiragana or a small word must stand between the same letters of a shape to be listed for them."""
LEAST_WORD = 4
"""How often a word must stand in the corpus to be taken for another that is read alike."""
USUAL_KATAKANA, COMMON_KATAKANA, KNOWN_KATAKANA = 200, 7, 2
"""How often a katakana word must stand in the corpus to cast doubt on rare ones, to be what another should read, and to
be left alone."""
_INDEPENDENT = ("名詞", "形状詞", "動詞", "形容詞", "副詞")
_KANJI = re.compile("[一-鿿々]+")
_KATAKANA = re.compile("(?<![ァ-ヺー])[ァ-ヺー]{2,}(?![ァ-ヺー])")
_MOST_LEVEL = 63
_ROOM = 1.24
"""Cells a key: below 1.23 the peeling doesn't terminate."""
_PARAGRAPHS = 2000


def read_corpus(path: Path) -> list[str]:
    """The lines of the corpus, each once, in order."""
    with lzma.open(path) if path.suffix == ".xz" else path.open("rb") as file:
        return list(dict.fromkeys(line.decode("utf-8").rstrip("\n") for line in file))


def sentences_of(lines: Sequence[str]) -> Iterator[str]:
    """Their visible text, read as jlint reads a document, each sentence once."""
    seen: set[str] = set()
    for start in range(0, len(lines), _PARAGRAPHS):
        for sentence in Document("\n\n".join(lines[start : start + _PARAGRAPHS])).sentences:
            if sentence.text not in seen:
                seen.add(sentence.text)
                yield sentence.text


class Counts:
    """Every n-gram of folded sentences with its count."""

    def __init__(self, folded: Iterable[str]) -> None:
        self.text = EDGE + EDGE.join(text.strip(EDGE) for text in folded) + EDGE
        self._codes = np.frombuffer(self.text.encode("utf-32-le"), dtype=np.uint32)
        self._is_edge = self._codes == ord(EDGE)
        mixed = self._codes.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        self._mixed = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9)

    def grams(self, length: int, least: int) -> Iterator[tuple[str, int]]:
        """The n-grams of a length that stand `least` times or more; edges stand at their ends only."""
        starts = self._starts(length)
        _, first, counts = np.unique(self._hashes(starts, range(length)), return_index=True, return_counts=True)
        kept = counts >= least
        for start, count in zip(starts[first[kept]].tolist(), counts[kept].tolist(), strict=True):
            yield self.text[start : start + length], count

    def _starts(self, length: int) -> np.ndarray:
        inner = np.ones(len(self._codes) - length + 1, dtype=bool)
        for offset in range(1, length - 1):
            inner &= ~self._is_edge[offset : offset + len(inner)]
        return np.nonzero(inner)[0]

    def _hashes(self, starts: np.ndarray, offsets: Iterable[int]) -> np.ndarray:
        hashed = np.zeros(len(starts), dtype=np.uint64)
        for offset in offsets:
            hashed = hashed * np.uint64(6364136223846793005) + self._mixed[starts + offset]
            hashed ^= hashed >> np.uint64(31)
        return hashed


def lists_of(counts: Counts, shapes: Counts) -> dict[str, str]:
    """What stands in gaps, the most common first.

    In those of texts hiragana between two characters; in those of shapes hiragana between two letters and one, or one
    and two, and small words, by their numbers, between two letters.
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for gram, count in counts.grams(3, 1):
        if is_hiragana(gram[1]):
            found.setdefault(gram[0] + GAP + gram[2], []).append((count, gram[1]))
    for gram, count in shapes.grams(4, LEAST_LISTED):
        for gap in (1, 2):
            if is_hiragana(gram[gap]):
                found.setdefault(gram[:gap] + GAP + gram[gap + 1 :], []).append((count, gram[gap]))
        if gram[1:3] in SMALL_WORDS:
            number = chr(SMALL_WORDS.index(gram[1:3]) + 1)
            found.setdefault(gram[0] + GAP + GAP + gram[3], []).append((count, number))
    return {
        context: "".join(filler for _, filler in sorted(many, reverse=True)[:MOST_LISTED])
        for context, many in found.items()
    }


def pack(values: dict[int, int], kind: str) -> tuple[array[int], int]:
    """A table from which each key's value and tag come as the exclusive or of three cells, and the size of a part."""
    keys = list(values)
    size = 2 * int(len(keys) * _ROOM / 6) + 32  # even, for `places_of`
    places = [places_of(key, size) for key in keys]
    degree, mixed = array("I", bytes(12 * size)), array("Q", bytes(24 * size))
    for number, (*cells, _) in enumerate(places):
        for place in cells:
            degree[place] += 1
            mixed[place] ^= number
    order: list[tuple[int, int]] = []
    alone = [place for place in range(3 * size) if degree[place] == 1]
    while alone:
        place = alone.pop()
        if degree[place] != 1:
            continue
        number = mixed[place]
        order.append((number, place))
        for other in places[number][:3]:
            degree[other] -= 1
            mixed[other] ^= number
            if degree[other] == 1:
                alone.append(other)
    if len(order) != len(keys):
        raise RuntimeError("the table can't be peeled; give it more room")
    table = array(kind, bytes(3 * size * array(kind).itemsize))
    for number, place in reversed(order):
        first, second, third, tag = places[number]
        wanted = values[keys[number]] << TAG_BITS | tag
        table[place] = 0
        table[place] = wanted ^ table[first] ^ table[second] ^ table[third]
    return table, size


def homophones_of(sentences: Iterable[str]) -> list[str]:
    """Lines of words that are read alike and have the same kana behind their kanji, the most common first."""
    alike: dict[tuple[str, str, str], Counter[str]] = {}
    for text in sentences:
        for word in tokenize(text):
            if word.kana and 2 <= len(word.surface) <= 3 and word.pos1 in _INDEPENDENT and _KANJI.search(word.surface):
                key = word.kana, word.pos1 == "動詞", _KANJI.sub("", word.surface)
                alike.setdefault(key, Counter())[word.surface] += 1
    groups = (
        [word for word, count in words.most_common() if count >= LEAST_WORD] for _, words in sorted(alike.items())
    )
    return [" ".join(group) for group in groups if len(group) > 1]


def katakana_of(sentences: Iterable[str]) -> list[str]:
    """Two lines of katakana words, the common ones and others, each the most common first.

    A rare word that is one slip away from a very common one is a typo of the corpus and left out.
    """
    words = Counter(run for text in sentences for run in _KATAKANA.findall(text))
    common = [word for word, count in words.most_common() if count >= COMMON_KATAKANA]
    usual = WordsByEdge(word for word in common if words[word] >= USUAL_KATAKANA)
    known = [
        word
        for word, count in words.most_common()
        if KNOWN_KATAKANA <= count < COMMON_KATAKANA and not any(one_slip(word, right) for right in usual.near(word))
    ]
    return [" ".join(common), " ".join(known)]


def build(sentences: Iterable[str], output: Path) -> None:
    """Writes the model of the sentences."""
    folded = sorted({Folded(text).text for text in sentences})
    counts, shapes = Counts(folded), Counts(map(shape_of, folded))
    grams: dict[int, int] = {}
    for kind, least in ((counts, LEAST), (shapes, LEAST_SHAPE)):
        for length, times in least.items():
            for gram, count in kind.grams(length, times):
                level = min(_MOST_LEVEL, round(math.log(count) * LEVELS_PER_E))
                key = key_of(gram)
                grams[key] = max(level, grams.get(key, 0))
    letters = ""
    chosen: dict[int, int] = {}
    for context, listed in lists_of(counts, shapes).items():
        chosen[key_of(context)] = len(letters)
        letters += listed + END_OF_LIST
    gram_table, gram_size = pack(grams, "H")
    filler_table, filler_size = pack(chosen, "I")
    header = json.dumps({"grams": gram_size, "fillers": filler_size})
    raw = header.encode("utf-8")
    raw += b" " * (-(len(MAGIC) + 4 + len(raw)) % 4)
    with output.open("wb") as file:
        file.write(MAGIC + len(raw).to_bytes(4, "little") + raw)
        # the tables' cells are little-endian, as on every machine that jlint is used on
        gram_table.tofile(file)
        filler_table.tofile(file)
        file.write(letters.encode("utf-16-le"))
    print(f"{len(grams):,} n-grams, {len(chosen):,} contexts, {output.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--output", type=Path, default=Path("jlint/spelling/data/model.bin"))
    args = parser.parse_args()
    sentences = list(sentences_of(read_corpus(args.corpus)))
    build(sentences, args.output)
    for name, lines in (("homophones.txt", homophones_of(sentences)), ("katakana.txt", katakana_of(sentences))):
        args.output.with_name(name).write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
