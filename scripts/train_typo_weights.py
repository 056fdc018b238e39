"""Trains jlint/spelling/data/weights.json, by which candidate repairs are weighed, on slips made in edited text.

    python scripts/train_typo_weights.py CORPUS [--output FILE]

A fifth of the corpus after the other is held out of the n-gram counts. Each of its sentences is looked at as it
stands, where every candidate is wrong; those of the first fifth also with slips made in them, where the candidate that
undoes the slip is right. The candidates that a first round is surest of in untouched sentences are mostly real typos
of the corpus; the second round leaves them out.
Needs numpy and lightgbm, which jlint itself doesn't.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tempfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy as np
from build_typo_model import build, read_corpus, sentences_of

from jlint.document.token import Token, tokenize
from jlint.spelling.features import features
from jlint.spelling.folding import Folded
from jlint.spelling.model import Model
from jlint.spelling.slips import ranked

_HIRAGANA = [chr(code) for code in range(ord("あ"), ord("ん") + 1) if chr(code) not in "ゎゐゑ"]
_KATAKANA = [*(chr(ord(letter) + 0x60) for letter in _HIRAGANA), "ー"]
_ROWS = "あいうえお かきくけこ さしすせそ たちつてと なにぬねの はひふへほ まみむめも らりるれろ がぎぐげご ばびぶべぼ"
_PARTICLES = "をにがのはでと"
_SMALL_WORDS = ("する", "して", "した", "いる", "いて", "ある", "こと", "から", "れる", "され", "よう", "です", "ます")
_SHARES = {"drop": 30, "add": 14, "change": 14, "swap": 3, "particle": 30, "word": 9, "kanji": 16, "katakana": 14}
_FOLDS = 5
_BLOCK = 400
"""Sentences that are held out or not together: neighbours are alike."""
SLIPS_A_SENTENCE = 2
_NEAR = 6
"""Characters from a slip within which another repair is neither right nor a false alarm."""
_SUREST = 2.5
_ROUNDS = 130
_SETTINGS = {
    "objective": "binary", "learning_rate": 0.08, "num_leaves": 12, "min_data_in_leaf": 25, "feature_fraction": 0.5,
    "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5, "verbose": -1, "seed": 7,
}  # fmt: skip


class Row(NamedTuple):
    """A candidate's measurements; `right` is None for another repair of the place where a slip was made."""

    features: list[float]
    right: bool | None
    block: int


class SlipMaker:
    """Makes slips as hands and converters do."""

    def __init__(self, sentences: list[str], seed: int) -> None:
        self._random = random.Random(seed)
        self._alike = _same_readings(sentences)
        self._near = _near_kana()

    def slip(self, text: str) -> str | None:
        """The text with one slip in it, None where the slip that was drawn doesn't fit the text."""
        kind = self._random.choices(list(_SHARES), list(_SHARES.values()))[0]
        kana = [at for at, letter in enumerate(text) if letter in _HIRAGANA or letter in _KATAKANA]
        if len(kana) < 4:
            return None
        made: str | None = getattr(self, f"_{kind}")(text, self._random.choice(kana))
        return made if made != text else None

    def _drop(self, text: str, at: int) -> str:
        return text[:at] + text[at + 1 :]

    def _add(self, text: str, at: int) -> str | None:
        letter = self._random.choice(_HIRAGANA if text[at] in _HIRAGANA else _KATAKANA)
        return None if letter in (text[at], text[at - 1 : at]) else text[:at] + letter + text[at:]

    def _change(self, text: str, at: int) -> str:
        near = self._near.get(text[at])
        every = _HIRAGANA if text[at] in _HIRAGANA else _KATAKANA
        return (
            text[:at] + self._random.choice(near if near and self._random.random() < 0.65 else every) + text[at + 1 :]
        )

    def _katakana(self, text: str, at: int) -> str | None:
        """One of the other slips in a katakana of the text."""
        places = [at for at, letter in enumerate(text) if letter in _KATAKANA]
        if not places:
            return None
        made: str | None = getattr(self, self._random.choice(["_drop", "_add", "_change", "_swap"]))(
            text, self._random.choice(places)
        )
        return made

    def _swap(self, text: str, at: int) -> str:
        return text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :]

    def _particle(self, text: str, at: int) -> str | None:
        words = [word for word in tokenize(text) if word.pos1 == "助詞" and word.surface in _PARTICLES]
        if not words:
            return None
        word, other = self._random.choice(words), self._random.choice(_PARTICLES)
        changed = self._random.choice(["", other, other + word.surface if other != word.surface else ""])
        return text[: word.start] + changed + text[word.end :]

    def _word(self, text: str, at: int) -> str | None:
        words = tokenize(text)
        small = [word for word in words if word.surface in _SMALL_WORDS]
        if small and self._random.random() < 0.55:
            word = self._random.choice(small)
            return text[: word.start] + text[word.end :]
        start = self._random.choice(words).start
        return text[:start] + self._random.choice(_SMALL_WORDS) + text[start:]

    def _kanji(self, text: str, at: int) -> str | None:
        choices = [(word, others) for word in tokenize(text) if (others := self._others(word))]
        if not choices:
            return None
        word, others = self._random.choice(choices)
        weights = [count**0.5 for count in others.values()]
        return text[: word.start] + self._random.choices(list(others), weights)[0] + text[word.end :]

    def _others(self, word: Token) -> dict[str, int]:
        alike = self._alike.get(_reading_of(word), {}) if word.lemma else {}
        return {other: count for other, count in alike.items() if other != word.surface}


def _reading_of(word: Token) -> tuple[str, str, str]:
    """Words that are read alike, are of one kind and have the same kana behind their kanji are taken for another."""
    return word.kana, word.pos1, re.sub("[一-鿿々]", "", word.surface)


def _same_readings(sentences: list[str]) -> dict[tuple[str, str, str], Counter[str]]:
    alike: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for text in sentences:
        for word in tokenize(text):
            if word.lemma and re.search("[一-鿿]", word.surface):
                alike[_reading_of(word)][word.surface] += 1
    return {reading: Counter({word: n for word, n in words.items() if n >= 4}) for reading, words in alike.items()}


def _near_kana() -> dict[str, list[str]]:
    """Kana of the same row or column, whose keys or romaji lie close."""
    near: dict[str, set[str]] = defaultdict(set)
    rows = _ROWS.split()
    for group in (*rows, *map("".join, zip(*rows, strict=True))):
        for letter in group:
            near[letter] |= set(group) - {letter}
    hiragana = {letter: sorted(others) for letter, others in near.items()}
    katakana = {chr(ord(a) + 0x60): [chr(ord(b) + 0x60) for b in others] for a, others in hiragana.items()}
    return hiragana | katakana


def rows_of(sentences: dict[int, str], model: Model, maker: SlipMaker | None) -> Iterator[Row]:
    """Each candidate in the sentences as they stand, and with a maker in the same with slips."""
    for number, text in sentences.items():
        block = number // _BLOCK
        folded = Folded(text)
        for each in ranked(folded, model):
            yield Row(features(each, folded, model), False, block)
        for _ in range(SLIPS_A_SENTENCE):
            wrong = maker.slip(text) if maker else None
            if wrong is None:
                continue
            folded = Folded(wrong)
            place = next((at for at, pair in enumerate(zip(wrong, text, strict=False)) if pair[0] != pair[1]), 0)
            for each in ranked(folded, model):
                repaired = wrong[: each.start] + each.right + wrong[each.end :]
                if repaired == text or abs(each.start - place) <= _NEAR:
                    yield Row(features(each, folded, model), True if repaired == text else None, block)


def held_out_of(sentences: list[str], fold: int, folder: Path) -> tuple[Model, dict[int, str]]:
    """A model of all sentences but a fold's, made in the folder, and the fold's sentences by number."""
    counted = [text for number, text in enumerate(sentences) if number // _BLOCK % _FOLDS != fold]
    known = set(counted)
    held_out = {
        number: text for number, text in enumerate(sentences) if number // _BLOCK % _FOLDS == fold and text not in known
    }
    path = folder / f"{fold}.bin"
    build(counted, path)
    return Model(path), held_out


def train(rows: list[Row]) -> list[Any]:
    """The trees, as `jlint.spelling.weighting` reads them."""
    inputs = np.array([row.features for row in rows], dtype=np.float32)
    target = np.array([row.right is not False for row in rows], dtype=int)
    weight = np.array([{False: 1.0, True: 0.25, None: 0.08}[row.right] for row in rows])
    part = np.array([zlib.crc32(str(row.block).encode()) % 4 for row in rows])
    odds = np.zeros(len(rows))
    for number in range(4):
        rest = part != number
        booster = lightgbm.train(_SETTINGS, lightgbm.Dataset(inputs[rest], target[rest], weight=weight[rest]), _ROUNDS)
        odds[~rest] = booster.predict(inputs[~rest], raw_score=True)
    kept = (target == 1) | (odds <= _SUREST)
    print(f"{len(rows):,} candidates, {int((~kept).sum())} left out as likely real typos")
    booster = lightgbm.train(_SETTINGS, lightgbm.Dataset(inputs[kept], target[kept], weight=weight[kept]), _ROUNDS)
    return [_flat(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]


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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--output", type=Path, default=Path("jlint/spelling/data/weights.json"))
    args = parser.parse_args()
    sentences = list(sentences_of(read_corpus(args.corpus)))
    maker = SlipMaker(sentences, seed=5)
    rows: list[Row] = []
    for fold in range(_FOLDS):
        with tempfile.TemporaryDirectory() as folder:
            model, held_out = held_out_of(sentences, fold, Path(folder))
            rows += rows_of(held_out, model, maker if fold == 0 else None)
    args.output.write_text(json.dumps(train(rows), separators=(",", ":")), "utf-8")


if __name__ == "__main__":
    main()
