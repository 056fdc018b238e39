"""The scripts that Japanese isn't written with."""

from __future__ import annotations

import unicodedata
from functools import cache

from msgspec import Struct

from jlint.finding import Text


class Script(Struct, frozen=True):
    """A script's name, and words that say a text is about a language that is written with it."""

    name: Text
    topics: str = ""


_SCRIPTS = {
    "CYRILLIC": Script(
        Text("キリル文字", "Cyrillic"), "ロシア|ソ連|ウクライナ|ベラルーシ|ブルガリア|セルビア|モンゴル|カザフ|キリル"
    ),
    "HANGUL": Script(Text("ハングル", "Hangul"), "韓|朝鮮|ハングル|コリア|ソウル|[KＫ]-?(?:POP|pop)"),
    "ARABIC": Script(
        Text("アラビア文字", "Arabic"), "アラ[ブビ]|イスラ|ムスリム|中東|ペルシ|イラン|イラク|エジプト|ウルドゥ"
    ),
    "HEBREW": Script(Text("ヘブライ文字", "Hebrew"), "ヘブライ|イスラエル|ユダヤ|聖書"),
    "THAI": Script(Text("タイ文字", "Thai"), "タイ[語国人]|バンコク"),
    "DEVANAGARI": Script(Text("デーバナーガリー文字", "Devanagari"), "インド|ヒンディ|サンスクリット|梵|ネパール"),
    "BENGALI": Script(Text("ベンガル文字", "Bengali"), "ベンガル|バングラ|インド"),
    "TAMIL": Script(Text("タミル文字", "Tamil"), "タミル|インド|スリランカ"),
    "TELUGU": Script(Text("テルグ文字", "Telugu"), "テルグ|インド"),
    "KANNADA": Script(Text("カンナダ文字", "Kannada"), "カンナダ|インド"),
    "MALAYALAM": Script(Text("マラヤーラム文字", "Malayalam"), "マラヤーラム|インド"),
    "GUJARATI": Script(Text("グジャラート文字", "Gujarati"), "グジャラート|インド"),
    "GURMUKHI": Script(Text("グルムキー文字", "Gurmukhi"), "パンジャ|シク|インド"),
    "SINHALA": Script(Text("シンハラ文字", "Sinhala"), "シンハラ|スリランカ"),
    "LAO": Script(Text("ラーオ文字", "Lao"), "ラオス"),
    "KHMER": Script(Text("クメール文字", "Khmer"), "クメール|カンボジア"),
    "MYANMAR": Script(Text("ビルマ文字", "Burmese"), "ビルマ|ミャンマー"),
    "TIBETAN": Script(Text("チベット文字", "Tibetan"), "チベット|ブータン"),
    "MONGOLIAN": Script(Text("モンゴル文字", "Mongolian"), "モンゴル|満州"),
    "ARMENIAN": Script(Text("アルメニア文字", "Armenian"), "アルメニア"),
    "GEORGIAN": Script(Text("ジョージア文字", "Georgian"), "ジョージア|グルジア"),
    "ETHIOPIC": Script(Text("エチオピア文字", "Ethiopic"), "エチオピア|アムハラ|エリトリア"),
}
_OTHER = "OTHER"
_ELSE = Script(Text("外国の文字", "Foreign"))
_OURS = frozenset(
    {
        *("HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "CJK", "IDEOGRAPHIC", "KANGXI", "HENTAIGANA", "BOPOMOFO"),
        *("LATIN", "GREEK", "FULLWIDTH", "HALFWIDTH", "FEMININE", "MASCULINE", "ROMAN"),
        *("MODIFIER", "COMBINING", "VARIATION", "MONGOLIAN-FREE", "MICRO", "OHM", "KELVIN", "ANGSTROM", "EULER"),
        *("MATHEMATICAL", "DOUBLE-STRUCK", "SCRIPT", "BLACK-LETTER", "ALEF", "BET", "PLANCK", "INFORMATION", "TURNED"),
        *("SUPERSCRIPT", "SUBSCRIPT", "CIRCLED", "PARENTHESIZED", "SQUARED", "NEGATIVE", "VERTICAL", "KOREAN"),
    }
)
"""First words of the names of letters that Japanese texts have, and of those that stand for numbers and units."""
_JAMO = "HANGUL LETTER"
"""ㅋㅋ, ㅠ: signs of laughing and weeping."""


@cache
def script_of(letter: str) -> str:
    """The script of a letter that Japanese isn't written with, empty for any other character."""
    category = unicodedata.category(letter)
    name = unicodedata.name(letter, "")
    first = name.partition(" ")[0]
    if category[0] not in "LM" and not (category[0] == "P" and first == "ARMENIAN"):
        return ""
    if first in _OURS or not name or name.startswith(_JAMO):
        return ""
    return first if first in _SCRIPTS else _OTHER


def described(script: str) -> Script:
    """The script's names and topics."""
    return _SCRIPTS.get(script, _ELSE)
