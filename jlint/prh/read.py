"""Reads a dictionary with the places of its nodes, so that every mistake in it has a place."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

import yaml

from jlint.compiled import lazy_pattern
from jlint.document.yaml_nodes import key_of, value_of
from jlint.expressions.error import ExpressionError
from jlint.expressions.user_expression import shown
from jlint.javascript import checked, js_replacement, python_regex
from jlint.prh.needed import needed_by
from jlint.prh.terms import FOLDED, Import, Term, digest_of
from jlint.yaml_file.source import MOST_LEVELS, Source, too_many_levels

_LITERAL = lazy_pattern(r"/(?P<body>.*)/(?P<flags>[a-z]*)", re.DOTALL)
_GROUP = lazy_pattern(r"\$([1-9]\d?)")
_ALPHANUMERIC = lazy_pattern("[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]")


class Spec(NamedTuple):
    """An example in a dictionary: a text, and what it should become. `place` is the example's."""

    given: str
    wanted: str
    place: str
    terms: tuple[Term, ...]


class _Content(NamedTuple):
    """The content of a file and of those that it imports: terms by what identifies them, specs by place."""

    terms: dict[tuple[str, int], Term]
    specs: dict[str, Spec]

    def add(self, other: _Content, ignored: Collection[str]) -> None:
        """Adds the content of another file without the ignored entries; what is here already wins."""
        for key, term in other.terms.items():
            if not _is_ignored(term, ignored):
                self.terms.setdefault(key, term)
        for place, spec in other.specs.items():
            if not any(_is_ignored(term, ignored) for term in spec.terms):
                self.specs.setdefault(place, spec)


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
    def terms(self) -> Mapping[tuple[str, int], Term]:
        """All spellings to be replaced."""
        return self._content.terms

    @property
    def specs(self) -> list[Spec]:
        """The examples, those of imported files too."""
        return list(self._content.specs.values())

    @property
    def imports(self) -> list[Import]:
        """The files that it imports, directly or not, each once."""
        return list(self._imports.values())

    def _read(self, source: Source, *, follows_imports: bool) -> _Content:
        root = source.read()
        if source is not self.source:
            self.source.mistakes += source.mistakes
            source.mistakes = self.source.mistakes
        fields = _fields(root)
        content = _Content({}, {})
        for node in _items(fields.get("rules")):
            entry = _Entry(source, node)
            terms = tuple(entry.terms())
            for term in terms:
                content.terms.setdefault((term.match, term.must_be_empty), term)
                self.places.setdefault(term, entry.place)
            content.specs.update((spec.place, spec) for spec in entry.specs(terms))
        self._being_read.append(source.path)
        if follows_imports:
            for node in _items(fields.get("imports")):
                self._import(source, node, content)
        self._being_read.pop()
        return content

    def _import(self, source: Source, node: yaml.Node, content: _Content) -> None:
        """Adds the content of another file without the entries that are to be ignored there."""
        options = _fields(node)
        path_node = options.get("path", node)
        name = value_of(path_node)
        if not isinstance(name, str):
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
            source.wrong(path_node, f"{name} という辞書がありません", f"There is no dictionary {name}")
            return
        further = value_of(options["disableImports"]) is not True if "disableImports" in options else True
        ignored = {value for rule in _items(options.get("ignoreRules")) for value in _ignored(rule)}
        content.add(self._content_of(Source(path, boundary=source.boundary), follows_imports=further), ignored)

    def _content_of(self, source: Source, *, follows_imports: bool) -> _Content:
        """The content of the file, which is read once, however many others import it."""
        key = (source.path, follows_imports)
        if key not in self._read_so_far:
            self._imports[source.path] = Import(source.path, digest_of(source.path))
            self._read_so_far[key] = self._read(source, follows_imports=follows_imports)
        return self._read_so_far[key]


def _ignored(node: yaml.Node) -> Iterator[str]:
    """The patterns or expected texts that name a rule to be ignored."""
    fields = _fields(node)
    for value in [value_of(field) for field in fields.values()] if fields else [value_of(node)]:
        if isinstance(value, str):
            literal = _LITERAL.fullmatch(value)
            yield (python_regex(literal["body"]) or value) if literal else re.escape(value)
            yield js_replacement(value)


def _is_ignored(term: Term, ignored: Collection[str]) -> bool:
    return term.match in ignored or term.expected in ignored


class _Entry:
    """One entry under `rules`: an expected text, or a mapping."""

    def __init__(self, source: Source, node: yaml.Node) -> None:
        self._source = source
        self._node = node
        self._fields = _fields(node)

    @property
    def place(self) -> str:
        """The entry's place."""
        return self._source.placed(self._node)

    def terms(self) -> Iterator[Term]:
        """The spellings that are to be replaced."""
        expected = value_of(self._fields.get("expected", self._node))
        if not isinstance(expected, str | int | float) or not str(expected):
            self._source.wrong(self._node, "expected がありません。書いてください", "expected is missing; add it")
            return
        empty = _GROUP.fullmatch(self._text("regexpMustEmpty"))
        note = self._text("prh")
        group = int(empty[1]) if empty else 0
        for match, literal, needed in self._matches(str(expected)):
            better = str(expected) if literal else js_replacement(str(expected), match)
            yield Term(match, better, needed, literal, group, note, os.path.basename(self._source.path))

    def _text(self, name: str) -> str:
        return str(value_of(self._fields[name]) or "") if name in self._fields else ""

    def _matches(self, expected: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Each expression, the literal text where it is no more than that, and the texts that it needs."""
        patterns = _items(self._fields.get("pattern")) or _items(self._fields.get("patterns"))
        for node in patterns:
            text = str(value_of(node))
            literal = _LITERAL.fullmatch(text)
            if literal is None:
                yield self._bounded(re.escape(text)), "" if self._has_boundary else text, (text.translate(FOLDED),)
                continue
            try:
                match = checked(literal["body"], literal["flags"].replace("m", "").replace("s", ""))
            except ExpressionError as error:
                self._source.wrong(
                    node,
                    f"正規表現 {shown(text)} が読めません: {error.message.ja}",
                    f"The regular expression {shown(text)} can't be read: {error.message.en}",
                )
                continue
            yield match, "", needed_by(match)
        if not patterns:
            spread = "".join(map(_spread, expected))
            yield self._bounded(spread), "", (expected.translate(FOLDED),)

    def _bounded(self, match: str) -> str:
        return rf"(?a:\b){match}(?a:\b)" if self._has_boundary else match

    @property
    def _has_boundary(self) -> bool:
        options = _fields(self._fields.get("options"))
        return "wordBoundary" in options and value_of(options["wordBoundary"]) is True

    def specs(self, terms: tuple[Term, ...]) -> Iterator[Spec]:
        """The entry's own examples."""
        for node in _items(self._fields.get("specs")):
            fields = _fields(node)
            if {"from", "to"} <= fields.keys():
                given, wanted = str(value_of(fields["from"])), str(value_of(fields["to"]))
                yield Spec(given, wanted, self._source.placed(node), terms)


def _spread(character: str) -> str:
    """An expression for the character: a letter or digit in all its forms, as in prh for an entry without a pattern."""
    if not _ALPHANUMERIC.match(character):
        return re.escape(character)
    half = character.translate(FOLDED)
    forms = dict.fromkeys([half, half.upper()])
    return "[" + "".join(forms) + "".join(chr(ord(form) + 0xFEE0) for form in forms) + "]"


def _fields(node: yaml.Node | None) -> Mapping[str, yaml.Node]:
    return {key_of(key): value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}


def _items(node: yaml.Node | None) -> list[yaml.Node]:
    """The items of a list; any other node counts as a list of one."""
    if node is None or (isinstance(node, yaml.ScalarNode) and node.tag.endswith(":null")):
        return []
    return list(node.value) if isinstance(node, yaml.SequenceNode) else [node]
