"""Letters of another script inside a Japanese word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity
from jlint.rules.helpers.typo.embedded import LANGUAGE, Embedded, as_written_elsewhere, embedded, is_japanese_at
from jlint.rules.helpers.typo.scripts import described, script_of

_KATAKANA = lazy_pattern("[ァ-ヺー]")
_LONGEST = 6
"""Most letters of a slip. A longer run is a foreign word that was written deliberately."""
_LONGEST_BESIDE_KANA = 4
"""Most letters of a slip that isn't inside a word of kanji or katakana: longer ones are names."""
_LONGEST_IN_TOPIC = 1
"""Most letters of a slip in a text that is about a language of the script."""
_MOST = 3
"""A text with more different ones than this is about the script, or quotes it."""
_ENDS = frozenset("、。，．！？,.!?」』）)")
_MOST_FIXES = 20
"""For how many places a fix is looked up in the rest of the document."""


class ForeignLetter(Rule):
    """日本語の語の中に、ほかの言語の文字が混じっている。

    生成された文章で、語の途中だけがキリル文字やハングル、アラビア文字に化けることがある。間に空白が入ることもある。
    正しい文字に直す。同じ語が文書のほかの所に正しく書かれていれば、それを直し方として示す。ラテン文字とギリシャ文字、
    語として独立した外国語、その言語や国が話題の文章は指摘しない。
    """

    id = "foreign-letter"
    category = "typo"
    severity = Severity.ERROR
    english = """Letters of another script stand inside a Japanese word.

    Generated text sometimes slips into Cyrillic, Hangul or Arabic in the middle of a word, sometimes with a space.
    Put the right letters back; where the document has the same word elsewhere, that is the fix. Latin and Greek
    letters, foreign words on their own, and texts about the language or its country are left alone.
    """
    examples = (
        Bad("古い校舎はメル⟦бу⟧ルンにある。\n"),
        Bad(
            "シンガポールへ飛ぶ。帰りもシン⟦га⟧ポールから乗る。\n",
            fixed="シンガポールへ飛ぶ。帰りもシンガポールから乗る。\n",
        ),
        Bad("窓口の営⟦업⟧時間を延ばす。\n"),
        Bad("高い城⟦جد⟧を越える。\n"),
        Bad("窓から雪 ⟦ሰ⟧景色が見える。\n"),
        Bad("遠い山の⟦го⟧らを眺める。\n"),
        Bad("朝には道を渡⟦ર⟧。\n"),
        Good("ロシア語の「Москва」はモスクワ、дはデーと読む。文字дの形も覚える。\n"),
        Good("α版のμ値とL'Oréalの名を確かめ、(´д｀)と書き添えた。\n"),
        Good("韓国語の 안녕 は、あいさつの言葉である。\n"),
        Good("ソウルでは友人の민준と歩き、(ノಠ益ಠ)ノと書いて笑ったㅋㅋ。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        rows = list(embedded(document, script_of))
        if not rows:
            return
        # a text that has a script on its own too is about the language, and may deliberately write 文字дを
        topics = {script_of(row.letters[0]) for row in rows if row.alone}
        topics |= {script for script in map(script_of, {row.letters[0] for row in rows}) if _is_quoted(script, rows)}
        slips = [row for row in rows if _is_slip(document, row, topics)]
        for number, slip in enumerate(slips):
            script = described(script_of(slip.letters[0])).name
            yield self.finding(
                slip.span,
                ja=f"日本語の語の中に{script.ja}「{slip.letters}」が混じっています。正しい文字に直してください",
                en=f"{script.en} letters ({slip.letters}) stand inside a Japanese word. Put the right ones in",
                fix=as_written_elsewhere(document, slip) if number < _MOST_FIXES else None,
            )


def _is_quoted(script: str, rows: list[Embedded]) -> bool:
    """Whether so many different words of the script are in the text that it is about them."""
    return len({row.letters for row in rows if script_of(row.letters[0]) == script}) > _MOST


def _is_slip(document: Document, row: Embedded, topics: set[str]) -> bool:
    script = script_of(row.letters[0])
    if len(row.letters) > _LONGEST:
        return False
    if row.inside:
        in_katakana = _KATAKANA.match(row.before[-1]) and _KATAKANA.match(row.behind)
        is_named = LANGUAGE.search(row.text, max(0, row.start - 4), row.start)  # 文字д
        return bool(in_katakana) or not (script in topics or is_named or _is_face(row))
    if (
        len(row.letters) > _LONGEST_BESIDE_KANA
        or script in topics
        or not _touches_a_word(row)
        or LANGUAGE.search(row.text)
    ):
        return False
    is_topic = described(script).topics and re.search(described(script).topics, document.text)
    return not is_topic or len(row.letters) <= _LONGEST_IN_TOPIC


def _touches_a_word(row: Embedded) -> bool:
    """Whether Japanese stands on both sides, or on one and nothing on the other. On one of them there is a space."""
    before, behind = row.start - 1, row.end
    touches_before, touches_behind = is_japanese_at(row.text, before), is_japanese_at(row.text, behind)
    if not (touches_before or touches_behind) or _is_face(row):
        return False
    if touches_before:
        behind += row.text.startswith(" ", behind)
        return is_japanese_at(row.text, behind) or row.text[behind : behind + 1] in ({""} | _ENDS)
    before -= row.text[:1] != "" and row.text[before : before + 1] == " "
    return is_japanese_at(row.text, before)


def _is_face(row: Embedded) -> bool:
    """Whether it looks like a part of a face (ノಠ益ಠノ): no word of two letters is next to it."""
    text, start, end = row.text, row.start, row.end
    return not (
        (is_japanese_at(text, start - 1) and is_japanese_at(text, start - 2))
        or (is_japanese_at(text, end) and is_japanese_at(text, end + 1))
    )
