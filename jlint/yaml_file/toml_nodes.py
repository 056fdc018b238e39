"""A table of a file in TOML as nodes of YAML with their places, so that it is read and checked as rules.yaml is."""

from __future__ import annotations

import tomllib
from collections.abc import Generator, Iterator, Mapping
from typing import Any, NamedTuple

import yaml

from jlint.compiled import lazy_pattern
from jlint.document.toml_fields import read_toml
from jlint.document.yaml_nodes import YamlError
from jlint.finding import Text

_Path = tuple[str | int, ...]


class _Place(NamedTuple):
    """The offsets of a key and of its value; the same for a table and for an item of an array."""

    key: int
    value: int


_QUOTED = r"\"(?:\\.|[^\"\\\n])*+\"|'[^'\n]*+'"
_PART = rf"(?:[A-Za-z0-9_-]++|{_QUOTED})"
_NAME = rf"{_PART}(?:[ \t]*+\.[ \t]*+{_PART})*+"
_BLANK = lazy_pattern(r"(?:[ \t\r\n]|\#[^\n]*+)*+")
_KEY = lazy_pattern(rf"({_NAME})[ \t]*+=[ \t]*+")
_TABLE = lazy_pattern(rf"(\[\[?)[ \t]*+({_NAME})[^\n]*+")
_TEXT = lazy_pattern(rf"\"\"\"(?:\\[\s\S]|[^\\])*?\"{{3,5}}|'''[\s\S]*?'{{3,5}}|{_QUOTED}")
_BARE = lazy_pattern(r"[^,\]}\n#]*+")
_TAG = "tag:yaml.org,2002:"


def compose_table(text: str, *names: str) -> tuple[yaml.Node | None, YamlError | None]:
    """The node of the table with these names, None where there is none; or what is wrong with the file.

    Places are offsets in `text`.
    """
    content = text.replace("\r\n", " \n").replace("\r", "\n")
    problem = read_toml(content).problem
    if problem:
        return None, YamlError(problem.span.start, problem.detail or Text("", ""))
    value: Any = tomllib.loads(content)
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
        if value is None:
            return None, None
    places: dict[_Path, _Place] = {}
    for path, place in _places(content):
        for end in range(1, len(path)):
            places.setdefault(path[:end], _Place(place.key, place.key))
        places.setdefault(path, place)
    return _node(value, names, places), None


def _places(content: str) -> Iterator[tuple[_Path, _Place]]:
    """The path and offset of each key, of tables and of items of arrays, in a document that can be read."""
    table: _Path = ()
    counts: dict[_Path, int] = {}
    at = _skip(content, 0)
    while at < len(content):
        if header := _TABLE.match(content, at):
            table = _resolved(_parts(header[2]), counts)
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            yield table, _Place(header.start(2), header.start(2))
            at = header.end()
        elif key := _KEY.match(content, at):
            path = (*table, *_parts(key[1]))
            yield path, _Place(key.start(), key.end())
            at = yield from _inside(content, key.end(), path)
        else:
            return
        at = _skip(content, at)


def _resolved(parts: list[str], counts: Mapping[_Path, int]) -> _Path:
    """The path of a table below the last items of arrays of tables."""
    path: _Path = ()
    for number, part in enumerate(parts):
        path = (*path, part)
        if path in counts and number < len(parts) - 1:
            path = (*path, counts[path])
    return path


def _inside(content: str, at: int, path: _Path) -> Generator[tuple[_Path, _Place], None, int]:
    """What stands in the value at an offset; returns where the value ends."""
    opening = content[at : at + 1]
    if opening in ("[", "{"):
        closing, number = "]" if opening == "[" else "}", 0
        at = _skip(content, at + 1)
        while at < len(content) and content[at] != closing:
            if opening == "[":
                part: _Path = (*path, number)
                yield part, _Place(at, at)
                number += 1
            elif key := _KEY.match(content, at):
                part = (*path, *_parts(key[1]))
                yield part, _Place(at, key.end())
                at = key.end()
            else:
                break
            at = _skip(content, (yield from _inside(content, at, part)))
            if content[at : at + 1] == ",":
                at = _skip(content, at + 1)
        return at + 1
    found = _TEXT.match(content, at) or _BARE.match(content, at)
    return found.end() if found else at


def _parts(name: str) -> list[str]:
    """The parts of a dotted name."""
    value: Any = tomllib.loads(f"{name} = 0")
    parts: list[str] = []
    while isinstance(value, dict):
        ((part, value),) = value.items()
        parts.append(part)
    return parts


def _skip(content: str, offset: int) -> int:
    blank = _BLANK.match(content, offset)
    return blank.end() if blank else offset


def _node(value: Any, path: _Path, places: Mapping[_Path, _Place]) -> yaml.Node:
    mark = _mark(_place(path, places).value)
    if isinstance(value, dict):
        keys = [_scalar("str", name, _mark(_place((*path, name), places).key)) for name in value]
        parts = [_node(part, (*path, name), places) for name, part in value.items()]
        return yaml.MappingNode(f"{_TAG}map", list(zip(keys, parts, strict=True)), mark, mark)
    if isinstance(value, list):
        items = [_node(part, (*path, number), places) for number, part in enumerate(value)]
        return yaml.SequenceNode(f"{_TAG}seq", items, mark, mark)
    kind = {bool: "bool", int: "int", float: "float"}.get(type(value), "str")
    return _scalar(kind, str(value).lower() if kind == "bool" else str(value), mark)


def _scalar(kind: str, text: str, mark: yaml.Mark) -> yaml.ScalarNode:
    return yaml.ScalarNode(f"{_TAG}{kind}", text, mark, mark)


def _place(path: _Path, places: Mapping[_Path, _Place]) -> _Place:
    """The place of what has this path, or of what it lies in."""
    return next((places[path[:end]] for end in range(len(path), 0, -1) if path[:end] in places), _Place(0, 0))


def _mark(offset: int) -> yaml.Mark:
    return yaml.Mark("", offset, 0, 0, None, 0)
