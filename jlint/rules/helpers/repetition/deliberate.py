"""Repetitions that are made on purpose: what they have in common is that the words belong to a place, not to the text.

A manual says of each of its functions what it takes, a law ends one article as it ends another, and a sentence that
leads into a listing says so before every listing. Running prose has no such places, and says everything once.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from msgspec import Struct

from jlint.compiled import compiled, lazy_pattern
from jlint.document.block import OBJECT, Block, BlockKind
from jlint.letters import letters
from jlint.memoize import memoize
from jlint.rules.helpers.repetition.compared_sentences import is_picture, is_template
from jlint.rules.helpers.repetition.repeats import Repeats, repeats

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jlint.document import Document

_BESIDE, _WRITTEN_TWICE = 8, 3
"""Sentences that stand again in the order of their sources, near to each other and in so many blocks, are a copy."""
_SET_PHRASE = 3
"""At so many places a paragraph is a set phrase."""
_POINTS = r"""(?x)
    参照 | 参考に | ご覧ください | 詳[し細](?:[くい]は|に?ついては)
    | 以下(?:[のにはでをと、]|$) | 下記 | [上前後]記 | [前後]述 | 次に(?:掲げ|示[しす])
    | (?<![以向])上の(?:よう|とおり|通り|コード|表|図|例) | (?<![以向])上[とで](?:同|実)
    | 次の(?:よう|とおり|通り|コード|表|図|例|手順|節|章|項|URL)
    | 各号 | 同[項条号] | 前各?[項条号] | 第[一二三四五六七八九十百千0-9０-９]+[項条号章節]
    | 読み替え | 別[添紙記表] | [表図]\s?[0-9０-９]
    | ^(?:ただし|但し) | ^この場合(?:において|には?、)
"""
"""Words that refer to another place, or to what stands before or behind: the same words mean something else there."""
_TARGET = lazy_pattern(r"\]\s?(\([^()\s]*|\[[^\[\]]*\])|(https?://[\w./#?=&%-]+)")
_NAME = lazy_pattern(r"(?=[a-z@$#-]|.*(?:[a-z][A-Z]|[_.(:]))[A-Za-z@$#_-][\w.:$#@/<>()\[\]-]*", re.ASCII)
_ENTRY = lazy_pattern(rf"\s*(?:{OBJECT}|[a-z_*][\w.*-]*[ \u3000]?[:：=])", re.ASCII)
_NUMBER = lazy_pattern(r"^\W*第?[一二三四五六七八九十]+(?:章|節|条|項|部|編|回)?(?:[\s.．、:：)）]+|$)|[0-9０-９]+")
_COMMENT = "<!--"


class _Section(Struct, frozen=True):
    """The blocks from one heading to the next."""

    heading: Block | None
    chapters: tuple[str, ...]
    """The headings above `heading`, by their letters."""
    place: int
    """Which section it is."""


class Deliberate:
    """Tells which repetitions of a document are made on purpose."""

    def __init__(self, document: Document, known: Repeats) -> None:
        self._text = document.text
        self._known = known
        self._blocks = document.blocks
        self._places = {block: number for number, block in enumerate(self._blocks)}

    def is_any(self, copy: int, source: int) -> bool:
        """Whether a sentence repeats another on purpose, alone or as a part of a passage."""
        text = self._sentence_text(copy)
        return (
            OBJECT in text
            or _points(text)
            or self.link_elsewhere(copy, source)
            or (self._leads_in(copy) and self._leads_in(source))
            or self.is_reference(copy, source)
        )

    def is_reference(self, copy: int, source: int) -> bool:
        """Whether two sentences belong to two entries of a reference, or to two numbered sections of one form."""
        are_entries = _is_entry(self._block(copy)) and _is_entry(self._block(source))
        return are_entries or self._stand_in_sections_of_one_form(copy, source)

    def link_elsewhere(self, copy: int, source: int) -> bool:
        """Whether the links of two sentences lead to different pages: the same words speak of something else."""
        return self._targets(copy) != self._targets(source)

    def stand_in_one_section(self, copy: int, source: int) -> bool:
        """Whether no heading stands between two sentences."""
        return self._section(self._block(copy)).place == self._section(self._block(source)).place

    def is_single(self, copy: int, source: int) -> bool:
        """Whether a sentence that stands again by itself does so on purpose."""
        ours, theirs = self._block(copy), self._block(source)
        if self.is_any(copy, source):
            return True
        if self._goes_with_others(copy, source):
            return False
        return (
            ours.kind is theirs.kind is BlockKind.ITEM
            or (self._has_exhibits(ours) and self._has_exhibits(theirs))
            or self._is_set_phrase(copy, source)
            or self._stand_at_the_same_place(copy, source)
        )

    def _goes_with_others(self, copy: int, source: int) -> bool:
        """Whether some sentences around it stand again too, in the same order: a page that was written twice."""
        near = self._known.pairs
        beside = [
            number
            for number in range(max(0, copy - _BESIDE), copy + _BESIDE + 1)
            if number != copy
            and number in near
            and (number - copy) * (near[number] - source) > 0
            and abs((number - copy) - (near[number] - source)) <= _BESIDE
        ]
        blocks = {self._block(number) for number in (copy, *beside)}
        return len(blocks) >= _WRITTEN_TWICE

    def is_passage(self, pairs: Sequence[tuple[int, int]]) -> bool:
        """Whether half of a few sentences that stand again, each with its source, do so on purpose."""
        return _hold_for_half(pairs, self.is_any)

    def is_long_passage(self, pairs: Sequence[tuple[int, int]]) -> bool:
        """Whether half of many sentences do so. Code and pointers are no sign of it: they stand in every manual."""
        return _hold_for_half(pairs, self.is_reference)

    def _block(self, number: int) -> Block:
        return self._known.sentences[number].sentence.block

    def _sentence_text(self, number: int) -> str:
        return self._known.sentences[number].sentence.text

    def _targets(self, number: int) -> list[tuple[str, str]]:
        source = self._known.sentences[number].sentence.span.of(self._text)
        return _TARGET.findall(source) if "]" in source or "http" in source else []

    def _leads_in(self, number: int) -> bool:
        """Whether a sentence leads into code, a table, a picture, a box or a list that is told by it."""
        sentence = self._known.sentences[number].sentence
        block = sentence.block
        following = self._places[block] + 1
        if sentence.end < len(block.text.rstrip()) or following >= len(self._blocks):
            return False
        told = self._blocks[following]
        is_list = told.kind is BlockKind.ITEM and (block.kind is not BlockKind.ITEM or told.depth > block.depth)
        return is_list or self._is_exhibit(told)

    def _is_exhibit(self, block: Block) -> bool:
        """Whether a block is something to look at rather than prose."""
        if block.kind is BlockKind.HTML:
            return not self._text.startswith(_COMMENT, block.span.start)
        if block.kind in (BlockKind.CODE, BlockKind.CELL, BlockKind.CAPTION):
            return True
        return is_picture(block) or is_template(block.text)

    @cached_property
    def _sections(self) -> list[_Section]:
        """The section of each block."""
        found: list[_Section] = []
        above: list[Block] = []
        section = _Section(None, (), -1)
        for number, block in enumerate(self._blocks):
            if block.kind is BlockKind.HEADING and not block.quoted:
                while above and above[-1].level >= block.level:
                    above.pop()
                section = _Section(block, tuple(letters(each.text) for each in above), number)
                above.append(block)
            found.append(section)
        return found

    def _section(self, block: Block) -> _Section:
        return self._sections[self._places[block]]

    @cached_property
    def _exhibited(self) -> frozenset[int]:
        """The sections that have code, tables, pictures or boxes."""
        pairs = zip(self._blocks, self._sections, strict=True)
        return frozenset(section.place for block, section in pairs if self._is_exhibit(block))

    def _has_exhibits(self, block: Block) -> bool:
        return self._section(block).place in self._exhibited

    def _stand_in_sections_of_one_form(self, copy: int, source: int) -> bool:
        """Whether the headings above name two entries of a reference, or are the same but for their numbers."""
        ours, theirs = self._section(self._block(copy)).heading, self._section(self._block(source)).heading
        if ours is None or theirs is None or ours is theirs:
            return False
        return _are_of_one_form(ours.text, theirs.text)

    def _is_whole(self, number: int) -> bool:
        """Whether a sentence is all that its block says."""
        sentence = self._known.sentences[number].sentence
        return sentence.text == sentence.block.text.strip()

    @cached_property
    def _paragraphs(self) -> Counter[str]:
        """How often each sentence stands as a paragraph of its own."""
        return Counter(each.key for number, each in enumerate(self._known.sentences) if self._is_whole(number))

    def _is_set_phrase(self, copy: int, source: int) -> bool:
        """Whether the sentence is a paragraph of several sections."""
        if self.stand_in_one_section(copy, source):
            return False
        is_paragraph = self._is_whole(copy) and self._is_whole(source)
        return is_paragraph and self._paragraphs[self._known.sentences[copy].key] >= _SET_PHRASE

    @cached_property
    def _ends(self) -> dict[int, int]:
        """The last block of each section."""
        return {section.place: number for number, section in enumerate(self._sections)}

    def _steps(self, block: Block) -> int:
        return self._places[block] - self._section(block).place

    def _steps_left(self, block: Block) -> int:
        return self._ends[self._section(block).place] - self._places[block]

    def _stand_at_the_same_place(self, copy: int, source: int) -> bool:
        """Whether both are paragraphs of their own, as far from the head or the end of two sections of one chapter.

        The headings of such sections may also be the same, and the chapters differ.
        """
        if not self._is_whole(copy) or not self._is_whole(source):
            return False
        block, other = self._block(copy), self._block(source)
        ours, theirs = self._section(block), self._section(other)
        if ours.heading is None or theirs.heading is None or ours.place == theirs.place:
            return False
        if self._steps(block) != self._steps(other) and self._steps_left(block) != self._steps_left(other):
            return False
        return ours.chapters == theirs.chapters or letters(ours.heading.text) == letters(theirs.heading.text)


def _is_entry(block: Block) -> bool:
    """Whether a block is an item of a list that tells what a parameter, a column or the like is."""
    return block.kind is BlockKind.ITEM and _ENTRY.match(block.text) is not None


def _hold_for_half(pairs: Sequence[tuple[int, int]], holds: Callable[[int, int], bool]) -> bool:
    """Whether something holds for half of the pairs or more. Looks at no more of them than decide that."""
    left, needed = len(pairs), (len(pairs) + 1) // 2
    for pair in pairs:
        if needed <= 0 or needed > left:
            break
        left -= 1
        needed -= holds(*pair)
    return needed <= 0


@memoize(4096)
def _points(text: str) -> bool:
    """Whether a sentence refers to another place. Memoized: what stands twice is asked for twice or more."""
    return compiled(_POINTS).search(text) is not None


@memoize(1024)
def _are_of_one_form(heading: str, other: str) -> bool:
    if _is_name(heading) and _is_name(other):
        return True
    form = letters(_NUMBER.sub("", heading))
    return form != "" and form == letters(_NUMBER.sub("", other)) and letters(heading) != letters(other)


def _is_name(heading: str) -> bool:
    """Whether a heading is the name of a function, an option or the like, or holds one as inline code."""
    return OBJECT in heading or _NAME.fullmatch(heading.strip()) is not None


_told: WeakKeyDictionary[Document, Deliberate] = WeakKeyDictionary()


def deliberate(document: Document) -> Deliberate:
    """What tells the document's deliberate repetitions, made once."""
    found = _told.get(document)
    if found is None:
        found = _told[document] = Deliberate(document, repeats(document))
    return found
