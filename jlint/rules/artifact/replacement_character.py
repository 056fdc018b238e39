"""U+FFFD, which a decoder inserts where it lost a character."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span

_LOST = lazy_pattern("\ufffd+")


class ReplacementCharacter(Rule):
    """文字化けで失われた文字の跡（U+FFFD）が残っている。

    元の文字はもう残っていない。原稿を見て、正しい文字を入れ直す。
    """

    id = "replacement-character"
    category = "artifact"
    severity = Severity.ERROR
    needs = "\ufffd"
    english = """A character was lost in decoding and U+FFFD stands in its place.

    The original is gone from the file. Look it up in the manuscript and put it back.
    """
    examples = (
        Bad("新しい半⟦\ufffd⟧体工場を建てる。\n"),
        Bad("---\ntitle: 半導⟦\ufffd\ufffd⟧の今\n---\n\n本文です。\n"),
        Good("新しい半導体工場を建てる。\n"),
        Good("置換文字は `\ufffd` と表示される。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if "\ufffd" not in document.text:
            return
        for span, _ in self._places(document):
            yield self.finding(
                span,
                ja="文字化けの跡（U+FFFD）があります。元の文字を入れ直してください",
                en="A character was lost here (U+FFFD). Put the original back",
            )

    def _places(self, document: Document) -> Iterator[tuple[Span, str]]:
        head = document.body.start
        for lost in _LOST.finditer(document.text, 0, head):
            yield Span(*lost.span()), lost[0]
        for block in document.prose:
            for lost in _LOST.finditer(block.text):
                yield block.source_span(*lost.span()), lost[0]
