"""What a reader gets to see of a Markdown file, to tell whether two texts render alike but for their comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jlint.compiled import lazy_pattern
from jlint.document.markdown import events
from jlint.document.masked_span import NOTHING

if TYPE_CHECKING:
    from jlint.document.document import Document

_COMMENT = lazy_pattern(r"<!--.*?-->", re.DOTALL)
_UNSEEN = lazy_pattern(r"<!--.*-->|<[a-z] +>", re.DOTALL)
"""Comments, and what stands for the comments of a dialect."""
_BLANK = lazy_pattern(r"\s+")
_BLANKS = " \t"


def rendering(document: Document) -> tuple[str, ...]:
    """The elements, the texts and the HTML of the body in order, without comments, and blanks at the ends of lines."""
    shown: list[str] = []
    text, html = "", ""
    for name, value, _ in events(document.text, document.body, document.dialect):
        if name == "Text":
            text += value.replace(NOTHING, "")
        elif name == "Html":
            html += value
        elif name != "InlineHtml" or not _UNSEEN.fullmatch(value):
            shown += _some(f"text {text.strip(_BLANKS)}" if text.strip(_BLANKS) else "")
            text = ""
            if "HtmlBlock" in (value, name):
                left = _BLANK.sub(" ", _COMMENT.sub("", html)).strip()
                shown += _some(f"html {left}" if left else "")
                html = ""
            else:
                shown.append(f"{name} {value}")
    return tuple(shown)


def _some(entry: str) -> list[str]:
    return [entry] if entry else []


def renders_alike(one: Document, other: Document) -> bool:
    """Whether the two are the same to their readers, and say the same in the front matter but for jlint's own field."""
    fields = [
        [(field.key, field.value) for field in each.front_matter.all_fields if field.key != _KEY]
        if each.front_matter
        else []
        for each in (one, other)
    ]
    return fields[0] == fields[1] and rendering(one) == rendering(other)


_KEY = "jlint"
