"""Characters that take no room: zero-width ones, soft hyphens, switches of the writing direction."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.compiled import compiled, lazy_pattern
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, Span, doc, replace

_INVISIBLE = lazy_pattern("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0]+")
_FROM_JAPANESE = "[\u3000-\u30ff\u3400-\u9fff\uff01-\uff60A-Za-z0-9]"
_RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_DIRECTION = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_JOINERS = ("\u200c", "\u200d")
_NEAR = 40


class InvisibleCharacter(Rule):
    """幅のない文字（ゼロ幅スペース、書字方向の制御文字など）が語の中に混じっている。

    見た目は同じでも別の語になり、検索にかからず、誤りの検出も妨げる。ウェブページや生成ツールからの貼り付けで
    入りやすい。強調記号のそばに置いたもの、絵文字や右から左に書く文字のためのものは指摘しない。
    """

    id = "invisible-character"
    category = "artifact"
    severity = Severity.WARNING
    needs = "\u3164 \uffa0"
    needs_unprintable = True
    english = """A character without width stands inside the text: zero-width space, direction mark and the like.

    The word looks the same and is another one: searches miss it, and so do checks. It comes with text pasted from web
    pages and generators. One beside emphasis marks, in an emoji or near right-to-left letters is left alone.
    """
    examples = (
        Bad("性能が上が⟦\u200b⟧ります。\n", fixed="性能が上がります。\n"),
        Bad("更新⟦\u200e⟧を実行します。\n", fixed="更新を実行します。\n"),
        Bad("これは⟦\ufeff⟧途中に入った BOM です。\n", fixed="これは途中に入った BOM です。\n"),
        Bad("**「性能」**⟦\u200b⟧が上がります。\n", options={"everywhere": True}),
        Good("**「性能」**\u200bが上がります。\n"),
        Good("案内は🧑\u200d🏫と👩\u200d👧が務めます。\n", options={"everywhere": True}),
        Good("案内は🧑\u200d🏫が務めます。\n"),
        Good("ヘブライ語では\u200fשלום\u200fと書きます。\n"),
        Good("```\n\u200b\n```\n"),
    )

    class Options(RuleOptions):
        everywhere: Annotated[
            bool,
            doc(
                "強調記号や英文のそばなど、わざと入れたらしいものも指摘する。",
                "Those that seem to be meant, such as beside emphasis marks, are reported too.",
            ),
        ] = False

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        if not _INVISIBLE.search(document.alphabet):
            return
        for block in document.prose:
            for invisible in _INVISIBLE.finditer(block.text):
                span = block.source_span(*invisible.span())
                if self._joins(document.text, span):
                    continue
                if not self.options.everywhere and self._is_meant(document.text, span):
                    continue
                code = f"U+{ord(invisible[0][0]):04X}"
                yield self.finding(
                    span,
                    ja=f"見えない文字（{code}）が混じっています。消してください",
                    en=f"An invisible character ({code}) stands here. Remove it",
                    fix=replace(span, "", ja="見えない文字を消す", en="Remove the invisible character", safe=True),
                )

    def _joins(self, text: str, span: Span) -> bool:
        """Whether it is a joiner between parts of an emoji or letters of a script that needs it."""
        before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
        if span.of(text) not in _JOINERS or not before.strip() or not after.strip():
            return False
        return not compiled(_FROM_JAPANESE).search(before + after)

    def _is_meant(self, text: str, span: Span) -> bool:
        beside = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
        if "*" in beside or "_" in beside or "~" in beside:
            return True
        if not compiled(_FROM_JAPANESE).search(beside) and beside.strip():
            return True
        if _DIRECTION.intersection(span.of(text)) or "\u200c" in span.of(text) or "\u200d" in span.of(text):
            return bool(compiled(_RIGHT_TO_LEFT).search(text, max(0, span.start - _NEAR), span.end + _NEAR))
        return False
