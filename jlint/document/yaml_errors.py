"""Translates libyaml's error messages for people who write front matter and settings."""

from __future__ import annotations

from jlint.document.field import TOO_DEEP
from jlint.finding import Text

_WORDS: tuple[tuple[str, Text], ...] = (
    (
        "mapping values are not allowed",
        Text(
            "値の中にコロンがあります。値を引用符で囲んでください",
            "There is a colon inside a value; put the value in quotes",
        ),
    ),
    (
        "unexpected end of stream",
        Text("引用符が閉じていません", "A quotation mark is not closed"),
    ),
    (
        "unexpected document indicator",
        Text("引用符が閉じていません", "A quotation mark is not closed"),
    ),
    (
        "expected ',' or ']'",
        Text("[ ] の中にコンマがないか、] が閉じていません", "A comma is missing inside [ ], or the ] itself"),
    ),
    (
        "expected ',' or '}'",
        Text("{ } の中にコンマがないか、} が閉じていません", "A comma is missing inside { }, or the } itself"),
    ),
    (
        "could not find expected ':'",
        Text("「項目: 値」の形になっていません", "This is not of the form `key: value`"),
    ),
    (
        "expected key",
        Text("字下げか引用符が合っていません", "The indentation or a quotation mark is wrong"),
    ),
    (
        "expected '-' indicator",
        Text("リストの字下げが揃っていません", "The items of the list are not indented alike"),
    ),
    (
        "block sequence entries are not allowed",
        Text("ここにリストは書けません。字下げを確かめてください", "A list can't stand here; check the indentation"),
    ),
    (
        "tab character",
        Text("字下げにタブがあります。空白にしてください", "A tab is used for indentation; use spaces"),
    ),
    (
        "cannot start any token",
        Text(
            "値の先頭に置けない文字です。値を引用符で囲んでください",
            "A value can't begin with this character; put it in quotes",
        ),
    ),
    (
        "unknown escape character",
        Text(
            "\" \" の中の \\ は特別な意味を持ちます。\\\\ と書くか、' ' で囲んでください",
            "Inside double quotes a backslash is special; double it or use single quotes",
        ),
    ),
    (
        "invalid Unicode character escape code",
        Text("\\u で書かれた文字はありません", "An escape \\u names no character"),
    ),
    (
        "second occurrence",
        Text("同じ名前の & が二度書かれています", "The same name stands behind & twice"),
    ),
    (
        "undefined alias",
        Text(
            "* で始まる値は別名と見なされます。値を引用符で囲んでください",
            "A value that begins with * is an alias; put it in quotes",
        ),
    ),
    (
        "expected alphabetic or numeric character",
        Text("& や * で始まる値は引用符で囲んでください", "Put a value that begins with & or * in quotes"),
    ),
    (
        "undefined tag handle",
        Text("! で始まる値は引用符で囲んでください", "Put a value that begins with ! in quotes"),
    ),
    (
        "expected <document start>",
        Text("--- で区切られた二つ目の文書があります", "A second document begins here"),
    ),
    (
        "found another document",
        Text("--- で区切られた二つ目の文書があります", "A second document begins here"),
    ),
    (
        "nesting depth",
        TOO_DEEP,
    ),
    (
        "did not find the expected '>'",
        Text("! で始まる値は引用符で囲んでください", "Put a value that begins with ! in quotes"),
    ),
)


def words_for(problem: str) -> Text:
    """The message for libyaml's `problem`; for an unusual one its own words are quoted, in English."""
    for known, text in _WORDS:
        if known in problem:
            return text
    return Text("YAML の書き方が正しくありません", f"The YAML is not well-formed ({problem})")


def control_character(code: int) -> Text:
    """The message for a character that YAML doesn't allow."""
    return Text(f"使えない制御文字 U+{code:04X} があります", f"The control character U+{code:04X} is not allowed")
