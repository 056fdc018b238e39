"""What a site's engine takes out of a file before Markdown sees it: Liquid, shortcodes, attributes, JSX.

Masked text keeps its length. What stands alone on its lines becomes spaces, so that it parts paragraphs as it does on
the site; what stands inside a sentence becomes `OBJECT`s, so that the sentence keeps a place for it.
"""

import re
from collections.abc import Mapping

from jlint.document.block import OBJECT

_LIQUID = r"\{%(?:[^%{]|%(?!\})|\{(?!%))*+%\} | \{\{(?:[^{}\n]|\}(?!\}))*+\}\}"
_ATTRIBUTES = r"\{:(?![:\s]*\})[^{}\n]*+\}"
_KRAMDOWN_EXTENSION = r"\{::/?[a-z]*[^{}\n]*+\}"
_SHORTCODE = r"\{\{<(?:[^>{]|>(?!\}\})|\{(?!\{))*+>\}\} | \{\{%(?:[^%{]|%(?!\}\})|\{(?!\{))*+%\}\}"
_CONTAINER = r"^[ \t]*:::[^\n]*+$"
_MODULE = r"^(?:import|export)[ ][^\n]*+$"
_MATH = r"\$\$(?:[^$]|\$(?!\$))*+\$\$"

JSX_COMMENT = re.compile(r"\{/\*((?:[^*]|\*(?!/))*+)\*/\}")
"""A comment as MDX writes it, its text in group 1."""


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile(" | ".join(patterns), re.VERBOSE | re.MULTILINE)


DIALECTS: Mapping[str, re.Pattern[str] | None] = {
    "commonmark": None,
    "kramdown": _any_of(_LIQUID, _KRAMDOWN_EXTENSION, _ATTRIBUTES, _MATH),
    "zenn": _any_of(_CONTAINER, _MATH),
    "qiita": _any_of(_CONTAINER, _MATH),
    "hugo": _any_of(_SHORTCODE, _MATH),
    "mdx": _any_of(JSX_COMMENT.pattern, _MODULE, _MATH),
}
"""The names that `markdown:` takes, each with what it takes out."""

_NOT_LINE_END = re.compile(r"[^\r\n]")


def mask(text: str, dialect: str) -> str:
    """`text` with the dialect's own markup blotted out, every other character in its place.

    Raises KeyError for an unknown dialect.
    """
    pattern = DIALECTS[dialect]
    return pattern.sub(_blot, text) if pattern else text


def _blot(match: re.Match[str]) -> str:
    text = match.string
    before = text.rfind("\n", 0, match.start()) + 1
    after = text.find("\n", match.end())
    around = text[before : match.start()] + text[match.end() : after if after >= 0 else len(text)]
    return _NOT_LINE_END.sub(" " if not around.strip() else OBJECT, match[0])
