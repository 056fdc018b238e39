"""textlint's ja-no-redundant-expression: six dictionaries, each with options of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jlint.document.exempt import Exempt
from jlint.finding import Text
from jlint.textlint.elements import elements_of
from jlint.textlint.passages import passage_of
from jlint.textlint.translation import Given, Lost, Part, on

_RULES = ("redundant-expression", "wordy-verb")
_KINDS: Mapping[str, str] = {"dict1": "possibility", "dict2": "ability", "dict3": "statement", "dict4": "opinion"}
_VERBS: Mapping[str, str] = {"dict5": "行う", "dict6": "実行する"}
_ALLOWED: Mapping[str, tuple[str, ...]] = {
    "dict5": ("/処理を[、，,]?行[ぁ-ん]/", "/(?<![ァ-ヶーA-Za-z])(?:[ァ-ヶ]+|[A-Za-z]+)を[、，,]?行[ぁ-ん]/"),
    "dict6": ("/処理を[、，,]?実行/", "/(?<![ァ-ヶーA-Za-z])(?:[ァ-ヶ]+|[A-Za-z]+)を[、，,]?実行/"),
}
"""What the dictionaries of verbs said in two words allow where no option says otherwise."""
_JLINTS_ALONE = (
    "/する(?:こと|事).[、，,]?出来/",
    "/する(?:こと|事).[、，,]?不?可能(?![だでな])/",
    "/で(?:ある|有る)[、，,]?と[、，,]?(?:(?:言え|いえ)(?!ます)|考え(?!て[、，,]?い)|思)/",
)
_VERBS_OF_JLINTS_ALONE = "/を[、，,]?(?:おこな|行え[るたなま])/"
"""What jlint finds and no dictionary has."""
_NODES = ("BlockQuote", "Link", "ReferenceDef", "Code")
_NO_PARAGRAPHS = ("heading", "cell", "html")


def redundant(given: Given) -> Iterable[Part]:
    """Set expressions, and verbs said in two words; each dictionary may be off and has what it allows."""
    allow = given.texts("allow") + given.texts("allows")
    options = given.get("dictOptions")
    dictionaries = options if isinstance(options, dict) else {}
    off = {name for name, each in dictionaries.items() if isinstance(each, dict) and each.get("disabled") is True}
    allowed = {name: list(_ALLOWED.get(name, ())) for name in (*_KINDS, *_VERBS)}
    for name, each in dictionaries.items():
        entries = each.get("allows") if isinstance(each, dict) else None
        if name not in allowed:
            yield Lost(name, Text("知らない辞書です", "an unknown dictionary"))
        elif isinstance(entries, list):
            allowed[name] = []
            for entry in entries:
                passage = _anywhere(str(entry))
                if isinstance(passage, Text):
                    yield Lost(f"{name} allows {entry}", passage)
                else:
                    allowed[name].append(passage)
    kinds = [kind for name, kind in _KINDS.items() if name not in off]
    verbs = [verb for name, verb in _VERBS.items() if name not in off]
    if kinds:
        phrases = [passage for name in _KINDS for passage in allowed[name]]
        yield on(_RULES[0], kinds=kinds, any_word=True, quotations=True, allow=[*allow, *phrases, *_JLINTS_ALONE])
    if verbs:
        phrases = [passage for name in _VERBS if name not in off for passage in allowed[name]]
        allow = [*allow, *phrases, _VERBS_OF_JLINTS_ALONE]
        yield on(_RULES[1], verbs=verbs, any_noun=True, quotations=True, allow=allow)
    yield from _nodes(given)


def _nodes(given: Given) -> Iterable[Part]:
    """textlint looks at paragraphs, and leaves out quotations, links and code unless the option says what else."""
    types = given.texts("allowNodeTypes") if given.get("allowNodeTypes") is not None else _NODES
    kinds, unknown = elements_of(types)
    yield Exempt(within=tuple(dict.fromkeys((*_NO_PARAGRAPHS, *kinds))), rules=_RULES)
    for each in unknown:
        yield Lost(f"allowNodeTypes {each}", Text("当たる要素がありません", "jlint has no such element"))


def _anywhere(entry: str) -> str | Text:
    """The entry without the marks of the ends of a text: textlint tries it on what was found, jlint on the draft.

    What is found may begin before it, so the passage is wider than the entry.
    """
    passage = passage_of(entry)
    if isinstance(passage, Text) or not passage.startswith("/"):
        return passage
    return f"/{passage[1:-1].removeprefix('^').removesuffix('$')}/"
