"""An excerpt that consists of a stock phrase."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, doc
from jlint.rules.helpers.front_matter.called import called
from jlint.rules.helpers.front_matter.text_field import text_fields


class BoilerplateExcerpt(Rule):
    """要約に、どの記事にも書ける決まり文句が入っている。

    決まり文句だけの要約からは、記事の中身が分からない。その記事にしか書けない要約にする。どの言葉を決まり文句とするかは
    phrases に書く。書かなければ何も言わない。
    """

    id = "boilerplate-excerpt"
    category = "front-matter"
    severity = Severity.WARNING
    needs = None
    english = """An excerpt holds a phrase that would fit any post.

    It tells readers nothing of this one. Write what only this post can say. Which phrases these are the house says in
    `phrases`; without them the rule is silent.
    """
    examples = (
        Bad(
            "---\nexcerpt: 夜の図書館⟦について詳しくお伝えします。⟧\n---\n\n本文です。\n",
            options={"phrases": ["について詳しくお伝えします。"]},
        ),
        Bad(
            '---\ndescription: "⟦最新の動きをお届け⟧します。"\n---\n\n本文です。\n',
            options={"phrases": ["最新の動きをお届け"]},
        ),
        Good("---\nexcerpt: 夜の図書館について詳しくお伝えします。\n---\n\n決まり文句を書いていない。\n"),
        Good(
            "---\nexcerpt: 夜の図書館を支える司書の一日です。\n---\n\n図書館について詳しくお伝えします。\n",
            options={"phrases": ["について詳しくお伝えします。"]},
        ),
    )

    class Options(RuleOptions):
        phrases: Annotated[
            tuple[Annotated[str, doc("決まり文句。", "A phrase.", min_length=1)], ...],
            doc("要約に使わない決まり文句。", "Phrases that an excerpt must not hold."),
        ] = ()
        fields: Annotated[
            tuple[Annotated[str, Meta(min_length=1)], ...], doc("調べる項目。", "The fields that are looked at.")
        ] = (
            "excerpt",
            "description",
            "summary",
        )

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        if not self.options.phrases:
            return
        for field in text_fields(document, self.options.fields):
            for phrase in self.options.phrases:
                start = field.text.find(phrase)
                if start >= 0:
                    yield self.finding(
                        field.place(start, start + len(phrase)),
                        ja=f"{called(field.key)}に決まり文句「{phrase}」があります。この記事だけの要約に書き直してください",
                        en=f'`{field.key}` holds the stock phrase "{phrase}". Write one that fits this post alone',
                    )
