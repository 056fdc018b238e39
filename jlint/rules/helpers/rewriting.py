"""Where a word or a number may be written in another way without anybody's reading it: what makes such a fix safe.

A word is changed only where it is the author's own and stands by itself. In a quotation, in a name, in a compound or
beside Latin letters the same change may be wrong, so there the fix is offered and not made unasked.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from jlint.compiled import lazy_pattern
from jlint.document.block import OBJECT
from jlint.rules.helpers.quotations import block_at, is_in_others_words

if TYPE_CHECKING:
    from jlint.document import Block, Document, Sentence
    from jlint.document.token import Token
    from jlint.span import Span

_SPACES = " \t\u00a0\u3000"
_FOREIGN = lazy_pattern(rf"[0-9A-Za-zＡ-Ｚａ-ｚ０-９À-ɏ.\-_/\\@#&+=:%~$^|{OBJECT}]")
"""What names, paths, addresses and versions are made of. Inline code counts too."""
_JOINTS = "・＝=‐‑–—－＿／．々ー"
"""What joins the parts of a name."""
_LOOKED_AT = 30
"""Characters on either side of a word that are read with it."""
_NOMINAL = frozenset({"名詞", "接頭辞", "接尾辞", "形状詞"})
_OPEN_CLASS = frozenset({*_NOMINAL, "動詞", "形容詞", "代名詞"})
"""Words that compounds are made of: 例えば and 及び stand by themselves whatever is next to them."""
_FUNCTION_VERBS = frozenset({"為る", "出来る", "為さる", "致す", "頂く", "下さる"})
"""Verbs that make a verb of any noun: 連絡する is no compound in this sense, nor is 連絡できる."""
_ORDINAL = ("第", "西暦", "平成", "令和", "昭和", "No.", "№")


def may_replace_word(document: Document, span: Span, better: str) -> bool:
    """Whether writing `better` for the word at `span` is safe: the word stands alone and stays the same word."""
    block = block_at(document, span)
    start = _offset(block, span, document) if block else None
    if block is None or start is None or is_in_others_words(document, span):
        return False
    end = start + span.end - span.start
    is_label = not block.text[:start].strip() and not block.text[end:].strip()
    if is_label or _is_beside_foreign(block.text, start, end) or _is_joined(block.text, start, end):
        return False
    sentence = block.sentences[bisect_right(block.sentences, start, key=lambda each: each.start) - 1]
    return end <= sentence.end and _is_word_alone(sentence, start - sentence.start, end - sentence.start, better)


def may_replace_number(document: Document, span: Span) -> bool:
    """Whether writing the number at `span` otherwise is safe: it counts something, and is no part of a name."""
    block = block_at(document, span)
    start = _offset(block, span, document) if block else None
    if block is None or start is None or is_in_others_words(document, span):
        return False
    end = start + span.end - span.start
    is_named = block.text.endswith(_ORDINAL, 0, start)
    return not (is_named or _is_beside_foreign(block.text, start, end) or _is_joined(block.text, start, end))


def _offset(block: Block, span: Span, document: Document) -> int | None:
    """Where the span begins in the visible text, None where markup interrupts it."""
    places = range(len(block.text))
    start = bisect_right(places, span.start, key=lambda place: block.source_span(place, place + 1).start) - 1
    text = span.of(document.text)
    return start if start >= 0 and text and block.text.startswith(text, start) else None


def _is_beside_foreign(text: str, start: int, end: int) -> bool:
    """Whether a Latin letter, a digit, a dot or code is next to the range, perhaps behind a space: Amazon ウェブ."""
    before = text[max(0, start - 2) : start].rstrip(_SPACES)[-1:]
    after = text[end : end + 2].lstrip(_SPACES)[:1]
    return any(_FOREIGN.match(neighbour) for neighbour in (before, after) if neighbour)


def _is_joined(text: str, start: int, end: int) -> bool:
    return any(
        neighbour in _JOINTS for neighbour in (text[max(0, start - 1) : start], text[end : end + 1]) if neighbour
    )


def _is_word_alone(sentence: Sentence, start: int, end: int, better: str) -> bool:
    from jlint.document.token import tokenize

    left, right = sentence.text[max(0, start - _LOOKED_AT) : start], sentence.text[end : end + _LOOKED_AT]
    before, word, after = _around(tokenize(left + sentence.text[start:end] + right), len(left))
    new_before, new_word, new_after = _around(tokenize(left + better + right), len(left))
    longer = len(better) - (end - start)
    if word is None or new_word is None or word.end < len(left) + end - start or new_word.end != word.end + longer:
        return False
    if not (_is_same(before, new_before) and _is_same(after, new_after) and _is_same_class(word, new_word)):
        return False
    if "固有名詞" in (word.pos2, new_word.pos2):
        return False
    if word.pos1 not in _OPEN_CLASS:
        return True
    return not (
        (before is not None and before.end == word.start and _binds_forward(before, word))
        or (after is not None and after.start == word.end and _binds_back(word, after))
    )


def _around(tokens: tuple[Token, ...], start: int) -> tuple[Token | None, Token | None, Token | None]:
    """The word that begins at an offset, between its neighbours."""
    index = bisect_right(tokens, start, key=lambda token: token.start) - 1
    if index < 0 or tokens[index].start != start:
        return None, None, None
    before = tokens[index - 1] if index else None
    return before, tokens[index], tokens[index + 1] if index + 1 < len(tokens) else None


def _is_same(one: Token | None, other: Token | None) -> bool:
    """Whether a neighbour is still read as the same word."""
    if one is None or other is None:
        return one is other
    return (one.surface, one.pos1) == (other.surface, other.pos1)


def _is_same_class(word: Token, other: Token) -> bool:
    is_same_word = not word.lemma or not other.lemma or word.lemma.partition("-")[0] == other.lemma.partition("-")[0]
    return is_same_word and (word.pos1, word.ctype, word.cform) == (other.pos1, other.ctype, other.cform)


def _binds_forward(before: Token, word: Token) -> bool:
    """Whether a word and the one before it make one: 社内|サーバ, 読み|取る. 今|分かる may be taken for one too."""
    if before.pos1 in _NOMINAL:
        return not (word.lemma in _FUNCTION_VERBS and "サ変" in before.pos3)
    return before.pos1 == "動詞" and before.cform.startswith("連用形-一般")


def _binds_back(word: Token, after: Token) -> bool:
    """Whether a word and the one behind it make one: 取消|権, 繋がり|合う."""
    if word.pos1 in _NOMINAL:
        return after.pos1 in _NOMINAL or (after.pos1 == "動詞" and after.lemma not in _FUNCTION_VERBS)
    if word.pos1 == "動詞":
        return word.cform.startswith("連用形-一般") and after.pos1 in ("動詞", "名詞", "形容詞")
    return word.pos1 == "形容詞" and after.pos1 == "名詞" and word.cform.startswith("語幹")
