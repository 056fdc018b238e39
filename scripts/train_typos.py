"""Computes everything in jlint/spelling/data that isn't written by hand: the statistics of the typo rules.

    python -m scripts.train_typos --edited FILE[:SOURCES] ... --general FILE ... [--without FILE] [--limit NAME=CHARS]

An edited corpus is openly licensed text by people of the trade, a general one any other Japanese (NOTICE names those
that the shipped files come from). A line is a sentence, after `owner/name` and a tab where the repository is known;
SOURCES is a table of repositories and their numbers of lines for a corpus without. `--without` lists repositories, one
a line, that something is measured on: they are counted nowhere. The same corpora give the same bytes.

Needs numpy, scikit-learn and lightgbm, which jlint itself doesn't.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from jlint.document import token
from jlint.spelling.model import Model
from scripts.typo_training.corpora import Corpora, Sentence, folded, read
from scripts.typo_training.places import places_of, places_of_slip, write_weights
from scripts.typo_training.slip_maker import SlipMaker
from scripts.typo_training.table import build
from scripts.typo_training.trees import rows_of, rows_of_slip, write_trees
from scripts.typo_training.words import WordCounts, katakana_lines

_DATA = Path("jlint/spelling/data")
_SHORTEST, _LONGEST = 8, 200
"""Characters of the sentences that are trained on."""
_SLIPS, _PLACES = 60_000, 12_000
"""Slips that are made for the trees, and sentences whose places are weighed."""
_UNTOUCHED_EDITED, _UNTOUCHED_GENERAL = 110_000, 120_000
"""Sentences that are read as they stand, at most."""
_WORDS_COUNTED = 150_000
"""Sentences of the general text whose 形態素 are counted."""
_FORGET = 500
_Made = TypeVar("_Made")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edited", nargs="+", required=True, metavar="FILE[:SOURCES]")
    parser.add_argument("--general", nargs="+", default=[], metavar="FILE")
    parser.add_argument("--without", type=Path, metavar="FILE")
    parser.add_argument("--limit", action="append", default=[], metavar="NAME=CHARACTERS")
    args = parser.parse_args()
    limits = {name: int(count) for name, _, count in (limit.partition("=") for limit in args.limit)}
    corpora = Corpora(_all(args.edited, limits), _all(args.general, limits))
    if args.without is not None:
        corpora = corpora.without(set(args.without.read_text("utf-8").split()))
    train(corpora, _DATA)


def _all(files: list[str], limits: dict[str, int]) -> list[Sentence]:
    read_files = (name.partition(":") for name in files)
    found = [read(Path(path), sources=Path(table) if table else None, limits=limits) for path, _, table in read_files]
    return list({sentence.text: sentence for sentences in found for sentence in sentences}.values())


def train(corpora: Corpora, output: Path) -> None:
    """Writes the data of the typo rules into a folder, which must be the one that they read."""
    _tell(f"{len(corpora.edited):,} sentences of edited and {len(corpora.general):,} of general text")
    draw = random.Random(3)
    words = WordCounts()
    general = draw.sample(corpora.general, min(len(corpora.general), _WORDS_COUNTED))
    words.add(_forgetting(sentence.text for sentence in (*corpora.edited, *general)))
    _write(output / "homophones.txt", words.homophones())
    classes = words.kept_classes()
    _tell(f"{len(classes):,} rows of word classes")
    maker = SlipMaker(words.readings, seed=5)
    counted, held_out = corpora.split()
    # what is held out has to meet words that were never counted, as a user's text does
    _write(output / "katakana.txt", katakana_lines(s.text for s in (*counted.edited, *counted.general)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "counted.bin"
        build(folded(counted.edited), folded(counted.general), classes, path)
        _tell("counted")
        _weigh(held_out, Model(path), maker, draw, output)
    _write(output / "katakana.txt", katakana_lines(s.text for s in (*corpora.edited, *corpora.general)))
    build(folded(corpora.edited), folded(corpora.general), classes, output / "model.bin")
    _tell("done")


def _write(path: Path, lines: list[str]) -> None:
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _weigh(held_out: Corpora, model: Model, maker: SlipMaker, draw: random.Random, output: Path) -> None:
    edited, general = (
        [text for sentence in part if _SHORTEST <= len(text := sentence.text) <= _LONGEST]
        for part in (held_out.edited, held_out.general)
    )
    draw.shuffle(edited)
    draw.shuffle(general)
    mixed = [text for pair in zip(edited, general, strict=False) for text in pair][:_PLACES]
    places = [place for text in _forgetting(mixed) for place in places_of(text, model)]
    places += _made(edited, _PLACES, lambda text: places_of_slip(text, model, maker))
    write_weights(places, output / "suspicion.json")
    untouched = [*edited[:_UNTOUCHED_EDITED], *general[:_UNTOUCHED_GENERAL]]
    rows = [row for text in _forgetting(untouched) for row in rows_of(text, model)]
    _tell("read")
    rows += _made(edited, _SLIPS, lambda text: rows_of_slip(text, model, maker))
    _tell("slips made")
    write_trees(rows, output / "weights.json")


def _made(texts: list[str], count: int, make: Callable[[str], Iterator[_Made]]) -> list[_Made]:
    """What is made of so many of the texts, over again where there are too few: each time another slip is drawn."""
    often = -(-count // len(texts))
    return [each for text in _forgetting((texts * often)[:count]) for each in make(text)]


def _forgetting(texts: Iterator[str] | list[str]) -> Iterator[str]:
    """The texts; now and then all that is remembered of earlier ones is forgotten, since none comes again."""
    for number, text in enumerate(texts):
        if number % _FORGET == 0:
            token.forget()
        yield text


_started = time.monotonic()


def _tell(what: str) -> None:
    print(f"{time.monotonic() - _started:6.0f} s  {what}", flush=True)


if __name__ == "__main__":
    main()
