"""Signs that a document was generated or pasted together, besides the sentences that break off."""

from __future__ import annotations

from jlint.document import Document
from jlint.rules.helpers.artifact.leftover_lines import leftover_lines
from jlint.rules.helpers.repetition.repeats import repeats


def shows_generation(document: Document) -> bool:
    """Whether it has a marker that a tool left, or a passage twice."""
    return bool(leftover_lines(document)) or any(repeat.is_run for repeat in repeats(document).found)
