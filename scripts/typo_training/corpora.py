"""The sentences that the typo statistics are counted on, and what is left out of them."""

from __future__ import annotations

import lzma
import re
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from jlint.document import Document
from jlint.spelling.folding import EDGE, Folded

LONGEST = 400
"""Characters of the longest sentence that is counted: longer ones are lists and tables."""
BLOCK = 400
"""Sentences that are held out or not together: neighbours are alike."""
FOLDS = 5
_PARAGRAPHS = 2000
_MARKUP = re.compile(r"[`*_<\[\\#|&]")


class Sentence(NamedTuple):
    """A sentence of a corpus; the repository is `owner/name`, empty where the corpus doesn't say."""

    repository: str
    text: str


@dataclass(frozen=True, slots=True)
class Corpora:
    """Edited text of the trade, which the typo rules are for, and general text, which shows what else exists."""

    edited: list[Sentence]
    general: list[Sentence]

    def without(self, repositories: Collection[str]) -> Corpora:
        """The same without the sentences of some repositories: those that something is measured on."""
        return Corpora(
            [sentence for sentence in self.edited if sentence.repository not in repositories],
            [sentence for sentence in self.general if sentence.repository not in repositories],
        )

    def split(self) -> tuple[Corpora, Corpora]:
        """Four fifths of the sentences, and the rest, none of which stands in the first part."""
        counted, rest = (
            Corpora(*([s for n, s in enumerate(part) if (n // BLOCK % FOLDS == 0) is held_out] for part in parts))
            for parts in [(self.edited, self.general)]
            for held_out in (False, True)
        )
        known = {sentence.text for sentence in (*counted.edited, *counted.general)}
        return counted, Corpora(*([s for s in part if s.text not in known] for part in (rest.edited, rest.general)))


def read(path: Path, *, sources: Path | None = None, limits: dict[str, int] | None = None) -> list[Sentence]:
    """The sentences of a corpus, each once, in order.

    A line is a sentence after its repository and a tab, or a sentence alone; `sources`, a table of the repositories and
    their numbers of lines in order, then says where each is from. `.xz` files are unpacked. Of a repository in `limits`
    so many characters are kept, spread evenly.
    """
    lines = list(_lines(path))
    if sources is not None:
        lines = [Sentence(name, line.text) for name, line in zip(_names(sources), lines, strict=True)]
    sentences = _limited(lines, limits or {})
    return list({sentence.text: sentence for sentence in _as_read(sentences)}.values())


def folded(sentences: Sequence[Sentence]) -> list[str]:
    """The folded texts of sentences, each once, without the edges."""
    return sorted({Folded(sentence.text).text.strip(EDGE) for sentence in sentences})


def _lines(path: Path) -> Iterator[Sentence]:
    with lzma.open(path) if path.suffix == ".xz" else path.open("rb") as file:
        for raw in file:
            repository, _, text = raw.decode("utf-8").rstrip("\n").rpartition("\t")
            yield Sentence(repository, text.replace("\r", " "))


def _names(sources: Path) -> Iterator[str]:
    for line in sources.read_text("utf-8").splitlines()[1:]:
        name, *_, count = line.split("\t")
        yield from [name.split(" ")[0]] * int(count)


def _limited(sentences: list[Sentence], limits: dict[str, int]) -> list[Sentence]:
    sizes: dict[str, int] = defaultdict(int)
    for sentence in sentences:
        sizes[sentence.repository] += len(sentence.text)
    shares = {name: limit / max(1, sizes[name]) for name, limit in limits.items()}
    return [s for s in sentences if _place(s.text) < shares.get(s.repository, 1.0)]


def _place(text: str) -> float:
    """A number from 0 to 1 that depends on the text alone, so that the same sentences are kept each time."""
    return zlib.crc32(text.encode("utf-8")) / 2**32


def _as_read(sentences: list[Sentence]) -> Iterator[Sentence]:
    """The visible text of the sentences, as jlint reads a document; a few are two."""
    for name, group in groupby(sentences, key=lambda sentence: sentence.repository):
        texts = [sentence.text for sentence in group]
        for start in range(0, len(texts), _PARAGRAPHS):
            part = texts[start : start + _PARAGRAPHS]
            plain = not any(_MARKUP.search(text) for text in part)
            visible = part if plain else [s.text for s in Document("\n\n".join(part)).sentences]
            yield from (Sentence(name, text) for text in visible if len(text) <= LONGEST)
