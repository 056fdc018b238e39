"""Front matter in JSON, read key by key with the standard library's scanner, which returns where each value ends."""

from __future__ import annotations

import json
from typing import Any

from jlint.compiled import lazy_pattern
from jlint.document.field import TOO_DEEP, Field, Problem, Reading, unreadable
from jlint.finding import Text
from jlint.span import Span

_SPACE = lazy_pattern(r"[ \t\r\n]*")
_OPENING = lazy_pattern(r"\{\s*\"(?:\\.|[^\"\\\r\n])*\"\s*:")
_LAST_LINE = lazy_pattern(r"(?<=[\r\n])\}(?=[ \t]*(?:[\r\n]|\Z))")
_FIRST_LINE = lazy_pattern(r"\{[^\r\n]*\}(?=[ \t]*(?:[\r\n]|\Z))")
_BLANK_LINE = lazy_pattern(r"(?=(?:\r\n|\r(?!\n)|\n)[ \t]*(?:[\r\n]|\Z))")
_VALUE = json.JSONDecoder()
_LONE_SURROGATE = lazy_pattern(r"[\ud800-\udfff]")
_HALF_CHARACTER = Text(
    "\\u で書かれた文字が半分しかありません。もう半分を補うか、文字をそのまま書いてください",
    "An escape \\u is half a character; add the other half, or write the character itself",
)
_WORDS: tuple[tuple[str, Text], ...] = (
    (
        "Expecting property name",
        Text(
            '項目の名前を " で囲んでください。最後の項目の後にコンマは置けません',
            "Put the key in double quotes; no comma may follow the last entry",
        ),
    ),
    ("Extra data", Text("値の後に余分な文字があります", "There is something behind the value")),
    ("Expecting ':'", Text("項目の名前の後にコロンがありません", "There is no colon behind the key")),
    (
        "Expecting ','",
        Text("コンマがないか、閉じ括弧がありません", "A comma or a closing bracket is missing"),
    ),
    (
        "Expecting value",
        Text('値として読めません。文字なら " で囲んでください', "This is no value; put text in double quotes"),
    ),
    ("Unterminated string", Text("引用符が閉じていません", "A quotation mark is not closed")),
    (
        "Invalid control character",
        Text("引用符の中で行が変わっています。改行は \\n と書きます", "A line ends inside quotes; write \\n for it"),
    ),
    (
        "Invalid \\",
        Text("\\ の使い方が違います。\\ そのものは \\\\ と書きます", "A backslash is misused; write \\\\ for one"),
    ),
)


def opens_object(text: str) -> bool:
    """Whether `text` begins like an object: a brace, and a key in quotation marks."""
    return _OPENING.match(text) is not None


def end_of_broken_object(text: str) -> int:
    """The probable end of an object that can't be parsed."""
    closing = _FIRST_LINE.match(text) or _LAST_LINE.search(text) or _BLANK_LINE.search(text)
    return closing.end() if closing else len(text)


def end_of_object(text: str) -> int | None:
    """The end of the object at the start of `text`, None if it can't be parsed."""
    try:
        return _VALUE.raw_decode(text)[1]
    except (ValueError, RecursionError):
        return None


def read_json(content: str) -> Reading:
    """Reads the fields of an object in JSON."""
    try:
        return _without_surrogates(_fields(content))
    except json.JSONDecodeError as error:
        return unreadable(content, error.pos, _words_for(error.msg))
    except RecursionError:
        return unreadable(content, 0, TOO_DEEP)
    except ValueError:
        return unreadable(content, 0, Text("数の桁が多すぎます", "A number has too many digits"))


def why_no_json(error: Exception) -> Text:
    """What is wrong with a text that `json` can't read, with the line and column where it is known."""
    if isinstance(error, json.JSONDecodeError):
        ja, en = _words_for(error.msg)
        return Text(f"{error.lineno}行目{error.colno}桁目: {ja}", f"line {error.lineno}, column {error.colno}: {en}")
    if isinstance(error, UnicodeDecodeError):
        return Text(f"{error.start + 1} バイト目が UTF-8 ではありません", f"byte {error.start + 1} is not UTF-8")
    if isinstance(error, RecursionError):
        return TOO_DEEP
    return Text("形が違います", str(error))


def _fields(content: str) -> list[Field]:
    fields: list[Field] = []
    at = _skip(content, 1)
    while True:
        if content[at : at + 1] != '"':
            raise json.JSONDecodeError("Expecting property name", content, at)
        key, key_end = _VALUE.raw_decode(content, at)
        colon = _skip(content, key_end)
        if content[colon : colon + 1] != ":":
            raise json.JSONDecodeError("Expecting ':'", content, colon)
        start = _skip(content, colon + 1)
        value, end = _VALUE.raw_decode(content, start)
        fields.append(Field(key, value, Span(at, key_end), Span(start, end)))
        at = _skip(content, end)
        if content[at : at + 1] == "}":
            return fields
        if content[at : at + 1] != ",":
            raise json.JSONDecodeError("Expecting ','", content, at)
        at = _skip(content, at + 1)


def _without_surrogates(fields: list[Field]) -> Reading:
    """The fields with lone surrogates replaced, as other readers do, and a flaw for each field that had any."""
    whole = tuple(field._replace(key=without_halves(field.key), value=without_halves(field.value)) for field in fields)
    halved = [field for field, other in zip(fields, whole, strict=True) if field != other]
    return Reading(whole, None, tuple(Problem("flaw", field.value_span, _HALF_CHARACTER) for field in halved))


def without_halves(value: Any) -> Any:
    """The value with U+FFFD for each lone surrogate, in keys too: no file can hold one."""
    if isinstance(value, str):
        return _LONE_SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [without_halves(item) for item in value]
    return (
        {without_halves(key): without_halves(item) for key, item in value.items()} if isinstance(value, dict) else value
    )


def _skip(content: str, offset: int) -> int:
    space = _SPACE.match(content, offset)
    return space.end() if space else offset


def _words_for(problem: str) -> Text:
    for known, text in _WORDS:
        if problem.startswith(known):
            return text
    return Text("JSON の書き方が正しくありません", f"The JSON is not well-formed ({problem})")
