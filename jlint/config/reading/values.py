"""Reads values from YAML nodes by the expected type. Whatever doesn't fit is reported at its own place."""

from __future__ import annotations

import math
import re
from collections.abc import Collection
from functools import cache
from typing import Any, Final

import msgspec
import yaml
from msgspec import inspect as shapes

from jlint.config.reading.messages import bare, expected, standing
from jlint.document.yaml_nodes import key_of, value_of
from jlint.finding import Text
from jlint.nearest import did_you_mean
from jlint.validation_error import why_invalid
from jlint.yaml_file.source import Source, no_such_key


class Wrong:
    """Marks a value that can't be used; the mistake has been recorded."""


WRONG: Final = Wrong()
_LARGEST = 1_000_000_000
"""No length, count or size of a text is larger, and what is built from larger numbers may not accept them."""
_SEQUENCES = (shapes.ListType, shapes.VarTupleType, shapes.SetType, shapes.FrozenSetType)
_TEXT = "tag:yaml.org,2002:str"
_MAPPINGS = (shapes.DictType, shapes.StructType)


_type_info = cache(shapes.type_info)


def read_value(source: Source, node: yaml.Node, kind: Any, name: str) -> Any:
    """The node as a value of the annotated type `kind`, or `WRONG`. `name` is its name in messages."""
    value = _Reading(source, name).value(node, _type_info(kind))
    if isinstance(value, Wrong):
        return WRONG
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        why = why_invalid(error)
        source.wrong(node, f"{name} の値が使えません: {why.ja}", f"The value of {name} can't be used: {why.en}")
        return WRONG


class _Reading:
    def __init__(self, source: Source, name: str) -> None:
        self._source = source
        self._name = name

    def value(self, node: yaml.Node, described: shapes.Type) -> Any:
        kind = bare(described)
        if isinstance(kind, shapes.UnionType):
            return self._one_of(node, kind)
        if isinstance(node, yaml.SequenceNode) and isinstance(kind, _SEQUENCES):
            return self._checked(node, kind, self._items(node, kind.item_type))
        if isinstance(node, yaml.MappingNode) and isinstance(kind, shapes.StructType):
            return self._struct(node, kind)
        if isinstance(node, yaml.MappingNode) and isinstance(kind, shapes.DictType):
            return self._dict(node, kind)
        if isinstance(node, yaml.ScalarNode) and not isinstance(kind, (*_SEQUENCES, *_MAPPINGS)):
            return self._checked(node, kind, _plain(node, kind))
        return self._misfit(node, kind)

    def _items(self, node: yaml.SequenceNode, described: shapes.Type) -> list[Any]:
        """The items' values. Texts without a pattern take a shortcut: there may be very many."""
        kind = bare(described)
        is_text = isinstance(kind, shapes.StrType) and kind.pattern is None
        return [
            item.value
            if is_text and isinstance(item, yaml.ScalarNode) and item.tag == _TEXT and _has_length(item.value, kind)
            else self.value(item, described)
            for item in node.value
        ]

    def _struct(self, node: yaml.MappingNode, struct: shapes.StructType) -> Any:
        known = {field.encode_name: field for field in struct.fields}
        complete = True
        present = {key_of(key) for key, _ in node.value}
        for field in struct.fields:
            name = field.encode_name
            if field.required and name not in present:
                self._source.wrong(node, f"{name} がありません。書いてください", f"{name} is missing; add it")
                complete = False
        found = {
            entry.name: _Reading(self._source, entry.name).value(entry.value, known[entry.name].type)
            for entry in self._source.entries(node, known, lambda name: no_such_key(name, known))
        }
        return self._checked(node, struct, found) if complete and len(found) == len(node.value) else WRONG

    def _dict(self, node: yaml.MappingNode, kind: shapes.DictType) -> Any:
        names = [key_of(key) for key, _ in node.value]
        entries = self._source.entries(node, names, lambda name: no_such_key(name, names))
        found = {entry.name: self.value(entry.value, kind.value_type) for entry in entries}
        return self._checked(node, kind, found) if len(found) == len(node.value) else WRONG

    def _one_of(self, node: yaml.Node, union: shapes.UnionType) -> Any:
        """The value by the arm that suits the node; for a scalar by the first arm that accepts it, text coming last."""
        wanted = _SEQUENCES if isinstance(node, yaml.SequenceNode) else _MAPPINGS
        arms = [arm for arm in union.types if isinstance(bare(arm), wanted)]
        if not isinstance(node, yaml.ScalarNode):
            return self.value(node, arms[0]) if len(arms) == 1 else self._misfit(node, union)
        for arm in sorted(union.types, key=lambda arm: isinstance(bare(arm), shapes.StrType)):
            kind = bare(arm)
            if not isinstance(kind, (*_SEQUENCES, *_MAPPINGS)) and _fits(_plain(node, kind), kind):
                return self._checked(node, kind, _plain(node, kind))
        return self._misfit(node, union)

    def _checked(self, node: yaml.Node, kind: shapes.Type, value: Any) -> Any:
        """`value` if it is within its limits and nothing in it is wrong; mistakes in it have been reported already."""
        parts: Collection[Any] = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        if WRONG in parts:
            return WRONG
        if isinstance(value, int) and abs(value) > _LARGEST:
            return self._too_large(node)
        return value if _fits(value, kind) else self._misfit(node, kind)

    def _too_large(self, node: yaml.Node) -> Wrong:
        self._source.wrong(
            node,
            f"{self._name} の数が大きすぎます。{_LARGEST:,} までにしてください",
            f"The number of {self._name} is too large; write {_LARGEST:,} at most",
        )
        return WRONG

    def _misfit(self, node: yaml.Node, kind: shapes.Type) -> Wrong:
        wanted, found = expected(kind), standing(node)
        near = _nearest_word(node, kind)
        self._source.wrong(
            node,
            f"{self._name} に書けるのは{wanted.ja}ですが、{found.ja}が書かれています{near.ja}",
            f"{self._name} takes {wanted.en}, not {found.en}{near.en}",
        )
        return WRONG


def _nearest_word(node: yaml.Node, kind: shapes.Type) -> Text:
    """A hint at the word that was probably meant, of those that the type allows."""
    arms = [bare(arm) for arm in kind.types] if isinstance(kind, shapes.UnionType) else [kind]
    words = [str(word) for arm in arms if isinstance(arm, shapes.LiteralType) for word in arm.values]
    if not words or not isinstance(node, yaml.ScalarNode):
        return Text("", "")
    meant = "off" if "off" in words and value_of(node) is False else node.value.lower()
    ja, en, name = did_you_mean(meant, words)
    return Text(f"。{ja}", f". {en}") if name else Text("", "")


def _plain(node: yaml.ScalarNode, kind: shapes.Type) -> Any:
    """The scalar's value; as it is written for a text type, so that `off` and `2025` stay what they look like."""
    if node.tag.endswith(":null"):
        return None
    is_word = isinstance(kind, shapes.LiteralType) and node.value in kind.values
    return node.value if is_word or isinstance(kind, shapes.StrType) else value_of(node)


def _fits(value: Any, kind: shapes.Type) -> bool:
    if isinstance(kind, shapes.IntType | shapes.FloatType):
        types = int if isinstance(kind, shapes.IntType) else (int, float)
        is_number = isinstance(value, types) and not isinstance(value, bool) and math.isfinite(value)
        return is_number and _within(value, kind)
    if isinstance(kind, shapes.BoolType):
        return isinstance(value, bool)
    if isinstance(kind, shapes.NoneType):
        return value is None
    if isinstance(kind, shapes.LiteralType):
        return not isinstance(value, bool) and value in kind.values
    if isinstance(kind, shapes.StrType):
        if not isinstance(value, str) or (kind.pattern and not re.search(kind.pattern, value)):
            return False
        return _has_length(value, kind)
    return not isinstance(kind, _SEQUENCES) or _has_length(value, kind)


def _within(value: float, kind: shapes.IntType | shapes.FloatType) -> bool:
    return (
        (kind.ge is None or value >= kind.ge)
        and (kind.gt is None or value > kind.gt)
        and (kind.le is None or value <= kind.le)
        and (kind.lt is None or value < kind.lt)
    )


def _has_length(value: Any, kind: Any) -> bool:
    return (kind.min_length or 0) <= len(value) and (kind.max_length is None or len(value) <= kind.max_length)
