"""Letters of another script inside a Japanese word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from jlint.document import Document
from jlint.finding import Finding, Text
from jlint.rules.contract.base import Bad, Good, Rule, Severity
from jlint.rules.helpers.typo.embedded import Embedded, as_written_elsewhere, embedded

_SCRIPTS = {
    "CYRILLIC": Text("キリル文字", "Cyrillic"),
    "HANGUL": Text("ハングル", "Hangul"),
    "ARABIC": Text("アラビア文字", "Arabic"),
    "HEBREW": Text("ヘブライ文字", "Hebrew"),
    "THAI": Text("タイ文字", "Thai"),
    "DEVANAGARI": Text("デーバナーガリー文字", "Devanagari"),
    "BENGALI": Text("ベンガル文字", "Bengali"),
    "TAMIL": Text("タミル文字", "Tamil"),
    "ARMENIAN": Text("アルメニア文字", "Armenian"),
    "GEORGIAN": Text("ジョージア文字", "Georgian"),
}
_KATAKANA = re.compile("[ァ-ヺー]")
_LONGEST = 6
"""Most letters of a slip. A longer run is a foreign word that was written deliberately."""
_MOST_FIXES = 20
"""For how many places a fix is looked up in the rest of the document."""


class ForeignLetter(Rule):
    """日本語の語の中に、ほかの言語の文字が混じっている。

    生成された文章で、語の途中だけがキリル文字やハングル、アラビア文字に化けることがある。正しい文字に直す。同じ語が文書の
    ほかの所に正しく書かれていれば、それを直し方として示す。ラテン文字とギリシャ文字、語として独立した外国語は指摘しない。
    """

    id = "foreign-letter"
    category = "typo"
    severity = Severity.ERROR
    english = """Letters of another script stand inside a Japanese word.

    Generated text sometimes slips into Cyrillic, Hangul or Arabic in the middle of a word. Put the right letters
    back; where the document has the same word elsewhere, that is the fix. Latin and Greek letters, and foreign words
    on their own, are left alone.
    """
    examples = (
        Bad("古い校舎はメル⟦бу⟧ルンにある。\n"),
        Bad(
            "シンガポールへ飛ぶ。帰りもシン⟦га⟧ポールから乗る。\n",
            fixed="シンガポールへ飛ぶ。帰りもシンガポールから乗る。\n",
        ),
        Bad("窓口の営⟦업⟧時間を延ばす。\n"),
        Bad("高い城⟦جد⟧を越える。\n"),
        Good("ロシア語の「Москва」はモスクワ、дはデーと読む。文字дの形も覚える。\n"),
        Good("α版のμ値とL'Oréalの名を確かめ、(´д｀)と書き添えた。\n"),
        Good("韓国語の 안녕 は、あいさつの言葉である。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        rows = list(embedded(document, _script))
        # a text that has a script on its own too is about the language, and may deliberately write 文字дを
        topics = {_script(row.letters[0]) for row in rows if row.alone}
        slips = [row for row in rows if row.inside and _is_slip(row, topics)]
        for number, slip in enumerate(slips):
            script = _SCRIPTS[_script(slip.letters[0])]
            yield self.finding(
                slip.span,
                ja=f"日本語の語の中に{script.ja}「{slip.letters}」が混じっています。正しい文字に直してください",
                en=f"{script.en} letters ({slip.letters}) stand inside a Japanese word. Put the right ones in",
                fix=as_written_elsewhere(document, slip) if number < _MOST_FIXES else None,
            )


def _is_slip(row: Embedded, topics: set[str]) -> bool:
    if len(row.letters) > _LONGEST:
        return False
    in_katakana = _KATAKANA.match(row.before[-1]) and _KATAKANA.match(row.behind)
    return bool(in_katakana) or _script(row.letters[0]) not in topics


@cache
def _script(letter: str) -> str:
    """The script of a letter that Japanese isn't written with, empty for any other character."""
    if unicodedata.category(letter)[0] not in "LM":
        return ""
    script = unicodedata.name(letter, "").partition(" ")[0]
    return script if script in _SCRIPTS else ""
