"""Rules made of data: the entries of `patterns` in rules.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from jlint.document.block import OBJECT, BlockKind
from jlint.finding import Finding, Fix, Severity, Text
from jlint.rules.allow import allowed
from jlint.rules.base import Category, Rule, RuleError, Span, replace
from jlint.rules.replacement import is_replaced_in

if TYPE_CHECKING:
    import regex

    from jlint.document import Document

TIME_LIMIT = 1.0
"""Seconds that one pattern may take on one file."""

_FEW_WORDS, _FEW_CHOICES = 50, 8
_GROUP_OPENING = re.compile(r"\(\?(?:<?[=!]|[:>|])")
_REPEATS = re.compile(r"[*+{]|\(\?")


class PatternSpec(NamedTuple):
    """What an entry says. `match` is a regular expression, or words of which one is looked for."""

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
    def _regex(self) -> regex.Pattern[str]:
        return compile_match(self.spec.match)

    @cached_property
    def _is_quick(self) -> bool:
        return is_quick(self.spec.match)

    @property
    def state(self) -> str:
        return repr((self.spec._replace(where=frozenset()), sorted(self.spec.where)))

    def check(self, document: Document) -> Iterator[Finding]:
        deadline = monotonic() + TIME_LIMIT
        for block in document.prose:
            if "prose" not in self.spec.where and block.kind.value not in self.spec.where:
                continue
            for match in self._matches(block.text, deadline):
                span = block.source_span(*match.span())
                yield Finding(self.id, span, self.spec.message, self._fix(document, span, match))
        if BlockKind.CODE in self.spec.where:
            yield from self._in_code(document, deadline)

    def _in_code(self, document: Document, deadline: float) -> Iterator[Finding]:
        for block in document.blocks:
            if block.kind is BlockKind.CODE:
                for match in self._matches(block.span.of(document.text), deadline):
                    span = Span(block.span.start + match.start(), block.span.start + match.end())
                    yield Finding(self.id, span, self.spec.message, self._fix(document, span, match))

    def _matches(self, text: str, deadline: float) -> Iterator[regex.Match[str]]:
        """The matches that are neither empty nor reach over code nor are allowed nor right already."""
        left = None if self._is_quick else deadline - monotonic()
        allow = allowed(self.spec.allow)
        try:
            if left is not None and left <= 0:
                raise TimeoutError
            for match in self._regex.finditer(text, timeout=left):
                if not match[0] or OBJECT in match[0] or allow.covers(text, *match.span()):
                    continue
                if not self._is_right_in(text, match):
                    yield match
        except (TimeoutError, MemoryError):
            raise RuleError(
                ja=f"パターン {self.id} は {TIME_LIMIT:g} 秒で終わらないので止めました。"
                "(a+)+ のように、くり返しの中にくり返しがないか確かめてください",
                en=f"Pattern {self.id} was stopped after {TIME_LIMIT:g} s. "
                "Look for a repetition inside a repetition, such as (a+)+",
            ) from None

    def _is_right_in(self, text: str, match: regex.Match[str]) -> bool:
        """Whether the replacement stands here, of which the match may be but a part."""
        if self.spec.replace is None:
            return False
        return is_replaced_in(text, match.start(), match.end(), replacement(self.spec, match))

    def _fix(self, document: Document, span: Span, match: regex.Match[str]) -> Fix | None:
        """The replacement, unless markup or a line break inside the match would be lost by it."""
        if self.spec.replace is None or span.of(document.text) != match[0]:
            return None
        text = replacement(self.spec, match)
        title = Text(f"「{text}」に置き換える", f"Replace by “{text}”") if text else Text("消す", "Remove")
        return replace(span, text, ja=title.ja, en=title.en, safe=self.spec.safe)


def compile_match(match: str | tuple[str, ...]) -> regex.Pattern[str]:
    """The pattern that looks for `match`; of several words the longest counts. Raises regex.error for a bad one."""
    import regex

    return regex.compile(match if isinstance(match, str) else _any_of(match))


def _any_of(words: Iterable[str]) -> str:
    """Words grouped by their first character, so that most places of a text are passed over at once."""
    import regex

    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(regex.escape(word[0]), []).append(regex.escape(word[1:]))
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in groups.items())


def is_quick(match: str | tuple[str, ...]) -> bool:
    """Whether the pattern has so few choices that it needs no clock, which would cost more than the search itself."""
    if not isinstance(match, str):
        return len(match) <= _FEW_WORDS
    bare = _GROUP_OPENING.sub("(", match)
    return not _REPEATS.search(bare) and sum(map(bare.count, "?|")) <= _FEW_CHOICES


def replacement(spec: PatternSpec, match: regex.Match[str]) -> str:
    """What is put in the place of a match: for a regular expression the template filled in, for words the text."""
    if spec.replace is None:
        return str(match[0])
    return str(match.expand(spec.replace)) if isinstance(spec.match, str) else spec.replace
