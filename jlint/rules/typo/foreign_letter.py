"""Letters of another script inside a Japanese word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from jlint.document import Document
from jlint.finding import Finding, Fix, Text
from jlint.rules.base import Bad, Good, Rule, Severity, Span, replace

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
    "CJK": Text("中国の簡体字", "simplified Chinese"),
}
_WORD = "ァ-ヺー一-鿿々"
_JAPANESE = re.compile(f"[ぁ-ゖ{_WORD}]")
_BEFORE = re.compile(f"[{_WORD}]{{1,6}}\\Z")
_BEHIND = re.compile(f"[{_WORD}]{{0,6}}")
_KATAKANA = re.compile("[ァ-ヺー]")
_LONGEST = 6
"""Letters of a slip. What is longer is a foreign word that someone meant to write."""
_MOST_FIXES = 20
"""How many places are looked up in the rest of the document."""


class _Slip(NamedTuple):
    span: Span
    letters: str
    before: str
    behind: str


class ForeignLetter(Rule):
    """日本語の語の中に、ほかの言語の文字が混じっている。

    生成された文章で、語の途中だけがキリル文字やハングル、中国の簡体字に化けることがある。正しい文字に直す。同じ語が文書の
    ほかの所に正しく書かれていれば、それを直し方として示す。ラテン文字とギリシャ文字、語として独立した外国語は指摘しない。
    """

    id = "foreign-letter"
    category = "typo"
    severity = Severity.ERROR
    english = """Letters of another script stand inside a Japanese word.

    Generated text sometimes slips into Cyrillic, Hangul or simplified Chinese in the middle of a word. Put the right
    letters back; where the document has the same word elsewhere, that is the fix. Latin and Greek letters, and foreign
    words on their own, are left alone.
    """
    examples = (
        Bad("古い校舎はメル⟦бу⟧ルンにある。\n"),
        Bad(
            "シンガポールへ飛ぶ。帰りもシン⟦га⟧ポールから乗る。\n",
            fixed="シンガポールへ飛ぶ。帰りもシンガポールから乗る。\n",
        ),
        Bad("担当者は第一⟦时间⟧に連絡を受けた。\n"),
        Bad("新しい参入障⟦اق⟧を下げる。\n"),
        Good("ロシア語の「Москва」はモスクワ、дはデーと読む。キリル文字дの形も覚える。\n"),
        Good("α版のμ値とL'Oréalの名を確かめ、(´д｀)と書き添えた。\n"),
        Good("韓国語の 안녕 は、あいさつの言葉である。\n"),
        Good("中国国内の个々の会社と芸術学会が体力を点検した。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        letters = {letter for letter in set(document.text) if _script(letter)}
        if not letters:
            return
        for number, slip in enumerate(_slips(document, letters)):
            script = _SCRIPTS.get(_script(slip.letters[0]), Text("外国の文字", "foreign"))
            yield self.finding(
                slip.span,
                ja=f"日本語の語の中に{script.ja}「{slip.letters}」が混じっています。正しい文字に直してください",
                en=f"{script.en} letters ({slip.letters}) stand inside a Japanese word. Put the right ones in",
                fix=_fix(document, slip) if number < _MOST_FIXES else None,
            )


@cache
def _script(letter: str) -> str:
    """The script of a letter that Japanese isn't written with, empty for any other character."""
    if unicodedata.category(letter)[0] not in "LM":
        return ""
    script = unicodedata.name(letter, "").partition(" ")[0]
    if script == "CJK":
        return script if _can_write("gb2312", letter) and not _can_write("euc_jis_2004", letter) else ""
    return script if script in _SCRIPTS else ""


def _can_write(encoding: str, letter: str) -> bool:
    try:
        letter.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _slips(document: Document, letters: set[str]) -> Iterator[_Slip]:
    """Foreign letters between Japanese ones.

    A document that has the script on its own too is about the language, and may well write 文字дを: in it only what
    stands between katakana counts.
    """
    run = re.compile("[" + "".join(map(re.escape, sorted(letters))) + "]+")
    places = [(block, match) for block in document.prose for match in run.finditer(block.text)]
    about = {_script(match[0][0]) for _, match in places if _stands_alone(match)}
    for block, match in places:
        text, (start, end) = match.string, match.span()
        before, behind = _BEFORE.search(text, max(0, start - 6), start), text[end : end + 1]
        if not before or not _JAPANESE.match(behind) or end - start > _LONGEST:
            continue
        in_katakana = _KATAKANA.match(before[0][-1]) and _KATAKANA.match(behind)
        if in_katakana or _script(match[0][0]) not in about:
            rest = _BEHIND.match(text, end)
            yield _Slip(block.source_span(start, end), match[0], before[0], rest[0] if rest else "")


def _stands_alone(match: re.Match[str]) -> bool:
    around = match.string[max(0, match.start() - 1) : match.start()] + match.string[match.end() : match.end() + 1]
    return not _JAPANESE.search(around)


def _fix(document: Document, slip: _Slip) -> Fix | None:
    """What stands between the same letters elsewhere in the document, if it is one thing only."""
    if len(slip.before) + len(slip.behind) < 3:
        return None
    pattern = f"{re.escape(slip.before)}([{_WORD}]{{1,4}}?){re.escape(slip.behind)}"
    found = set(re.findall(pattern, document.text))
    if len(found) != 1:
        return None
    (right,) = found
    return replace(slip.span, right, ja=f"「{right}」に直す", en=f"Use {right}", safe=False)
