"""Markers of the end of a text that a generator was instructed to write."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span, replace
from jlint.rules.helpers.artifact.instructions import is_instructions
from jlint.rules.helpers.artifact.leftover_lines import Leftover, leftover_lines
from jlint.span import LINE_END

_LINE_ENDS = lazy_pattern(r"[\r\n]*")
_STRUCK_OUT = "</s>"
"""An end of text for some models, and of what HTML strikes out."""
_FEW = 16
"""More characters of line ends than occur before a marker."""


class EndMarker(Rule):
    """生成ツールの終端記号（---END--- など）が本文に残っている。

    読者には意味のない行が見える。消したうえで、その前の文章が途中で切れていないか、後ろに同じ文章がくり返されて
    いないかを確かめる。コードの中は見ない。
    """

    id = "end-marker"
    category = "artifact"
    severity = Severity.ERROR
    english = """A marker of a generator's end of text, such as ---END---, was left in.

    Readers see a line that means nothing. Remove it, and look whether the text before it breaks off and whether the
    text behind it says the same again. Code is left alone.
    """
    examples = (
        Bad(
            "新しい工場は来春に動き始めます。\n\n⟦---END---⟧\n\n続報をお待ちください。\n",
            fixed="新しい工場は来春に動き始めます。\n\n続報をお待ちください。\n",
        ),
        Bad("見学は予約制です。\n⟦<|endoftext|>⟧\n", fixed="見学は予約制です。\n"),
        Bad("見学は予約制です。⟦---END---⟧\n", fixed="見学は予約制です。\n"),
        Bad("見学は予約制です。\n\n⟦（記事終わり）⟧\n", fixed="見学は予約制です。\n"),
        Good("見学は予約制です。\n\n---\n\n次の節に移ります。\n"),
        Good("<s>\n見学は予約制です。\n</s>\n\n見学は自由です。\n"),
        Good("終端には `---END---` と書きます。\n\n```\n---END---\n```\n"),
        Good("行の終わりに「---END---」があれば読むのをやめます。\n"),
        Good("## ENDの意味\n\n文書の終わりを表します。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if is_instructions(document.path):
            return
        for leftover in leftover_lines(document):
            if leftover.kind == "end":
                marker = leftover.span.of(document.text)
                if marker == _STRUCK_OUT and "<s>" in document.text[: leftover.span.start]:
                    continue
                yield self.finding(
                    leftover.span,
                    ja=f"終端記号 {marker} が残っています。消して、前後の文章を確かめてください",
                    en=f"The end marker {marker} was left in. Remove it and check the text around it",
                    fix=replace(
                        _removable(document, leftover), "", ja="終端記号を消す", en="Remove the end marker", safe=True
                    ),
                    group=marker,
                )


def _removable(document: Document, leftover: Leftover) -> Span:
    """What is removed with the marker: its line, and the blank lines after it or, at the end of the file, before it."""
    text, span = document.text, leftover.span
    if not leftover.alone:
        return span
    line = document.lines.span(document.lines.line_of(span.start))
    behind = _LINE_ENDS.match(text, line.end)
    end = behind.end() if behind else line.end
    return Span(line.start if end < len(text) else _after_last_text(text, line.start), end)


def _after_last_text(text: str, offset: int) -> int:
    """The end of the last line before `offset` that isn't blank."""
    before = text[max(0, offset - _FEW) : offset]
    kept = len(before.rstrip("\r\n"))
    line_end = LINE_END.match(before, kept)
    return offset - len(before) + (line_end.end() if line_end else kept)
