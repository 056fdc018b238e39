"""The fenced blocks of the READMEs and of docs/, and the commands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("README.md", "README.ja.md", *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")))
RULE_PAGES = tuple(sorted(f"docs/rules/{path.name}" for path in (ROOT / "docs" / "rules").glob("*.md")))
OF_SHELLS = frozenset({"console", "sh", "bash", "shell", "zsh", "powershell", "bat"})
_FENCE = re.compile(r"^(?P<indent> *)(?P<marks>`{3,})(?P<language>[^`\n]*)\n", re.MULTILINE)
_COMMAND = re.compile(r"(?:python[\d.]*|pip[\dx]*|uv|npm|git|docker|jlint) +-?\w")
_STEPS = frozenset({"run", "script", "before_script", "lint-command", "entry"})
"""The keys under which pipelines, hooks and editors have commands."""


class Block(NamedTuple):
    """A fenced block: the page, the line of its fence from 1, what it says it is, and its text without indentation."""

    page: str
    line: int
    language: str
    text: str


class Shown(NamedTuple):
    """A line that a page has its readers run, and whether its output is shown below it."""

    page: str
    line: str
    has_output: bool


def blocks(page: str) -> Iterator[Block]:
    """The fenced blocks of a page, those within other blocks not counted."""
    text, end = (ROOT / page).read_text("utf-8"), 0
    while opening := _FENCE.search(text, end):
        closing = re.compile(rf"^ *{opening['marks']}`* *$", re.MULTILINE).search(text, opening.end())
        assert closing, f"{page}: a block has no end"
        line = text.count("\n", 0, opening.start()) + 1
        yield Block(page, line, opening["language"].strip(), dedent(text[opening.end() : closing.start()]))
        end = closing.end()


def commands(block: Block) -> Iterator[Shown]:
    """The lines that a block has its readers run. In sessions they are behind `$`."""
    if block.language == "console":
        lines = block.text.splitlines()
        for line, below in zip(lines, [*lines[1:], "$ "], strict=True):
            if line.startswith("$ "):
                yield Shown(block.page, line[2:], not below.startswith("$ "))
    elif block.language in OF_SHELLS:
        joined = re.sub(r"\\\n\s*", "", block.text)
        for line in joined.splitlines():
            if command := re.sub(r"(^|\s+)#.*", "", line):
                yield Shown(block.page, command, False)
    elif block.language == "":
        yield from (Shown(block.page, line, False) for line in block.text.splitlines() if _COMMAND.match(line))
    elif block.language in ("yaml", "yml"):
        import yaml

        for document in yaml.safe_load_all(block.text):
            yield from (Shown(block.page, script, False) for script in _scripts(document))
    elif block.language == "dockerfile":
        yield from (Shown(block.page, line[4:], False) for line in block.text.splitlines() if line.startswith("RUN "))


def _scripts(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _scripts(each)
    elif isinstance(value, dict):
        for key, inside in value.items():
            if key in _STEPS:
                yield from [inside.strip()] if isinstance(inside, str) else map(str, inside)
            else:
                yield from _scripts(inside)


def inline(page: str) -> Iterator[str]:
    """The commands of jlint in the running text and the tables of a page, up to a redirection or a pipe."""
    text = re.sub(r"^ *(`{3,}).*?^ *\1`*$", "", (ROOT / page).read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for code in re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text):
        yield from (found.strip() for found in re.findall(r"(?:^|[|(=] ?|1 )(jlint [a-z-][^<>|]*)", code))
