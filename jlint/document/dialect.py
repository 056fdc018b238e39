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
    """As CommonMark, but punctuation beside a Chinese, Japanese or Korean character doesn't prevent it."""


class Dialect(NamedTuple):
    """How a file is read. `is_guess`: nothing showed which dialect it is written in."""

    name: str
    syntaxes: tuple[Syntax, ...] = ()
    emphasis: Emphasis = Emphasis.COMMONMARK
    has_definitions: bool = False
    has_jsx: bool = False
    is_guess: bool = False


class Feature(NamedTuple):
    """What some dialects have and CommonMark hasn't. `written` is how it looks, `read` how jlint reads it."""

    written: str
    read: str
    dialects: frozenset[str]
    syntaxes: tuple[Syntax, ...] = ()
    emphasis: Emphasis | None = None
    has_definitions: bool = False
    has_jsx: bool = False


_NAMES = (
    "commonmark",
    "kramdown",
    "zenn",
    "qiita",
    "hugo",
    "mdx",
    "vitepress",
    "docusaurus",
    "mkdocs",
    "mdbook",
    "honkit",
    "hexo",
)
_ALL = frozenset(_NAMES)


def _in(*names: str) -> frozenset[str]:
    return frozenset(names)


FEATURES = (
    Feature(
        ":::message … :::",
        "a box; the lines with colons are markup, what follows `details` is a caption",
        _in("commonmark", "zenn", "qiita"),
        (syntax.BOX,),
    ),
    Feature(
        "::: tip Title … :::, :::tip[Title]",
        "a box; the title is a caption",
        _in("vitepress", "docusaurus", "mdx"),
        (syntax.TITLED_BOX,),
    ),
    Feature(
        '!!! note "Title", ??? tip, === "Tab"',
        "a box with what is indented below it; the title is a caption",
        _in("mkdocs"),
        (syntax.ADMONITION, syntax.FOLDED_ADMONITION, syntax.OPEN_ADMONITION, syntax.TAB),
    ),
    Feature(
        "> [!NOTE]",
        "markup; a title behind it is a caption (in every dialect, for GitHub shows the files too)",
        _ALL,
        (syntax.ALERT,),
    ),
    Feature(
        "{% tag %}, {{ output }}",
        "Liquid, in code too; `highlight` and `comment` are no prose",
        _in("kramdown"),
        (syntax.LIQUID, syntax.OUTPUT_ANYWHERE),
    ),
    Feature(
        "{% tag %}, {{ output }}, {# comment #}",
        "Nunjucks, in code too; `code`, `codeblock`, `mermaid` and the like are no prose",
        _in("honkit", "hexo"),
        (syntax.NUNJUCKS, syntax.OUTPUT_ANYWHERE, syntax.NUNJUCKS_COMMENT),
    ),
    Feature(
        "{{ expression }}",
        "what a reader sees in its place is not known: a placeholder",
        _in("vitepress", "mkdocs", "mdbook"),
        (syntax.OUTPUT,),
    ),
    Feature("{% tag %}", "markup of a macro", _in("mkdocs"), (syntax.TAG,)),
    Feature(
        "{{< shortcode >}}, {{% shortcode %}}",
        "markup; inner text is prose but for `highlight`, `mermaid`, `math` and the like",
        _in("hugo"),
        (syntax.SHORTCODE,),
    ),
    Feature(
        "## Heading {#id .class}",
        "markup",
        _ALL - {"commonmark", "zenn", "qiita", "hexo"},
        (syntax.HEADING_ATTRIBUTES,),
    ),
    Feature("{: .class #id}", "markup", _in("kramdown", "mkdocs"), (syntax.ATTRIBUTES,)),
    Feature(
        "{.class}, ![image](a.png){width=200}",
        "markup",
        _in("hugo", "vitepress", "mkdocs"),
        (syntax.PLAIN_ATTRIBUTES,),
    ),
    Feature(
        "{::comment} … {:/}, ^",
        "markup; `comment` and `nomarkdown` are no prose",
        _in("kramdown"),
        (syntax.EXTENSION, syntax.BLOCK_END),
    ),
    Feature("*[HTML]: expansion", "no prose", _in("kramdown", "mkdocs"), (syntax.ABBREVIATION,)),
    Feature("$$ … $$", "mathematics", _ALL - {"zenn"}, (syntax.MATH,)),
    Feature("$$ … $$(1)", "mathematics with its number", _in("zenn"), (syntax.NUMBERED_MATH,)),
    Feature("$x$", "mathematics", _in("zenn", "qiita"), (syntax.INLINE_MATH,)),
    Feature(
        "$x$",
        "mathematics, where no Japanese stands in it",
        _in("commonmark", "mdx", "vitepress", "docusaurus", "mkdocs", "hexo"),
        (syntax.CAREFUL_INLINE_MATH,),
    ),
    Feature(
        r"\\( … \\), \\[ … \\]",
        "mathematics",
        _in("kramdown", "hugo", "mkdocs", "mdbook", "honkit", "hexo"),
        (syntax.TEX_MATH,),
    ),
    Feature(
        r"\( … \), \[ … \]",
        "mathematics, inline where no Japanese stands in it",
        _in("hugo", "mkdocs"),
        (syntax.PLAIN_TEX_MATH,),
    ),
    Feature("@[card](address)", "an embedded page, no prose", _in("zenn"), (syntax.EMBED,)),
    Feature("![image](a.png =250x)", "the size of an image", _in("zenn"), (syntax.IMAGE_SIZE,)),
    Feature("^[note]", "a footnote, no prose", _in("zenn"), (syntax.INLINE_NOTE,)),
    Feature("[[toc]], [TOC]", "markup", _in("vitepress", "mkdocs"), (syntax.CONTENTS,)),
    Feature("<<< @/file", "an included file", _in("vitepress"), (syntax.SNIPPET,)),
    Feature('--8<-- "file"', "an included file", _in("mkdocs"), (syntax.PYTHON_SNIPPET,)),
    Feature('<Button @click="…">', "a tag of a component", _in("vitepress"), (syntax.COMPONENT,)),
    Feature(
        "import, export, {expression}, {/* comment */}, <Component>",
        "JavaScript; the text between tags is prose",
        _in("mdx", "docusaurus"),
        has_jsx=True,
    ),
    Feature(
        "Term, in the next line : definition",
        "two items of a list",
        _in("kramdown", "hugo", "mkdocs", "mdbook"),
        has_definitions=True,
    ),
    Feature(
        "**「語」**です",
        "bold, as the engine has it; CommonMark shows the asterisks",
        _in("kramdown", "mkdocs", "honkit"),
        emphasis=Emphasis.KRAMDOWN,
    ),
    Feature(
        "**「語」**です",
        "bold, as VitePress 2 has it (`cjk-friendly-emphasis: false` for VitePress 1)",
        _in("vitepress"),
        emphasis=Emphasis.CJK_FRIENDLY,
    ),
)
"""Which dialect has what; docs/dialects.md shows this table."""


def _dialect(name: str) -> Dialect:
    features = [feature for feature in FEATURES if name in feature.dialects]
    return Dialect(
        name,
        tuple(each for feature in features for each in feature.syntaxes),
        next((feature.emphasis for feature in features if feature.emphasis), Emphasis.COMMONMARK),
        any(feature.has_definitions for feature in features),
        any(feature.has_jsx for feature in features),
    )


DIALECTS: Mapping[str, Dialect] = {name: _dialect(name) for name in _NAMES}
"""The dialects by name, the values of `markdown:` in rules.yaml."""
