"""Marks that Japanese text doesn't need: semicolons, hyphens and dashes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, doc
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.notation.prose import JA, LATIN, prose_of

_PATTERNS = {
    ";": rf"[;；](?<={JA}.|[」』）。、].)",
    "-": rf"[-‐‑－](?<={JA}.)(?<![0-9０-９].)(?={JA}|{LATIN})(?![0-9０-９])",
    "—": rf"[‒–—―](?<={JA}.|[」』）。、].)[‒–—―]*",
}
_HINTS = {";": (";", "；"), "-": ("-", "‐", "‑", "－"), "—": ("—", "―", "–", "‒")}


class UnjapaneseMark(Rule):
    """和文にセミコロン（;）、ハイフン（-）、ダッシュ（—）がある。

    どれも欧文の約物で、和文では働きが決まっていない。文を分けるか、読点・中黒・かっこで書く。住所や電話番号、英単語の
    中のものは見ない。
    """

    id = "unjapanese-mark"
    category = "notation"
    severity = None
    english = """Japanese text has a semicolon, a hyphen or a dash.

    These are marks of European text without a settled meaning in Japanese. Part the sentence, or write 「、」, 「・」
    or brackets. Addresses, telephone numbers and English words are left alone.
    """
    examples = (
        Bad("東港⟦-⟧西港間を結ぶ。\n"),
        Bad("港は変わった⟦――⟧町も変わった。\n"),
        Bad("港は変わった⟦；⟧町も変わった。\n"),
        Bad("東港⟦–⟧西港の船は、10–20人を運ぶ。\n"),
        Good("電話は03-5555-0100です。値は-1から1で、Wi-Fi を使う。\n"),
        Good("This; 港は変わった。\n"),
        Good("港は変わった――町も変わった。\n", options={"marks": [";"]}),
    )

    class Options(AllowOptions):
        marks: Annotated[
            tuple[str, ...],
            doc("見る記号: ; - — のどれか。", "The marks that are looked at: any of ; - —."),
        ] = (";", "-", "—")

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        for mark in self.options.marks:
            if mark not in _PATTERNS:
                continue
            for found in prose_of(document).find(_PATTERNS[mark], *_HINTS[mark]):
                if found.is_allowed(self.options.allow):
                    continue
                yield self.finding(
                    found.span(),
                    ja=f"和文に「{found[0]}」があります。文を分けるか、読点や中黒、かっこで書いてください",
                    en=f"{found[0]} stands in Japanese text; part the sentence, or use 、, ・ or brackets",
                )
