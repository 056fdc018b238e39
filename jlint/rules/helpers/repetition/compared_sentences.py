"""The sentences of a document that are compared: all but those that may legitimately repeat."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.document.block import OBJECT, Block, BlockKind
from jlint.letters import letters
from jlint.rules.helpers.link_block import only_points_elsewhere, sections

if TYPE_CHECKING:
    from jlint.document import Document
    from jlint.document.block import Sentence

_FRAME = frozenset("-=*#")
_ENDS = "。！？!?．…"
_CLOSERS = '」』）)"”’ 　\n'
_WHOLLY_QUOTED = lazy_pattern(r"[「『“\"][^」』”\"]*[」』”\"][。！？]?")
_TEMPLATE = lazy_pattern(r"\s*\{[{%](?:[^{}]|\{[^{}]*\})*[%}]\}\s*")
_TOO_SHORT = 4
"""With fewer letters a line is a marker or an interjection; it neither makes nor breaks a repetition."""


class ComparedSentence(Struct, frozen=True):
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
        return not is_title and not _is_heading_of_one_sentence(self.sentence)


def _is_heading_of_one_sentence(sentence: Sentence) -> bool:
    """Whether a sentence is a heading behind `#`: it names what a list of contents or of causes has.

    A paragraph above a line of dashes is a heading by mistake.
    """
    block = sentence.block
    if block.kind is not BlockKind.HEADING or sentence.text.strip() != block.text.strip():
        return False
    return block.source_span(0, 1).start - block.span.start > block.level


def sentences(blocks: Iterable[Block], source: str) -> list[ComparedSentence]:
    """The sentences of `body_blocks` in order. Headings and labels are included: a copy continues across them."""
    found: list[ComparedSentence] = []
    part = 0
    for block in blocks:
        if block.kind is BlockKind.BREAK:
            part += 1
            continue
        is_plain = not any(sign in block.text for sign in (OBJECT, "\n", "{"))
        for sentence in block.sentences:
            text = sentence.text
            key = letters(text) if is_plain else _key(sentence, text, source)
            if len(key) >= _TOO_SHORT:
                found.append(ComparedSentence(sentence, key, part))
            elif text == block.text and not is_picture(block) and not is_template(text):
                part += 1
    return found


def _key(sentence: Sentence, text: str, source: str) -> str:
    if "\n" in text:
        text = "\n".join(line for line in text.split("\n") if not _is_marker(line) and not is_template(line))
    elif is_template(text):
        return ""
    if OBJECT not in text:
        return letters(text)
    return spelled_out(sentence, source, letters) if letters(text) else ""


def spelled_out(said: Sentence | Block, source: str, words: Callable[[str], str]) -> str:
    """A visible text with its inline code and the like as it is written, where each sign counts: foo= is not foo.

    The rest is what `words` makes of it.
    """
    end = 0
    parts: list[str] = []
    for match in re.finditer(OBJECT, said.text):
        parts += words(said.text[end : match.start()]), *said.source_span(*match.span()).of(source).split()
        end = match.end()
    return "".join((*parts, words(said.text[end:])))


def is_template(line: str) -> bool:
    """Whether a line is a tag of a template language that the dialect doesn't know, and left as it is."""
    return _TEMPLATE.fullmatch(line) is not None


def is_picture(block: Block) -> bool:
    """Whether there is no word in a block, but an image, math or inline code."""
    return block.is_prose and OBJECT in block.text and not letters(block.text)


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
