"""The dialects of Markdown: what each adds to CommonMark, and how its engine reads emphasis."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import NamedTuple

from jlint.document import syntax
from jlint.document.syntax import Syntax


class Emphasis(enum.Enum):
    """Where an engine takes `*` and `_` for emphasis."""

    COMMONMARK = enum.auto()
    KRAMDOWN = enum.auto()
    """Beside punctuation too, as kramdown, Python-Markdown and early versions of marked do."""
    CJK_FRIENDLY = enum.auto()
    """As CommonMark, but punctuation beside Chinese, Japanese or Korean characters makes no difference."""


class Dialect(NamedTuple):
    """How a file is read. `is_guess`: nothing showed which dialect it is written in."""

    name: str
    syntaxes: tuple[Syntax, ...] = ()
    emphasis: Emphasis = Emphasis.COMMONMARK
    has_definitions: bool = False
    has_jsx: bool = False
    is_guess: bool = False


_KRAMDOWN = (
    syntax.LIQUID,
    syntax.LIQUID_OUTPUT,
    syntax.EXTENSION,
    syntax.ATTRIBUTES,
    syntax.HEADING_ATTRIBUTES,
    syntax.BLOCK_END,
    syntax.ABBREVIATION,
    syntax.MATH,
)
_ZENN = (
    syntax.CONTAINER,
    syntax.EMBED,
    syntax.NUMBERED_MATH,
    syntax.INLINE_MATH,
    syntax.IMAGE_SIZE,
    syntax.INLINE_NOTE,
)

DIALECTS: Mapping[str, Dialect] = {
    dialect.name: dialect
    for dialect in (
        Dialect("commonmark", (syntax.MATH,)),
        Dialect("kramdown", _KRAMDOWN, Emphasis.KRAMDOWN, has_definitions=True),
        Dialect("zenn", _ZENN),
        Dialect("qiita", (syntax.CONTAINER, syntax.MATH, syntax.INLINE_MATH)),
        Dialect("hugo", (syntax.SHORTCODE, syntax.HEADING_ATTRIBUTES, syntax.MATH), has_definitions=True),
        Dialect("mdx", (syntax.HEADING_ATTRIBUTES, syntax.MATH), has_jsx=True),
        Dialect("vitepress"),
        Dialect("docusaurus", (syntax.HEADING_ATTRIBUTES, syntax.MATH), has_jsx=True),
        Dialect("mkdocs"),
        Dialect("mdbook"),
        Dialect("honkit"),
        Dialect("hexo"),
    )
}
"""The dialects by name, the values of `markdown:` in rules.yaml."""
