"""The markup that dialects add to CommonMark, each as an expression that finds it."""

from __future__ import annotations

from typing import NamedTuple


class Syntax(NamedTuple):
    """Markup that a regular expression finds. Every text that has any contains `hint`.

    The pattern's groups are named after the shapes (see `mask`); a match without any of them is an object. `anywhere`:
    the site processes the markup before Markdown, in code as well. `bodies` are the tags, named by the group `name`,
    whose text up to the closing tag is not prose either; the group `close` names the tag that is closed.
    """

    hint: str
    pattern: str
    anywhere: bool = False
    bodies: frozenset[str] = frozenset()


_TEMPLATE_TAG = r"\{%-?\s*(?:end(?P<close>\w+)|(?P<name>\w+))?(?:[^%{]|%(?!\})|\{(?!%))*+%\}"
_TEMPLATE_OUTPUT = r"\{\{(?:[^{}\n]|\}(?!\}))*+\}\}"

LIQUID = Syntax("{%", _TEMPLATE_TAG, anywhere=True, bodies=frozenset({"highlight", "comment"}))
NUNJUCKS = Syntax(
    "{%",
    _TEMPLATE_TAG,
    anywhere=True,
    bodies=frozenset({"code", "codeblock", "comment", "graphviz", "highlight", "math", "mermaid", "plantuml"}),
)
NUNJUCKS_COMMENT = Syntax("{#", r"\{\#(?:[^#{]|\#(?!\})|\{(?!\#))*+\#\}", anywhere=True)
OUTPUT_ANYWHERE = Syntax("{{", _TEMPLATE_OUTPUT, anywhere=True)
OUTPUT = Syntax("{{", _TEMPLATE_OUTPUT)
TAG = Syntax("{%", _TEMPLATE_TAG)
SHORTCODE = Syntax(
    "{{",
    r"""\{\{(?:
        <[ \t]*(?:/[ \t]*(?P<close>[\w-]+)|(?P<name>[\w-]+))?(?:[^>{]|>(?!\}\})|\{(?!\{))*+>
      | %(?:[^%{]|%(?!\}\})|\{(?!\{))*+%
    )\}\}""",
    anywhere=True,
    bodies=frozenset({"highlight", "katex", "math", "mermaid", "rawhtml"}),
)

EXTENSION = Syntax(
    "{:",
    r"(?<!\\)(?P<unseen>\{:(?::(?P<name>[a-z]+)|/(?P<close>[a-z]*))[^{}\n]*+\})",
    bodies=frozenset({"comment", "nomarkdown"}),
)
ATTRIBUTES = Syntax("{:", r"(?<!\\)(?P<unseen>\{:(?![:/\s]*\}|[:/])[^{}\n]*+\})")
_PLAIN_ATTRIBUTES = r"\{[ ]*(?:[.\#][\w-]|[A-Za-z][\w-]*=)[^{}\n]*+\}"
PLAIN_ATTRIBUTES = Syntax(
    "{",
    rf"^[ \t]*(?P<spaces>{_PLAIN_ATTRIBUTES})[ \t]*\r?$|(?<=[)\]`*_])(?P<unseen>{_PLAIN_ATTRIBUTES})",
)
HEADING_ATTRIBUTES = Syntax("{", r"^[ ]{0,3}\#[^\n]*?(?P<spaces>\{[ ]?[\#.][^{}\n]*+\}[ \t]*)\r?$")
BLOCK_END = Syntax("\n^", r"^[ ]{0,3}(?P<spaces>\^)[ \t]*\r?$")
ABBREVIATION = Syntax("*[", r"^[ ]{0,3}(?P<spaces>\*\[[^\]\n]+\]:[^\n]*+$)")

_BETWEEN_DOLLARS = r"\$\$(?!\s*\$\$)(?:[^$\n]|\$(?!\$)|\n(?![ \t]*\r?\n))++\$\$"
MATH = Syntax("$$", _BETWEEN_DOLLARS)
NUMBERED_MATH = Syntax("$$", rf"{_BETWEEN_DOLLARS}(?:\([^()\s]++\))?")
INLINE_MATH = Syntax("$", r"(?<![\\0-9$])\$(?:`[^`\n]+`|(?![\s$`])[^$\n]*(?<!\s))\$(?![0-9$])")
_NOT_JAPANESE = r"[^\n\u3040-\u30ff\u3400-\u9fff$]"
CAREFUL_INLINE_MATH = Syntax(
    "$", rf"(?<![\\\w$])\$(?:`[^`\n]+`|(?![\s$`])(?:\\text\{{[^{{}}$\n]*+\}}|{_NOT_JAPANESE})*+(?<!\s))\$(?![\w$])"
)
"""Between single dollars only what holds no Japanese: elsewhere in a text they may be prices or variables."""
TEX_MATH = Syntax(
    "\\\\",
    r"(?<!\\)\\\\\((?:(?!\\\\\))[^\n])++\\\\\)|(?<!\\)\\\\\[(?:(?!\\\\\])(?:[^\n]|\n(?![ \t]*\r?\n)))++\\\\\]",
)
PLAIN_TEX_MATH = Syntax(
    "\\",
    rf"(?<!\\)\\\((?:(?!\\\)){_NOT_JAPANESE})++\\\)|(?<!\\)\\\[(?:(?!\\\])(?:[^\n]|\n(?![ \t]*\r?\n)))++\\\]",
)
"""With one backslash CommonMark reads escaped brackets, which may also stand around prose."""

_BOX_TYPE = r":::+[ \t]*[A-Za-z][\w-]*"
_BOX_LINE = r"(?P<spaces>:::[^\n]*+$)"
BOX = Syntax(":::", rf"^[ \t>]*(?:(?P<caption>:::+[ \t]*details[ \t]+)(?=\S)|{_BOX_LINE})")
TITLED_BOX = Syntax(
    ":::",
    rf"""^[ \t>]*(?:
        (?P<caption>{_BOX_TYPE}(?:\[|[ \t]+)(?=[^\s{{\[\]]))[^\n{{\]]*(?P<after>[\]{{][^\n]*)?\r?$
      | {_BOX_LINE}
    )""",
)
"""With a title behind the type, as VitePress has it, or in brackets, as Docusaurus has it."""
_TITLE_IN_QUOTES = r'(?=[^"\s])[^"\n]*(?P<after>")'
_ADMONITION = rf"""^[ \t]*(?:
        (?P<box>(?:!!!|\?\?\?\+?)(?:[ ]+[\w-]+)++[ ]+"){_TITLE_IN_QUOTES}
      | (?P<bare>(?:!!!|\?\?\?\+?)(?:[ ]+[\w-]+)++(?:[ ]+"")?)
    )[ \t]*\r?$"""
ADMONITION = Syntax("!!! ", _ADMONITION)
"""A box of Python-Markdown: what belongs to it is indented by four spaces."""
FOLDED_ADMONITION = Syntax("??? ", _ADMONITION)
OPEN_ADMONITION = Syntax("???+ ", _ADMONITION)
TAB = Syntax('=== "', rf'^[ \t]*(?P<box>===[ ]+"){_TITLE_IN_QUOTES}[ \t]*\r?$')
ALERT = Syntax(
    "[!",
    r"^[ ]{0,3}>[ \t>]*(?:(?P<caption>\[![A-Za-z]+\][+-]?[ \t]+)(?=\S)|(?P<spaces>\[![A-Za-z]+\][+-]?)[ \t]*\r?$)",
)

EMBED = Syntax("@[", r"^[ \t]*@\[[a-z]+\]\([^\n)]*+\)[ \t]*\r?$")
IMAGE_SIZE = Syntax("](", r"\]\([^\s()]++(?P<spaces>[ ]+=\d*x\d*[ ]*)(?=\))")
INLINE_NOTE = Syntax("^[", r"\^\[(?:[^\[\]\n]|\[[^\[\]\n]*+\])*+\]")
CONTENTS = Syntax("[", r"^[ ]{0,3}(?P<spaces>\[\[_?toc_?\]\]|\[TOC\])[ \t]*\r?$")
SNIPPET = Syntax("<<<", r"^[ \t]*<<<[ \t]*[@./~\w][^\r\n]*+")
PYTHON_SNIPPET = Syntax("8<--", r"^[ \t]*-+8<-+[^\r\n]*+")
COMPONENT = Syntax(
    "<", r"""(?P<unseen></?[A-Za-z][\w.-]*(?=[^<>"'\n]*\s[@\#])(?:[^<>"'\n]|"[^"\n]*+"|'[^'\n]*+')*+>)"""
)
"""A tag of Vue with an attribute that HTML doesn't have (`@click`, `#slot`), so that CommonMark takes it for text."""
