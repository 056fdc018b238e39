"""Marks of footnotes that have no text."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding, Related, Text
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span
from jlint.rules.helpers.markdown.footnotes import undefined_marks


class UndefinedFootnote(Rule):
    """脚注の印に、脚注の文がない。

    印の `[^1]` がそのまま表示される。脚注の文を `[^1]:` の行に書くか、印を消す。番号や名前の誤りかもしれない。
    `[^a-z]` のような正規表現と見分けるため、番号のない印は、ほかに脚注の文がある文書でだけ見る。
    """

    id = "undefined-footnote"
    category = "markdown"
    severity = Severity.ERROR
    needs = "[^"
    english = """The mark of a footnote has no footnote.

    The mark, as `[^1]`, is shown as it is. Write the text on a line that begins with `[^1]:`, or remove the mark;
    perhaps its number or name is wrong. To tell it from an expression such as `[^a-z]`, a mark without a number counts
    only in a text that defines other footnotes.
    """
    examples = (
        Bad("倉庫は古い⟦[^2]⟧。\n\n[^1]: 明治のもの。\n"),
        Bad("倉庫は古い⟦[^1]⟧。壁は厚い⟨[^1]⟩。\n"),
        Bad("倉庫は古い⟦[^age]⟧。灯台は白い[^color]。\n\n[^color]: 二度塗り直された。\n"),
        Good("倉庫は古い[^1]。\n\n[^1]: 明治のもの。\n"),
        Good("`[^1]` と書く。数字の前は [^a-z] とする。\n"),
        Good("倉庫は古い[^Age]。\n\n[^age]: 明治のもの。\n"),
        Good("倉庫は古い^[明治のもの。]。\n", dialect="zenn"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        by_label: dict[str, list[Span]] = {}
        for label, span in undefined_marks(document):
            by_label.setdefault(label, []).append(span)
        for first, *others in by_label.values():
            yield self.finding(
                first,
                ja=f"脚注 {_label(first, document)} の文がありません。文を書くか、印を消してください",
                en=f"There is no footnote {_label(first, document)}. Write it or remove the mark",
                related=[Related(other, Text("同じ脚注の印です", "A mark of the same footnote")) for other in others],
            )


def _label(mark: Span, document: Document) -> str:
    return mark.of(document.text)[len("[^") : -len("]")]
