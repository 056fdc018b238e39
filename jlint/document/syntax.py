"""The markup that dialects add to Markdown, each as an expression that finds it."""

from __future__ import annotations

from typing import NamedTuple


class Syntax(NamedTuple):
    """Markup that a regular expression finds. Every text that has any contains `hint`.

    The pattern's groups are named after the shapes; a match without any of them is an object. `anywhere`: the site
    processes the markup before Markdown, in code as well. `bodies` are the tags, named by the group `name`, whose
    text up to the closing tag is not prose either; the group `close` names the tag that is closed.
    """

    hint: str
    pattern: str
    anywhere: bool = False
    bodies: frozenset[str] = frozenset()


LIQUID = Syntax(
    "{%",
    r"\{%-?\s*(?:end(?P<close>\w+)|(?P<name>\w+))?(?:[^%{]|%(?!\})|\{(?!%))*+%\}",
    anywhere=True,
    bodies=frozenset({"highlight", "comment"}),
)
LIQUID_OUTPUT = Syntax("{{", r"\{\{(?:[^{}\n]|\}(?!\}))*+\}\}", anywhere=True)
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
HEADING_ATTRIBUTES = Syntax("{", r"^[ ]{0,3}\#[^\n{]*+(?P<spaces>\{[#.][^{}\n]*+\}[ \t]*)\r?$")
BLOCK_END = Syntax("\n^", r"^[ ]{0,3}(?P<spaces>\^)[ \t]*\r?$")
ABBREVIATION = Syntax("*[", r"^[ ]{0,3}(?P<spaces>\*\[[^\]\n]+\]:[^\n]*+$)")
_BETWEEN_DOLLARS = r"\$\$(?!\s*\$\$)(?:[^$\n]|\$(?!\$)|\n(?![ \t]*\r?\n))++\$\$"
MATH = Syntax("$$", _BETWEEN_DOLLARS)
NUMBERED_MATH = Syntax("$$", rf"{_BETWEEN_DOLLARS}(?:\([^()\s]++\))?")
INLINE_MATH = Syntax("$", r"(?<![\\0-9$])\$(?:`[^`\n]+`|(?![\s$`])[^$\n]*(?<!\s))\$(?![0-9$])")
CONTAINER = Syntax(":::", r"^[ \t]*(?:(?P<heading>:::+[ \t]*details[ \t]+)(?=\S)|(?P<spaces>:::[^\n]*+$))")
EMBED = Syntax("@[", r"^[ \t]*@\[[a-z]+\]\([^\n)]*+\)[ \t]*\r?$")
IMAGE_SIZE = Syntax("](", r"\]\([^\s()]++(?P<spaces>[ ]+=\d*x\d*[ ]*)(?=\))")
INLINE_NOTE = Syntax("^[", r"\^\[(?:[^\[\]\n]|\[[^\[\]\n]*+\])*+\]")
