"""textlint's preset-jtf-style: the Japan Translation Federation's guide, its rules named by their sections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jlint.textlint.spacing import around_parentheses, between_full_width, in_plain_text
from jlint.textlint.translation import Given, Part, Translator, on, simply

PRESET = "preset-jtf-style"


def full_width(*marks: str) -> Translator:
    """Marks that are always full-width; nothing is decided by the majority."""
    return simply("mixed-mark-width", full=list(marks), consistent=[])


def with_space_behind(mark: str) -> Translator:
    """A mark that is full-width, and takes a full-width space where another sentence follows."""

    def translate(given: Given) -> Iterable[Part]:
        yield from full_width(mark)(given)
        yield on("half-width-space-after-mark", marks=[mark])

    return translate


def paired(pair: str) -> Translator:
    """A pair that opens and closes within a paragraph."""
    return simply("unclosed-bracket", brackets=[pair], blocks=0, unopened=True)


def never_spaced(given: Given) -> Iterable[Part]:
    """No space between half-width and full-width characters."""
    allow = given.texts("allow") + given.texts("allows")
    yield on(
        "mixed-half-width-spacing",
        letters="none",
        numbers="none",
        full_width_spaces=True,
        in_links=False,
        allow=allow or None,
    )


polite_or_plain = simply("mixed-politeness", body="majority", share=0.0, forms="ends")
"""One style in paragraphs; every sentence counts that ends in だ, た, です or ます and a full stop."""


def lists(_: Given) -> Iterable[Part]:
    """The same for each list, whose items also agree in whether they end in a full stop."""
    yield on("mixed-politeness", body="any", lists="majority", share=0.0, forms="ends", by_list=True)
    yield on("mixed-item-period")


def katakana(given: Given) -> Iterable[Part]:
    """Full-width, and in the usual spelling."""
    yield from simply("half-width-katakana")(given)
    yield on("nonstandard-loanword", allow=(given.texts("allow") + given.texts("allows")) or None)


def kana_or_kanji(given: Given) -> Iterable[Part]:
    """What official texts write in kanji, and textlint's list of words doesn't have, stays in kanji."""
    allow = given.texts("allow") + given.texts("allows")
    yield on("kanji-or-kana", allow=[*allow, *_LEFT_ALONE])


_LEFT_ALONE = (
    *(
        "例えば",
        "既に",
        "直ちに",
        "概ね",
        "様々",
        "色々",
        "益々",
        "是非",
        "と共に",
        "並びに",
        "/等(?=[がをはにのでと、。])/",
    ),
    *("/(?<=[うるいたなす])程/", "すくなくとも", "たがいに", "つねに", "ふたたび", "もっとも"),
)

_EVERYWHERE = ("1.1", "2.1.6", "2.2.1", "2.2.3", "4.3.3", "4.3.4", "4.3.5", "4.3.6", "4.3.7", "4.3.8")
"""The sections whose rules look at more than plain text."""

RULES: Mapping[str, Translator] = {
    f"{PRESET}/{section}": translate if section.startswith(_EVERYWHERE) else in_plain_text(translate)
    for section, translate in {
        "1.1.1.本文": polite_or_plain,
        "1.1.2.見出し": simply("period-in-heading"),
        "1.1.3.箇条書き": lists,
        "1.1.5.図表のキャプション": simply("mixed-caption-politeness"),
        "1.2.1.句点(。)と読点(、)": simply("western-punctuation", marks=[",", "."]),
        "1.2.2.ピリオド(.)とカンマ(,)": simply("mixed-punctuation", comma="、", stop="。"),
        "2.1.2.漢字": simply("kanji-outside-joyo"),
        "2.1.5.カタカナ": katakana,
        "2.1.6.カタカナの長音": simply("missing-long-vowel"),
        "2.1.8.算用数字": simply("full-width-alphanumeric", kinds=["digits"]),
        "2.1.9.アルファベット": simply("full-width-alphanumeric", kinds=["letters"]),
        "2.1.10.算用数字の位取りの表記": simply("comma-as-decimal-point"),
        "2.2.1.ひらがなと漢字の使い分け": kana_or_kanji,
        "2.2.2.算用数字と漢数字の使い分け": simply("numeral-style"),
        "2.2.3.一部の助数詞の表記": simply("mixed-month-counter", prefer="か"),
        "3.1.1.全角文字と半角文字の間": never_spaced,
        "3.1.2.全角文字どうし": between_full_width,
        "3.2.カタカナ語間のスペースの有無": simply("full-width-space-in-katakana"),
        "3.3.かっこ類と隣接する文字の間のスペースの有無": around_parentheses,
        "4.1.1.句点(。)": simply("period-before-closing-bracket"),
        "4.1.3.ピリオド(.)、カンマ(,)": simply("western-punctuation", marks=["."]),
        "4.2.1.感嘆符(！)": with_space_behind("！"),
        "4.2.2.疑問符(？)": with_space_behind("？"),
        "4.2.4.中黒(・)": full_width("・"),
        "4.2.5.波線(〜)": full_width("〜"),
        "4.2.6.ハイフン(-)": simply("unjapanese-mark", marks=["-"]),
        "4.2.7.コロン(：)": full_width("："),
        "4.2.8.セミコロン(;)": simply("unjapanese-mark", marks=[";"]),
        "4.2.9.ダッシュ(-)": simply("unjapanese-mark", marks=["—"]),
        "4.3.1.丸かっこ（）": simply("mixed-mark-width", full=["（）"], consistent=[], brackets="inside"),
        "4.3.2.大かっこ［］": full_width("［］"),
        "4.3.3.かぎかっこ「」": paired("「」"),
        "4.3.4.二重かぎかっこ『』": paired("『』"),
        "4.3.5.二重引用符": paired('""'),
        "4.3.6.中かっこ{ }": paired("{}"),
        "4.3.7.山かっこ<>": paired("<>"),
        "4.3.8.一重引用符": paired("''"),
    }.items()
}
