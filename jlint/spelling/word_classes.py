"""How likely the 形態素 of a text are to follow one another, by their classes.

A class is finer than a part of speech: particles, auxiliaries and other words of grammar each have their own, verbs and
adjectives one for each form, nouns one for each kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jlint.compiled import lazy_pattern
from jlint.spelling.model import LEVELS_PER_E, UNSEEN

if TYPE_CHECKING:
    from jlint.document.token import Token
    from jlint.spelling.model import Model

BETWEEN = "\1"
"""Before each class in a key."""
_OF_GRAMMAR = frozenset(["助詞", "助動詞", "補助記号", "接続詞", "連体詞", "代名詞"])
_INFLECTED = frozenset(["動詞", "形容詞"])
_LIGHT = frozenset([
    "為る", "居る", "有る", "成る", "出来る", "言う", "事", "物", "為", "等", "様", "無い", "良い", "時", "所", "訳",
    "筈", "方", "上", "中", "其れ", "此れ", "置く", "見る", "来る", "行く", "下さる", "頂く", "因る", "就く",
    "対する", "於く",
])  # fmt: skip
"""Words of general meaning that are part of set turns, by UniDic's lemma."""
_KATAKANA, _HIRAGANA = lazy_pattern("[ァ-ヺー]+"), lazy_pattern("[ぁ-ゖ]+")
_BACKING_OFF = 0.9
_NEVER = -12.0


def class_of(word: Token) -> str:
    """The class of a 形態素."""
    if not word.lemma:
        return "?" + _script(word.surface)
    if word.pos1 in _OF_GRAMMAR:
        return f"{word.surface}|{word.pos1}|{word.cform[:3]}"
    lemma = word.lemma.partition("-")[0]
    if lemma in _LIGHT:
        return f"{lemma}|{word.cform}"
    if word.pos1 in _INFLECTED:
        return f"{word.pos1}{word.ctype[:2]}|{word.cform}"
    return f"{word.pos1}-{word.pos2}-{word.pos3}"


def _script(surface: str) -> str:
    if surface.isascii():
        return "A"
    if _KATAKANA.fullmatch(surface):
        return "T"
    return "H" if _HIRAGANA.fullmatch(surface) else "X"


def likelihoods(words: tuple[Token, ...], model: Model) -> list[float]:
    """For each word but the first two the logarithm of how likely its class follows those before it."""
    classes = [BETWEEN + class_of(word) for word in words]
    return [_likelihood(classes[max(0, at - 2) : at + 1], model) for at in range(1, len(classes))]


def _likelihood(classes: list[str], model: Model) -> float:
    level = model.level
    cost = 0.0
    while classes:
        count = level("".join(classes))
        if count != UNSEEN:
            before = level("".join(classes[:-1])) if len(classes) > 1 else _ALL
            return (count - max(count, before)) / LEVELS_PER_E - cost
        cost += _BACKING_OFF
        classes = classes[1:]
    return _NEVER - cost


_ALL = 16 * LEVELS_PER_E
