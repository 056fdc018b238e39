"""One entry under a dictionary's `rules`: the terms and the examples that it stands for."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping

import yaml
from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.document.yaml_nodes import value_of
from jlint.expressions.error import ExpressionError
from jlint.expressions.user_expression import shown
from jlint.javascript import checked
from jlint.prh.needed import needed_by
from jlint.prh.nodes import fields_of, items_of, text_of
from jlint.prh.terms import FOLDED, Term, folded, term_expression
from jlint.yaml_file.source import Source

LITERAL = lazy_pattern(r"/(?P<body>.*)/(?P<flags>[a-z]*)")
_GROUP = lazy_pattern(r"\$([1-9]\d*)")
_REFERENCE = lazy_pattern(r"\$(\d{1,2})|\\")
_ALPHANUMERIC = lazy_pattern("[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]")
_SPECIAL = lazy_pattern(r"[\\^$.*+?()[\]{}|/]")
_NO_JAVASCRIPT = lazy_pattern(r"^[*+?{]|[*+?}]\+|\*\*")
"""Quantifiers that are an error in JavaScript. Python takes some of them for possessive ones."""
_BOUNDARY = r"\b"


class Spec(Struct, frozen=True):
    """An example in a dictionary: a text, and what it should become. `place` is the example's."""

    given: str
    wanted: str
    place: str
    terms: tuple[Term, ...]


class _Pattern(Struct, frozen=True):
    """An expression in JavaScript's and in Python's syntax; `literal` is the text where it is no more than that."""

    source: str
    match: str
    literal: str


class Entry:
    """One entry under `rules`: an expected text, or a mapping. Mistakes in it go to `source.mistakes`.

    `names` are the expressions, in JavaScript's syntax, by which `ignoreRules` may name the entry: that of all its
    patterns together, as prh writes it.
    """

    def __init__(self, source: Source, node: yaml.Node) -> None:
        self._source = source
        self._node = node
        self._fields = fields_of(node)
        self.place = source.placed(node)
        self.expected = self._expected()
        self.names: tuple[str, ...] = ()
        self.terms = tuple(self._terms()) if self.expected is not None else ()
        self.specs = tuple(self._specs())

    def _expected(self) -> str | None:
        expected = text_of(self._fields.get("expected", self._node))
        if expected is None:
            self._source.wrong(self._node, "expected がありません。書いてください", "expected is missing; add it")
        elif not expected and not self._pattern_nodes():
            self._source.wrong(
                self._node,
                "expected が空で、pattern がありません。消す語を pattern に書いてください",
                "expected is empty and there is no pattern; write what is to be deleted as the pattern",
            )
            return None
        return expected

    def _pattern_nodes(self) -> list[yaml.Node]:
        """The nodes of all patterns. Lists in lists, which aliases make, count as one."""
        nodes = items_of(self._fields.get("pattern")) or items_of(self._fields.get("patterns"))
        flat: list[yaml.Node] = []
        while nodes:
            node = nodes.pop(0)
            if isinstance(node, yaml.SequenceNode):
                nodes[:0] = node.value
            else:
                flat.append(node)
        return flat

    def _terms(self) -> Iterator[Term]:
        """The spellings that are to be replaced.

        prh makes one expression of all patterns, so that their groups are numbered together.
        """
        expected = self.expected or ""
        nodes = self._pattern_nodes()
        patterns = [pattern for node in nodes for pattern in self._pattern(node)] if nodes else [self._spread(expected)]
        must_be_empty = self._must_be_empty()
        has_groups = must_be_empty > 0 or "$" in expected
        groups = [_groups_of(pattern.match) if has_groups else 0 for pattern in patterns]
        note, file = self._note(), os.path.basename(self._source.path)
        together = "|".join(pattern.source for pattern in patterns)
        self.names = (plain_source(together), plain_source(f"(?:{together})"))
        before = 0
        for pattern, count in zip(patterns, groups, strict=True):
            needed = (folded(pattern.literal),) if pattern.literal else needed_by(pattern.match)
            better = _template(expected, before, count, sum(groups), is_plain=bool(pattern.literal))
            empty = must_be_empty - before if 0 < must_be_empty - before <= count else 0
            yield Term(pattern.match, better, needed, pattern.literal, empty, note, file, expected)
            before += count

    def _note(self) -> str:
        return text_of(self._fields["prh"]) or "" if "prh" in self._fields else ""

    def _must_be_empty(self) -> int:
        """The number of the group that must be empty, among the groups of all patterns; 0 for none."""
        node = self._fields.get("regexpMustEmpty")
        text = text_of(node) if node else None
        if node is None or not text:
            return 0
        group = _GROUP.fullmatch(text)
        if group is None:
            self._source.wrong(
                node,
                "regexpMustEmpty には $1 のように、空でなければならない ( ) の番号を書きます",
                "regexpMustEmpty takes the number of the group that must be empty, such as $1",
            )
            return 0
        return int(group[1])

    def _pattern(self, node: yaml.Node) -> Iterator[_Pattern]:
        """The pattern of a node; nothing for one that can't be used."""
        text = text_of(node)
        if text is None:
            yield self._spread(self.expected or "")
            return
        if not text:
            self._source.wrong(node, "pattern が空です", "The pattern is empty")
            return
        literal = LITERAL.fullmatch(text)
        if literal is None:
            match = re.escape(text)
            bounded = rf"(?a:\b){match}(?a:\b)" if self._has_boundary else match
            yield _Pattern(self._bounded(escaped(text)), bounded, "" if self._has_boundary else text)
            return
        body = self._bounded(literal["body"])
        try:
            # prh passes over the other flags: all its expressions are global, multiline and of Unicode
            yield _Pattern(body, checked(body, "i" if "i" in literal["flags"] else ""), "")
        except ExpressionError as error:
            self._source.wrong(
                node,
                f"正規表現 {shown(text)} が読めません: {error.message.ja}",
                f"The regular expression {shown(text)} can't be read: {error.message.en}",
            )

    def _spread(self, expected: str) -> _Pattern:
        """The expression for an entry without a pattern: letters and digits in all their forms.

        As in prh other characters stand as they are, so that the dot of Node.js is any character. What is no expression
        so is taken as a text.
        """
        source = self._bounded("".join(map(_forms_of, expected)))
        if not _NO_JAVASCRIPT.search(expected):
            try:
                return _Pattern(source, checked(source), "")
            except ExpressionError:
                pass
        source = self._bounded(
            "".join(_forms_of(each) if _ALPHANUMERIC.match(each) else escaped(each) for each in expected)
        )
        return _Pattern(source, checked(source), "")

    def _bounded(self, source: str) -> str:
        """The expression between word boundaries, where the entry wants it: like prh's, without a group around it."""
        return f"{_BOUNDARY}{source}{_BOUNDARY}" if self._has_boundary else source

    @property
    def _has_boundary(self) -> bool:
        options = fields_of(self._fields.get("options"))
        return "wordBoundary" in options and value_of(options["wordBoundary"]) in (True, "true")

    def _specs(self) -> Iterator[Spec]:
        """The entry's own examples."""
        for node in items_of(self._fields.get("specs")):
            fields: Mapping[str, yaml.Node] = fields_of(node)
            if {"from", "to"} <= fields.keys():
                given, wanted = text_of(fields["from"]) or "", text_of(fields["to"]) or ""
                yield Spec(given, wanted, self._source.placed(node), self.terms)


def _template(expected: str, before: int, count: int, total: int, *, is_plain: bool) -> str:
    """The replacement as a template of Python's for one of several patterns, a plain text where that `is_plain`.

    `before` groups belong to the patterns before it, `count` to itself, of `total`. A reference to the group of another
    pattern is empty, one to no group at all stands for itself.
    """

    def reference(found: re.Match[str]) -> str:
        if found[1] is None:
            return "\\" if is_plain else r"\\"
        number = int(found[1])
        if not 1 <= number <= total:
            return found[0]
        return rf"\g<{number - before}>" if 1 <= number - before <= count else ""

    return _REFERENCE.sub(reference, expected)


def _groups_of(match: str) -> int:
    return sum(name.isdecimal() for name in term_expression(match, "").groups) if "(" in match else 0


def escaped(text: str) -> str:
    """The text as an expression of JavaScript's."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def plain_source(source: str) -> str:
    """An expression of JavaScript's as others may write it too: a slash needs a backslash only between slashes."""
    return source.replace(r"\/", "/")


def _forms_of(character: str) -> str:
    """An expression for the character: a letter or digit in all its forms."""
    if not _ALPHANUMERIC.match(character):
        return character
    half = character.translate(FOLDED)
    forms = dict.fromkeys([half.upper(), half])
    return "[" + "".join(forms) + "".join(chr(ord(form) + 0xFEE0) for form in forms) + "]"
