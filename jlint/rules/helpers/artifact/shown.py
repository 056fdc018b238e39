"""Words of a text generator that a text shows: a conversation that is written down, an answer that is announced."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeGuard

from jlint.compiled import lazy_pattern
from jlint.document.block import BlockKind

if TYPE_CHECKING:
    from jlint.document import Block, Document
    from jlint.document.block import Sentence

_LONGEST_LABEL = 40
_SENTENCE_ENDS = tuple("。．！？!?」』）)")
_SHORTEST_SAID = 8
_ITEMS = 12
"""So many items of a list are passed on the way up to what announces the list."""


def stands(block: Block, where: str, document: Document) -> bool:
    """Whether the block is at that end of the document's prose.

    `paragraph` is any paragraph or heading of the article's own, no item, cell or quotation.
    `first` reaches up to the first paragraph, `last` is the last block, and `ends` is either. `opening` is a heading or
    paragraph that is first with the article's own text right behind it, `closing` one that is last with a paragraph of
    whole sentences right before it: what stands beside code, a table, a list, verses or a quotation may speak of that.
    """
    prose = document.prose
    if where == "paragraph":
        return _is_own_text(block)
    if where == "ends":
        return stands(block, "first", document) or stands(block, "last", document)
    if where == "opening":
        return _is_own_text(block) and stands(block, "first", document) and _is_own_text(beside(block, 1, document))
    if where == "closing":
        before = beside(block, -1, document)
        return (
            _is_own_text(block)
            and stands(block, "last", document)
            and _is_own_text(before)
            and before.kind is BlockKind.PARAGRAPH
            and before.text.rstrip().endswith(_SENTENCE_ENDS)
        )
    if where == "last":
        return block is prose[-1]
    return block is prose[0] or (prose[0].kind is BlockKind.HEADING and len(prose) > 1 and block is prose[1])


def beside(block: Block, step: int, document: Document) -> Block | None:
    """The block right before or behind the one at hand; thematic breaks are passed over."""
    blocks = document.blocks
    number = next((number for number, each in enumerate(blocks) if each is block), 0) + step
    while 0 <= number < len(blocks) and blocks[number].kind is BlockKind.BREAK:
        number += step
    return blocks[number] if 0 <= number < len(blocks) else None


def _is_own_text(block: Block | None) -> TypeGuard[Block]:
    """Whether the block is a heading or a paragraph of the article itself."""
    return (
        block is not None
        and block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)
        and bool(block.text.strip())
        and not block.quoted
        and not block.footnote
    )


def is_shown(sentence: Sentence, document: Document) -> bool:
    """Whether the sentence belongs to a conversation, or to an answer or a prompt that is announced or spoken of."""
    if _is_conversation(document) or _is_mentioned(sentence, document):
        return True
    number = _numbers(document).get(id(sentence.block), 0)
    for before in reversed(document.prose[max(0, number - _ITEMS) : number]):
        if before.kind is not BlockKind.ITEM or sentence.block.kind is not BlockKind.ITEM:
            return _announces(before)
    return False


def _is_mentioned(sentence: Sentence, document: Document) -> bool:
    """Whether another block holds the whole sentence within one of its own, which says what a generator answered."""
    said = sentence.text.strip().rstrip("。.！!")
    return len(said) >= _SHORTEST_SAID and any(
        block is not sentence.block and said in block.text and not block.text.strip().startswith(said)
        for block in document.prose
    )


@lru_cache(maxsize=1)
def _numbers(document: Document) -> dict[int, int]:
    return {id(block): number for number, block in enumerate(document.prose)}


@lru_cache(maxsize=1)
def _is_conversation(document: Document) -> bool:
    """Whether both one who asks and one who answers are named on lines of their own."""
    found = [_speaker().fullmatch(block.text.strip()) for block in document.prose if len(block.text) <= _LONGEST_LABEL]
    return len({match.lastgroup for match in found if match}) > 1


def _announces(block: Block) -> bool:
    text = block.text.strip()
    if len(text) <= _LONGEST_LABEL and (block.bold or block.kind is BlockKind.HEADING or text[-1:] in "：:"):
        return _announcement().search(text) is not None or _speaker().fullmatch(text) is not None
    return text.endswith(("：", ":", "、", "↓")) and _announcement().search(text[-_LONGEST_LABEL:]) is not None


@cache
def _speaker() -> re.Pattern[str]:
    asks = "user(?: input)?|human|you|私|僕|自分|あなた|ユーザー|質問|Q"
    answers = r"assistant|ai|model|planner response|chatgpt|gpt-?[\d.]*o?|gemini|claude|copilot|bard|回答|A"
    rest = r"(?:の(?:質問|回答|返答|答え))?[\W\d]*(?:\([^()]*\)|（[^（）]*）)?[\W\d]*"
    return lazy_pattern(rf"\W*(?:(?P<asks>{asks}){rest}|(?P<answers>{answers}){rest})", re.IGNORECASE)


@cache
def _announcement() -> re.Pattern[str]:
    return lazy_pattern(
        r"回答|返答|応答|返事|答え|返(?:って|し|す)|出力(?:例|結果|され)|結果|プロンプト|指示(?:文|例|し)|入力(?:例|し|す)|依頼(?:文|し)"
        r"|頼(?:み|ん|む)|例文|文例|\b(?:[Pp]rompt|[Rr]esponse|[Aa]nswer|[Oo]utput|[Rr]eply)\b"
    )
