"""Why msgspec refuses a value, in both languages: its own words are English."""

from __future__ import annotations

import re

from jlint.compiled import lazy_pattern
from jlint.finding import Text

_KINDS = {
    "int": "整数",
    "float": "数",
    "str": "文字列",
    "bool": "true か false",
    "array": "リスト",
    "object": "「項目: 値」の並び",
    "null": "null",
}
_PLACE = lazy_pattern(r" - at `(?P<place>[^`]*)`\Z")
_SHAPES = (
    (r"Expected `(.+?)`, got `(.+?)`", "{} を書きますが、{} が書かれています"),
    (r"Invalid enum value (.+)", "{} という値は使えません"),
    (r"Object missing required field `(.+?)`", "{} がありません"),
    (r"Object contains unknown field `(.+?)`", "{} という項目はありません"),
    (r"Expected `(.+?)` matching regex (.+)", "正規表現 {1} に合う{0}を書きます"),
    (r"Expected `(.+?)` of length >= (\d+)", "長さが {1} 以上の{0}を書きます"),
    (r"Expected `(.+?)` of length <= (\d+)", "長さが {1} 以下の{0}を書きます"),
    (r"Expected `(.+?)` >= (.+)", "{1} 以上の{0}を書きます"),
    (r"Expected `(.+?)` > (.+)", "{1} より大きい{0}を書きます"),
    (r"Expected `(.+?)` <= (.+)", "{1} 以下の{0}を書きます"),
    (r"Expected `(.+?)` < (.+)", "{1} より小さい{0}を書きます"),
)


def why_invalid(error: Exception) -> Text:
    """What is wrong with the value, and where in it."""
    english = str(error)
    place = _PLACE.search(english)
    bare = english[: place.start()] if place else english
    where = place["place"].removeprefix("$").removeprefix(".") if place else ""
    matches = ((shape, found) for pattern, shape in _SHAPES if (found := re.fullmatch(pattern, bare)))
    japanese = next((shape.format(*map(_kind, found.groups())) for shape, found in matches), "値の形が違います")
    return Text(f"{where}: {japanese}" if where else japanese, english)


def _kind(names: str) -> str:
    return " か ".join(_KINDS.get(name, name) for name in names.split(" | "))
