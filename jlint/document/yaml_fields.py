"""Front matter in YAML, read as nodes: nothing is constructed, and what a careless reader would fall for is told."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from jlint.document.field import Field, Problem, Reading, unreadable
from jlint.document.yaml_nodes import compose, key_of, value_of
from jlint.finding import Text
from jlint.span import Span

_STANDARD = "tag:yaml.org,2002:"
_CORE = frozenset(["str", "int", "float", "bool", "null", "timestamp", "seq", "map", "binary", "set", "omap", "pairs"])
_MOST_NODES = 100_000
"""More values than this, aliases replaced by what they stand for, fill a reader's memory."""


def read_yaml(content: str) -> Reading:
    """The fields of a mapping in YAML."""
    node, error = compose(content)
    if error is not None:
        return unreadable(content, error.offset, error.message)
    if node is None:
        return Reading()
    if not isinstance(node, yaml.MappingNode):
        return Reading(problem=Problem("not-a-mapping", Span(0, len(content))))
    sizes = _expanded_sizes(node)
    fields: list[Field] = []
    flaws: list[Problem] = []
    for key, value in node.value:
        key_span, value_span = _span_of(content, key), _span_of(content, value)
        endless = sizes[id(value)] > _MOST_NODES
        fields.append(Field(key_of(key), None if endless else value_of(value), key_span, value_span))
        if endless:
            flaws.append(Problem("flaw", key_span, _ENDLESS))
        if not _is_text_key(key):
            flaws.append(Problem("flaw", key_span if key_span.end > key_span.start else value_span, _KEY_NOT_TEXT))
    flaws += _tags(content, node)
    return Reading(tuple(fields), None, tuple(flaws))


_ENDLESS = Text(
    "別名（* で始まる値）がどこまでも広がります。別名をやめて値を書いてください",
    "Its aliases expand without end; write the values themselves",
)
_KEY_NOT_TEXT = Text(
    "項目の名前が文字として読まれません。引用符で囲むか、別の名前にしてください",
    "This key is not read as text; put it in quotes or choose another name",
)


def _span_of(content: str, node: yaml.Node) -> Span:
    """The node's own characters: a block of text or a list leaves out the blank space behind it."""
    start, end = node.start_mark.index, node.end_mark.index
    return Span(start, start + len(content[start:end].rstrip()))


def _is_text_key(key: yaml.Node) -> bool:
    return key.tag in (f"{_STANDARD}str", f"{_STANDARD}merge")


def _tags(content: str, root: yaml.Node) -> Iterator[Problem]:
    """Tags that are no part of YAML itself: some readers construct objects or run code for them, others give up."""
    for node in _nodes(root):
        if node.tag.removeprefix(_STANDARD) in _CORE or not content.startswith("!", node.start_mark.index):
            continue
        start = node.start_mark.index
        written = content[start : node.end_mark.index].split(maxsplit=1)[0]
        detail = Text(
            f"タグ {written} は使えません。タグを消して、値だけを書いてください",
            f"The tag {written} can't be used; remove it and write the value alone",
        )
        yield Problem("flaw", Span(start, start + len(written)), detail)


def _children(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.SequenceNode):
        yield from node.value
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key
            yield value


def _nodes(root: yaml.Node) -> Iterator[yaml.Node]:
    """Each node once, in the order in which they stand."""
    seen: set[int] = set()
    stack = [root]
    while stack:
        node = stack.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            stack += reversed(list(_children(node)))


def _expanded_sizes(root: yaml.Node) -> dict[int, int]:
    """How many nodes each node is once aliases are replaced; without end where one stands inside itself."""
    sizes: dict[int, int] = {}
    opened: set[int] = set()
    stack = [(root, False)]
    while stack:
        node, is_done = stack.pop()
        if is_done:
            children = (sizes.get(id(child), _MOST_NODES + 1) for child in _children(node))
            sizes[id(node)] = min(1 + sum(children), _MOST_NODES + 1)
        elif id(node) not in opened:
            opened.add(id(node))
            stack.append((node, True))
            stack += [(child, False) for child in _children(node)]
    return sizes
