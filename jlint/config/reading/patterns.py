"""The entries under `patterns`: rules without code."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from jlint.config.in_force.known_names import KnownNames
from jlint.config.layers.layer import PatternEntry, severity_named
from jlint.config.reading.shape import Pattern
from jlint.config.reading.values import WRONG, read_value
from jlint.document.yaml_nodes import key_of
from jlint.expressions.error import ExpressionError
from jlint.expressions.user_expression import UserExpression
from jlint.finding import Text
from jlint.rules.helpers.allow import allowed
from jlint.rules.helpers.pattern import PatternSpec, expression
from jlint.user_error import RuleError
from jlint.yaml_file.source import Source

_TAKEN = KnownNames()


def read_patterns(source: Source, node: yaml.Node) -> tuple[PatternEntry, ...]:
    """The usable entries, in order; mistakes are recorded."""
    if not isinstance(node, yaml.SequenceNode):
        read_value(source, node, tuple[Pattern, ...], "patterns")
        return ()
    lines: dict[str, int] = {}
    entries = [_entry(source, item, lines) for item in node.value]
    return tuple(entry for entry in entries if entry is not None)


def ids_in(node: yaml.Node | None) -> list[str]:
    """The ids of the entries, including those that can't be used."""
    items = node.value if isinstance(node, yaml.SequenceNode) else ()
    ids = (_fields(item).get("id") for item in items)
    return [id.value for id in ids if isinstance(id, yaml.ScalarNode)]


def _entry(source: Source, node: yaml.Node, lines: dict[str, int]) -> PatternEntry | None:
    before = len(source.mistakes)
    pattern = read_value(source, node, Pattern, "patterns")
    fields = _fields(node)
    if "id" in fields:
        _check_id(source, fields["id"], lines)
    if "replace" in fields and fields["replace"].tag.endswith(":null"):
        source.wrong(
            fields["replace"],
            'replace が空です。一致した文字を消すなら "" と書いてください',
            'replace is empty; write "" to remove what matched',
        )
    match = fields.get("match")
    if isinstance(match, yaml.ScalarNode):
        _check_regex(source, match, fields.get("replace"))
    if pattern is not WRONG and pattern.allow:
        _check_allow(source, fields["allow"], pattern.allow)
    if pattern is WRONG or len(source.mistakes) > before:
        return None
    examples = _fields(fields["examples"]) if "examples" in fields else {}
    return PatternEntry(
        _spec(pattern),
        str(source.origin(fields["id"])),
        severity_said="severity" in fields,
        bad=tuple(_places(source, examples.get("bad"))),
        good=tuple(_places(source, examples.get("good"))),
    )


def _fields(node: yaml.Node) -> dict[str, yaml.Node]:
    return {key_of(key): value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}


def _places(source: Source, node: yaml.Node | None) -> Iterator[str]:
    if isinstance(node, yaml.SequenceNode):
        yield from map(source.placed, node.value)


def _spec(pattern: Pattern) -> PatternSpec:
    message = pattern.message
    return PatternSpec(
        id=pattern.id,
        match=pattern.match,
        replace=pattern.replace,
        message=Text(message, message) if isinstance(message, str) else Text(message.ja, message.en),
        severity=severity_named(pattern.severity),
        category=pattern.category,
        where=frozenset([pattern.where] if isinstance(pattern.where, str) else pattern.where),
        safe=pattern.safe,
        allow=pattern.allow,
        bad=pattern.examples.bad,
        good=pattern.examples.good,
    )


def _check_id(source: Source, node: yaml.Node, lines: dict[str, int]) -> None:
    name = node.value
    if not isinstance(name, str):
        return
    if name in _TAKEN:
        source.wrong(
            node,
            f"{name} は jlint のルールや分類の名前です。別の名前にしてください",
            f"{name} is a rule or category of jlint's; choose another name",
        )
    elif name in lines:
        source.wrong(
            node,
            f"{name} という id は {lines[name]} 行目で使われています。別の名前にしてください",
            f"The id {name} is used in line {lines[name]}; choose another name",
        )
    lines.setdefault(name, source.line(node))


def _check_regex(source: Source, node: yaml.ScalarNode, template: yaml.Node | None) -> None:
    if not node.value:
        return
    match = expression("", node.value)
    try:
        match.check()
    except ExpressionError as error:
        _remark_unreadable(source, node, error)
        return
    if isinstance(template, yaml.ScalarNode):
        _check_template(source, template, match)


def _remark_unreadable(source: Source, node: yaml.ScalarNode, error: ExpressionError) -> None:
    source.wrong(
        node if error.offset is None else _place_inside(source, node, error.offset),
        f"match は正規表現として読めません: {error.message.ja}",
        f"match is no regular expression: {error.message.en}",
    )


def _check_allow(source: Source, node: yaml.Node, allow: tuple[str, ...]) -> None:
    for item, passage in zip(node.value, allow, strict=True):
        try:
            allowed((passage,))
        except RuleError as error:
            source.wrong(item, *error.message)


def _check_template(source: Source, node: yaml.ScalarNode, match: UserExpression) -> None:
    try:
        match.check_template(node.value)
    except ExpressionError as error:
        source.wrong(
            node,
            f"replace は置き換えとして読めません: {error.message.ja}",
            f"replace is no replacement: {error.message.en}",
        )


def _place_inside(source: Source, node: yaml.ScalarNode, position: int) -> int:
    """The offset in the file of the regular expression's character at `position`; the node's start if unsure."""
    start: int = node.start_mark.index + (1 if node.style in ("'", '"') else 0)
    written_as_read = source.text[start : start + len(node.value)] == node.value
    return start + position if written_as_read else int(node.start_mark.index)
