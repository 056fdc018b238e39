"""Letters that Japanese isn't written with, between Japanese ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from jlint.compiled import compiled, lazy_pattern
from jlint.document import Document
from jlint.finding import Fix
from jlint.letters import is_japanese
from jlint.rules.contract.base import Span, replace

_WORD = "ァ-ヺー一-鿿々"
_BEFORE = f"[{_WORD}]{{1,6}}\\Z"
_BEHIND = f"[{_WORD}]{{0,6}}"
_LEAST_CONTEXT = 3
LANGUAGE = lazy_pattern(
    "[英仏独露韓漢国]語|(?<!プログラミング)[ァ-ヺー]語|中国語|原語|外来語|外国語|語源|単語|英訳|和訳|翻訳|綴|つづり|スペル"
    "|発音|読み方|文字|字母|字形|アクセント記号|ローマ字|顔文字|絵文字|曲名|学名|Unicode|UTF|フォント"
)
"""What a text says that is about letters and words."""


class Embedded(Struct, frozen=True):
    """Foreign letters in a row, from `start` to `end` in the block's visible text.

    `before` and `behind` are the kanji and katakana next to them. `inside`: they follow one of these and any Japanese
    letter follows them. `alone`: neither neighbour is Japanese.
    """

    span: Span
    text: str
    start: int
    end: int
    before: str
    behind: str
    inside: bool
    alone: bool

    @property
    def letters(self) -> str:
        """The letters themselves."""
        return self.text[self.start : self.end]


def embedded(document: Document, is_foreign: Callable[[str], object]) -> Iterator[Embedded]:
    """Every run of such letters in the document's prose."""
    letters = sorted(letter for letter in document.characters if is_foreign(letter))
    if not letters:
        return
    row = re.compile("[" + "".join(map(re.escape, letters)) + "]+")
    for block in document.proofread:
        text = block.text
        for match in row.finditer(text):
            start, end = match.span()
            span = block.source_span(start, end)
            if document.in_own_word(span):
                continue
            before, behind = (
                compiled(_BEFORE).search(text, max(0, start - 6), start),
                compiled(_BEHIND).match(text, end),
            )
            yield Embedded(
                span,
                text,
                start,
                end,
                before[0] if before else "",
                behind[0] if behind else "",
                inside=before is not None and is_japanese_at(text, end),
                alone=not is_japanese_at(text, start - 1) and not is_japanese_at(text, end),
            )


def is_japanese_at(text: str, offset: int) -> bool:
    """Whether a character of Japanese words stands there. False outside the text."""
    if not 0 <= offset < len(text):
        return False
    return is_japanese(text[offset]) or text[offset] in "ー々"


def as_written_elsewhere(document: Document, row: Embedded) -> Fix | None:
    """A fix that inserts the text between the same letters elsewhere in the document, if there is only one."""
    if len(row.before) + len(row.behind) < _LEAST_CONTEXT:
        return None
    right = set(re.findall(f"{re.escape(row.before)}([{_WORD}]{{1,4}}?){re.escape(row.behind)}", document.text))
    right -= {row.letters}
    if len(right) != 1 or not row.behind:
        return None
    (text,) = right
    return replace(row.span, text, ja=f"「{text}」に直す", en=f"Use {text}", safe=False)
