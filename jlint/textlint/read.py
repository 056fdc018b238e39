"""Reads textlint's configuration files in any of their formats."""

from __future__ import annotations

import json
import os
import re
from typing import Any

import yaml

from jlint.compiled import lazy_pattern
from jlint.document.field import TOO_DEEP
from jlint.document.json_fields import without_halves
from jlint.document.yaml_aliases import ENDLESS
from jlint.document.yaml_nodes import compose_whole
from jlint.finding import Text
from jlint.regular_file import ReadError, read_regular

_SCRIPTS = (".js", ".cjs", ".mjs", ".ts")
_SCRIPT = lazy_pattern(r"^[^\S\n]*+(?:module\.exports\b|export\s+default\b|(?:const|let|var)\s)", re.MULTILINE)
_LINE_OF_ERROR = lazy_pattern(r"<string>:(\d+) ")
_LIKE_JSON = lazy_pattern(r"(?:\s|//[^\n]*\n|/\*.*?\*/)*+[{\[]", re.DOTALL)
_MOST_LEVELS = 100


class UnreadableError(Exception):
    """The file can't be read as a textlint configuration; `message` says why and what to do."""

    def __init__(self, ja: str, en: str) -> None:
        super().__init__(en)
        self.message = Text(ja, en)


def read_textlintrc(path: str) -> dict[str, Any]:
    """The configuration that the file holds. Raises UnreadableError."""
    name = os.path.basename(path)
    if name.endswith(_SCRIPTS):
        raise _script(name)
    text = read_text(path)
    value = _parsed(text, name)
    if name == "package.json":
        if not isinstance(value, dict) or not isinstance(value.get("textlint"), dict):
            raise UnreadableError(f"{path} に textlint の項目がありません", f"{path} has no key textlint")
        value = value["textlint"]
    if not isinstance(value, dict):
        raise UnreadableError(
            f"{path} は textlint の設定ではありません。rules のある JSON か YAML を指定してください",
            f"{path} is no textlint configuration. Name a JSON or YAML file with rules",
        )
    return value


def listed_in(path: str) -> list[str]:
    """The texts in a file of an allow list: one a line, or a list in JSON or YAML. Raises UnreadableError."""
    text = read_text(path)
    if path.endswith((".json", ".yaml", ".yml")):
        value = _parsed(text, path)
        return [str(item) for item in value] if isinstance(value, list) else []
    return [line.strip() for line in text.splitlines() if line.strip()]


def _script(name: str) -> UnreadableError:
    return UnreadableError(
        f"{name} は JavaScript なので読めません。"
        "`npx textlint --print-config > textlintrc.json` で JSON にして、それを指定してください",
        f"{name} is JavaScript and can't be read. "
        "Turn it into JSON with `npx textlint --print-config > textlintrc.json` and name that file",
    )


def read_text(path: str, errors: str = "strict") -> str:
    """The text of a file. Raises UnreadableError."""
    try:
        return read_regular(path).decode("utf-8-sig", errors)
    except UnicodeDecodeError:
        raise UnreadableError(f"{path} は UTF-8 として読めません", f"{path} is not readable as UTF-8") from None
    except ReadError as error:
        raise UnreadableError(*_why(path, error)) from None


def _why(path: str, error: ReadError) -> Text:
    if isinstance(error.__cause__, FileNotFoundError):
        return Text(f"{path} がありません", f"There is no {path}")
    if isinstance(error.__cause__, IsADirectoryError):
        return Text(
            f"{path} はフォルダーです。中の .textlintrc などを指定してください",
            f"{path} is a folder; name the .textlintrc in it",
        )
    return Text(f"{path} を読めません: {error.message.ja}", f"{path} can't be read: {error.message.en}")


def _parsed(text: str, name: str) -> Any:
    """The value that the text holds as JSON5, which has comments and names without quotes, or else as YAML."""
    try:
        value = _from_json(text)
    except RecursionError:
        raise _too_deep(name) from None
    except ValueError as error:
        if _SCRIPT.search(text):
            raise _script(name) from None
        value = _from_yaml(text, name, error)
    if _is_deep(value):
        raise _too_deep(name)
    return without_halves(value)


def _from_json(text: str) -> Any:
    """The value of a text in JSON or JSON5. Raises ValueError and RecursionError."""
    try:
        return json.loads(text)
    except ValueError:
        if not _LIKE_JSON.match(text):
            raise
    import json5

    return json5.loads(text)


def _from_yaml(text: str, name: str, as_json: ValueError) -> Any:
    node, error = compose_whole(text)
    line = text.count("\n", 0, error.offset) + 1 if error else 1
    if error and error.message in (ENDLESS, TOO_DEEP):
        ja, en = error.message
        raise UnreadableError(f"{name} を読めません（{line} 行目）: {ja}", f"{name} can't be read (line {line}): {en}")
    try:
        if error is None:
            return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)) if node else None
    except RecursionError:
        raise _too_deep(name) from None
    except yaml.MarkedYAMLError as yaml_error:
        line = yaml_error.problem_mark.line + 1 if yaml_error.problem_mark else 1
    except ValueError:
        pass  # a date or number that doesn't exist
    if name.endswith(".json") or _LIKE_JSON.match(text):
        line = _line_of(as_json)
    raise UnreadableError(
        f"{name} を JSON としても YAML としても読めません（{line} 行目あたり）",
        f"{name} is readable neither as JSON nor as YAML (about line {line})",
    )


def _line_of(error: ValueError) -> int:
    """The line of a mistake in JSON or JSON5."""
    if isinstance(error, json.JSONDecodeError):
        return error.lineno
    line = _LINE_OF_ERROR.match(str(error))
    return int(line[1]) if line else 1


def _is_deep(value: Any) -> bool:
    stack = [(value, 0)]
    while stack:
        value, depth = stack.pop()
        if depth > _MOST_LEVELS:
            return True
        parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        stack += [(part, depth + 1) for part in parts]
    return False


def _too_deep(name: str) -> UnreadableError:
    return UnreadableError(f"{name} の{TOO_DEEP.ja}", f"{name} can't be read: {TOO_DEEP.en.lower()}")
