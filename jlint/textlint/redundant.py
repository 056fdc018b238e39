"""textlint's ja-no-redundant-expression: six dictionaries, each with options of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jlint.document.exempt import Exempt
from jlint.finding import Text
from jlint.textlint.elements import elements_of
from jlint.textlint.passages import passage_of
from jlint.textlint.translation import Given, Lost, Part, on

_RULES = ("redundant-expression", "wordy-verb")
_FINDS: Mapping[str, str] = {
    "dict1": "/する(?:こと|事)[がはもを][、，,]?(?:でき|出来)/",
    "dict2": "/する(?:こと|事)[がはも][、，,]?(?:可能|不可能)/",
    "dict3": "/で(?:ある|有る)[、，,]?と[、，,]?(?:言え|いえ|言い|いい)/",
    "dict4": "/で(?:ある|有る)[、，,]?と[、，,]?(?:考え|思)/",
}
"""What jlint finds that a dictionary stands for, as an expression."""
_ACTS: Mapping[str, str] = {
    "dict5": "/[一-鿿々ァ-ヶーA-Za-z]+を[、，,]?(?:行|おこな)[わいうえおっ]/",
    "dict6": "/[一-鿿々ァ-ヶーA-Za-z]+を[、，,]?実行/",
}
"""The same for the dictionaries of verbs said in two words."""
_JLINTS_ALONE = "ていきたいと思います"
"""What jlint finds and no dictionary has."""
_NEVER: Mapping[str, Text] = {
    "BlockQuote": Text("引用の中は、いつも見ません", "quotations are never looked into"),
    "Link": Text(
        "リンクの文字の中は、「〜を行う」だけを見ます", "in the text of links only verbs said in two words are found"
    ),
}
"""The nodes that jlint doesn't look into, or not wholly."""


def redundant(given: Given) -> Iterable[Part]:
    """Set expressions, and verbs said in two words. What a dictionary that is off stands for is allowed."""
    allow = given.texts("allow") + given.texts("allows")
    options = given.get("dictOptions")
    dictionaries = options if isinstance(options, dict) else {}
    off = {name for name, each in dictionaries.items() if isinstance(each, dict) and each.get("disabled") is True}
    exceptions = [expression for name, expression in _ACTS.items() if name in off]
    for name, each in dictionaries.items():
        entries = each.get("allows") if isinstance(each, dict) else None
        for entry in entries if isinstance(entries, list) else ():
            passage = _anywhere(str(entry))
            if isinstance(passage, Text):
                yield Lost(f"{name} allows {entry}", passage)
            elif passage:
                exceptions.append(passage)
        if name not in (*_FINDS, *_ACTS):
            yield Lost(name, Text("知らない辞書です", "an unknown dictionary"))
    yield on(_RULES[0], allow=[*allow, *(_FINDS[name] for name in _FINDS if name in off), _JLINTS_ALONE])
    if not _ACTS.keys() <= off:
        yield on(_RULES[1])
    if exceptions:
        yield Exempt(text=tuple(dict.fromkeys(exceptions)), rules=_RULES)
    yield from _nodes(given)


def _nodes(given: Given) -> Iterable[Part]:
    """textlint leaves out quotations, links and code unless the option says what else."""
    types = given.texts("allowNodeTypes") if given.get("allowNodeTypes") is not None else ["Link"]
    kinds, unknown = elements_of(types)
    if kinds:
        yield Exempt(within=kinds, rules=_RULES)
    for each in unknown:
        yield Lost(f"allowNodeTypes {each}", Text("当たる要素がありません", "jlint has no such element"))
    for each, instead in _NEVER.items():
        if given.get("allowNodeTypes") is not None and each not in types:
            yield Lost(f"allowNodeTypes に {each} がないこと", instead)


def _anywhere(entry: str) -> str | Text:
    """The entry without the marks of the ends of a text: textlint tries it on what was found, jlint on the draft.

    What is found may begin before it, so the passage is wider than the entry.
    """
    passage = passage_of(entry)
    if isinstance(passage, Text) or not passage.startswith("/"):
        return passage
    return f"/{passage[1:-1].removeprefix('^').removesuffix('$')}/"
