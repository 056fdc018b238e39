"""Values of a dictionary's YAML nodes, as prh reads them."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from jlint.document.yaml_nodes import key_of

_MERGE = ":merge"
"""The end of the tag of a plain `<<`."""


def fields_of(node: yaml.Node | None) -> Mapping[str, yaml.Node]:
    """The fields of a mapping, with those that `<<` takes from others; nothing for any other node."""
    fields: dict[str, yaml.Node] = {}
    _gather(node, fields, [])
    return fields


def _gather(node: yaml.Node | None, fields: dict[str, yaml.Node], around: list[yaml.Node]) -> None:
    if not isinstance(node, yaml.MappingNode) or any(node is each for each in around):
        return
    for key, value in node.value:
        if not key.tag.endswith(_MERGE):
            if not around:
                fields[key_of(key)] = value
            else:
                fields.setdefault(key_of(key), value)
    for key, value in node.value:
        if key.tag.endswith(_MERGE):
            for other in value.value if isinstance(value, yaml.SequenceNode) else [value]:
                _gather(other, fields, [*around, node])


def items_of(node: yaml.Node | None) -> list[yaml.Node]:
    """The items of a list; any other node counts as a list of one."""
    if node is None or text_is_missing(node):
        return []
    return list(node.value) if isinstance(node, yaml.SequenceNode) else [node]


def text_is_missing(node: yaml.Node) -> bool:
    """Whether the node is null."""
    return isinstance(node, yaml.ScalarNode) and node.tag.endswith(":null")


def text_of(node: yaml.Node) -> str | None:
    """The text as written, also where YAML sees a number, a date, or a yes or no. None for null, lists and mappings."""
    return node.value if isinstance(node, yaml.ScalarNode) and not text_is_missing(node) else None
