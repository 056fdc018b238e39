"""Pairs of `**` that the site's engine doesn't take for emphasis."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding, Fix, Text
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span, replace
from jlint.rules.helpers.markdown.literal_marks import literal_marks

_PARTNERS = {"「": "」", "『": "』", "（": "）", "【": "】", "〈": "〉", "《": "》", "(": ")"}
_STOPS = "。、！？：!?:"
_LONGEST_SHOWN = 12


class UnrenderedEmphasis(Rule):
    """太字にするつもりの ** が、そのまま表示される。

    CommonMark では、`**「語」**です` のように内側が約物で外側が文字だと太字にならない。Zenn、Qiita、Hugo、MDX は
    この決まりに従い、Jekyll の kramdown は従わない。どの決まりで見るかは、設定の markdown で決まる。方言が分からない
    ファイルでは指摘しない。記号を括弧の内側に移すか、外側に空白を入れる。
    """

    id = "unrendered-emphasis"
    category = "markdown"
    severity = Severity.WARNING
    needs = "**"
    english = """A pair of ** is shown as it is instead of making its text bold.

    In CommonMark emphasis fails where punctuation stands inside the mark and a letter outside. Zenn, Qiita, Hugo and
    MDX go by that rule, kramdown doesn't; `markdown` in the configuration says which one counts. Nothing is reported
    where the dialect isn't known. Move the marks inside the brackets, or put a space outside.
    """
    examples = (
        Bad("これは⟦**「倉庫」**⟧です。\n", fixed="これは「**倉庫**」です。\n", dialect="zenn"),
        Bad("⟦**古い。**⟧壁も厚い。\n", fixed="**古い**。壁も厚い。\n", dialect="qiita"),
        Bad("これは⟦**倉庫 **⟧です。\n", fixed="これは**倉庫**です。\n"),
        Good("これは**「倉庫」**です。\n", dialect="kramdown"),
        Good("これは **「倉庫」** です。**倉庫**です。\n", dialect="zenn"),
        Good("`**「倉庫」**`と書く。\n", dialect="mdx"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if document.dialect.is_guess:
            return
        for span in literal_marks(document).pairs:
            content = span.of(document.text)[2:-2]
            shown = content.strip()
            shown = shown if len(shown) <= _LONGEST_SHOWN else shown[: _LONGEST_SHOWN - 1] + "…"
            what = (
                Text("記号の内側の空白を取ってください", "Remove the space inside **")
                if content != content.strip()
                else Text(
                    "記号を約物の内側に移すか、外側に空白を入れてください",
                    "Move ** inside the punctuation, or put a space outside",
                )
            )
            yield self.finding(
                span,
                ja=f"「{shown}」は太字にならず、記号の ** がそのまま表示されます。{what.ja}",
                en=f"{shown} isn't bold: ** is shown as it is. {what.en}",
                fix=_fix(span, content),
            )


def _fix(span: Span, content: str) -> Fix | None:
    """The marks moved inside the brackets, in front of the full stop, or up to the text; None if that is uncertain."""
    bare = content.strip()
    if bare != content:
        better = f"**{bare}**"
    elif _PARTNERS.get(bare[0]) == bare[-1] and len(bare) > 2 and not _has_bracket(bare[1:-1]):
        better = f"{bare[0]}**{bare[1:-1]}**{bare[-1]}"
    elif bare[-1] in _STOPS and not _has_bracket(bare) and bare[:-1] and bare[-2] not in _STOPS:
        better = f"**{bare[:-1]}**{bare[-1]}"
    else:
        return None
    return replace(span, better, ja=f"{better} にする", en=f"Write {better}", safe=False)


def _has_bracket(text: str) -> bool:
    return any(bracket in text for pair in _PARTNERS.items() for bracket in pair)
