"""textlint's filters: they become `exempt`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jlint.document.exempt import Exempt
from jlint.finding import Text
from jlint.paths import boundary_of, lies_in
from jlint.textlint.asked import texts_in
from jlint.textlint.elements import elements_of
from jlint.textlint.names import short_name
from jlint.textlint.passages import passage_of
from jlint.textlint.read import UnreadableError, listed_in
from jlint.textlint.translation import Lost


def exempt_by_filters(
    filters: Mapping[str, Any], folder: str, rules_for: Callable[[str], tuple[str, ...]]
) -> Iterator[Exempt | Lost]:
    """What the filters exempt; a filter without a counterpart is lost as a whole.

    `folder` is that of the configuration; `rules_for` has jlint's rules for one of textlint's.
    """
    passages: list[str] = []
    for name, value in filters.items():
        short = short_name(name)
        if value is False or value is None or short == "comments":
            continue
        if short in ("allowlist", "whitelist"):
            passages += texts_in(value, "allow")
            for path in texts_in(value, "allowlistConfigPaths") + texts_in(value, "whitelistConfigPaths"):
                try:
                    passages += _listed(path, folder)
                except UnreadableError as error:
                    yield Lost(name, error.message)
        elif short == "node-types":
            yield from _nodes(name, value, rules_for)
        else:
            instead = Text(
                "指摘を止めたい所に <!-- jlint-disable-next ルール名 --> と書きます",
                "Write <!-- jlint-disable-next RULE --> where findings are to stop",
            )
            yield Lost(name, instead)
    kept: list[str] = []
    for passage in dict.fromkeys(passages):
        found = passage_of(passage)
        if isinstance(found, Text):
            yield Lost(f"allowlist {passage}", found)
        elif found:
            kept.append(found)
    if kept:
        yield Exempt(text=tuple(kept))


def _nodes(name: str, value: Any, rules_for: Callable[[str], tuple[str, ...]]) -> Iterator[Exempt | Lost]:
    entries = value.get("nodeTypes") if isinstance(value, dict) else None
    everywhere = [entry for entry in entries or () if isinstance(entry, str)]
    groups: list[tuple[str, list[str]]] = [("*", everywhere)] if everywhere else []
    groups += [
        (str(entry.get("ruleId")), texts_in(entry, "types")) for entry in entries or () if isinstance(entry, dict)
    ]
    for rule, types in groups:
        kinds, unknown = elements_of(types)
        for each in unknown:
            yield Lost(f"{name} {each}", Text("当たる要素がありません", "jlint has no such element"))
        rules = () if rule == "*" else rules_for(short_name(rule))
        if rule != "*" and not rules:
            yield Lost(f"{name} {rule}", Text("当たるルールがありません", "jlint has no such rule"))
        elif kinds:
            yield Exempt(within=kinds, rules=rules)


def _listed(path: str, folder: str) -> list[str]:
    """The texts in the file of an allow list. Raises UnreadableError."""
    target = os.path.join(folder, path)
    if not lies_in(target, boundary_of(os.path.abspath(folder))):
        raise UnreadableError(
            f"{path} はリポジトリの外にあるので読みません", f"{path} lies outside the repository and is not read"
        )
    return listed_in(target)
