"""Control characters other than tab and line end, which no text needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Annotated

from jlint.compiled import lazy_pattern
from jlint.document import BlockKind, Document
from jlint.finding import Finding, Fix
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, Span, doc, replace
from jlint.span import LINE_END, SpanIndex

_CONTROL = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb\ufffe\uffff]+")
_CODE = lazy_pattern(r"(?<!`)(`+)(?!`)[^`\n]+\1(?!`)")
_IMAGE = lazy_pattern(r"!\[[^\]\n]*\]\([^)\n]*\)")
_LINE_SEPARATOR = lazy_pattern("[\x0b\x0c\x85\u2028\u2029]+")
_IN_OUTPUT = lazy_pattern("[\x1b\x7f-\x84\x86-\x9f]+")
"""What programs print: colours of a terminal, bytes that are no text. Code shows it as it was."""
_NAMES = {"\x00": "NUL", "\x08": "BS", "\x0b": "VT", "\x0c": "FF", "\x1b": "ESC", "\x7f": "DEL", "\x85": "NEL"}


@cache
def _control_or_direction() -> re.Pattern[str]:
    return lazy_pattern(rf"{_CONTROL.pattern}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


class ControlCharacter(Rule):
    """NUL などの制御文字が混じっている。

    画面では見えず、検索や変換の途中で文章が欠けることがある。表計算や PDF、端末からの貼り付けで入りやすい。
    消すか、行を改めるための文字（VT、U+2028 など）ならふつうの改行に替える。タブと改行、コードに写した出力の
    中の ESC と U+0080 からの文字は指摘しない。
    """

    id = "control-character"
    category = "artifact"
    severity = Severity.ERROR
    needs_unprintable = True
    english = """A control character, such as NUL, stands in the text.

    It can't be seen, and searching or converting the text may lose what follows it. It comes with text pasted from a
    spreadsheet, a PDF or a terminal. Remove it; put a line end in the place of one that meant a new line, such as VT or
    U+2028. Tabs and line ends are left alone, and so are ESC and U+0080 to U+009F in code: a program printed them.
    """
    examples = (
        Bad("半導⟦\x00⟧体の工場\n", fixed="半導体の工場\n"),
        Bad("---\ntitle: 港の⟦\x08⟧倉庫\n---\n\n本文です。\n", fixed="---\ntitle: 港の倉庫\n---\n\n本文です。\n"),
        Bad("一行目です。⟦\x0b⟧二行目です。\n", fixed="一行目です。\n二行目です。\n"),
        Bad("港の⟦\u202e⟧倉庫\n", options={"direction": True}, fixed="港の倉庫\n"),
        Good("港の\u202e倉庫\n"),
        Good(
            "![港\x08](a.png) と `倉\x08庫` と\x0b表\n",
            options={"in-code": False, "in-images": False, "allow": ["\x0b"]},
        ),
        Good("```\n\x1b[31m失敗\x1b[0m\n```\n"),
        Good("品目\t個数\r\nりんご\t三つ\r\n"),
        Good("エスケープ文字は `\\x1b` と書きます。\n"),
    )

    class Options(RuleOptions):
        allow: Annotated[tuple[str, ...], doc("指摘しない文字。", "Characters to leave alone.")] = ()
        direction: Annotated[
            bool,
            doc(
                "書字方向の制御文字も指摘する（語の中のものは invisible-character が見る）。",
                "Switches of the writing direction too (inside words invisible-character sees them).",
            ),
        ] = False
        in_code: Annotated[bool, doc("コードの中も見る。", "Code is looked at too.")] = True
        in_images: Annotated[bool, doc("画像の説明や URL も見る。", "Images are looked at too.")] = True

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        pattern = _control_or_direction() if self.options.direction else _CONTROL
        if not pattern.search(document.alphabet):
            return
        for control in pattern.finditer(document.text):
            if control[0][0] in self.options.allow or not self._is_seen(document, control.start()):
                continue
            if _IN_OUTPUT.fullmatch(control[0]) and _hidden_by(document, in_code=False, in_images=True).overlaps(
                Span(*control.span())
            ):
                continue
            name = _name(control[0][0])
            yield self.finding(
                Span(*control.span()),
                ja=f"制御文字 {name} が混じっています。消してください",
                en=f"The control character {name} stands here. Remove it",
                fix=_fix(Span(*control.span()), control[0], document),
            )

    def _is_seen(self, document: Document, offset: int) -> bool:
        """Whether the options include the place at `offset`."""
        if self.options.in_code and self.options.in_images:
            return True
        hidden = _hidden_by(document, in_code=self.options.in_code, in_images=self.options.in_images)
        return not hidden.overlaps(Span(offset, offset + 1))


@lru_cache(maxsize=1)
def _hidden_by(document: Document, *, in_code: bool, in_images: bool) -> SpanIndex:
    """Code and images, each unless it is checked."""
    hidden: list[Span] = []
    if not in_code:
        hidden += [block.span for block in document.blocks if block.kind is BlockKind.CODE]
        hidden += [Span(*code.span()) for code in _CODE.finditer(document.text)]
    if not in_images:
        hidden += [Span(*image.span()) for image in _IMAGE.finditer(document.text)]
    return SpanIndex(hidden)


def _fix(span: Span, characters: str, document: Document) -> Fix:
    if _LINE_SEPARATOR.fullmatch(characters):
        at_line_end = document.text[span.end : span.end + 1] in ("", "\r", "\n")
        return replace(
            span,
            "" if at_line_end else _line_end(document),
            ja="ふつうの改行に替える",
            en="Put a line end here",
            safe=False,
        )
    return replace(span, "", ja="制御文字を消す", en="Remove the control character", safe=True)


def _line_end(document: Document) -> str:
    """What ends the first line, LF where there is one line only."""
    starts = document.lines.starts
    end = LINE_END.search(document.text, max(0, starts[1] - 2)) if len(starts) > 1 else None
    return end[0] if end else "\n"


def _name(character: str) -> str:
    code = f"U+{ord(character):04X}"
    return f"{_NAMES[character]} ({code})" if character in _NAMES else code
