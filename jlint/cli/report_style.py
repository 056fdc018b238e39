"""How the reports of a run look, by its options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jlint.finding import Language
from jlint.report import Style

if TYPE_CHECKING:
    from jlint.engine.one_file import FileLinter
    from jlint.span import ColumnUnit


def style_of(language: Language, unit: ColumnUnit, linter: FileLinter) -> Style:
    """How reports of what the linter found look, in files."""
    if unit == "character":
        return Style(language)
    from jlint.report.columns import Columns

    return Style(language, columns=Columns(unit, linter.text_again))
