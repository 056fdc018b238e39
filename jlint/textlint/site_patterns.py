"""textlint's rules that contain a site's own words and patterns: they become entries under `patterns`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from jlint.compiled import lazy_pattern
from jlint.finding import Text
from jlint.javascript import js_replacement, python_regex
from jlint.textlint.elements import elements_of
from jlint.textlint.translation import Given, Lost, Part, SitePattern

_LITERAL = lazy_pattern(r"/(?P<body>.+)/(?P<flags>[a-z]*)", re.DOTALL)


def banned_words(given: Given) -> Iterable[Part]:
    """Words that may not be used at all."""
    words = [word for word in given.texts("words") if word]
    if words:
        message = {"ja": "使わないことにしている言葉です。言い換えてください", "en": "A banned word. Use another one"}
        yield SitePattern("banned-word", {"match": words, "message": message, "category": "style"})


def site_patterns(given: Given) -> Iterable[Part]:
    """Each entry of textlint-rule-pattern is one of jlint's."""
    entries = given.get("patterns")
    for number, entry in enumerate(entries if isinstance(entries, list) else (), 1):
        if isinstance(entry, dict):
            yield from _pattern(entry, f"patterns[{number}]")


def _pattern(entry: dict[str, Any], place: str) -> Iterable[Part]:
    pattern = str(entry.get("pattern", ""))
    literal = _LITERAL.fullmatch(pattern)
    match = python_regex(literal["body"], literal["flags"]) if literal else re.escape(pattern)
    if match is None or not pattern:
        yield Lost(
            f"{place} {pattern}",
            Text("この正規表現は読めません。patterns に書き直してください", "Rewrite this expression under patterns"),
        )
        return
    message = str(entry.get("message") or f"{pattern} は使いません")
    fields: dict[str, Any] = {"match": match, "message": message}
    if isinstance(entry.get("replace"), str):
        fields["replace"] = js_replacement(entry["replace"], match)
    if isinstance(entry.get("allows"), list):
        fields["allow"] = [str(text) for text in entry["allows"]]
    if entry.get("forceCode"):
        fields["where"] = ["prose", "code"]
    if entry.get("forceNodeTypes"):
        yield Lost(
            f"{place} forceNodeTypes",
            Text("どこを見るかは where で選べます", "Choose by `where` what is looked at"),
        )
    types = entry.get("allowNodeTypes")
    exempt, unknown = elements_of(map(str, types) if isinstance(types, list) else ())
    for each in unknown:
        yield Lost(f"{place} allowNodeTypes {each}", Text("当たる要素がありません", "jlint has no such element"))
    yield SitePattern("house-pattern", fields, exempt)
