"""The markup that dialects add to CommonMark, each as an expression that finds it."""

from __future__ import annotations

from msgspec import Struct


class Syntax(Struct, frozen=True):
    """Markup that a regular expression finds. Every text that has any contains `hint`.

    The pattern's groups are named after the shapes (see `mask`); a match without any of them is an object. `anywhere`:
    the site processes the markup before Markdown, in code as well. `bodies` are the tags, named by the group `name`,
    whose text up to the closing tag is not prose either; the group `close` names the tag that is closed. With `parts`
    not the match is masked, but what this second expression finds in it.
    """

    hint: str
    pattern: str
    anywhere: bool = False
    bodies: frozenset[str] = frozenset()
    parts: str = ""


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
ESCAPABLE_OUTPUT = Syntax("{{", rf"(?<!\\){_TEMPLATE_OUTPUT}")
TAG = Syntax("{%", _TEMPLATE_TAG)
SHORTCODE = Syntax(
    "{{",
    r"""\{\{[<%][ \t]*(?:/[ \t]*(?P<close>[\w-]+)|(?P<name>[\w-]+))?
        (?:[^<>%{]|<|[>%](?!\}\})|\{(?!\{))*+[>%]\}\}""",
    anywhere=True,
    bodies=frozenset(
        {"code", "code-block", "codeblock", "comment", "console", "graphviz", "highlight", "katex", "math", "mermaid"}
        | {"plantuml", "pre", "rawhtml", "terminal"}
    ),
)

EXTENSION = Syntax(
    "{:",
    r"(?<!\\)(?P<unseen>\{:(?::(?P<name>[a-z]+)|/(?P<close>[a-z]*))[^{}\n]*+\})",
    bodies=frozenset({"comment"}),
)
ATTRIBUTES = Syntax("{:", r"(?<!\\)(?P<unseen>\{:(?![:/\s]*\}|[:/])[^{}\n]*+\})")
_PLAIN_ATTRIBUTES = r"\{[ ]*(?:[.\#][\w-]|[A-Za-z][\w-]*=)[^{}\n]*+\}"
PLAIN_ATTRIBUTES = Syntax(
    "{",
    rf"^[ \t]*(?P<spaces>{_PLAIN_ATTRIBUTES})[ \t]*\r?$|(?<=[)\]`*_])(?P<unseen>{_PLAIN_ATTRIBUTES})",
)
HEADING_ATTRIBUTES = Syntax("{", r"^[ ]{0,3}\#[^\n]*?(?P<spaces>\{[ ]?[\#.][^{}\n]*+\}[ \t]*)\r?$")
TRAILING_ATTRIBUTES = Syntax("{", rf"(?<=[ \t])(?P<spaces>{_PLAIN_ATTRIBUTES})[ \t]*(?=\r?$|\|)")
"""At the end of a paragraph, an item or a cell."""
TABLE_OF_CONTENTS = Syntax(
    "toc",
    r"""^[ ]{0,3}(?P<spaces>(?:[-*+]|\d+\.)[ \t][^\n]*+\n
        [ \t]*\{:[ ]*(?:[^{}\n]*[ ])?toc(?:[ ][^{}\n]*+)?\})[ \t]*\r?$""",
)
"""A list that the engine replaces by the table of contents."""
BLOCK_END = Syntax("\n^", r"^[ ]{0,3}(?P<spaces>\^)[ \t]*\r?$")
ABBREVIATION = Syntax("*[", r"^[ ]{0,3}(?P<spaces>\*\[[^\]\n]+\]:[^\n]*+$)")

_BETWEEN_DOLLARS = r"\$\$(?!\s*\$\$)(?:[^$\n]|\$(?!\$)|\n(?![ \t]*\r?\n))++\$\$"
MATH = Syntax("$$", _BETWEEN_DOLLARS)
NUMBERED_MATH = Syntax("$$", rf"{_BETWEEN_DOLLARS}(?:\([^()\s]++\))?")
INLINE_MATH = Syntax("$", r"(?<![\\0-9$])\$(?:`[^`\n]+`|(?![\s$`])[^$\n]*(?<!\s))\$(?![0-9$])")
_BESIDE_DOLLARS = "A-Za-z0-9_$"
_NOT_JAPANESE = r"[^\n\u3040-\u30ff\u3400-\u9fff$]"
CAREFUL_INLINE_MATH = Syntax(
    "$",
    rf"""(?<![\\{_BESIDE_DOLLARS}])\$(?:`[^`\n]+`|(?![\s$`])(?:\\text\{{[^{{}}$\n]*+\}}|{_NOT_JAPANESE})*+(?<!\s))\$
        (?![{_BESIDE_DOLLARS}])""",
)
"""Between single dollars only what holds no Japanese: elsewhere in a text they may be prices or variables."""
_FORMULA_GOES_ON = r"[^\n]|\n(?![ \t]*\r?\n)"
TEX_MATH = Syntax(
    "\\\\",
    rf"""(?<!\\)\\\\\((?:(?!\\\\[()])[^\n])++\\\\\)
      | (?<!\\)\\\\\[(?:\\{{4}}|(?!\\\\[\[\]])(?:{_FORMULA_GOES_ON}))++\\\\\]""",
)
PLAIN_TEX_MATH = Syntax(
    "\\",
    rf"""(?<!\\)\\\((?:(?!\\[()]){_NOT_JAPANESE})++\\\)
      | (?<!\\)\\\[(?:\\\\|(?!\\[\[\]])(?:{_FORMULA_GOES_ON}))++\\\]""",
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
        (?P<box>(?:!!!|\?\?\?\+?)[ ]?[\w-]+(?:[ ]+[\w-]+)*+[ ]+"){_TITLE_IN_QUOTES}
      | (?P<bare>(?:!!!|\?\?\?\+?)[ ]?[\w-]+(?:[ ]+[\w-]+)*+(?:[ ]+"")?)
    )[ \t]*\r?$"""
ADMONITION = Syntax("!!!", _ADMONITION)
"""A box of Python-Markdown: what belongs to it is indented by four spaces."""
FOLDED_ADMONITION = Syntax("???", _ADMONITION)
TAB = Syntax('=== "', rf'^[ \t]*(?P<box>===[ ]+"){_TITLE_IN_QUOTES}[ \t]*\r?$')
ALERT = Syntax(
    "[!",
    r"^[ ]{0,3}>[ \t>]*(?:(?P<caption>\[![A-Za-z]+\][+-]?[ \t]+)(?=\S)|(?P<spaces>\[![A-Za-z]+\][+-]?)[ \t]*\r?$)",
)

EMBED = Syntax("@[", r"^[ \t]*@\[[a-z]+\]\([^\n)]*+\)[ \t]*\r?$")
IMAGE_SIZE = Syntax("](", r"\]\([^\s()]++(?P<spaces>[ ]+=\d*x\d*[ ]*)(?=\))")
INLINE_NOTE = Syntax("^[", r"(?P<note>\^\[(?:[^\[\]\n]|\[[^\[\]\n]*+\])*+\])")
CONTENTS = Syntax("[[", r"^[ ]{0,3}(?P<spaces>\[\[_?(?i:toc)_?\]\])[ \t]*\r?$")
PYTHON_CONTENTS = Syntax("[TOC]", r"^[ ]{0,3}(?P<spaces>\[TOC\])[ \t]*\r?$")
SNIPPET = Syntax("<<<", r"^[ \t]*<<<[ \t]*[@./~\w][^\r\n]*+")
PYTHON_SNIPPET = Syntax(
    "8<--",
    r"""^[ \t]*(?:
        -+8<-+[ \t]*\r?\n(?:(?![ \t]*-+8<-)[^\n]*+\n)*+[ \t]*-+8<-+(?=[ \t]*\r?$)
      | -+8<-+[^\r\n]*+
    )""",
)
"""One file, or several between two lines with the mark alone."""
_TAG_ATTRIBUTES = r"""(?:\s(?:[^<>"'\n]++|\n(?![ \t]*\r?\n)|"[^"]{0,2000}+"|'[^']{0,2000}+'){0,200}+)?"""
_VUE_VALUE = r"""(?:\s*=\s*(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?"""
VUE_ATTRIBUTE = Syntax(
    "<",
    rf"<[A-Za-z][\w.-]*{_TAG_ATTRIBUTES}>",
    parts=rf"""(?<=\s)(?P<attribute>(?:[@\#]|[:\w.-]+\[)[^\s"'=<>/]*+{_VUE_VALUE})|"[^"]*+"|'[^']*+'""",
)
"""What HTML has no attributes of, so that CommonMark takes the tag for text: `@click`, `#slot`, `v-slot:[name]`."""
_KINDS_OF_BLOCKS = "caption|dd|dt|figcaption|h[1-6]|legend|li|summary|td|th"
_OTHER_BLOCKS = (
    "article|aside|blockquote|center|details|div|dl|fieldset|figure|footer|form|header|main|nav|ol|p|pre|script|section"
    "|style|table|tbody|template|textarea|tfoot|thead|tr|ul"
)
VUE_LONG_TAG = Syntax(
    "<",
    rf"""^[ ]{{0,3}}(?P<unseen><(?!(?:{_KINDS_OF_BLOCKS}|{_OTHER_BLOCKS})\b(?!-))[A-Za-z][\w.-]*
        (?:[ \t](?:[^<>"'\n]++|"[^"\n]*+"|'[^'\n]*+')*+)?(?=\r?\n){_TAG_ATTRIBUTES}>)""",
)
"""A tag over several lines, which CommonMark doesn't take for one where a line begins with `>`."""
VUE_TEMPLATE = Syntax("template", rf"(?P<division></?template\b{_TAG_ATTRIBUTES}>)")
"""What HTML doesn't show, but Vue does."""

MARKDOWN_IN_HTML = Syntax(
    "markdown",
    rf"""(?P<unseen><(?!(?:{_KINDS_OF_BLOCKS})\b)[A-Za-z][\w-]*(?=[^<>\n]*?\smarkdown\b)
        (?:[^<>"'\n]|"[^"\n]*+"|'[^'\n]*+')*+>)""",
)

_DIRECTIVE_NAME = r"[A-Za-z][\w-]*+"
_DIRECTIVE_ATTRIBUTES = r"\{[^{}\n]*+\}"
_REST_OF_DIRECTIVE = rf"(?:[^\[\]\n]|\[[^\[\]\n]*+\])*+(?P<closing>\](?:{_DIRECTIVE_ATTRIBUTES})?)"
LEAF_DIRECTIVE = Syntax(
    "::",
    rf"""^[ \t>]*(?:
        (?P<opening>::{_DIRECTIVE_NAME}\[){_REST_OF_DIRECTIVE}
      | (?P<spaces>::{_DIRECTIVE_NAME}(?:{_DIRECTIVE_ATTRIBUTES})?)
    )[ \t]*\r?$""",
)
_COLON = r":(?<![A-Za-z0-9_:\\]:)"
TEXT_DIRECTIVE = Syntax(
    ":",
    rf"""(?P<opening>{_COLON}{_DIRECTIVE_NAME}\[){_REST_OF_DIRECTIVE}
      | {_COLON}{_DIRECTIVE_NAME}{_DIRECTIVE_ATTRIBUTES}""",
)
_EMOJI = r":(?<![A-Za-z0-9_:/\\]:)(?:[a-z0-9_+-]*[a-z][a-z0-9_+-]*+|[+-]1|100|1234):(?![A-Za-z0-9_:])"
EMOJI = Syntax(":", _EMOJI)
ICON = Syntax(":", rf"{_EMOJI}(?:\{{[^{{}}\n]*+\}})?")

_OPTIONS = r"(?:\n[ \t]{4,}[a-z][a-z_-]*:(?:[ \t][^\n]*+)?\r?$)*+"
SLASHES = Syntax(
    "///",
    rf"""^[ \t]*(?:
        (?P<above>///+[ \t]*(?:[a-z]+-)?caption(?:[ \t]+[^\n]*+|\r)?{_OPTIONS}\s*+)(?=[^\s/])
      | (?P<caption>///+[ \t]*(?!html\b|define\b)[a-z][\w-]*+[ \t]*\|[ \t]*)(?=\S)[^\n]*+(?P<after>{_OPTIONS})$
      | (?P<spaces>///+(?:[ \t]*[a-z][^\n]*+{_OPTIONS})?)[ \t]*\r?$
    )""",
)
"""A block of PyMdown Extensions, its options below its first line, indented."""
_TEXT_OF_MARK = r"(?:[^\n]|\n(?![ \t]*\r?\n))"
MARK = Syntax(
    "==", rf"(?P<opening>==(?<![=\\{{]==))(?=[^\s=])(?:(?!==){_TEXT_OF_MARK})++(?P<closing>==(?<!\s==))(?![=}}])"
)
INSERTION = Syntax(
    "^^",
    rf"(?P<opening>\^\^(?<![\^\\]\^\^))(?=[^\s^])(?:(?!\^\^){_TEXT_OF_MARK})++(?P<closing>\^\^(?<!\s\^\^))(?!\^)",
)
SUBSCRIPT = Syntax("~", r"(?P<opening>~(?<![~\\]~))[A-Za-z0-9+.,()-]++(?P<closing>~)(?!~)")
SUPERSCRIPT = Syntax("^", r"(?P<opening>\^(?<![\^\\\[]\^))[A-Za-z0-9+.,()-]++(?P<closing>\^)(?!\^)")
_KEY = r"""(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')"""
KEYS = Syntax("++", rf"\+\+(?<![A-Za-z0-9+\\]\+\+){_KEY}(?:\+{_KEY})*+\+\+(?!\+)")
_TEXT_OF_CRITIC = r"(?:[^\n{]|\n(?![ \t]*\r?\n))"
CRITIC = Syntax(
    "{",
    rf"""(?P<unseen>\{{--(?:(?!--\}}){_TEXT_OF_CRITIC})*+--\}}|\{{>>(?:(?!<<\}}){_TEXT_OF_CRITIC})*+<<\}})
      | (?P<opening>\{{(?:\+\+|==|~~(?:(?!~>|~~\}}){_TEXT_OF_CRITIC})*+~>))
        (?:(?!(?:\+\+|==|~~)\}}){_TEXT_OF_CRITIC})*+(?P<closing>(?:\+\+|==|~~)\}})""",
)
"""What an editor wants to insert, delete, replace, highlight and say: the text as it is to be."""
