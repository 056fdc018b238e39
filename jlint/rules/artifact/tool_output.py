"""What a tool puts around a text: JSON, the skeleton of an HTML page, tags of a language model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding, Text
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span
from jlint.rules.helpers.artifact.instructions import is_instructions
from jlint.rules.helpers.artifact.quoted import is_quoted

_HINTS = ('"', "<", "\\n", "[object")
_LONGEST = 300
_KINDS = {
    "json": Text("JSON の一部", "a piece of JSON"),
    "page": Text("HTML のページの骨組み", "the skeleton of an HTML page"),
    "tag": Text("生成ツールのタグ", "a tag of a language model"),
    "escape": Text("改行の代わりの文字（\\n）", "an escape that should be a line end (\\n)"),
    "object": Text("プログラムの値", "a value of a program"),
}


class ToolOutput(Rule):
    """道具の出力の形（JSON、HTML の骨組み、生成ツールのタグ）が本文に残っている。

    API の答えやページの HTML を、文章だけ取り出さずに貼り付けた跡。記号とタグを消し、文章だけを残す。コードの中と、
    「[object Object] と表示される」のように、それについて書いた文は見ない。
    """

    id = "tool-output"
    category = "artifact"
    severity = Severity.ERROR
    needs = '" < \\n [object'
    english = r"""What a tool put around the text was left in: JSON, the skeleton of an HTML page, a model's tags.

    The answer of an API or a page's HTML was pasted without taking the text out of it. Remove the marks and tags and
    keep the text. Code is left alone, and so is a sentence about such output.
    """
    examples = (
        Bad('港の話です。\n\n⟦{"title":⟧ "港の倉庫", "content": "倉庫は古い。"}\n'),
        Bad('港の話です。\n\n⟦{\n  "title":⟧ "港の倉庫",\n  "body": "倉庫は古い。"\n}\n'),
        Bad("⟦<!DOCTYPE html>⟧\n<html>\n<body>\n<p>倉庫は古い。</p>\n</body>\n</html>\n"),
        Bad("⟦<thinking>⟧\n読者は港の人。\n</thinking>\n\n倉庫は古い。\n"),
        Bad("倉庫は古い。⟦\\n\\n⟧壁は厚い。\n"),
        Bad("倉庫の数は⟦[object Object]⟧です。\n"),
        Good('```json\n{"title": "港の倉庫"}\n```\n\n設定は `{"title": "港"}` と書く。\n'),
        Good('<div class="note">\n倉庫は古い。\n</div>\n\n<details>\n<summary>壁</summary>\n</details>\n'),
        Good("改行は\\nで表す。<b>太字</b>は使わない。\n"),
        Good('{"倉庫"}は古い。[{"a"}]\n'),
        Good("画面に [object Object] と表示される。値が [object Object] になる。段落は \\n\\n で区切る。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if not any(hint in document.text for hint in _HINTS) or is_instructions(document.path):
            return
        for span, kind in (*_on_lines(document), *_in_prose(document)):
            what = _KINDS[kind]
            yield self.finding(
                span,
                ja=f"{what.ja}が残っています。取り除いて、文章だけを残してください",
                en=f"There is {what.en} left in. Take it out and keep the text",
            )


def _on_lines(document: Document) -> Iterator[tuple[Span, str]]:
    """The first tag of each kind that stands at the start of a line."""
    seen: set[str] = set()
    for span, text in document.raw_lines if "<" in document.text else ():
        bare = text[:_LONGEST].lstrip()
        match = _tag().match(bare) if bare.startswith("<") else None
        if match and match.lastgroup and match.lastgroup not in seen:
            seen.add(match.lastgroup)
            start = span.start + text.index("<")
            yield Span(start, start + match.end()), match.lastgroup


def _in_prose(document: Document) -> Iterator[tuple[Span, str]]:
    for block in document.prose:
        text = block.text
        json = _json().match(text) if text.lstrip()[:1] in ("{", "[") else None
        if json:
            yield block.source_span(*json.span("json")), "json"
        elif "\\n" in text or "[object" in text:
            for match in _inline().finditer(text):
                if _is_mentioned(text, match):
                    continue
                yield block.source_span(*match.span()), match.lastgroup or "object"


def _is_mentioned(text: str, match: re.Match[str]) -> bool:
    """Whether the text speaks about the value or the escape: 画面に [object Object] と出る."""
    return is_quoted(text, match.start()) or _mention().match(text, match.end()) is not None


@cache
def _mention() -> re.Pattern[str]:
    return lazy_pattern(
        r"\s*[\"'”]?\s*(?:と|って|という|とい|になっ|になる|になり|(?:が|を|は|も|の)?(?:表示|出力|出る|出て|出た|返|入る|入っ)"
        r"|を(?:使|書|置|含|入れ|見)|の(?:文字|表示|よう|代わり|原因|意味|ところ|部分)|など|や|は改行|で(?:改行|区切))"
    )


@cache
def _tag() -> re.Pattern[str]:
    return lazy_pattern(
        r"""
          (?P<page><!(?:DOCTYPE|doctype)[ ]html[^>]*>|</?(?:html|head|body)(?:[ ][^>]*)?>)
        | (?P<tag></?(?:think|thinking|scratchpad|antThinking|antArtifact|artifact|function_calls|tool_calls?
            |tool_response|search_results|final_answer|response|answer)(?:[ ][^>]*)?>)
        """,
        re.VERBOSE,
    )


@cache
def _json() -> re.Pattern[str]:
    return lazy_pattern(r'\s*(?P<json>(?:\[\s*)?\{\s*"[A-Za-z_][\w-]*"\s*:)', re.ASCII)


@cache
def _inline() -> re.Pattern[str]:
    return lazy_pattern(r"(?P<escape>(?<=[。！？」）])\\n(?:\\n)*|\\n\\n(?:\\n)*)|(?P<object>\[object Object\])")
