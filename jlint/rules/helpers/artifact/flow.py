"""The body of a document in reading order: stretches of prose, and what is between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from jlint.compiled import compiled, lazy_pattern
from jlint.document import OBJECT, Block, BlockKind, Document
from jlint.rules.contract.base import Span
from jlint.rules.helpers.artifact.leftover_lines import Leftover, leftover_lines
from jlint.rules.helpers.markdown.accidental import is_accidental

StepKind = Literal["paragraph", "item", "heading", "bold", "break", "leftover", "aside"]

_KINDS: dict[BlockKind, StepKind] = {
    BlockKind.PARAGRAPH: "paragraph",
    BlockKind.ITEM: "item",
    BlockKind.HEADING: "heading",
    BlockKind.BREAK: "break",
}
_FORMULA = r"""
      \$\$ [^$]+ \$\$ | \$ [^$\n]+ \$
    | \\{1,2}\( (?:(?!\\{1,2}[()]).)+ \\{1,2}\) | \\{1,2}\[ (?:(?!\\{1,2}[\[\]]\s).)+ \\{1,2}\]
    | \\begin\{[a-z]+\*?\} .+ \\end\{[a-z]+\*?\}
"""
_FORMULAS = rf"(?xs)(?:(?:{_FORMULA})[\s、。，．,.;；]*)+(?:\{{[^{{}}\n]*\}})?\Z"
"""Mathematics, with the attributes of its block, whether or not the dialect is known to have it."""
_OPERATOR = lazy_pattern(r"[=<>≤≥≦≧≠≈≒∈⊂→⇒^_\\{}|+]")
_JAPANESE = lazy_pattern("[ぁ-んァ-ヶ一-鿿]")
_COMMENT = lazy_pattern(r"\s*<!--")
_LINKS = lazy_pattern(r"(?:\s*(?:!?\[[^\[\]\n]*\]\([^()\s]*\)|<?https?://[^\s<>]+>?)\s*)+")
"""Links and nothing else, which many sites show as cards."""
_LONGEST_GAP = 200
"""Characters before and behind a paragraph in which its tags are looked for."""
_NO_LETTER = lazy_pattern(rf"[\W_{OBJECT}]*")


class Step(Struct, frozen=True):
    """One element in reading order.

    `start` and `end` bound the visible text in `block`, without white space around it and without leftover lines. An
    `aside` is what a sentence can be wrapped around: code, HTML, a table, a quotation, a picture, a formula. A
    `bold` line is read as a heading.
    """

    kind: StepKind
    span: Span
    block: Block | None = None
    start: int = 0
    end: int = 0

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end] if self.block else ""

    @property
    def is_prose(self) -> bool:
        return self.kind in ("paragraph", "item")

    def source_span(self, start: int, end: int) -> Span:
        """Where the characters `start` to `end` (exclusive) of `text` are. Raises ValueError if there is no text."""
        if self.block is None:
            raise ValueError(f"a {self.kind} has no text")
        return self.block.source_span(self.start + start, self.start + end)


@lru_cache(maxsize=1)
def flow(document: Document) -> tuple[Step, ...]:
    """All steps of a document, in order. Comments are not steps."""
    leftovers = leftover_lines(document)
    steps = [Step("leftover", leftover.span) for leftover in leftovers]
    starts = [leftover.span.start for leftover in leftovers]
    for block in document.blocks:
        inside = leftovers[bisect_left(starts, block.span.start) : bisect_left(starts, block.span.end)]
        steps += _steps(block, inside, document)
    return tuple(sorted(steps, key=lambda step: step.span.start))


def _steps(block: Block, leftovers: tuple[Leftover, ...], document: Document) -> Iterator[Step]:
    kind = _KINDS.get(block.kind, "aside")
    if kind in ("break", "aside") or block.quoted or block.footnote or not block.text:
        if kind == "aside" and (_COMMENT.match(document.text, block.span.start) or leftovers):
            return
        yield Step("break" if kind == "break" else "aside", block.span)
        return
    if is_paragraph_as_heading(block, document):
        kind = "paragraph"
    elif block.bold and kind == "paragraph":
        kind = "bold"
    for start, end in _between(block, leftovers):
        piece = block.text[start:end]
        bare = piece.strip()
        if not bare:
            continue
        first = start + len(piece) - len(piece.lstrip())
        span = block.source_span(first, first + len(bare))
        is_picture = _NO_LETTER.fullmatch(bare) is not None and OBJECT in bare
        is_apart = is_picture or (
            kind == "paragraph"
            and (_is_formula(bare, block, document.text) or _LINKS.fullmatch(block.span.of(document.text)) is not None)
        )
        yield Step("aside" if is_apart else kind, span, block, first, first + len(bare))


def is_element(step: Step, source: str) -> bool:
    """Whether a step is all that stands between two tags of HTML, as in `<p>…</p>`: authors break lines by them."""
    before = source[max(0, step.span.start - _LONGEST_GAP) : step.span.start].rstrip()
    behind = source[step.span.end : step.span.end + _LONGEST_GAP].lstrip()
    return before.endswith(">") and "<" in before and behind.startswith(("</", "<br"))


def _is_formula(bare: str, block: Block, source: str) -> bool:
    """Whether a paragraph is nothing but mathematics: in the marks of TeX, or signs and Latin letters."""
    written = block.span.of(source).strip() if bare == block.text.strip() else ""
    if written[:1] in ("$", "\\") and compiled(_FORMULAS).match(written):
        return True
    return _JAPANESE.search(bare) is None and _OPERATOR.search(bare) is not None


def is_paragraph_as_heading(block: Block, document: Document) -> bool:
    """Whether Markdown makes it a heading but a paragraph was meant: several sentences, or a stray --- below."""
    if block.kind is not BlockKind.HEADING:
        return False
    return "。" in block.text[:-1] or is_accidental(block, document)


def _between(block: Block, leftovers: tuple[Leftover, ...]) -> Iterator[tuple[int, int]]:
    """The ranges of a block's visible text that remain without the leftovers."""
    start = 0
    for leftover in leftovers:
        yield start, _visible(block, leftover.span.start)
        start = _visible(block, leftover.span.end)
    yield start, len(block.text)


def _visible(block: Block, offset: int) -> int:
    """The first visible character at or after `offset` of the source."""
    return bisect_left(range(len(block.text)), offset, key=lambda index: block.source_span(index, index + 1).start)
