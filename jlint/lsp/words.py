"""Which words of the project's own the editor offers, and where they go."""

from __future__ import annotations

import os

from jlint.api.nearest_config import files_that_decide
from jlint.config.reading.words import FILE
from jlint.engine.result import ReportedFinding
from jlint.engine.words_file import word_for
from jlint.lsp.shown import Shown
from jlint.paths import boundary_of
from jlint.span import Span


def word_at(shown: Shown, finding: ReportedFinding, span: Span) -> str | None:
    """The shortest word that keeps a finding from being reported once it is the project's own; None where none does.

    `span` is the finding in the document.
    """
    if shown.settings is None:
        return None
    return word_for(finding.rule, finding.category, span, shown.document(), shown.settings)


def file_for(path: str, config: str | None) -> str:
    """The file of words for a file in the editor, there or not: beside its configuration.

    Without one it is the nearest, or where there is none, one at the repository's root.
    """
    decides = os.path.abspath(config) if config else next(iter(files_that_decide(path)), None)
    folder = os.path.dirname(decides) if decides else boundary_of(os.path.dirname(os.path.abspath(path)))
    return os.path.join(folder, FILE)
