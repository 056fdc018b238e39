"""How the author of a document ends paragraphs, items and sentences."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache

from jlint.compiled import lazy_pattern
from jlint.document import BlockKind, Document
from jlint.rules.helpers.artifact.ending import Ending, ending
from jlint.rules.helpers.artifact.flow import Step

POLITE = lazy_pattern("(?:です|ます|ません|でした|ました|でしょう|ましょう|ください|下さい|ですか|ますか)[かねよ]*。?$")
"""A sentence that ends politely."""
_ENDED = lazy_pattern("[。．！!？?…」』）)]\\Z")
_FEW_UNFINISHED, _OFTEN = 2, 0.25
"""Paragraphs without a full stop that may all be cuts, and the share from which on they are the author's habit."""
_SHORT, _VERY_LONG = 12, 30
_GOOD_MANY = 8
_MOSTLY, _NEARLY_ALWAYS = 0.5, 0.8


class Habits:
    """Those of one document."""

    def __init__(self, document: Document, steps: Sequence[Step]) -> None:
        self._document = document
        self._steps = steps

    def leaves_out_stops(self, step: Step) -> bool:
        """Whether paragraphs, or items, often end without a full stop: the document is notes, and none is missing."""
        if step.kind == "item":
            return self._unfinished_items > _FEW_UNFINISHED
        open_ones, all_ones = self._paragraphs
        return open_ones > _FEW_UNFINISHED and open_ones > _OFTEN * all_ones

    @cached_property
    def _paragraphs(self) -> tuple[int, int]:
        """How many paragraphs of a sentence's length end without a full stop or the like, and how many there are."""
        texts = [step.text for step in self._steps if step.kind == "paragraph" and len(step.text) >= _SHORT]
        return sum(not _ENDED.search(text[-1]) and ending(text) is not Ending.CLOSED for text in texts), len(texts)

    @cached_property
    def _unfinished_items(self) -> int:
        """How many items end in a particle or the like without a full stop, this one with them."""
        texts = [step.text for step in self._steps if step.kind == "item" and not _ENDED.search(step.text[-1])]
        return sum(ending(text[text.rfind("。") + 1 :]) in (Ending.OPEN, Ending.LOOSE) for text in texts)

    @cached_property
    def is_polite(self) -> bool:
        """Whether nearly all its sentences end politely."""
        ends = [
            POLITE.search(sentence.text) is not None
            for sentence in self._document.sentences
            if sentence.text[-1] == "。"
        ]
        return sum(ends) > _NEARLY_ALWAYS * len(ends)

    def share_ended(self, kind: str) -> float:
        """The share of the longer paragraphs, or items, that end in a full stop."""
        return self._shares_ended[kind]

    def always_ends_paragraphs(self, but: Step) -> bool:
        """Whether all paragraphs, a good many, end in a full stop or the like, the step `but` left out."""
        others = [
            step.text
            for step in self._steps
            if step.kind == "paragraph" and step.end - step.start >= _VERY_LONG and step != but
        ]
        return len(others) >= _GOOD_MANY and all(_ENDED.search(text[-1:]) for text in others)

    @cached_property
    def _shares_ended(self) -> dict[str, float]:
        ended: dict[str, list[bool]] = {"paragraph": [], "item": []}
        for step in self._steps:
            if step.kind in ended and step.end - step.start >= _VERY_LONG:
                ended[step.kind].append(bool(_ENDED.search(step.text[-1:])))
        return {kind: sum(values) / len(values) if values else _MOSTLY for kind, values in ended.items()}


@lru_cache(maxsize=1)
def is_in_notes(document: Document) -> bool:
    """Whether most sections that have words hold no sentence outside lists: minutes, an agenda, a memo."""
    sections = prose = 0
    has_words = has_prose = False
    for block in (*document.blocks, None):
        if block is None or block.kind is BlockKind.HEADING:
            sections, prose = sections + has_words, prose + has_prose
            has_words = has_prose = False
        elif block.is_prose and block.text:
            has_words = True
            has_prose = has_prose or (block.kind is BlockKind.PARAGRAPH and "。" in block.text)
    return prose < _MOSTLY * sections
