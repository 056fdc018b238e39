"""Reads a dictionary with the places of its nodes, so that every mistake in it has a place."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

import yaml
from msgspec import Struct

from jlint.document.yaml_nodes import value_of
from jlint.prh.entry import LITERAL, Entry, Spec, escaped, plain_source
from jlint.prh.missing import missing
from jlint.prh.nodes import fields_of, items_of, text_of
from jlint.prh.terms import Import, Term, digest_of
from jlint.yaml_file.source import MOST_LEVELS, Source, too_many_levels


class _Content(Struct, frozen=True):
    """The content of a file and of those that it imports: its entries by place."""

    entries: dict[str, Entry]

    def add(self, other: _Content, ignored: _Ignored) -> None:
        """Adds the content of another file without the ignored entries.

        As in prh the file's own entries, and those of earlier imports, stand in place of all others with the same
        expected text.
        """
        known = {entry.expected for entry in self.entries.values()}
        for place, entry in other.entries.items():
            if entry.expected not in known and not ignored.has(entry):
                self.entries.setdefault(place, entry)


class _Ignored(Struct, frozen=True):
    """What `ignoreRules` names: expressions in JavaScript's syntax, and expected texts."""

    patterns: frozenset[str]
    expected: frozenset[str]

    def has(self, entry: Entry) -> bool:
        """Whether the entry is named: as a whole, by all its patterns together."""
        return entry.expected in self.expected or not self.patterns.isdisjoint(entry.names)


class Dictionary:
    """A dictionary and all that it imports. Mistakes in them go to `source.mistakes`."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.places: dict[Term, str] = {}
        self._imports: dict[str, Import] = {}
        self._read_so_far: dict[tuple[str, bool], _Content] = {}
        self._being_read: list[str] = []
        self._content = self._read(source, follows_imports=True)

    @property
    def terms(self) -> tuple[Term, ...]:
        """All spellings to be replaced, each once."""
        found: dict[tuple[str, int, str], Term] = {}
        for entry in self._content.entries.values():
            for term in entry.terms:
                found.setdefault((term.match, term.must_be_empty, term.expected), term)
        return tuple(found.values())

    @property
    def specs(self) -> list[Spec]:
        """The examples, those of imported files too."""
        return [spec for entry in self._content.entries.values() for spec in entry.specs]

    @property
    def imports(self) -> list[Import]:
        """The files that it imports, directly or not, each once."""
        return list(self._imports.values())

    def _read(self, source: Source, *, follows_imports: bool) -> _Content:
        root = source.read()
        if source is not self.source:
            self.source.mistakes += source.mistakes
            source.mistakes = self.source.mistakes
        fields = fields_of(root)
        content = _Content({})
        for node in items_of(fields.get("rules")):
            entry = Entry(source, node)
            if entry.terms:
                content.entries[f"{entry.place} {node.start_mark.index}"] = entry
            for term in entry.terms:
                self.places.setdefault(term, entry.place)
        self._being_read.append(source.path)
        if follows_imports:
            for node in items_of(fields.get("imports")):
                self._import(source, node, content)
        self._being_read.pop()
        return content

    def _import(self, source: Source, node: yaml.Node, content: _Content) -> None:
        """Adds the content of another file without the entries that are to be ignored there."""
        options = fields_of(node)
        path_node = options.get("path", node)
        name = text_of(path_node)
        if name is None:
            source.wrong(node, "imports にはファイルのパスを書きます", "imports takes the paths of files")
            return
        path = os.path.abspath(os.path.join(source.folder, name))
        if path in self._being_read:
            source.wrong(path_node, f"imports が輪になっています: {name}", f"imports goes round in a circle: {name}")
            return
        outside = source.why_outside(path)
        if outside:
            source.wrong(path_node, *outside)
            return
        if len(self._being_read) >= MOST_LEVELS:
            source.wrong(path_node, *too_many_levels("imports"))
            return
        if not os.path.isfile(path):
            source.wrong(path_node, *missing(name))
            return
        further = value_of(options["disableImports"]) is not True if "disableImports" in options else True
        ignored = _ignored_by(items_of(options.get("ignoreRules")))
        content.add(self._content_of(Source(path, boundary=source.boundary), follows_imports=further), ignored)

    def _content_of(self, source: Source, *, follows_imports: bool) -> _Content:
        """The content of the file, which is read once, however many others import it."""
        key = (source.path, follows_imports)
        if key not in self._read_so_far:
            self._imports[source.path] = Import(source.path, digest_of(source.path))
            self._read_so_far[key] = self._read(source, follows_imports=follows_imports)
        return self._read_so_far[key]


def _ignored_by(nodes: Sequence[yaml.Node]) -> _Ignored:
    """What the nodes name. A text without a key is an expression, and here an expected text too."""
    patterns: set[str] = set()
    expected: set[str] = set()
    for node in nodes:
        fields = fields_of(node)
        patterns.update(_names_of(fields.get("pattern", None if fields else node)))
        expected.update(filter(None, [text_of(fields.get("expected", node))]))
    return _Ignored(frozenset(patterns), frozenset(expected))


def _names_of(node: yaml.Node | None) -> Iterator[str]:
    """How entries know the expression, or the text: by the expression in JavaScript's syntax without its flags."""
    text = text_of(node) if node else None
    if text:
        literal = LITERAL.fullmatch(text)
        yield plain_source(literal["body"]) if literal else plain_source(escaped(text))
