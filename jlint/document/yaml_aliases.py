"""How far the aliases of a YAML document expand: a few lines of them may stand for more values than fit in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import yaml

from jlint.finding import Text

_MOST_ADDED = 100_000
"""How many values the expansion of aliases may add; more would exhaust memory."""
_WITHOUT_END = 10**12

ENDLESS = Text(
    "別名（* で始まる値）がどこまでも広がります。別名をやめて値を書いてください",
    "Its aliases expand without end; write the values themselves",
)


def expanded_sizes(root: yaml.Node) -> dict[int, int]:
    """The number of values that each node has once aliases are expanded, by `id`; inner nodes come first."""
    sizes: dict[int, int] = {}
    opened: set[int] = set()
    stack = [(root, False)]
    while stack:
        node, is_done = stack.pop()
        if is_done:
            total = 1 + sum(sizes.get(id(child), _WITHOUT_END) for child in children(node))
            sizes[id(node)] = min(total, _WITHOUT_END)
        elif id(node) not in opened:
            opened.add(id(node))
            stack.append((node, True))
            stack += [(child, False) for child in reversed(list(children(node)))]
    return sizes


def room_for(sizes: Mapping[int, int]) -> int:
    """How many values a document with these nodes may expand to."""
    return len(sizes) + _MOST_ADDED


def endless_node(root: yaml.Node) -> yaml.Node | None:
    """The first node whose aliases expand too far or refer to the node itself, None if none do; the innermost one."""
    sizes = expanded_sizes(root)
    if sizes[id(root)] <= room_for(sizes):
        return None
    worst = next(each for each, size in sizes.items() if size > room_for(sizes))
    return next(node for node in nodes_of(root) if id(node) == worst)


def nodes_of(root: yaml.Node) -> Iterator[yaml.Node]:
    """Yields each node once, in document order."""
    seen: set[int] = set()
    stack = [root]
    while stack:
        node = stack.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            stack += reversed(list(children(node)))


def children(node: yaml.Node) -> Iterator[yaml.Node]:
    """The items of a list; the keys and values of a mapping."""
    if isinstance(node, yaml.SequenceNode):
        yield from node.value
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key
            yield value
