"""Rules made of data: the entries of `patterns` in rules.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from jlint.document.block import OBJECT, BlockKind
from jlint.document.word_search import WordMatch, WordSearch
from jlint.expressions.replacement import is_replaced_in
from jlint.expressions.user_expression import UserExpression
from jlint.finding import Finding, Fix, Severity, Text
from jlint.rules.contract.base import Category, Rule, Span, replace
from jlint.rules.helpers.allow import allowed

if TYPE_CHECKING:
    from jlint.document import Document

Match = re.Match[str] | WordMatch
_UNSAFE = Text(
    "パターンに safe: true と書けば --fix でも直ります", "With safe: true in the pattern --fix repairs it too"
)
_HIDDEN = Text(
    "途中に記号か改行があるので、自動では置き換えません",
    "Markup or a line end lies within, so it is not replaced automatically",
)


class PatternSpec(NamedTuple):
    """The settings of an entry. `match` is a regular expression, or words of which any may match."""

    id: str
    match: str | tuple[str, ...]
    replace: str | None
    message: Text
    severity: Severity | None
    category: Category
    where: frozenset[str]
    safe: bool
    allow: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()


class PatternRule(Rule):
    """設定ファイルの patterns に書かれたルール。

    どう直すかは、そのルールを書いた人の文が伝える。
    """

    english = """A rule written under `patterns` in the configuration.

    What to do about it, its author says in the message.
    """
    examples = ()

    def __init__(self, spec: PatternSpec) -> None:
        super().__init__()
        self.spec = spec
        self.id = spec.id
        self.category = spec.category
        self.severity = spec.severity

    @cached_property
    def _search(self) -> UserExpression | WordSearch:
        match = self.spec.match
        return expression(self.id, match) if isinstance(match, str) else WordSearch(match)

    @property
    def state(self) -> str:
        return repr((self.spec._replace(where=frozenset()), sorted(self.spec.where)))

    def check(self, document: Document) -> Iterator[Finding]:
        for block in document.prose:
            if "prose" not in self.spec.where and block.kind.value not in self.spec.where:
                continue
            for match in self._matches(block.text):
                span = block.source_span(*match.span())
                yield self._found(document, span, match)
        if BlockKind.CODE in self.spec.where:
            yield from self._in_code(document)

    def _in_code(self, document: Document) -> Iterator[Finding]:
        for block in document.blocks:
            if block.kind is BlockKind.CODE:
                for match in self._matches(block.span.of(document.text)):
                    span = Span(block.span.start + match.start(), block.span.start + match.end())
                    yield self._found(document, span, match)

    def _matches(self, text: str) -> Iterator[Match]:
        """The matches that are not empty, span no code, and are neither allowed nor already correct."""
        allow = allowed(self.spec.allow)
        for match in self._search.matches(text):
            if not match[0] or OBJECT in match[0] or allow.covers(text, *match.span()):
                continue
            if not self._is_right_in(text, match):
                yield match

    def _is_right_in(self, text: str, match: Match) -> bool:
        """Whether the text already is the replacement, of which the match may be only a part."""
        if self.spec.replace is None:
            return False
        return is_replaced_in(text, match.start(), match.end(), replacement(self.spec, match))

    def _found(self, document: Document, span: Span, match: Match) -> Finding:
        fix = self._fix(document, span, match)
        note = None if self.spec.replace is None or (fix and fix.safe) else _UNSAFE if fix else _HIDDEN
        return Finding(self.id, span, self.spec.message, fix, fix_note=note)

    def _fix(self, document: Document, span: Span, match: Match) -> Fix | None:
        """The replacement, unless markup or a line break inside the match would be lost by it."""
        if self.spec.replace is None or span.of(document.text) != match[0]:
            return None
        text = replacement(self.spec, match)
        title = Text(f"「{text}」に置き換える", f"Replace by “{text}”") if text else Text("消す", "Remove")
        return replace(span, text, ja=title.ja, en=title.en, safe=self.spec.safe)


def expression(id: str, match: str) -> UserExpression:
    """The regular expression of the pattern of this id. It isn't checked."""
    return UserExpression(match, Text(f"パターン {id} ", f"Pattern {id}"))


def replacement(spec: PatternSpec, match: Match) -> str:
    """The replacement of a match: for a regular expression the template filled in, for words the text."""
    if spec.replace is None:
        return match[0]
    return spec.replace if isinstance(match, WordMatch) else match.expand(spec.replace)
