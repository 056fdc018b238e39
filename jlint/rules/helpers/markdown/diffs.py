"""Files that hold a diff under a name of Markdown: the signs before their lines are no markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jlint.compiled import lazy_pattern

if TYPE_CHECKING:
    from jlint.document import Document

_HUNK = lazy_pattern(r"^@@ -\d+(?:,\d+)? \+\d+", re.MULTILINE)
_LOOKED_AT = 4_000


def is_diff(document: Document) -> bool:
    """Whether the text begins as a unified diff does, with or without names of files before its first hunk."""
    text = document.text
    if not text.startswith(("diff ", "--- ", "@@ ", "Index: ", "commit ", "From ")):
        return False
    return _HUNK.search(text, 0, _LOOKED_AT) is not None
