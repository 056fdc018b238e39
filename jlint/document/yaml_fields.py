"""Front matter in YAML, read as nodes: no objects are constructed, and what could harm other readers is a flaw."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from jlint.document.field import Field, Problem, Reading, unreadable
from jlint.document.yaml_aliases import ENDLESS, expanded_sizes, nodes_of, room_for
from jlint.document.yaml_nodes import compose, key_of, value_of
from jlint.finding import Text
from jlint.span import Span

_STANDARD = "tag:yaml.org,2002:"
_CORE = frozenset(["str", "int", "float", "bool", "null", "timestamp", "seq", "map", "binary", "set", "omap", "pairs"])


def read_yaml(content: str) -> Reading:
    """Reads the fields of a mapping in YAML."""
    node, error = compose(content)
    if error is not None:
        return unreadable(content, error.offset, error.message)
    if node is None:
        return Reading()
    if not isinstance(node, yaml.MappingNode):
        return Reading(problem=Problem("not-a-mapping", Span(0, len(content))))
    sizes = expanded_sizes(node)
    room = room_for(sizes)
    fields: list[Field] = []
    flaws: list[Problem] = []
    for key, value in node.value:
        key_span, value_span = _span_of(content, key), _span_of(content, value)
        endless = sizes[id(value)] > room
        room -= 0 if endless else sizes[id(value)]
        fields.append(Field(key_of(key), None if endless else value_of(value), key_span, value_span))
        if endless:
            flaws.append(Problem("flaw", key_span, ENDLESS))
        if not _is_text_key(key):
            flaws.append(Problem("flaw", key_span if key_span.end > key_span.start else value_span, _KEY_NOT_TEXT))
    flaws += _tags(content, node)
    return Reading(tuple(fields), None, tuple(flaws))


_KEY_NOT_TEXT = Text(
    "項目の名前が文字として読まれません。引用符で囲むか、別の名前にしてください",
    "This key is not read as text; put it in quotes or choose another name",
)


def _span_of(content: str, node: yaml.Node) -> Span:
    """The node's span, without the white space that follows a block scalar or a list."""
    start, end = node.start_mark.index, node.end_mark.index
    return Span(start, start + len(content[start:end].rstrip()))


def _is_text_key(key: yaml.Node) -> bool:
    return key.tag in (f"{_STANDARD}str", f"{_STANDARD}merge")


def _tags(content: str, root: yaml.Node) -> Iterator[Problem]:
    """Flaws for tags that are not part of YAML itself: some readers construct objects or run code, others fail."""
    for node in nodes_of(root):
        if node.tag.removeprefix(_STANDARD) in _CORE or not content.startswith("!", node.start_mark.index):
            continue
        start = node.start_mark.index
        written = content[start : node.end_mark.index].split(maxsplit=1)[0]
        detail = Text(
            f"タグ {written} は使えません。タグを消して、値だけを書いてください",
            f"The tag {written} can't be used; remove it and write the value alone",
        )
        yield Problem("flaw", Span(start, start + len(written)), detail)
