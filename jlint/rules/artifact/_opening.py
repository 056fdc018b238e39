"""How a stretch of prose begins: whether a sentence can begin so, and whether it goes on with a word begun before."""

from __future__ import annotations

import re

from jlint.document.token import Token, path_cost, tokenize

_CANDIDATE = re.compile("[ぁ-ん、。，．」』）〉》】]")
_CLOSING = re.compile("[、。，．」』）〉》】]")
_LOOKED_AT = 30
_AROUND = 12
_GAIN = 4_000
"""How much cheaper than apart two pieces must be together, in UniDic's costs, to be one word cut in two."""

_FIRST_PARTICLES = frozenset(["を", "が", "へ", "の", "は", "も", "に"])
_AFTER_NAMES = ("の", "に", "は")
_STARTING_COPULAS = frozenset(["だ", "です", "じゃ", "らしい", "だろう", "でしょう", "みたい"])


def opens_mid_sentence(text: str, *, surely: bool = False) -> bool:
    """Whether `text` begins with what needs something before it: を…, していますし…, れる….

    `surely` leaves out what also goes on with a name or a piece of code that isn't marked up: のように…, には….
    """
    if surely and text[:1] in _AFTER_NAMES:
        return False
    if not _CANDIDATE.match(text):
        return False
    if _CLOSING.match(text):
        return True
    tokens = tokenize(text[:_LOOKED_AT])
    return bool(tokens) and _needs_words_before(tokens[0], tokens[1] if len(tokens) > 1 else None)


def _needs_words_before(first: Token, second: Token | None) -> bool:
    after = second.surface if second else ""
    if first.pos1 == "助詞":
        return _is_orphan(first, after)
    if first.pos1 == "助動詞":
        return _is_orphan_auxiliary(first, after)
    if first.pos1 == "動詞" and first.lemma == "為る":
        # して, しています, しましたが: but して、 also stands for そして
        return first.surface == "し" and bool(re.match("て|ま[すし]", after)) and first.cform.startswith("連用形")
    return False


def _is_orphan(particle: Token, after: str) -> bool:
    if particle.pos2 == "接続助詞":
        return particle.surface in ("て", "つつ", "ば")
    if particle.pos2 == "準体助詞":
        return True
    if particle.surface not in _FIRST_PARTICLES or particle.pos2 not in ("格助詞", "係助詞"):
        return False
    # にもかかわらず begins a sentence, as do が、 and は？ in talk
    return after not in ("、", "？", "?", "！", "ー", "〜") and not (particle.surface == "に" and after == "も")


def _is_orphan_auxiliary(auxiliary: Token, after: str) -> bool:
    if auxiliary.surface == "な":
        return after not in ("の", "ん", "あ", "ぁ", "ー", "、")
    return auxiliary.base not in _STARTING_COPULAS


def is_one_word(before: str, after: str) -> bool:
    """Whether the end of `before` and the start of `after` are two halves of one word."""
    left, right = before[-_AROUND:], after[:_AROUND]
    if left[-1:].isascii() and right[:1].isascii() and left[-1:].isalnum() and right[:1].isalnum():
        return not right[:1].isupper()
    border = len(left)
    across = any(token.start < border < token.end and token.lemma for token in tokenize(left + right))
    return across and path_cost(left) + path_cost(right) - path_cost(left + right) > _GAIN


def begins_with_suru(text: str) -> bool:
    """Whether `text` begins with a form of する, as the rest of a verb such as 検査する does."""
    if text[:1] not in ("す", "し", "さ") or text.startswith("すると"):
        return False
    tokens = tokenize(text[:_LOOKED_AT])
    return bool(tokens) and tokens[0].pos1 == "動詞" and tokens[0].lemma == "為る"
