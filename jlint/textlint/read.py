"""Reads textlint's configuration files, whichever of their forms it is."""

from __future__ import annotations

import json
import os
import re
from typing import Any

import yaml

from jlint.finding import Text
from jlint.regular_file import ReadError, read_regular

_SCRIPTS = (".js", ".cjs", ".mjs", ".ts")
_SCRIPT = re.compile(r"^\s*(?:module\.exports\b|export\s+default\b|(?:const|let|var)\s)", re.MULTILINE)
_COMMENT_OR_STRING = re.compile(r'"(?:[^"\\]|\\.)*"|//[^\n]*|/\*.*?\*/|,(?=\s*[\]}])', re.DOTALL)
_IGNORE_FILE = ".textlintignore"


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
    text = _text(path)
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


def ignored_files(path: str) -> list[str]:
    """The lines of the .textlintignore that belongs to the configuration file, comments left out."""
    beside = os.path.join(os.path.dirname(path), _IGNORE_FILE)
    if os.path.islink(beside) or not os.path.isfile(beside):
        return []
    lines = _text(beside, errors="replace").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]


def listed_in(path: str) -> list[str]:
    """The texts that a file of an allow list holds: one a line, or a list in JSON or YAML. Raises UnreadableError."""
    text = _text(path)
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


def _text(path: str, errors: str = "strict") -> str:
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
    """The value that the text holds as JSON, comments and trailing commas allowed, or else as YAML."""
    try:
        return json.loads(_COMMENT_OR_STRING.sub(lambda match: match[0] if match[0][0] == '"' else "", text))
    except ValueError as error:
        as_json = error
    if _SCRIPT.search(text):
        raise _script(name)
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        line = as_json.lineno if isinstance(as_json, json.JSONDecodeError) else 1
        mark = getattr(error, "problem_mark", None)
        if not name.endswith(".json") and mark is not None:
            line = mark.line + 1
        raise UnreadableError(
            f"{name} を JSON としても YAML としても読めません（{line} 行目あたり）",
            f"{name} is readable neither as JSON nor as YAML (about line {line})",
        ) from None
