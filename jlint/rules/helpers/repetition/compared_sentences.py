"""The sentences of a document that are compared: all but those that may legitimately repeat."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from jlint.document.block import OBJECT, Block, BlockKind
from jlint.letters import letters
from jlint.rules.helpers.link_block import only_points_elsewhere, sections

if TYPE_CHECKING:
    from jlint.document import Document
    from jlint.document.block import Sentence

_FRAME = frozenset("-=*#")
_ENDS = "。！？!?．…"
_CLOSERS = '」』）)"”’ 　\n'
_WHOLLY_QUOTED = re.compile(r"[「『“\"][^」』”\"]*[」』”\"][。！？]?")
_TOO_SHORT = 4
"""With fewer letters a line is a marker or an interjection; it neither makes nor breaks a repetition."""


class ComparedSentence(NamedTuple):
    """A sentence to compare: its key, and how many breaks and marker lines come before it."""

    sentence: Sentence
    key: str
    part: int

    @property
    def is_solid(self) -> bool:
        """Whether people read it as a sentence, not as a heading, a label or a catchphrase."""
        block, text = self.sentence.block, self.sentence.text
        last = text.rstrip(_CLOSERS)[-1:]
        if not last or last not in _ENDS or _WHOLLY_QUOTED.fullmatch(text):
            return False
        is_title = (block.bold or block.kind in (BlockKind.HEADING, BlockKind.CAPTION)) and "。" not in block.text
        return not is_title


def sentences(blocks: Iterable[Block], source: str) -> list[ComparedSentence]:
    """The sentences of `body_blocks` in order. Headings and labels are included: a copy continues across them."""
    found: list[ComparedSentence] = []
    part = 0
    for block in blocks:
        if block.kind is BlockKind.BREAK:
            part += 1
            continue
        is_plain = OBJECT not in block.text and "\n" not in block.text
        for sentence in block.sentences:
            text = sentence.text
            key = letters(text) if is_plain else _key(sentence, text, source)
            if len(key) >= _TOO_SHORT:
                found.append(ComparedSentence(sentence, key, part))
            elif text == block.text:
                part += 1
    return found


def _key(sentence: Sentence, text: str, source: str) -> str:
    if OBJECT in text:
        text = sentence.span.of(source)
    if "\n" in text:
        text = "\n".join(line for line in text.split("\n") if not _is_marker(line))
    return letters(text)


def _is_marker(line: str) -> bool:
    return len(line) > 4 and _FRAME.issuperset(line[:2] + line[-2:])


def body_blocks(document: Document) -> Iterator[Block]:
    """The blocks whose sentences are compared, and the breaks between them.

    Table cells, quotations, footnotes, notes after ※ and sections that only point elsewhere may legitimately repeat.
    """
    for section in sections(document):
        if not only_points_elsewhere(section, document.text):
            yield from (block for block in section if _counts(block))


def _counts(block: Block) -> bool:
    if block.kind is BlockKind.CELL or block.quoted or block.footnote:
        return False
    return block.kind is BlockKind.BREAK or (block.is_prose and not block.text.startswith("※"))
