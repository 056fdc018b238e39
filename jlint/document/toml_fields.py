"""Front matter in TOML: the standard library parses it, a scan of its statements finds the spans of keys and values."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from jlint.compiled import lazy_pattern
from jlint.document.field import TOO_DEEP, Field, Reading, unreadable
from jlint.finding import Text
from jlint.span import Span

_QUOTED = r"\"(?:\\.|[^\"\\\n])*+\"|'[^'\n]*+'"
_PART = rf"(?:[A-Za-z0-9_-]++|{_QUOTED})"
_BLANK = lazy_pattern(r"(?:[ \t\r\n]|\#[^\n]*+)*+")
_KEY = lazy_pattern(rf"({_PART})(?:[ \t]*+\.[ \t]*+{_PART})*+[ \t]*+=[ \t]*+")
_TABLE = lazy_pattern(rf"\[\[?[ \t]*+({_PART})[^\n]*+")
_TOKEN = lazy_pattern(
    rf"""(?P<string>\"\"\"(?:\\.|[^\\])*?\"{{3,5}} | '''.*?'{{3,5}} | {_QUOTED})
       | (?P<comment>\#[^\n]*+)
       | (?P<open>[\[{{]) | (?P<close>[\]}}])
       | (?P<end>\n)
       | [^"'\#\[\]{{}}\n]++""",
    re.VERBOSE | re.DOTALL,
)
_LONG_KEY = lazy_pattern(rf"(?<![A-Za-z0-9_-])(?:{_PART}[ \t]*+\.[ \t]*+){{64}}")
_PLACE = lazy_pattern(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)\Z")
_TWICE = ("Cannot", "Duplicate")
_WORDS: tuple[tuple[str, Text], ...] = (
    (
        "Invalid value",
        Text("値として読めません。文字なら引用符で囲んでください", "This is no value; put text in quotes"),
    ),
    (
        "Expected '=' after",
        Text("「項目 = 値」の形になっていません", "This is not of the form `key = value`"),
    ),
    (
        "Invalid initial character for a key",
        Text("項目の名前に使えない文字です。引用符で囲んでください", "A key can't begin so; put it in quotes"),
    ),
    (
        "Invalid statement",
        Text("「項目 = 値」の形になっていません", "This is not of the form `key = value`"),
    ),
    (
        "Expected newline or end of document",
        Text(
            "値の後に余分な文字があります。値を引用符で囲んでください", "Something follows the value; put it in quotes"
        ),
    ),
    ("Illegal character '\\n'", Text("引用符が閉じていません", "A quotation mark is not closed")),
    ("Unterminated string", Text("引用符が閉じていません", "A quotation mark is not closed")),
    ("Expected", Text("引用符や括弧が閉じていません", "A quotation mark or bracket is not closed")),
    ("Unclosed", Text("括弧が閉じていません", "A bracket is not closed")),
    (
        "Unescaped '\\'",
        Text("\\ の使い方が違います。' ' で囲んでください", "A backslash is misused; use single quotes"),
    ),
    (
        "Illegal character",
        Text("使えない制御文字があります", "A control character is not allowed"),
    ),
    (
        "Cannot",
        Text("同じ項目が二度書かれています。一つにしてください", "The key stands twice; keep one"),
    ),
    ("Duplicate", Text("同じ項目が二度書かれています。一つにしてください", "The key stands twice; keep one")),
)


def read_toml(content: str) -> Reading:
    """Reads the top-level fields of a document in TOML; a table is one field."""
    import tomllib

    content = content.replace("\r\n", " \n").replace("\r", "\n")
    if long_key := _LONG_KEY.search(content):
        return unreadable(content, long_key.start(), TOO_DEEP)
    try:
        values = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        return _unreadable(content, str(error))
    except RecursionError:
        return unreadable(content, 0, TOO_DEEP)
    except ValueError:
        return unreadable(content, 0, Text("数の桁が多すぎます", "A number has too many digits"))
    return Reading(tuple(_field(content, place, values) for place in _places(content)))


class _Place(NamedTuple):
    key: str
    key_span: Span
    value_span: Span


def _places(content: str) -> list[_Place]:
    """Each top-level key and the span of its value; for a table or a dotted key, up to the end of its last part."""
    places: dict[str, _Place] = {}
    for place in _statements(content):
        first = places.get(place.key)
        places[place.key] = (
            place if first is None else first._replace(value_span=Span(first.value_span.start, place.value_span.end))
        )
    return list(places.values())


def _statements(content: str) -> Iterator[_Place]:
    table: tuple[str, Span] | None = None
    at = _skip(content, 0)
    while at < len(content):
        if header := _TABLE.match(content, at):
            table = _name(header[1]), Span(*header.span(1))
            yield _Place(*table, Span(at, at + len(header[0].rstrip())))
            at = header.end()
        elif key := _KEY.match(content, at):
            end, at = _end_of_value(content, key.end())
            name, span = table or (_name(key[1]), Span(*key.span(1)))
            yield _Place(name, span, Span(key.end(), end))
        else:
            return
        at = _skip(content, at)


def _end_of_value(content: str, start: int) -> tuple[int, int]:
    """The end of the value that begins at `start`, and the offset where scanning goes on: a comment or line end."""
    depth, end = 0, start
    for token in _TOKEN.finditer(content, start):
        if token.lastgroup == "open":
            depth += 1
        elif token.lastgroup == "close":
            depth -= 1
        elif depth == 0 and token.lastgroup in ("end", "comment"):
            return end, token.start()
        end = token.start() + len(token[0].rstrip()) if token[0].strip() else end
    return end, len(content)


def _skip(content: str, offset: int) -> int:
    blank = _BLANK.match(content, offset)
    return blank.end() if blank else offset


def _name(part: str) -> str:
    import tomllib

    return next(iter(tomllib.loads(f"{part} = 0"))) if part[0] in "\"'" else part


def _field(content: str, place: _Place, values: dict[str, Any]) -> Field:
    value = values.get(place.key)
    if isinstance(value, datetime.date | datetime.time):
        value = place.value_span.of(content)
    return Field(place.key, value, place.key_span, place.value_span)


def _unreadable(content: str, message: str) -> Reading:
    place = _PLACE.search(message)
    problem = message[: place.start()] if place else message
    offset = len(content)
    if place and place["line"]:
        before = content.split("\n")[: int(place["line"]) - 1]
        line = sum(len(line) + 1 for line in before)
        # for a duplicate key the parser reports the end of the value
        offset = line if problem.startswith(_TWICE) else line + int(place["column"]) - 1
    return unreadable(content, offset, _words_for(problem))


def _words_for(problem: str) -> Text:
    for known, text in _WORDS:
        if problem.startswith(known):
            return text
    return Text(f"TOML の書き方が正しくありません（{problem}）", f"The TOML is not well-formed ({problem})")
