"""A key that occurs twice in the front matter."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.document.front_matter import Field
from jlint.finding import Finding, Related, Text
from jlint.rules.contract.base import Bad, Good, Rule, Severity


class FrontMatterDuplicate(Rule):
    """front matter に同じ項目が二度ある。

    多くの道具は黙って後のほうだけを使う。どちらが正しいかを確かめて、一つにする。
    """

    id = "front-matter-duplicate"
    category = "front-matter"
    severity = Severity.ERROR
    needs_in_front_matter = ""
    english = """A key stands twice in the front matter.

    Most tools silently keep the later one. Find out which is right and keep that.
    """
    examples = (
        Bad("---\n⟨title⟩: 初めの題名\ndate: 2026-05-01\n⟦title⟧: 後の題名\n---\n\n本文です。\n"),
        Good("---\ntitle: 題名\nsubtitle: 副題\n---\n\n本文です。\n"),
        Good("---\nauthor:\n  name: 編集部\neditor:\n  name: 校正係\n---\n\n本文です。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        first: dict[str, Field] = {}
        for field in document.front_matter.all_fields if document.front_matter else ():
            earlier = first.setdefault(field.key, field)
            if earlier is not field:
                line = document.lines.line_of(earlier.key_span.start)
                yield self.finding(
                    field.key_span,
                    ja=f"「{field.key}」が {line}行目にもあります。どちらか一つにしてください",
                    en=f"`{field.key}` stands in line {line} too. Keep one of them",
                    related=[Related(earlier.key_span, Text("初めの一つ", "the first one"))],
                )
