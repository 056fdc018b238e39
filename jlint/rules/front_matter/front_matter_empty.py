"""An empty field of the front matter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, doc
from jlint.rules.helpers.front_matter.called import called
from jlint.rules.helpers.front_matter.unpublished import is_unpublished


class FrontMatterEmpty(Rule):
    """front matter の大事な項目が空になっている。

    題名や要約が空のまま公開され、一覧や検索結果に何も出ない。値を書くか、要らない項目なら行ごと消す。まだ公開しない記事
    （draft: true、published: false など）は書きかけとみて指摘しない。
    """

    id = "front-matter-empty"
    category = "front-matter"
    severity = Severity.ERROR
    needs_in_front_matter = "title date excerpt description"
    english = """A field of the front matter that matters is empty.

    The post is published with an empty title or excerpt. Give a value, or remove the line if it isn't needed. Posts
    that aren't published yet (`draft: true`, `published: false` and the like) may have empty fields.
    """
    examples = (
        Bad("---\n⟦title⟧:\ndate: 2026-05-01\n---\n\n本文です。\n"),
        Bad('---\ntitle: 題名\nexcerpt: ⟦"  "⟧\n---\n\n本文です。\n'),
        Good("---\ntitle: 題名\nimage:\n---\n\n画像はなくてもよい。\n"),
        Good("---\ntitle: null\npublished: false\n---\n\nまだ題名のない下書き。\n"),
        Good("+++\ntitle = ''\ndraft = true\n+++\n\nまだ題名のない下書き。\n"),
        Bad("---\n⟦title⟧:\npublished: true\n---\n\n本文です。\n"),
        Good("---\ntitle: 題名\ntags: []\n---\n\nタグのない記事。\n"),
    )

    class Options(RuleOptions):
        fields: Annotated[tuple[str, ...], doc("空であってはならない項目。", "The fields that must not be empty.")] = (
            "title",
            "date",
            "excerpt",
            "description",
        )

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        if document.front_matter is None or is_unpublished(document.front_matter):
            return
        for name in self.options.fields:
            field = document.front_matter.fields.get(name)
            if field is None or not _is_empty(field.value):
                continue
            yield self.finding(
                field.value_span if field.value_span.end > field.value_span.start else field.key_span,
                ja=f"{called(name)}が空です。値を書くか、要らなければ行ごと消してください",
                en=f"`{name}` is empty. Give a value, or remove the line if it isn't needed",
            )


def _is_empty(value: Any) -> bool:
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())
