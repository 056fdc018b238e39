"""Two posts with the same excerpt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from jlint.document import Document
from jlint.finding import Text
from jlint.rules.contract.base import Bad, Good, RuleOptions, Severity, doc
from jlint.rules.contract.cross_file import Conclusion, CrossRule, Fact, SharedFact
from jlint.rules.helpers.repetition.between_posts import normal_form, same_elsewhere


class DuplicateExcerpt(CrossRule):
    """別の記事と要約が同じになっている。

    要約が同じ記事は、一覧や検索結果で見分けがつかない。記事ごとに、その記事にしか書けない要約にする。
    """

    id = "duplicate-excerpt"
    category = "repetition"
    severity = Severity.WARNING
    needs_in_front_matter = "excerpt description"
    english = """Another post has the same excerpt or description.

    Readers can't tell such posts apart in lists and search results. Write what only this post can say.
    """
    examples = (
        Bad(
            "---\nexcerpt: ⟦古い本棚を住民と職員が四か月かけて作り直すまでの記録です。⟧\n---\n\n本文です。\n",
            beside={"other.md": "---\nexcerpt: 古い本棚を住民と職員が四か月かけて作り直すまでの記録です。\n---\n"},
        ),
        Good(
            "---\nexcerpt: お知らせです。\n---\n\n本文です。\n",
            beside={"other.md": "---\nexcerpt: お知らせです。\n---\n"},
        ),
        Good(
            "---\nexcerpt: 古い本棚を住民と職員が四か月かけて作り直すまでの記録です。\n"
            "description: 古い本棚を住民と職員が四か月かけて作り直すまでの記録です。\n---\n\n本文です。\n"
        ),
    )

    class Options(RuleOptions):
        fields: Annotated[tuple[str, ...], doc("見比べる項目。", "The fields that are compared.")] = (
            "excerpt",
            "description",
        )
        minimum_characters: Annotated[
            int, doc("これより短い要約は、同じでも指摘しない。", "Shorter excerpts may be alike.", ge=1)
        ] = 20

    options: Options

    def collect(self, document: Document) -> Iterator[Fact]:
        for name in self.options.fields:
            field = document.front_matter.fields.get(name) if document.front_matter else None
            if field and isinstance(field.value, str):
                key = normal_form(field.value)
                if len(key) >= self.options.minimum_characters:
                    yield Fact(field.value_span, key)

    def conclude(self, facts: Sequence[SharedFact]) -> Iterator[Conclusion]:
        return same_elsewhere(
            facts,
            Text("同じ要約", "The same excerpt"),
            Text("この記事だけの要約に書き直してください", "Write one that fits this post alone"),
        )
