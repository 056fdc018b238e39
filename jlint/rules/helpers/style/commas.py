"""Commas that separate clauses, as opposed to those that separate the items of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jlint.document.block import OBJECT

if TYPE_CHECKING:
    from jlint.document.token import Token

_NOUNS = frozenset({"名詞", "接尾辞", "接頭辞", "代名詞", "記号"})
_QUOTE, _UNQUOTE = "「『“", "」』”"
_BRACKETS = frozenset({"括弧開", "括弧閉"})


def clause_commas(tokens: Sequence[Token], comma: str, *, in_quotations: bool = False) -> Iterator[int]:
    """The offsets of the commas that don't stand between two nouns, those in quotations only where they are wanted."""
    depth = 0
    for index, token in enumerate(tokens):
        if token.surface in _QUOTE:
            depth += 1
        elif token.surface in _UNQUOTE:
            depth = max(0, depth - 1)
        if token.surface != comma or (depth and not in_quotations):
            continue
        before = tokens[index - 1] if index else None
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if not (_is_listed(before) and _is_listed(after)):
            yield token.start


def _is_listed(word: Token | None) -> bool:
    """Whether an item of a list may begin or end with the word: a noun, code, something in brackets."""
    return word is not None and (word.pos1 in _NOUNS or word.pos2 in _BRACKETS or OBJECT in word.surface)
