"""Trains jlint/spelling/data/suspicion.json, by which the typo rules choose where to try repairs.

    python scripts/train_typo_suspicion.py CORPUS [--output FILE]

A fifth of the corpus after the other is held out of the n-gram counts. The rare places of its sentences as they stand
are no slips; those of the same sentences with slips made in them are, where the engine finds and repairs the slip.
Needs numpy, lightgbm and scikit-learn, which jlint itself doesn't.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from build_typo_model import read_corpus, sentences_of
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from train_typo_weights import SLIPS_A_SENTENCE, SlipMaker, held_out_of

from jlint.spelling import candidates
from jlint.spelling.features import features
from jlint.spelling.folding import Folded
from jlint.spelling.model import RARE_WINDOW, Model
from jlint.spelling.slips import LEAST, kind_of, ranked
from jlint.spelling.suspicion import MOST_WINDOWS, letters_around
from jlint.spelling.weighting import certainty

_HELD_OUT = (2, 4)
"""Two of the folds give as much information as all five."""
_LONGEST = 160
_STRENGTH = 0.3
"""The inverse of the regularisation."""
_LEAST_WEIGHT = 0.05


class Place(NamedTuple):
    """Rare windows in a row, and whether a slip made them rare."""

    windows: int
    letters: str
    is_slip: bool

    @property
    def traits(self) -> dict[str, float]:
        """The features that the weights apply to, by name."""
        return {f"{self.windows} {at} {letter}": 1.0 for at, letter in enumerate(self.letters)}


def rare_places(folded: Folded, model: Model) -> list[tuple[int, int]]:
    """The first and last of the rare windows in a row that are not too many for a slip."""
    rare = model.rare(folded.shape)
    runs = list(candidates.in_a_row(rare)) if rare else []
    runs = runs if len(runs) <= candidates.MOST_RUNS else []
    return [(first, last) for first, last in runs if last - first < MOST_WINDOWS]


def places_of(text: str, model: Model, maker: SlipMaker) -> Iterator[Place]:
    """The rare places of a sentence as it stands, and with slips those where they are found."""
    folded = Folded(text)
    for first, last in rare_places(folded, model):
        yield Place(last - first + 1, letters_around(folded.shape, first, last), is_slip=False)
    for _ in range(SLIPS_A_SENTENCE):
        wrong = maker.slip(text) if len(text) <= _LONGEST else None
        if wrong is None:
            continue
        folded = Folded(wrong)
        found = found_at(folded, text, model)
        for first, last in rare_places(folded, model):
            if found is not None and first <= found <= last + RARE_WINDOW:
                yield Place(last - first + 1, letters_around(folded.shape, first, last), is_slip=True)
                break


def found_at(folded: Folded, right: str, model: Model) -> int | None:
    """Where in the shape the slip is, if the eager setting reports and repairs it, else None."""
    wrong = folded.original
    for each in ranked(folded, model):
        at = each.best.candidate.shape_start
        is_right = wrong[: each.start] + each.right + wrong[each.end :] == right
        if is_right and certainty(features(each, folded, model)) >= LEAST[kind_of(each, wrong)]["eager"]:
            return at
    return None


def train(places: list[Place]) -> list[Any]:
    """The weights, as `jlint.spelling.suspicion` reads them."""
    vectors = DictVectorizer()
    inputs = vectors.fit_transform([place.traits for place in places])
    fitted = LogisticRegression(C=_STRENGTH, max_iter=300).fit(inputs, [place.is_slip for place in places])
    weights = dict(zip(vectors.get_feature_names_out(), fitted.coef_[0], strict=True))
    start = round(float(fitted.intercept_[0]), 3)
    letters: list[list[dict[str, float]]] = [
        [{} for _ in range(windows + RARE_WINDOW + 1)] for windows in range(1, MOST_WINDOWS + 1)
    ]
    for name, weight in weights.items():
        windows, at, letter = name.split(" ", 2)
        if abs(weight) >= _LEAST_WEIGHT:
            letters[int(windows) - 1][int(at)][letter] = round(float(weight), 2)
    return [[start, weights] for weights in letters]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--output", type=Path, default=Path("jlint/spelling/data/suspicion.json"))
    args = parser.parse_args()
    sentences = list(sentences_of(read_corpus(args.corpus)))
    places: list[Place] = []
    with tempfile.TemporaryDirectory() as folder, patch.object(candidates, "is_suspicious", return_value=True):
        for fold in _HELD_OUT:
            model, held_out = held_out_of(sentences, fold, Path(folder))
            maker = SlipMaker(sentences[:20_000], seed=fold)
            places += [place for text in dict.fromkeys(held_out.values()) for place in places_of(text, model, maker)]
    print(f"{len(places):,} places, {sum(place.is_slip for place in places):,} of slips")
    args.output.write_text(json.dumps(train(places), ensure_ascii=False, separators=(",", ":")), "utf-8")


if __name__ == "__main__":
    main()
