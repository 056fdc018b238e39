"""A configuration file, YAML or a table of pyproject.toml, as YAML nodes: every message has a line and column."""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

import yaml
from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.document.yaml_nodes import YamlError, compose_whole, key_of
from jlint.finding import Text
from jlint.nearest import did_you_mean
from jlint.paths import lies_in
from jlint.regular_file import ReadError, read_regular
from jlint.span import LineIndex
from jlint.system_error import reason_of
from jlint.yaml_file.mistake import Mistake, as_typed

_CONTENT = lazy_pattern(r"^[ \t]*[^#\s]", re.MULTILINE)
_KEY_LINE = lazy_pattern(r"^([\w-]+)[ \t]*:", re.MULTILINE)

PYPROJECT = "pyproject.toml"
"""A file of this name holds a configuration in its table `tool.jlint`."""
MOST_LEVELS = 100
"""How many files may refer to each other in one chain."""


class Origin(Struct, frozen=True):
    """The line of a configuration file that a setting comes from."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


class Entry(NamedTuple):
    """A key of a mapping with its value."""

    name: str
    key: yaml.Node
    value: yaml.Node


class PackageFolder(str):
    """The real path of a distribution's folder, the boundary of its own configuration files."""

    __slots__ = ()


class Source:
    """One configuration file: its nodes, and the mistakes that are found in it.

    `shown` is how messages name the file, by default as `as_typed` gives it. The file, and files that it names, must be
    in the folder `boundary`, a real path; None where the user named the file explicitly and so allows any place. Globs
    in it are relative to the folder `globs`: its own, or for a file of a distribution that of the file that extends it.
    """

    def __init__(
        self, path: str, shown: str | None = None, boundary: str | None = None, globs: str | None = None
    ) -> None:
        self.path = os.path.abspath(path)
        self.boundary = boundary
        self.folder = os.path.dirname(self.path)
        self.globs = globs or self.folder
        self.shown = shown or as_typed(self.path)
        self.text = ""
        self.mistakes: list[Mistake] = []
        self._lines = LineIndex("")

    def read(self) -> yaml.MappingNode | None:
        """The mapping that the file holds. None if there is none, which is recorded as a mistake."""
        text = self._decoded()
        if text is None:
            return None
        self.text = text
        self._lines = LineIndex(text)
        is_pyproject = os.path.basename(self.path) == PYPROJECT
        with _garbage_left_alone():
            node, error = _table_of_jlint(text) if is_pyproject else compose_whole(text)
        if error is not None:
            self.wrong(error.offset, *error.message)
        elif node is None and is_pyproject:
            self.wrong(0, "[tool.jlint] がありません", "There is no [tool.jlint]")
        elif node is None:
            self.wrong(0, "設定が空です。書くことがなければファイルを消してください", "The file is empty; remove it")
        elif isinstance(node, yaml.MappingNode):
            return node
        else:
            self.wrong(node, "設定は「項目: 値」の形で書きます", "A configuration consists of lines like `key: value`")
        return None

    def says_something(self) -> bool:
        """Whether the file could be read and holds more than comments."""
        return _CONTENT.search(self.text) is not None

    def key_lines(self) -> list[str]:
        """What looks like the keys of a mapping in a file that holds none, or can't be read as YAML."""
        return _KEY_LINE.findall(self.text)

    def _decoded(self) -> str | None:
        outside = self.why_outside(self.path)
        if outside:
            self._wrong_as_a_whole(outside)
            return None
        try:
            data = read_regular(self.path)
        except ReadError as error:
            cause = error.__cause__
            self._wrong_as_a_whole(_why_unreadable(cause) if isinstance(cause, OSError) else error.message)
            return None
        try:
            return data.decode("utf-8").removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
            self._lines = LineIndex(before)
            byte = f"0x{data[error.start]:02X}"
            self.wrong(
                len(before),
                f"UTF-8 として読めません: {error.start + 1:,} バイト目が {byte} です",
                f"Not readable as UTF-8: byte {error.start + 1:,} is {byte}",
            )
            return None

    def _wrong_as_a_whole(self, message: Text) -> None:
        self.mistakes.append(Mistake(self.shown, 0, 0, message))

    def wrong(self, at: yaml.Node | int, ja: str, en: str) -> None:
        """Records a mistake at a node, or at an offset of the text."""
        offset = at if isinstance(at, int) else at.start_mark.index
        self.mistakes.append(Mistake(self.shown, *self._lines.position(offset), Text(ja, en)))

    def why_outside(self, path: str) -> Text | None:
        """Why a file that the configuration names must not be read, whether or not it exists; None if it may be."""
        if self.boundary is None or lies_in(path, self.boundary):
            return None
        shown = as_typed(path)
        if isinstance(self.boundary, PackageFolder):
            return Text(
                f"{shown} は配布物の外にあるので読みません。配布物の中のファイルを書いてください",
                f"{shown} lies outside the distribution and is not read; name a file in it",
            )
        return Text(
            f"{shown} はリポジトリ（なければ設定のフォルダー）の外にあるので読みません。"
            "読むには、設定を --config で指定してください",
            f"{shown} lies outside the repository, or without one outside the configuration's folder, and is not "
            "read. Name the configuration with --config to have it read",
        )

    def origin(self, node: yaml.Node) -> Origin:
        """The line where the node begins."""
        return Origin(self.shown, self.line(node))

    def line(self, node: yaml.Node) -> int:
        """The number, from 1, of the line where the node begins."""
        return self._lines.line_of(node.start_mark.index)

    def place(self, node: yaml.Node) -> tuple[int, int]:
        """The line and column where the node begins."""
        return self._lines.position(node.start_mark.index)

    def placed(self, node: yaml.Node) -> str:
        """The place where the node begins, as messages name it: `rules.yaml:3:5`."""
        line, column = self.place(node)
        return f"{self.shown}:{line}:{column}"

    def entries(self, node: yaml.MappingNode, known: Iterable[str], unknown: Callable[[str], Text]) -> Iterator[Entry]:
        """Yields each key of the mapping once. Unknown and duplicate keys are recorded as mistakes and left out."""
        names = frozenset(known)
        first: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = key_of(key)
            if not isinstance(key, yaml.ScalarNode):
                self.wrong(key, "項目の名前は文字で書きます", "A key has to be text")
                continue
            if name in first:
                line = self.line(first[name])
                self.wrong(
                    key,
                    f"{name} が二度書かれています（最初は {line} 行目）。一つにしてください",
                    f"{name} is written twice (first in line {line}); keep one of them",
                )
                continue
            first[name] = key
            if name in names:
                yield Entry(name, key, value)
            else:
                self.wrong(key, *unknown(name))


def _table_of_jlint(text: str) -> tuple[yaml.Node | None, YamlError | None]:
    from jlint.yaml_file.toml_nodes import compose_table

    return compose_table(text, "tool", "jlint")


@contextmanager
def _garbage_left_alone() -> Iterator[None]:
    """Disables garbage collection: all nodes of a long list stay alive, and scanning them takes longer than parsing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def no_such_key(name: str, known: Iterable[str]) -> Text:
    """The message for an unknown key, with the nearest known one, or all of them where none is near."""
    names = list(known)
    ja, en, near = did_you_mean(name, names)
    listing = ", ".join(names)
    return Text(
        f"{name} という項目はありません。" + (ja if near else f"書けるのは {listing} です"),
        f"There is no key {name}. " + (en if near else f"It can be one of: {listing}"),
    )


def too_many_levels(key: str) -> Text:
    """The message for files that refer to each other by `key` in too long a chain."""
    return Text(
        f"{key} が続きすぎています。{MOST_LEVELS} 段までにしてください",
        f"{key} goes on too long; let no more than {MOST_LEVELS} files stand on each other",
    )


def _why_unreadable(error: OSError) -> Text:
    if isinstance(error, FileNotFoundError):
        return Text("設定ファイルがありません", "There is no such configuration file")
    if isinstance(error, IsADirectoryError):
        return Text("フォルダーです。設定ファイルを指定してください", "It is a folder; name a configuration file")
    if isinstance(error, PermissionError):
        return Text("設定ファイルを読む権限がありません", "Permission to read the configuration file is missing")
    why = reason_of(error)
    return Text(f"設定ファイルを読めません: {why.ja}", f"The configuration file can't be read: {why.en}")
