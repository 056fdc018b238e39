"""Decides a file's dialect, with the reason.

The order, in which the first that shows something counts:

1. the file itself, where it is certain: `.mdx` (but not against Docusaurus, whose pages are MDX and more), the front
   matter of Zenn, Qiita CLI or Hugo;
2. the repository, the nearest folder first (`repository`): in a Zenn repository a file in `articles/` is Zenn's
   without front matter too, and a `layout` in a VitePress, Hexo, Hugo or Astro site is no sign of Jekyll;
3. what suggests Jekyll: a `layout` in the front matter, or a name that begins with a date;
4. else it is a guess: CommonMark, and rules whose verdict hangs on the dialect say nothing.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from jlint.config.dialect.evidence import Evidence
from jlint.config.dialect.own import keys_in, shown_by_file, suggested_by_file
from jlint.document.dialect import DIALECTS, Dialect, Emphasis
from jlint.finding import Text

AUTO: Literal["auto"] = "auto"
"""The value of `markdown` and of `cjk-friendly-emphasis` that leaves the decision to jlint."""

CjkFriendly = bool | Literal["auto"]

NO_EVIDENCE = Evidence(
    "commonmark",
    Text(
        "手がかりがないので CommonMark として読み、方言しだいの指摘はしない",
        "nothing shows the dialect: read as CommonMark, without findings that hang on it",
    ),
    is_guess=True,
)


def decide(path: str, text: str, shown: Evidence | None) -> Evidence:
    """What the dialect of a file is, by its path, its text and what the repository shows for it."""
    keys = keys_in(text)
    own = shown_by_file(path, text, keys)
    if own and not (own.dialect == "mdx" and shown and shown.dialect == "docusaurus"):
        return own
    return shown or suggested_by_file(path, text, keys) or NO_EVIDENCE


@cache
def dialect_named(name: str, cjk_friendly: CjkFriendly = AUTO, *, is_guess: bool = False) -> Dialect:
    """The dialect of that name, or CommonMark as a guess for `auto`, with emphasis as `cjk-friendly-emphasis` says.

    KeyError for a name that no dialect has.
    """
    if name == AUTO:
        name, is_guess = NO_EVIDENCE.dialect, True
    dialect = DIALECTS[name]
    emphasis = dialect.emphasis
    if cjk_friendly is True and emphasis is not Emphasis.KRAMDOWN:
        emphasis = Emphasis.CJK_FRIENDLY
    elif cjk_friendly is False and emphasis is Emphasis.CJK_FRIENDLY:
        emphasis = Emphasis.COMMONMARK
    return dialect._replace(emphasis=emphasis, is_guess=is_guess)
