"""The decision trees that weigh candidate repairs (`jlint/spelling/weighting.py`)."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy as np

from jlint.spelling.features import features
from jlint.spelling.folding import Folded
from jlint.spelling.model import Model
from jlint.spelling.slips import ranked
from jlint.spelling.weighting import Group, group_of
from scripts.typo_training.slip_maker import SlipMaker

_NEAR = 6
"""Characters from a slip within which another repair is neither right nor a false alarm."""
_SUREST = 2.0
"""Candidates in untouched sentences that a first round gives these odds are likely real slips of the corpus."""
_PARTS = 4
_ROUNDS = {Group.KANA: 240, Group.KANJI: 140, Group.KATAKANA: 60}
_WEIGHTS = {False: 1.0, True: 0.3, None: 0.08}
_SETTINGS = {
    "objective": "binary", "learning_rate": 0.06, "num_leaves": 16, "min_data_in_leaf": 25, "feature_fraction": 0.5,
    "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5, "verbose": -1, "seed": 7, "num_threads": 1,
    "deterministic": True, "force_row_wise": True,
}  # fmt: skip


class Row(NamedTuple):
    """A candidate's features; `is_right` is None for another repair of the place where a slip was made."""

    group: Group
    features: list[float]
    is_right: bool | None
    part: int


def rows_of(text: str, model: Model) -> Iterator[Row]:
    """The candidates in a sentence without slips."""
    folded = Folded(text)
    for each in ranked(folded, model):
        yield Row(group_of(each.best.candidate.slip), features(each, folded, model), False, _part(text))


def rows_of_slip(text: str, model: Model, maker: SlipMaker) -> Iterator[Row]:
    """The candidates near a slip that is made in a sentence."""
    wrong = maker.slip(text)
    if wrong is None:
        return
    folded = Folded(wrong)
    place = next((at for at, (a, b) in enumerate(zip(wrong, text, strict=False)) if a != b), len(text))
    for each in ranked(folded, model):
        is_right = wrong[: each.start] + each.right + wrong[each.end :] == text
        if is_right or abs(each.start - place) <= _NEAR:
            yield Row(group_of(each.best.candidate.slip), features(each, folded, model), is_right or None, _part(text))


def _part(text: str) -> int:
    return zlib.crc32(text.encode("utf-8")) % _PARTS


def write_trees(rows: Sequence[Row], output: Path) -> None:
    """Trains and writes the trees of each group."""
    trees = {group.value: _trees([row for row in rows if row.group is group], group) for group in Group}
    output.write_text(json.dumps(trees, separators=(",", ":")), "utf-8")


def _trees(rows: list[Row], group: Group) -> list[Any]:
    inputs = np.array([row.features for row in rows], dtype=np.float32)
    target = np.array([row.is_right is not False for row in rows], dtype=int)
    weight = np.array([_WEIGHTS[row.is_right] for row in rows])
    part = np.array([row.part for row in rows])
    odds = np.zeros(len(rows))
    for number in range(_PARTS):
        rest = part != number
        odds[~rest] = _fit(inputs[rest], target[rest], weight[rest], group).predict(inputs[~rest], raw_score=True)
    kept = (target == 1) | (odds <= _SUREST)
    counts = [sum(row.is_right is kind for row in rows) for kind in (True, False)]
    print(f"{group.value}: {counts[0]:,} right, {counts[1]:,} wrong, {(~kept).sum()} left out as likely real slips")
    booster = _fit(inputs[kept], target[kept], weight[kept], group)
    return [_flat(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]


def _fit(inputs: np.ndarray, target: np.ndarray, weight: np.ndarray, group: Group) -> lightgbm.Booster:
    return lightgbm.train(_SETTINGS, lightgbm.Dataset(inputs, target, weight=weight), _ROUNDS[group])


def _flat(root: dict[str, Any]) -> tuple[list[int], list[float], list[int], list[int], list[float]]:
    features_used: list[int] = []
    limits: list[float] = []
    below: list[int] = []
    above: list[int] = []
    leaves: list[float] = []

    def place_of(node: dict[str, Any]) -> int:
        if "split_feature" not in node:
            leaves.append(round(node["leaf_value"], 4))
            return ~(len(leaves) - 1)
        place = len(features_used)
        features_used.append(node["split_feature"])
        limits.append(round(node["threshold"], 4))
        below.append(0)
        above.append(0)
        below[place] = place_of(node["left_child"])
        above[place] = place_of(node["right_child"])
        return place

    place_of(root)
    return features_used, limits, below, above, leaves
