"""YAML as nodes with positions, by PyYAML's C parser; values are read from the nodes, no objects are constructed."""

from __future__ import annotations

from typing import Any, NamedTuple

import yaml

from jlint.document.yaml_aliases import ENDLESS, endless_node
from jlint.document.yaml_errors import control_character, words_for
from jlint.finding import Text

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 200
_MOST_BITS = 10_000
"""Longer integers stay text: Python refuses to print them."""
_TRUE = frozenset({"yes", "true", "on"})


class YamlError(NamedTuple):
    """What is wrong and where (in code points of the parsed text)."""

    offset: int
    message: Text


def compose(text: str) -> tuple[yaml.Node | None, YamlError | None]:
    """The root node of the document in `text`, None for an empty one; or what is wrong with it."""
    try:
        return yaml.compose(text, Loader=_Loader), None
    except RecursionError:  # PyYAML's parser in Python has no limit of its own, as libyaml has
        return None, YamlError(0, words_for("nesting depth"))
    except yaml.MarkedYAMLError as error:
        # report an unclosed quotation mark where it opens, not at the end of the text
        in_quotes = "quoted scalar" in (error.context or "")
        mark = error.context_mark if in_quotes else error.problem_mark or error.context_mark
        offset = mark.index if mark else 0
        is_tab = text[offset : offset + 1] == "\t"
        return None, YamlError(offset, words_for("tab character" if is_tab else error.problem or error.context or ""))
    except yaml.reader.ReaderError as error:
        character = error.character if isinstance(error.character, int) else ord(error.character)
        return None, YamlError(_first_of(text, character), control_character(character))


def compose_whole(text: str) -> tuple[yaml.Node | None, YamlError | None]:
    """As `compose`, for documents that are read as a whole: aliases that expand without end are an error too."""
    node, error = compose(text)
    if node is not None and "*" in text and (endless := endless_node(node)):
        return None, YamlError(endless.start_mark.index, ENDLESS)
    return node, error


def _first_of(text: str, character: int) -> int:
    """The offset of the character. PyYAML's parsers count it in different units, so it is searched for instead."""
    return max(text.find(chr(character)), 0)


def value_of(node: yaml.Node) -> Any:
    """The node as text, number, true or false, None, list or dict. Dates and unknown tags are text.

    An alias inside itself, and what is nested deeper than 200 levels, is None.
    """
    return _value(node, 0, {})


def _value(node: yaml.Node, depth: int, known: dict[int, Any]) -> Any:
    if id(node) in known or depth > _DEEPEST:
        return known.get(id(node))
    known[id(node)] = None
    value: Any
    if isinstance(node, yaml.SequenceNode):
        value = [_value(item, depth + 1, known) for item in node.value]
    elif isinstance(node, yaml.MappingNode):
        value = {key_of(key): _value(item, depth + 1, known) for key, item in node.value}
    else:
        value = _scalar(node.tag.rpartition(":")[2], node.value)
    known[id(node)] = value
    return value


def key_of(node: yaml.Node) -> str:
    """A key as text; empty for a list or mapping as a key, as no setting and no field has that name."""
    return node.value if isinstance(node, yaml.ScalarNode) else ""


def _scalar(kind: str, text: str) -> Any:
    if kind == "null":
        return None
    if kind == "bool":
        return text.lower() in _TRUE
    try:
        if kind == "int":
            number: int = yaml.SafeLoader("").construct_yaml_int(yaml.ScalarNode("int", text))
            return number if number.bit_length() <= _MOST_BITS else text
        if kind == "float":
            return yaml.SafeLoader("").construct_yaml_float(yaml.ScalarNode("float", text))
    except (ValueError, OverflowError, IndexError):
        return text
    return text
