"""Kanji numerals where things are counted, and digits in words that aren't numbers."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, replace
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.notation.numerals import KANJI_DIGITS, from_kanji, to_kanji
from jlint.rules.helpers.notation.prose import Found, prose_of

_COUNTED = (
    rf"[{KANJI_DIGITS}]{{1,12}}(?=(?P<unit>回(?![忌り生覧])|[章節]|[兆億万](?![一般が])|[かカヶ]月|番目|進法|次元"
    r"|つ(?!返事|橋|角|葉|折|割|子|星|巴|と[なあ無]|に一つ|編)))"
)
_NOT_COUNTED = (
    r"[1-5]0*(?=(?P<unit>時的|部分|部の(?!み)|種(?!類)|番に(?!目)|者|次(?:関数|方程式)|大陸"
    r"|[兆億万倍年人個本回件名台社か]|[のでをに、。\0]))"
)
_ROUGH = ("数", "何", "幾", "唯", *KANJI_DIGITS)
_DIGITS = "0123456789.,"


class NumeralStyle(Rule):
    """数えるものが漢数字、熟語や概数が算用数字で書かれている（二十回、数10年）。

    JTF の手引き 2.2.2 に沿う。ほかの数に置き換えられるものは算用数字（20回、第3章）、慣用句・熟語・概数は漢数字
    （一部の、数十年、第三者）で書く。「一つ」は慣用的な使い方が多いので見ない。
    """

    id = "numeral-style"
    category = "notation"
    severity = None
    english = """Something counted is in kanji numerals, or a set phrase is in digits (「二十回」, 「数10年」).

    After section 2.2.2 of the JTF guide, what any other number could replace goes into digits, and phrases, compounds
    and rough numbers into kanji. 「一つ」 is left alone, since it mostly stands in phrases.
    """
    examples = (
        Bad("港へ⟦二十⟧回行き、⟦百八⟧つの鐘を聞く。\n", fixed="港へ20回行き、108つの鐘を聞く。\n"),
        Bad("第⟦三⟧章は⟦一⟧億円の話です。\n", fixed="第3章は1億円の話です。\n"),
        Bad(
            "数⟦10⟧年に一度、世界⟦1⟧の祭りを⟦1⟧部の町で開く。\n", fixed="数十年に一度、世界一の祭りを一部の町で開く。\n"
        ),
        Good("港へ20回行き、3つの鐘を聞く。第3章の第三者は世界2位。\n"),
        Good("人を呪わば穴二つ。二つ返事で、瓜二つの双子と一つ一つ数える。数十万人、何百万もの星。\n"),
        Good("11種類の二次関数を、五大陸の一時的な一部分に。件数10件。\n"),
    )
    Options = AllowOptions
    options: AllowOptions

    def check(self, document: Document) -> Iterator[Finding]:
        prose = prose_of(document)
        for found in prose.find(_COUNTED):
            if _is_counted(found):
                yield from self._reported(
                    found, from_kanji(found[0]), ja="数えるものは算用数字で", en="A count is in digits"
                )
        for found in prose.find(_NOT_COUNTED):
            if _is_no_count(found):
                yield from self._reported(
                    found, to_kanji(found[0]), ja="慣用の語は漢数字で", en="A set phrase is in kanji"
                )

    def _reported(self, found: Found, better: str, *, ja: str, en: str) -> Iterator[Finding]:
        if found.is_allowed(self.options.allow):
            return
        span = found.span()
        yield self.finding(
            span,
            ja=f"{ja}書きます。「{found[0]}」を「{better}」にしてください",
            en=f"{en}; write {better} for {found[0]}",
            fix=replace(span, better, ja=f"「{better}」にする", en=f"Write {better}", safe=False),
        )


def _before(found: Found, length: int) -> str:
    start = found.match.start()
    return found.prose.text[max(0, start - length) : start]


def _is_counted(found: Found) -> bool:
    before, unit = _before(found, 2), found["unit"]
    if before.endswith(_ROUGH) or before[-1:] in _DIGITS or unit in "章節":
        return unit in "章節" and before.endswith("第")
    if unit == "つ":
        return found[0][0] != "一" and not before.endswith(("瓜", "手", "橋", "真っ", "第", "穴"))
    return unit == "回" or not before.endswith("第")


def _is_no_count(found: Found) -> bool:
    before, number, unit = _before(found, 2), found[0], found["unit"]
    if before[-1:] in _DIGITS:
        return False
    if unit == "者":
        return number == "3" and before.endswith("第")
    if unit == "大陸":
        return number == "5"
    if unit.startswith("次"):
        return number < "5"
    if unit in "のでをに、。\0":
        return number == "1" and before == "世界"
    if len(unit) == 1 and unit != "種":
        is_rough = before.endswith("数") and (before == "約数" or not "\u4e00" <= before[0] <= "\u9fff")
        return is_rough and number.startswith("10")
    return number == "1"
