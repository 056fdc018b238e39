"""Two posts with the same title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from jlint.document import Document
from jlint.finding import Text
from jlint.rules.contract.base import Bad, Good, Severity
from jlint.rules.contract.cross_file import Conclusion, CrossRule, Fact, SharedFact
from jlint.rules.helpers.repetition.between_posts import normal_form, same_elsewhere


class DuplicateTitle(CrossRule):
    """別の記事と題名が同じになっている。

    検索結果や一覧で見分けがつかず、同じ記事を二度公開した跡であることも多い。題名を変えるか、片方の記事を取り下げる。
    別のフォルダーのページとは比べない（年と月のフォルダーは除く）。
    """

    id = "duplicate-title"
    category = "repetition"
    severity = Severity.WARNING
    needs_in_front_matter = "title"
    english = """Another post has the same title.

    Readers can't tell the two apart in lists and search results, and often one post was published twice. Change the
    title, or take one of the posts down. Pages in other folders, but for those of years and months, aren't compared.
    """
    examples = (
        Bad(
            "---\ntitle: ⟦木の本棚の直し方⟧\n---\n\n本文です。\n",
            beside={"other.md": "---\ntitle: '木の本棚の直し方'\n---\n"},
        ),
        Good(
            "---\ntitle: 木の本棚の直し方\n---\n\n本文です。\n",
            beside={"other.md": "---\ntitle: 鉄の本棚の直し方\n---\n"},
        ),
        Good(
            "---\ntitle: 木の本棚の直し方\n---\n\n本文です。\n",
            beside={"tools/other.md": "---\ntitle: 木の本棚の直し方\n---\n"},
        ),
        Good("---\ntitle: 木の本棚の直し方\n---\n\n本文です。\n"),
    )

    def collect(self, document: Document) -> Iterator[Fact]:
        if document.title.strip() and document.front_matter:
            key = f"{_section(document.path)}\0{normal_form(document.title)}"
            yield Fact(document.front_matter.fields["title"].value_span, key)

    def conclude(self, facts: Sequence[SharedFact]) -> Iterator[Conclusion]:
        return same_elsewhere(
            facts,
            Text("同じ題名", "The same title"),
            Text("どちらかの題名を変えてください", "Change one of them"),
        )


def _section(path: str) -> str:
    """The folder without those of years and months: pages of other sections may have the same title."""
    return "/".join(part for part in PurePath(path).parent.parts if not part.isdecimal())
