"""How a stretch of prose ends: whether a sentence can end like that."""

from __future__ import annotations

import enum
import unicodedata
from collections.abc import Sequence

from jlint.compiled import lazy_pattern
from jlint.document import OBJECT
from jlint.document.token import Token, tokenize

_CLOSED = lazy_pattern(
    rf"[。．.！？!?…‥♪〜～笑)\]］】〉》”\"’':：;；）』{OBJECT}]\Z|[ぁ-んー]ー\Z|・・\Z|[、，]{{2,}}\Z"
)
_FACE = lazy_pattern(r"[)）]\s?[ノﾉシｼゞ゙ﾟ゜oOσbｂdｄbvｖzｚ]{1,2}\Z|(?:^|[^A-Za-z0-9])[:;=][-']?[()DPpOo3]\Z")
"""ヽ(´ー｀)ノ and :("""
_OPENERS = "「『（(【〈《［["
_LOOKED_AT = 120


class Ending(enum.Enum):
    """How sure it is that a sentence doesn't end here."""

    CLOSED = enum.auto()
    """A full stop, a closing bracket, a colon: an end, or no evidence against one."""
    BARE = enum.auto()
    """A noun or the like: may be complete, if the text is a label or a headline."""
    FINAL = enum.auto()
    """A predicate in a form that ends sentences: perhaps only the full stop is missing."""
    LOOSE = enum.auto()
    """A particle or form that headlines and speech may end with (未来へ, 皆さんと)."""
    OPEN = enum.auto()
    """Something that needs a continuation: 、, を, この, 「."""


_LOOSE_PARTICLES = lazy_pattern(
    "に|へ|で|から|まで|と|より|など|だけ|ほど|[くぐ]らい|ばかり|のみ|ので|のに|けれ?ど|けれども|し|ながら|たり|ずつ|づつ"
)
_MUST = lazy_pattern("(?:なくては|なければ|ないと|ねば)\\Z")
_OF_MUST = 4
"""So many 形態素 hold 行かなくては."""
_CHATTY = frozenset(["から", "けど", "けれど", "けれども", "し", "って", "とか"])
_NOTHING_ELSE = frozenset(["だけ", "のみ", "ばかり"])
"""あとは出すだけ, 待つのみ."""
_CLOSING_FORMS = ("終止形", "連体形", "命令形", "意志推量形")


def ending(sentence: str) -> Ending:
    """How `sentence`, the last of a text and without white space around it, ends."""
    last = sentence[-1:]
    if not last or _CLOSED.search(sentence[-2:]) or _FACE.search(sentence[-4:]):
        return Ending.CLOSED
    if last == "」":
        return _by_quotation(sentence)
    if last in "、，・" or last in _OPENERS:
        return Ending.OPEN
    if unicodedata.category(last)[0] in "SPC":
        return Ending.CLOSED
    tokens = tokenize(sentence[-_LOOKED_AT:])
    if not tokens:
        return Ending.CLOSED
    return Ending.FINAL if _is_chatty(tokens) or _leaves_suru_out(tokens) else _by_token(tokens[-1])


def _by_quotation(sentence: str) -> Ending:
    """A quotation that is a sentence itself ends it; one inside a sentence is a noun of that sentence."""
    opening = sentence.rfind("「")
    is_sentence = opening <= 0 or sentence[-2:-1] in "。！？!?…"
    return Ending.CLOSED if is_sentence else Ending.BARE


def _is_chatty(tokens: Sequence[Token]) -> bool:
    """Whether it ends as people do who think aloud: 遅いのでは, 使えるかも, 行かなくては, 高いけど."""
    last, before = tokens[-1], tokens[-2] if len(tokens) > 1 else None
    if before is None or last.pos1 != "助詞":
        return False
    if f"{before.surface}{last.surface}".endswith("かも"):
        return True
    if (before.surface, last.surface) == ("で", "は"):
        return len(tokens) > 2 and tokens[-3].surface in ("の", "べき", "ん")
    if last.surface in ("は", "ば", "と") and _MUST.search("".join(token.surface for token in tokens[-_OF_MUST:])):
        return True
    if last.surface in _NOTHING_ELSE:
        return before.cform.startswith(("終止形", "連体形"))
    return last.surface in _CHATTY and before.cform.startswith("終止形")


def _leaves_suru_out(tokens: Sequence[Token]) -> bool:
    """Whether a noun stands for its verb, as in notes: 手順書を参照, 窓口に連絡."""
    last, before = tokens[-1], tokens[-2] if len(tokens) > 1 else None
    return (
        before is not None
        and last.pos3 == "サ変可能"
        and before.pos1 == "助詞"
        and before.surface in ("を", "に", "へ")
    )


def _by_token(token: Token) -> Ending:
    if token.pos1 == "助詞":
        return _by_particle(token)
    if token.pos1 in ("連体詞", "接続詞", "接頭辞"):
        return Ending.OPEN
    if token.pos1 == "副詞":
        return Ending.LOOSE
    if token.pos1 in ("動詞", "形容詞", "助動詞"):
        return _by_form(token)
    return Ending.BARE


def _by_particle(token: Token) -> Ending:
    if token.pos2 == "終助詞" or token.surface == "か":
        return Ending.FINAL
    if _LOOSE_PARTICLES.fullmatch(token.surface) or (
        token.pos2 == "接続助詞" and token.surface in ("て", "で", "が", "ば")
    ):
        return Ending.LOOSE
    return Ending.OPEN


def _by_form(token: Token) -> Ending:
    if token.pos1 == "助動詞" and token.cform.startswith("連体形") and token.surface == "な":
        return Ending.OPEN
    if token.cform.startswith(_CLOSING_FORMS):
        return Ending.FINAL
    if token.pos1 == "助動詞" and token.base in ("だ", "です"):
        return Ending.LOOSE
    return Ending.OPEN
