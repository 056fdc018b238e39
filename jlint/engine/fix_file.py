"""Fixes one file on the disk, or produces a diff of what that would change."""

from __future__ import annotations

from typing import NamedTuple

from jlint.document import Document
from jlint.document.document import BOM
from jlint.engine.fix import UnstableFixError, fix
from jlint.engine.write import WriteError, replace_file
from jlint.finding import Text
from jlint.rules.contract.active_rule import ActiveRule


class FixMode(NamedTuple):
    """How a run applies fixes: whether unsafe ones too, and whether files are written."""

    unsafe: bool
    write: bool


class FixedDocument(NamedTuple):
    """The document after fixing, the number of fixes, the diff if there is one, and why it couldn't be fixed."""

    document: Document
    fixes: int = 0
    diff: str = ""
    problem: Text | None = None


def fix_file(document: Document, active: tuple[ActiveRule, ...], fix_mode: FixMode) -> FixedDocument:
    """Applies the fixes to the file at the document's path. The document must hold the file's current content."""
    try:
        fixed = fix(document, active, unsafe=fix_mode.unsafe)
    except UnstableFixError as error:
        return FixedDocument(document, problem=error.message)
    if not fixed.fixes:
        return FixedDocument(document)
    bom = BOM if document.has_bom else ""
    before, after = bom + document.text, bom + fixed.text
    if not fix_mode.write:
        return FixedDocument(document, fixed.fixes, _diff(document.path, before, after))
    try:
        replace_file(document.path, before.encode(), after.encode())
    except WriteError as error:
        return FixedDocument(document, problem=error.message)
    return FixedDocument(document.with_text(after), fixed.fixes)


def _diff(path: str, before: str, after: str) -> str:
    """A unified diff that `patch` and `git apply` can read."""
    from difflib import unified_diff

    from jlint.engine.diff_name import diff_name

    lines = unified_diff(_lines(before), _lines(after), diff_name("a", path), diff_name("b", path))
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + lines[-1:] * bool(lines[-1])
