"""Checks what a configuration exempts from rules: its expressions, and the names of rules in it."""

from __future__ import annotations

from collections.abc import Collection

import yaml

from jlint.config.in_force.known_names import KnownNames, no_such_rule
from jlint.document.yaml_nodes import key_of
from jlint.user_error import RuleError
from jlint.yaml_file.source import Source


def check_exempt(source: Source, node: yaml.Node, patterns: Collection[str]) -> None:
    """Records what is wrong with entries of the right shape. `patterns` are the ids of the site's own rules."""
    for entry in node.value if isinstance(node, yaml.SequenceNode) else ():
        lists = {key_of(key): value for key, value in entry.value} if isinstance(entry, yaml.MappingNode) else {}
        if lists and not lists.keys() & {"text", "within"}:
            source.wrong(entry, "text か within を書いてください", "Nothing is exempt here; add text or within")
        for item in _items(lists.get("text")):
            _check_passage(source, item)
        known = KnownNames(patterns)
        for item in _items(lists.get("rules")):
            if item.value not in known:
                source.wrong(item, *no_such_rule(item.value, patterns))


def _items(node: yaml.Node | None) -> list[yaml.ScalarNode]:
    items = node.value if isinstance(node, yaml.SequenceNode) else ()
    return [item for item in items if isinstance(item, yaml.ScalarNode)]


def _check_passage(source: Source, item: yaml.ScalarNode) -> None:
    from jlint.rules.helpers.allow import allowed

    try:
        allowed((item.value,), "exempt")
    except RuleError as error:
        source.wrong(item, *error.message)
