"""Where the names of rules, categories and options stand in a text: in comments, front matter and configurations."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

_COMMENT_START = re.compile(r"(?:<!--|\{/\*)\s*(?:jlint-([a-z-]*))?$")
_IN_COMMENT = re.compile(
    r"(?:<!--|\{/\*)\s*jlint-(?:disable(?:-next|-line|-file)?|enable)\s(?:(?!-->|\*/\}|\s--\s).)*$"
)
_IN_DISABLE = re.compile(r"^\s*(?:jlint:\s*\{\s*)?disable:\s*\[?[^\]}]*$|^\s+-\s+[\w-]*$")
_NAME = re.compile(r"[\w-]*\Z")
_REST = re.compile(r"[\w-]*")
_KEY = re.compile(r"\s*(?:-\s+)?([\w-]+)\s*:(?=\s|$)")
_INDENTATION = re.compile(r" *(?:- +)?")
_MOST_LINES = 5000

Kind = Literal["directive", "rule", "key", "value"]


class Spot(Struct, frozen=True):
    """What stands at a place. `start` and `end` are offsets of the name that is written there, in its line.

    `path` are the keys around it, from the outermost; a value's own key is the last one.
    """

    kind: Kind
    start: int
    end: int
    name: str
    path: tuple[str, ...] = ()


def in_markdown(lines: list[str], number: int, column: int, *, in_front_matter: bool) -> Spot | None:
    """What stands at a place of a Markdown file; None where it is no business of jlint's. Lines count from 0."""
    line = lines[number]
    before = line[:column]
    match = _COMMENT_START.search(before)
    if match:
        start = match.start(1) if match[1] is not None else column
        return _spot("directive", line, column, start)
    if _IN_COMMENT.search(before):
        return _spot("rule", line, column)
    if in_front_matter and _IN_DISABLE.match(before) and _is_under_jlint(lines, number):
        return _spot("rule", line, column)
    return None


def in_configuration(lines: list[str], number: int, column: int) -> Spot | None:
    """What stands at a place of a configuration file, by the indentation: the file may be half written."""
    line = lines[number]
    before = line[:column]
    if "#" in before and re.search(r"(?:^|\s)#", before):
        return None
    own = _KEY.match(line)
    indentation = own.start(1) if own else _indentation(line)
    if own and column > own.end() - 1:
        around = (*_around(lines, number, indentation), own[1])
        opened = before.rfind("{")
        inner = before[opened + 1 :]
        if opened > own.end() - 1 and "}" not in inner:
            part = inner.rpartition(",")[2]
            key, colon, _ = part.partition(":")
            if not colon:
                return _spot("key", line, column, path=around)
            return _spot("value", line, column, path=(*around, key.strip()))
        return _spot("value", line, column, path=around)
    return _spot("key", line, column, path=_around(lines, number, indentation))


def _around(lines: list[str], number: int, indentation: int) -> tuple[str, ...]:
    """The keys of the mappings around a line with this indentation."""
    path: list[str] = []
    for above in reversed(lines[max(0, number - _MOST_LINES) : number]):
        key = _KEY.match(above)
        if key and key.start(1) < indentation:
            path.append(key[1])
            indentation = key.start(1)
        if not indentation:
            break
    return tuple(reversed(path))


def _indentation(line: str) -> int:
    match = _INDENTATION.match(line)
    return match.end() if match else 0


def _is_under_jlint(lines: list[str], number: int) -> bool:
    if "jlint:" in lines[number]:
        return True
    for above in reversed(lines[max(0, number - 50) : number]):
        if above and not above[0].isspace():
            return above.startswith("jlint:")
    return False


def _spot(kind: Kind, line: str, column: int, start: int | None = None, path: tuple[str, ...] = ()) -> Spot:
    if start is None:
        match = _NAME.search(line, 0, column)
        start = match.start() if match else column
    rest = _REST.match(line, column)
    end = rest.end() if rest else column
    return Spot(kind, start, end, line[start:end], path)
