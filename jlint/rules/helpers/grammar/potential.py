"""Potential forms of verbs, as the dictionary has them: 「走れる」 is a form of 走る, 「見れる」 of 見る."""

from __future__ import annotations

from functools import lru_cache

from jlint.document.token import Token, tokenize
from jlint.letters import is_hiragana

_WITH_RA = ("上一段", "下一段", "カ行変格")


def is_dropped_ra(token: Token) -> bool:
    """Whether the token is the potential form, without ら, of a verb that needs one."""
    return (
        token.pos1 == "動詞"
        and token.ctype == "下一段-ラ行"
        and token.base.endswith("れる")
        and "れ" in token.surface
        and token.lemma not in (token.base, "")
        and not token.lemma.endswith("れる")
        and kind_of_verb(token.lemma).startswith(_WITH_RA)
        and not _is_other_verb(token)
    )


def _is_other_verb(token: Token) -> bool:
    """Whether the word may as well be the potential form of a verb that ends in る, which has no ら."""
    stem = token.base.removesuffix("れる")
    return kind_of_verb(stem + "る") == "五段-ラ行" or _is_written_alike(stem)


_RARE = frozenset({"翔る"})


@lru_cache(maxsize=1024)
def _is_written_alike(stem: str) -> bool:
    """Whether kana may stand for another verb: かえれる for 帰れる beside 変える, いれる for 入れる beside 居る."""
    if not all(map(is_hiragana, stem)):
        return False
    godan = tokenize(f"{stem}らない")[0]
    ichidan = tokenize(f"{stem}れられる")[0]
    return (godan.surface == f"{stem}ら" and godan.ctype == "五段-ラ行" and godan.lemma not in _RARE) or (
        ichidan.surface == f"{stem}れ" and ichidan.lemma.endswith("れる")
    )


def is_potential(token: Token) -> bool:
    """Whether the token is the potential form of a verb that has one of its own: 「飲める」, 「行ける」."""
    if token.pos1 != "動詞" or not token.lemma:
        return False
    if token.ctype.startswith("五段"):
        return token.cform == "命令形"
    return token.ctype.startswith("下一段") and kind_of_verb(token.lemma).startswith("五段")


@lru_cache(maxsize=4096)
def kind_of_verb(word: str) -> str:
    """The conjugation of a verb in its dictionary form, an empty text for what isn't one verb."""
    tokens = tokenize(word)
    return tokens[0].ctype if len(tokens) == 1 and tokens[0].pos1 == "動詞" else ""
