"""A `**` that has no partner."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.document.dialect import Emphasis
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span
from jlint.rules.helpers.markdown.literal_marks import literal_marks


class UnpairedEmphasis(Rule):
    """太字の記号 ** に相手がない。

    記号がそのまま表示される。片方が消えたか、段落が途中で切れている。相手を補うか、消す。組になるかどうかは、
    設定の markdown に書いた方言の決まりで見る。方言が分からなければ、どの方言でも組にならないものだけを指摘する。
    コードの中、\\* と書いたもの、2**3 のような式、名前の一部（char**、src/**）は指摘しない。
    """

    id = "unpaired-emphasis"
    category = "markdown"
    severity = Severity.WARNING
    needs = "**"
    english = r"""A ** has no partner.

    Readers see the asterisks. The other ones were lost, or the paragraph breaks off. Add them or remove these. Whether
    two belong together is judged as the site's engine does (`markdown` in the configuration); where the dialect isn't
    known, only what has no partner in any is reported. Code, \*, formulas such as 2**3 and parts of names (char**,
    src/**) are left alone.
    """
    examples = (
        Bad("港の⟦**⟧倉庫が生まれ変わります。\n"),
        Bad("- ⟦**⟧倉庫の歴史: 百年前に建ちました。\n"),
        Bad("⟦**⟧倉庫の歴史\n\n倉庫**は**古い。\n"),
        Good("港の**倉庫**が生まれ変わります。これは**「語」**です。\n"),
        Good("べき乗は 2**3 や x ** y と書きます。\n"),
        Good("乱数は xorwow64** の方式で、引数の型は char** か node_t** です。\n"),
        Good("src/** と docs/**/*.md を見ます。\n"),
        Good("残りは **others で受けます。\n\n```python\ndef f(**others): ...\n```\n"),
        Bad("⟦**⟧Docker を使います。\n\n港は Linux⟦**⟧ です。\n"),
        Good("記号は `**` か \\*\\* と書きます。\n\n```\n**kwargs\n```\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for mark in _certain(document):
            yield self.finding(
                mark,
                ja="太字の記号 ** に相手がなく、そのまま表示されます。相手を補うか、消してください",
                en="This ** has no partner and is shown as it is. Add the other one or remove it",
            )


def _certain(document: Document) -> list[Span]:
    """The marks without a partner; where the dialect is a guess, those that have none however emphasis is read."""
    odd = literal_marks(document).odd
    if not odd or not document.dialect.is_guess:
        return list(odd)
    dialects = [document.dialect._replace(emphasis=emphasis) for emphasis in Emphasis]
    everywhere = [set(literal_marks(Document(document.text, document.path, each)).odd) for each in dialects]
    return [mark for mark in odd if all(mark in there for there in everywhere)]
