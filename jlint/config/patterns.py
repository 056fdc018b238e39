"""The entries under `patterns`: rules without code."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from jlint.config.known_names import KnownNames
from jlint.config.layer import PatternEntry, severity_named
from jlint.config.shape import Pattern
from jlint.config.source import Source
from jlint.config.values import WRONG, read_value
from jlint.document.yaml_nodes import key_of
from jlint.finding import Text
from jlint.rules.allow import allowed
from jlint.rules.base import RuleError
from jlint.rules.pattern import PatternSpec, compile_match

_TAKEN = KnownNames()
_REASONS = {
    "missing )": "閉じる ) がありません",
    "missing >": "閉じる > がありません",
    "unbalanced parenthesis": "開く ( がありません",
    "unterminated character set": "閉じる ] がありません",
    "nothing to repeat": "くり返す文字がありません",
    "multiple repeat": "くり返しの記号が続いています",
    "min repeat greater than max repeat": "くり返しの回数が逆です",
    "bad character range": "文字の範囲が逆です",
    "unknown property": "その文字の種類はありません",
    "invalid group reference": "その番号の ( ) はありません",
    "unknown group": "その名前の ( ) はありません",
    "no such group": "その番号の ( ) はありません",
    "bad escape (end of pattern)": "\\ の後に文字がありません",
}
_BAD_ESCAPE = "bad escape \\"


def read_patterns(source: Source, node: yaml.Node) -> tuple[PatternEntry, ...]:
    """The entries that can be used, in order; mistakes are noted."""
    if not isinstance(node, yaml.SequenceNode):
        read_value(source, node, tuple[Pattern, ...], "patterns")
        return ()
    lines: dict[str, int] = {}
    entries = [_entry(source, item, lines) for item in node.value]
    return tuple(entry for entry in entries if entry is not None)


def ids_in(node: yaml.Node | None) -> list[str]:
    """The ids that the entries have, also of those that can't be used."""
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
    import regex

    if not node.value:
        return
    try:
        compile_match(node.value)
    except regex.error as error:
        ja, en = _reason(error.msg)
        position = error.pos or 0
        if "escape" in error.msg:
            position = max(node.value.rfind("\\", 0, position), 0)
        source.wrong(
            _place_inside(source, node, position),
            f"match は正規表現として読めません: {ja}（{position + 1} 文字目）",
            f"match is no regular expression: {en} (character {position + 1})",
        )
        return
    if isinstance(template, yaml.ScalarNode):
        _check_template(source, template, node.value)


def _check_allow(source: Source, node: yaml.Node, allow: tuple[str, ...]) -> None:
    for item, passage in zip(node.value, allow, strict=True):
        try:
            allowed((passage,))
        except RuleError as error:
            source.wrong(item, *error.message)


def _check_template(source: Source, node: yaml.ScalarNode, match: str) -> None:
    import regex

    try:
        # an empty alternative, so that there is a match to fill the template in with
        found = regex.compile(f"|{match}").match("")
        if found:
            found.expand(node.value)
    except (regex.error, IndexError) as error:
        ja, en = _reason(error.msg if isinstance(error, regex.error) else str(error))
        source.wrong(node, f"replace は置き換えとして読めません: {ja}", f"replace is no replacement: {en}")


def _reason(words: str) -> Text:
    if words.startswith(_BAD_ESCAPE) and words not in _REASONS:
        return Text(f"\\{words.removeprefix(_BAD_ESCAPE)} という書き方はありません", words)
    return Text(_REASONS.get(words, words), words)


def _place_inside(source: Source, node: yaml.ScalarNode, position: int) -> int:
    """Where in the file the regular expression's character at `position` stands; the node's start if that is unsure."""
    start: int = node.start_mark.index + (1 if node.style in ("'", '"') else 0)
    written_as_read = source.text[start : start + len(node.value)] == node.value
    return start + position if written_as_read else int(node.start_mark.index)
