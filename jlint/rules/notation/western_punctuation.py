"""Half-width commas and full stops in Japanese sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, doc, replace
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.notation.prose import EDGE, JA, prose_of

_PLACES = {
    ",": rf",(?<={JA},|[」』）],)(?![0-9])",
    ".": rf"\.(?<={JA}\.|[」』）]\.)(?<![0-9０-９]\.)(?=\s|{EDGE}|{JA})(?![ァ-ヶー][ァ-ヶー]*\.)",
}
_BETTER = {",": "、", ".": "。"}


class WesternPunctuation(Rule):
    """和文の句読点に、半角のコンマ（,）かピリオド（.）が使われている。

    和文の句読点は全角の「、」と「。」で書く。変換の打ち損じであることも多い。数と英文の中のものは見ない。
    """

    id = "western-punctuation"
    category = "notation"
    severity = None
    english = """A half-width comma or full stop ends a Japanese clause.

    Japanese takes the full-width 「、」 and 「。」. Often it is a slip of the input method. Numbers and English are
    left alone.
    """
    examples = (
        Bad("港は広い⟦,⟧そして深い⟦.⟧\n", fixed="港は広い、そして深い。\n"),
        Bad("港は広い⟦,⟧そして深い.\n", options={"marks": [","]}),
        Good("港は広い、そして深い。Ver.2は1,000円です。\n"),
        Good("1. 港\n2. 町\n\n`港,町.`と API, CLI を使う。\n"),
        Good("2.1.5.カタカナの書き方\n"),
    )

    class Options(AllowOptions):
        marks: Annotated[tuple[str, ...], doc("見る記号: , か .。", "The marks that are looked at: , and .")] = (
            ",",
            ".",
        )

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        for mark in self.options.marks:
            if mark not in _PLACES:
                continue
            for found in prose_of(document).find(_PLACES[mark], mark):
                if found.is_allowed(self.options.allow):
                    continue
                better = _BETTER[mark]
                span = found.span()
                yield self.finding(
                    span,
                    ja=f"和文に半角の「{mark}」があります。「{better}」にしてください",
                    en=f"A half-width {mark} stands in Japanese text; write {better}",
                    fix=replace(span, better, ja=f"「{better}」にする", en=f"Write {better}", safe=True),
                )
