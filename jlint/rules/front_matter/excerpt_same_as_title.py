"""An excerpt that says no more than the title."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document
from jlint.finding import Finding, Related, Text
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, doc
from jlint.rules.helpers.front_matter.called import called
from jlint.rules.helpers.front_matter.same_words import says_no_more
from jlint.rules.helpers.front_matter.text_field import text_fields


class ExcerptSameAsTitle(Rule):
    """要約が題名と同じになっている。

    一覧では題名のすぐ下に要約が出るので、同じ言葉が二度並び、記事の中身は分からない。題名にない中身を要約に書く。題名の
    一部を写しただけの要約も指摘する。
    """

    id = "excerpt-same-as-title"
    category = "front-matter"
    severity = Severity.WARNING
    needs_in_front_matter = "excerpt description summary"
    told_with = (
        "glued-title-template",
        "title-cut-off",
        "unopened-bracket-in-title",
        "excerpt-cut-off",
        "repeated-title",
    )
    english = """The excerpt says the same as the title.

    Lists show it right below the title, so readers get the same words twice and nothing of the post. Write what the
    title leaves out. An excerpt that is just a part of the title is reported too.
    """
    examples = (
        Bad("---\ntitle: ⟨夜の図書館は、なぜ開く⟩\nexcerpt: ⟦「夜の図書館はなぜ開く？」⟧\n---\n\n本文です。\n"),
        Bad("---\ntitle: ⟨【連載】夜の図書館の人たち（1）⟩\ndescription: ⟦夜の図書館の人たち⟧\n---\n\n本文です。\n"),
        Good("---\ntitle: 夜の図書館\nexcerpt: 夜の図書館を支える司書の一日を追いました。\n---\n\n本文です。\n"),
        Good("---\ntitle: 図書館で会った司書さん\nexcerpt: 司書さん\n---\n\n本文です。\n"),
    )

    class Options(RuleOptions):
        fields: Annotated[tuple[str, ...], doc("題名と比べる項目。", "The fields that are compared with it.")] = (
            "excerpt",
            "description",
            "summary",
        )

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        for title in text_fields(document, ("title",)):
            for field in text_fields(document, self.options.fields):
                if says_no_more(field.text, title.text):
                    yield self.finding(
                        field.span,
                        ja=f"{called(field.key)}が題名と同じです。題名にない中身を書いてください",
                        en=f"`{field.key}` says the same as the title. Write what the title leaves out",
                        related=[Related(title.span, Text("題名はここです", "The title"))],
                        problem="title",
                    )
