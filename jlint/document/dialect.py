"""The dialects of Markdown: what each adds to CommonMark, and how its engine reads emphasis."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct

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
    has_whole_html: bool = False
    is_guess: bool = False


class Feature(Struct, frozen=True):
    """What some dialects have and CommonMark hasn't. `written` is how it looks, of each
    another, `read` how jlint reads it."""

    written: str
    read: str
    dialects: frozenset[str]
    syntaxes: tuple[Syntax, ...] = ()
    emphasis: Emphasis | None = None
    has_definitions: bool = False
    has_jsx: bool = False
    has_whole_html: bool = False


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
        ":::message … :::, :::details Title",
        "a box; the lines with colons are markup, what follows `details` is a caption",
        _in("commonmark", "zenn", "qiita"),
        (syntax.BOX,),
    ),
    Feature(
        "::: tip Title … :::, :::tip[Title]",
        "a box; the title is a caption, attributes behind it are markup",
        _in("vitepress", "docusaurus", "mdx"),
        (syntax.TITLED_BOX,),
    ),
    Feature(
        '!!! note "Title", ??? tip, === "Tab"',
        "a box with what is indented below it; the title is a caption",
        _in("mkdocs"),
        (syntax.ADMONITION, syntax.FOLDED_ADMONITION, syntax.TAB),
    ),
    Feature(
        "/// note | Title … ///",
        "a box; the title, and the text of `caption`, is a caption; options below the first line are markup",
        _in("mkdocs"),
        (syntax.SLASHES,),
    ),
    Feature(
        "> [!NOTE], > [!NOTE] Title",
        "a box and no quotation; the title is a caption (in every dialect, for GitHub shows the files too)",
        _ALL,
        (syntax.ALERT,),
    ),
    Feature(
        "::name[text]{key=value}, :name[text]{key=value}",
        "a directive; the text is prose",
        _in("docusaurus", "mdx"),
        (syntax.LEAF_DIRECTIVE, syntax.TEXT_DIRECTIVE),
    ),
    Feature(
        "{% tag %}, {{ output }}",
        "Liquid, in code too; what is between tags is prose but for `highlight` and `comment`",
        _in("kramdown"),
        (syntax.LIQUID, syntax.OUTPUT_ANYWHERE),
    ),
    Feature(
        "{% tag %}, {{ output }}, {# comment #}",
        "Nunjucks, in code too; what is between tags is prose but for `code`, `codeblock`, `comment`, `graphviz`, "
        "`highlight`, `math`, `mermaid` and `plantuml`",
        _in("honkit", "hexo"),
        (syntax.NUNJUCKS, syntax.OUTPUT_ANYWHERE, syntax.NUNJUCKS_COMMENT),
    ),
    Feature(
        "{{ expression }}",
        "what a reader sees in its place is not known: a placeholder",
        _in("vitepress", "mkdocs"),
        (syntax.OUTPUT,),
    ),
    Feature(
        r"{{#include file}}, \{{#include file}}",
        "a placeholder; behind a backslash it is text",
        _in("mdbook"),
        (syntax.ESCAPABLE_OUTPUT,),
    ),
    Feature("{% tag %}", "a tag of a macro: markup", _in("mkdocs"), (syntax.TAG,)),
    Feature(
        "{{< shortcode >}}, {{% shortcode %}}",
        "markup, in code too; inner text is prose but for `comment`, `highlight`, `katex`, `math`, `mermaid` and "
        "`rawhtml`",
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
        "markup, on a line of its own or right behind what it belongs to",
        _in("hugo", "vitepress", "mkdocs"),
        (syntax.PLAIN_ATTRIBUTES,),
    ),
    Feature(
        "text {.class}",
        "markup at the end of a paragraph, an item or a cell",
        _in("vitepress", "mkdocs"),
        (syntax.TRAILING_ATTRIBUTES,),
    ),
    Feature(
        "{::comment} … {:/}, ^",
        "markup; `comment` is no prose",
        _in("kramdown"),
        (syntax.EXTENSION, syntax.BLOCK_END),
    ),
    Feature(
        "* Contents, in the next line {:toc}",
        "the table of contents takes the place of the list, which nobody sees",
        _in("kramdown"),
        (syntax.TABLE_OF_CONTENTS,),
    ),
    Feature("[[toc]]", "the table of contents: markup", _in("vitepress"), (syntax.CONTENTS,)),
    Feature("[TOC]", "the table of contents: markup", _in("mkdocs"), (syntax.PYTHON_CONTENTS,)),
    Feature("*[HTML]: expansion", "no prose", _in("kramdown", "mkdocs"), (syntax.ABBREVIATION,)),
    Feature("$$ … $$", "mathematics", _ALL - {"zenn"}, (syntax.MATH,)),
    Feature("$$ … $$(1)", "mathematics with its number", _in("zenn"), (syntax.NUMBERED_MATH,)),
    Feature("$x$, $`x`$", "mathematics", _in("zenn", "qiita"), (syntax.INLINE_MATH,)),
    Feature(
        r"$x$, $`x`$, $\text{語}$",
        r"mathematics, where no Japanese stands in it but in `\text{…}`",
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
    Feature("![image](a.png =250x)", "the size of an image: markup", _in("zenn"), (syntax.IMAGE_SIZE,)),
    Feature("^[note]", "a footnote; its text is a paragraph of its own", _in("zenn"), (syntax.INLINE_NOTE,)),
    Feature("<<< @/file", "an included file", _in("vitepress"), (syntax.SNIPPET,)),
    Feature('--8<-- "file"', "an included file", _in("mkdocs"), (syntax.PYTHON_SNIPPET,)),
    Feature(
        '<Button @click="…">, a tag over several lines',
        "tags of Vue's that CommonMark would show: markup",
        _in("vitepress"),
        (syntax.VUE_ATTRIBUTE, syntax.VUE_LONG_TAG),
    ),
    Feature("<template #name>", "the text is prose", _in("vitepress"), (syntax.VUE_TEMPLATE,)),
    Feature(
        "import, export, {expression}, {/* comment */}, <Component>",
        "JavaScript; the text between tags is prose, as in HTML",
        _in("mdx", "docusaurus"),
        has_jsx=True,
    ),
    Feature(
        "<div markdown>",
        "what is inside is Markdown",
        _in("kramdown", "mkdocs"),
        (syntax.MARKDOWN_IN_HTML,),
    ),
    Feature(
        "<div>, a blank line, indented HTML, </div>",
        "all of it is HTML; elsewhere it is code behind the blank line",
        _in("kramdown", "mkdocs", "honkit"),
        has_whole_html=True,
    ),
    Feature(
        ":anchor:",
        "an emoji: a placeholder",
        _in("commonmark", "kramdown", "qiita", "hugo", "vitepress", "docusaurus"),
        (syntax.EMOJI,),
    ),
    Feature(":material-key:{ .class }", "an icon: a placeholder", _in("mkdocs"), (syntax.ICON,)),
    Feature("++ctrl+c++", "keys: a placeholder", _in("mkdocs"), (syntax.KEYS,)),
    Feature(
        "==text==, ^^text^^, H~2~O, x^2^",
        "the marks are markup; between single marks only where nothing but letters and digits of ASCII stands there",
        _in("mkdocs"),
        (syntax.MARK, syntax.INSERTION, syntax.SUBSCRIPT, syntax.SUPERSCRIPT),
    ),
    Feature(
        "{++text++}, {--text--}, {~~old~>new~~}, {==text==}, {>>remark<<}",
        "an editor's marks: the text as it is to be",
        _in("mkdocs"),
        (syntax.CRITIC,),
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
        "これは**「語」**です",
        "bold, as VitePress 2 has it; VitePress 1 shows the asterisks",
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
        any(feature.has_whole_html for feature in features),
    )


DIALECTS: Mapping[str, Dialect] = {name: _dialect(name) for name in _NAMES}
"""The dialects by name, the values of `markdown:` in rules.yaml."""
