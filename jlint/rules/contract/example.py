"""Examples of rules, in the notation that marks where a finding must be."""

from __future__ import annotations

from typing import Any, NamedTuple

from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.span import Span

_MARK = lazy_pattern("[⟦⟧⟨⟩]")


class Bad(Struct, frozen=True):
    """A text in which the rule must report findings: ⟦…⟧ is a finding's span, ⟨…⟩ a related place.

    `fixed` is the whole text once the fixes are applied. `options` are the rule's, as in rules.yaml. `alongside`
    names rules that must run too for this one to report anything. `beside` holds the texts of other files of the
    folder and of the run, by path. `dialect` is the Markdown it is written in.
    """

    text: str
    fixed: str | None = None
    options: dict[str, Any] = {}
    path: str = "draft.md"
    alongside: tuple[str, ...] = ()
    beside: dict[str, str] = {}
    dialect: str = "commonmark"


class Good(Struct, frozen=True):
    """A text in which the rule must report nothing, though it looks like a bad one."""

    text: str
    options: dict[str, Any] = {}
    path: str = "draft.md"
    alongside: tuple[str, ...] = ()
    beside: dict[str, str] = {}
    dialect: str = "commonmark"


class Unmarked(NamedTuple):
    """An example's text without its marks, and what they marked, sorted."""

    text: str
    findings: tuple[Span, ...]
    related: tuple[Span, ...]


def unmark(text: str) -> Unmarked:
    """Removes the marks from an example's text. Raises ValueError where a mark has no partner."""
    parts: list[str] = []
    open_at: dict[str, list[int]] = {"⟧": [], "⟩": []}
    spans: dict[str, list[Span]] = {"⟧": [], "⟩": []}
    done = length = 0
    for mark in _MARK.finditer(text):
        parts.append(text[done : mark.start()])
        length += mark.start() - done
        done = mark.end()
        if mark[0] in "⟦⟨":
            open_at["⟧" if mark[0] == "⟦" else "⟩"].append(length)
        elif open_at[mark[0]]:
            spans[mark[0]].append(Span(open_at[mark[0]].pop(), length))
        else:
            raise ValueError(f"{mark[0]} closes nothing in {text!r}")
    if any(open_at.values()):
        raise ValueError(f"a mark is not closed in {text!r}")
    parts.append(text[done:])
    return Unmarked("".join(parts), tuple(sorted(spans["⟧"])), tuple(sorted(spans["⟩"])))
