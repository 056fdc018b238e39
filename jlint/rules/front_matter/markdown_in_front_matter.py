"""Markdown where it isn't rendered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.document.front_matter import Field
from jlint.finding import Edit, Finding, Fix, Text
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, Span, doc
from jlint.rules.helpers.front_matter.called import called

_MARKUP = lazy_pattern(
    r"""
      (?P<open>\*\*|__)(?=\S)(?P<strong>[^*_\n]+?)(?<=\S)(?P=open)
    | (?<!`)(?P<tick>`{1,3})(?P<code>[^`\n]+)(?P=tick)(?!`)
    | !?\[(?P<link>[^\[\]\n]+)\]\([^()\s]+\)
    | (?<=["'\s])(?P<heading>\#{1,6}[ ]+)(?=\S)
    """,
    re.VERBOSE,
)


class MarkdownInFrontMatter(Rule):
    """題名や要約に Markdown の記号が入っている。

    front matter の値は Markdown として組まれず、読者には `**` や `#` がそのまま見える。記号を消して文字だけにする。
    """

    id = "markdown-in-front-matter"
    category = "front-matter"
    severity = Severity.WARNING
    needs_in_front_matter = "** __ ` ]( #"
    english = """A title or excerpt holds Markdown.

    Values of the front matter are not rendered: readers see the `**` and `#` themselves. Leave just the words.
    """
    examples = (
        Bad(
            '---\ntitle: 題名\nexcerpt: "⟦**省電力の新型チップ**⟧を詳しく見ます。"\n---\n\n本文です。\n',
            fixed='---\ntitle: 題名\nexcerpt: "省電力の新型チップを詳しく見ます。"\n---\n\n本文です。\n',
        ),
        Bad('---\ntitle: "⟦# ⟧入門記事"\n---\n\n本文です。\n', fixed='---\ntitle: "入門記事"\n---\n\n本文です。\n'),
        Bad(
            "---\ntitle: 道具 ⟦`pip`⟧ の使い方と⟦[公式文書](https://example.com)⟧\n---\n\n本文です。\n",
            fixed="---\ntitle: 道具 pip の使い方と公式文書\n---\n\n本文です。\n",
        ),
        Bad("---\ntitle: 今週の ⟦**要点:**⟧ 三つ\n---\n\n本文です。\n"),
        Good("---\ntitle: C# と 2*3*4 の話\n---\n\n**本文**では使える。\n"),
        Good("---\ntitle: 題名\ntags: ['**']\n---\n\n本文です。\n"),
        Good("---\ntitle: '#1 から始める連載' # 覚え書き\n---\n\n本文です。\n"),
    )

    class Options(RuleOptions):
        fields: Annotated[
            tuple[str, ...], doc("Markdown として組まれない項目。", "The fields that are not rendered as Markdown.")
        ] = ("title", "subtitle", "excerpt", "description", "summary")

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        if document.front_matter is None:
            return
        for name in self.options.fields:
            field = document.front_matter.fields.get(name)
            if field and isinstance(field.value, str):
                yield from self._in_field(document.text, field)

    def _in_field(self, text: str, field: Field) -> Iterator[Finding]:
        start = field.value_span.start
        before = text[start - 1] if text[start] not in "\"'" else ""
        value = before + field.value_span.of(text)
        for markup in _MARKUP.finditer(value):
            words = markup["strong"] or markup["code"] or markup["link"] or ""
            span = Span(start - len(before) + markup.start(), start - len(before) + markup.end())
            yield self.finding(
                span,
                ja=f"{called(field.key)}に Markdown の記号があります。そのまま表示されるので、記号を消してください",
                en=f"`{field.key}` holds Markdown, which will show as it stands. Remove the marks",
                fix=_fix(text, field, Edit(span, words)),
            )


def _fix(text: str, field: Field, edit: Edit) -> Fix | None:
    """The fix, unless the words alone would mean something in YAML: `要点: 三つ`, `話 #1`."""
    from jlint.document.yaml_nodes import compose, value_of

    start, end = field.value_span
    fixed = text[start : edit.span.start] + edit.text + text[edit.span.end : end]
    node, error = compose(f"key: {fixed}\n")
    value = value_of(node) if node is not None and error is None else None
    expected = fixed.strip("\"'")
    if not isinstance(value, dict) or value.get("key") != expected:
        return None
    return Fix(Text("記号を消す", "Remove the marks"), (edit,), safe=True)
