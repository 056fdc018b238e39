"""How a stretch of prose begins: whether a sentence can begin like that, and whether it continues a word before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jlint.compiled import lazy_pattern
from jlint.document.token import Token, path_cost, tokenize

_CANDIDATE = lazy_pattern(
    "[をがへのにはてばるりぬす]|も(?![しちうっのや]|くじ)|つつ|ま[すしせ]|[れられ]|し[てま]|な(?![ぜおにかのんどるら])|た[るらい]|[せさ][せれ]"
)
"""What may be such an opening; only saves tokenizing the ordinary ones."""
_NEVER_FIRST = frozenset("、。，．」』）〉》】ゃゅょァィゥェォッャュョ")
_NO_OPENING = lazy_pattern(
    r"[。、．]{2}|\S{1,4}\u3000|て[いゆ]うか|てか|つうか|ます、|(\S\S)\1|\S{1,3}[！!]"
    r"|ら?れ[をとへはもが・]|る[うぁぃぅぇぉゃゅょる]"
)
"""Silence (。。。), the name of a speaker before an em space, casual speech, a slip for まず、, a word that says itself
twice (てるてる坊主), a cry (をい！), a name (no form of られる stands before を or と, and no る before う).
"""
_LOOKED_AT = 30
_AROUND = 12
_GAIN = 4_000
"""How much less two pieces must cost together than apart, in UniDic's costs, to be one word cut in two."""

_FIRST_PARTICLES = frozenset(["を", "が", "へ", "の", "は", "も", "に"])
_AFTER_NAMES = ("の", "に", "は")
_STARTING_COPULAS = frozenset(["だ", "です", "じゃ", "らしい", "だろう", "でしょう", "みたい"])


def opens_mid_sentence(text: str, *, surely: bool = False) -> bool:
    """Whether `text` begins with something that needs words before it: を…, していますし…, れる….

    `surely` leaves out openings that also continue a name or a piece of code that isn't marked up: のように…, には….
    """
    if surely and text[:1] in _AFTER_NAMES:
        return False
    if _NO_OPENING.match(text):
        return False
    if text[:1] in _NEVER_FIRST:
        return True
    if not _CANDIDATE.match(text):
        return False
    tokens = tokenize(text[:_LOOKED_AT])
    return bool(tokens) and _needs_words_before(tokens, text[tokens[0].end :])


def _needs_words_before(tokens: Sequence[Token], rest: str) -> bool:
    first = tokens[0]
    if first.surface == "て":
        # て、 begins a sentence in speech; ていきましょう is the rest of one
        return first.pos2 == "接続助詞" or (len(tokens) > 1 and tokens[1].pos1 in ("動詞", "形容詞"))
    if first.pos1 == "助詞":
        return _is_orphan(first, rest)
    if first.pos1 == "助動詞":
        return _is_orphan_auxiliary(first, rest)
    if first.pos1 == "動詞" and first.lemma == "為る":
        # していない場合は refers to the sentence before, as in speech
        return first.surface == "し" and bool(re.match("て(?!いな)|ま[すし]", rest))
    return False


def _is_orphan(particle: Token, rest: str) -> bool:
    if particle.pos2 == "接続助詞":
        return particle.surface in ("つつ", "ば")
    if particle.pos2 == "準体助詞":
        return True
    if particle.surface not in _FIRST_PARTICLES or particle.pos2 not in ("格助詞", "係助詞"):
        return False
    # にもかかわらず begins a sentence, as do が、 and は？ in speech
    return rest[:1] not in ("、", "？", "?", "！", "ー", "〜") and not (
        particle.surface == "に" and rest.startswith("も")
    )


def _is_orphan_auxiliary(auxiliary: Token, rest: str) -> bool:
    if auxiliary.surface == "な":
        return not rest.startswith(
            ("の", "ん", "あ", "ぁ", "ー", "、", "気が", "感じ", "わけ")
        )  # な気がする, in speech
    return auxiliary.base not in _STARTING_COPULAS


def is_one_word(before: str, after: str) -> bool:
    """Whether the end of `before` and the start of `after` are two halves of one word."""
    left, right = before[-_AROUND:], after[:_AROUND]
    if left[-1:].isascii() and right[:1].isascii() and left[-1:].isalnum() and right[:1].isalnum():
        return left[-1:].isalpha() == right[:1].isalpha() and not right[:1].isupper()
    border = len(left)
    across = any(token.start < border < token.end and token.lemma for token in tokenize(left + right))
    return across and path_cost(left) + path_cost(right) - path_cost(left + right) > _GAIN


def begins_with_suru(text: str) -> bool:
    """Whether `text` begins with a form of する, as the rest of a verb such as 検査する does."""
    if text[:1] not in ("す", "し", "さ") or text.startswith("すると"):
        return False
    tokens = tokenize(text[:_LOOKED_AT])
    return bool(tokens) and tokens[0].pos1 == "動詞" and tokens[0].lemma == "為る"
