"""Fixes one file on the disk, or shows what that would change."""

from __future__ import annotations

from typing import NamedTuple

from jlint.document import Document
from jlint.document.document import BOM
from jlint.engine.fix import UnstableFixError, fix
from jlint.engine.write import WriteError, replace_file
from jlint.finding import Text
from jlint.rules.contract.active_rule import ActiveRule


class FixMode(NamedTuple):
    """What a run is to do with fixes: whether those that are not safe count too, and whether files are written."""

    unsafe: bool
    write: bool


class FixedDocument(NamedTuple):
    """The document as it now is, what was done to it, and the sentence that says why nothing could be."""

    document: Document
    fixes: int = 0
    diff: str = ""
    problem: Text | None = None


def fix_file(document: Document, active: tuple[ActiveRule, ...], fix_mode: FixMode) -> FixedDocument:
    """Applies the fixes to the file at the document's path. The document must hold what stands there."""
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
    return FixedDocument(Document(after, document.path, document.dialect, document.words), fixed.fixes)


def _diff(path: str, before: str, after: str) -> str:
    """A unified diff, as `patch` and `git apply` take it."""
    from difflib import unified_diff

    from jlint.engine.diff_name import diff_name

    lines = unified_diff(_lines(before), _lines(after), diff_name("a", path), diff_name("b", path))
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + lines[-1:] * bool(lines[-1])
