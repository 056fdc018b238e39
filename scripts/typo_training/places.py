"""The weights of surprising places (`jlint/spelling/suspicion.py`)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from jlint.spelling.candidates import repairs_at
from jlint.spelling.features import weigh
from jlint.spelling.folding import Folded
from jlint.spelling.model import Model
from jlint.spelling.rows import surprising_places, unknown_rows
from jlint.spelling.suspicion import BEFORE, BEHIND, Traits, traits_of
from scripts.typo_training.slip_maker import SlipMaker

KEPT = 0.90
"""The share of the places of slips that are looked at."""
LONGEST = 160
"""Characters of the longest sentence that slips are made in."""
_NEAR = 4
"""Characters around a slip within which places may be due to it."""
_STRENGTH = 0.5
"""The inverse of the regularisation."""


class Place(NamedTuple):
    """A surprising place, and whether a slip is there that some candidate repairs."""

    traits: Traits
    is_slip: bool


def places_of(text: str, model: Model) -> Iterator[Place]:
    """The surprising places of a sentence without slips."""
    for _, _, traits in _places(Folded(text), model):
        yield Place(traits, is_slip=False)


def places_of_slip(text: str, model: Model, maker: SlipMaker) -> Iterator[Place]:
    """Those of the same sentence with a slip where a candidate undoes that."""
    wrong = maker.slip(text) if len(text) <= LONGEST else None
    if wrong is None:
        return
    folded, right = Folded(wrong), Folded(text).text
    slip = next((at for at, (a, b) in enumerate(zip(folded.text, right, strict=False)) if a != b), len(right))
    for place, offset, traits in _places(folded, model):
        if abs(offset - slip) <= _NEAR and any(
            folded.text[: each.start] + each.right + folded.text[each.end :] == right
            and weigh(each, folded, model) is not None
            for each in repairs_at(folded, place, model)
        ):
            yield Place(traits, is_slip=True)


def _places(folded: Folded, model: Model) -> Iterator[tuple[int, int, Traits]]:
    unknown = unknown_rows(folded, model)
    rows = frozenset(unknown.of_text), frozenset(unknown.of_shape)
    for place in sorted(surprising_places(folded, unknown)):
        yield place, folded.offset_of_shape(place), traits_of(folded, place, *rows, model)


def write_weights(places: Sequence[Place], output: Path) -> None:
    """Fits and writes the weights."""
    vectors = DictVectorizer()
    inputs = vectors.fit_transform([_named(place.traits) for place in places])
    is_slip = np.array([place.is_slip for place in places])
    fitted = LogisticRegression(C=_STRENGTH, max_iter=500).fit(inputs, is_slip)
    odds = fitted.decision_function(inputs)
    least = float(np.sort(odds[is_slip])[int(is_slip.sum() * (1 - KEPT))])
    print(
        f"{len(places):,} places, {is_slip.sum():,} of slips; of the others {(odds[~is_slip] >= least).mean():.1%} kept"
    )
    weights = {
        name: round(float(weight), 2)
        for name, weight in zip(vectors.get_feature_names_out(), fitted.coef_[0], strict=True)
    }
    written: dict[str, object] = {"start": round(float(fitted.intercept_[0]), 2), "least": round(least, 2)}
    written["letters"] = [_of(weights, f"letter {at}") for at in range(BEFORE + BEHIND)]
    for trait in ("unknown", "around", "behind", "shape"):
        written[trait] = _of(weights, trait)
    output.write_text(json.dumps(written, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _named(traits: Traits) -> dict[str, int]:
    letters = {f"letter {at}={letter}": 1 for at, letter in enumerate(traits.letters)}
    rest = {f"{name}={value}": 1 for name, value in traits._asdict().items() if name != "letters"}
    return letters | rest


def _of(weights: dict[str, float], trait: str) -> dict[str, float]:
    return {name.removeprefix(f"{trait}="): weight for name, weight in weights.items() if name.startswith(f"{trait}=")}
