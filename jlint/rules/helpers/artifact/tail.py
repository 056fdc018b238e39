"""The last words of a sentence as messages quote them."""

from __future__ import annotations

from itertools import pairwise

from jlint.document.token import Token, tokenize

_SHOWN = 8
"""How many characters are quoted at least; the quotation begins at the start of a phrase."""
_LOOKED_AT = 40
_DEPENDENT = ("助詞", "助動詞", "接尾辞", "補助記号", "空白")
_JOINED = ("名詞", "接頭辞", "接尾辞", "形状詞")


def tail_in_quotes(sentence: str) -> str:
    """The end of a sentence from the start of a phrase on, in brackets that it doesn't contain itself."""
    words = _last_words(sentence)
    shown = words if len(words) == len(sentence) else f"…{words}"
    return f"『{shown}』" if "「" in shown or "」" in shown else f"「{shown}」"


def _last_words(sentence: str) -> str:
    looked_at = sentence[-_LOOKED_AT:]
    if len(sentence) <= _SHOWN:
        return sentence
    tokens = tokenize(looked_at)
    starts = [word.start for before, word in pairwise(tokens) if _begins_phrase(before, word)]
    far_enough = [start for start in starts if len(looked_at) - start >= _SHOWN]
    if far_enough:
        return looked_at[far_enough[-1] :]
    return sentence if len(looked_at) == len(sentence) else sentence[-_SHOWN:]


def _begins_phrase(before: Token, word: Token) -> bool:
    """Whether a word stands on its own and is no part of a compound."""
    if word.pos1 in _DEPENDENT or word.pos2 == "非自立可能":
        return False
    return not (before.pos1 in _JOINED and word.pos1 in _JOINED)
