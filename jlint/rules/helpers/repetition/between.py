"""What stands between a sentence and its repetition at once, though it is no sentence: each is said of something else.

A list of terms says the same of several, a screenshot stands under each step, and each of two speakers is named.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jlint.compiled import lazy_pattern
from jlint.span import LINE_END

if TYPE_CHECKING:
    from jlint.span import Span

_EXHIBIT = lazy_pattern(
    r"!\[|<(?:img|image|iframe|video|audio|figure|pre|dt|tr)\b|^\s*(?:```|~~~)", re.IGNORECASE | re.MULTILINE
)
_UNSEEN = lazy_pattern(
    r"""(?xms)
    <!--.*?--> | \{/\*.*?\*/\} | \{:[^{}\n]*\} | \{\#[^{}\n]*\}       # comments and attributes
    | </?[A-Za-z][^<>]*> | &[A-Za-z0-9\#]{2,8};                      # tags and entities
    | \](?:\([^()\n]*\) | \[[^\[\]\n]*\]) | \[\^[^\[\]\n]*\]           # where links and notes lead
    | ^[ \t]*(?:>[ \t]*)*(?:[-*+]|[0-9]{1,3}[.)])[ \t]+ (?=\S|$)     # marks of lists
    | ^[ \t]*[-=*\#_]{2,}[^\n]*[-=*\#_]{2,}[ \t]*$                  # lines that part the text
    """
)
_WORD = lazy_pattern(r"\w")


def something_stands_between(text: str, source: Span, copy: Span) -> bool:
    """Whether a term, a picture, code, a quotation or the like stands between the blocks of two sentences of a text.

    Comments, tags, marks of lists and lines that part the text don't count.
    """
    between = LINE_END.sub("\n", text[source.end : copy.start])
    if _EXHIBIT.search(between):
        return True
    return _WORD.search(_UNSEEN.sub("", between)) is not None
