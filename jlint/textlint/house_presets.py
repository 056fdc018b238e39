"""Presets that houses made for themselves of rules that others have too: what is theirs alone in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jlint.finding import Text
from jlint.textlint.translation import Dictionary, Given, Lost, Part, Translator, on

_FOLDER = "node_modules/textlint-rule-{}/dict/{}"
_BENGO4 = ("prh_bengo4.yml", "prh_mistakes.yml", "prh_redundancy.yml", "prh_writing.yml")
_COMMAS, _STOPS = "、，", "。．"


def _dictionaries(preset: str, *files: str) -> Translator:
    """The dictionaries that come with a preset's package."""

    def translate(_: Given) -> Iterable[Part]:
        yield on("dictionary-term")
        for file in files:
            yield Dictionary(_FOLDER.format(preset, file))

    return translate


def _patterns(_: Given) -> Iterable[Part]:
    """The expressions are in a file of the package, which isn't read."""
    instead = Text(
        "パッケージの dict/pattern-rules.yml の言葉は patterns に書いてください",
        "Write the words of dict/pattern-rules.yml in the package under patterns",
    )
    yield Lost("pattern-rules.yml", instead)


def commas_and_stops(given: Given) -> Iterable[Part]:
    """One comma and one full stop, by default those of papers in engineering."""
    comma, stop = given.get("touten", "，"), given.get("kuten", "．")
    yield on(
        "mixed-punctuation",
        comma=comma if comma in _COMMAS else None,
        stop=stop if stop in _STOPS else None,
    )
    for name, mark, known in (("touten", comma, _COMMAS), ("kuten", stop, _STOPS)):
        if mark not in known:
            yield Lost(name, Text(f"選べるのは {' と '.join(known)} です", f"Only {' and '.join(known)} can be chosen"))
    if given.get("possibleMarks"):
        instead = Text("ほかの記号は patterns に書いてください", "Write other marks under patterns")
        yield Lost("possibleMarks", instead)


RULES: Mapping[str, Translator] = {
    "preset-bengo4/prh": _dictionaries("preset-bengo4", *_BENGO4),
    "preset-smarthr/pattern": _patterns,
    "preset-smarthr/prh-rules": _dictionaries("preset-smarthr", "prh-idiomatic-usage.yml"),
    "unify-kuten-and-touten": commas_and_stops,
}

ADVICE: Mapping[str, Text] = {
    "use-si-units": Text(
        "単位を見るルールはありません。使わない単位は patterns に書けます",
        "No rule looks at units. Those you don't use can be listed under patterns",
    ),
}
