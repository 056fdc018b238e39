"""check_text and fix_text."""

from __future__ import annotations

from jlint.api.errors import FixError
from jlint.document.document import BOM
from jlint.engine.fix import UnstableFixError, fix_under
from jlint.engine.one_file import document_for, lint_document
from jlint.engine.run import told
from jlint.expressions.time import expression_time
from jlint.finding import Language
from jlint.mcp.answers import CheckAnswer, FixAnswer
from jlint.mcp.arguments import CheckText, FixText
from jlint.mcp.findings import check_answer
from jlint.mcp.job import Job
from jlint.mcp.settings import Asked, asked_about, excluded
from jlint.mcp.workplace import Workplace


def check_text(given: CheckText, workplace: Workplace, job: Job) -> tuple[CheckAnswer, Language]:
    """What is found in a text, and the language that it is told in. Raises what `asked_about` does."""
    asked = asked_about(given, workplace, job)
    return _checked(given.text, asked, given.limit), asked.language


def fix_text(given: FixText, workplace: Workplace, job: Job) -> tuple[FixAnswer, Language]:
    """The text with all safe fixes applied, with `unsafe` the others too, and the language that it is told in.

    Raises what `asked_about` does, and the FixError of jlint/api where fixing comes to no end.
    """
    asked = asked_about(given, workplace, job)
    text, fixes = given.text, dict[str, int]()
    if asked.settings and text:
        document = document_for(text, asked.path, asked.settings)
        try:
            with expression_time(asked.settings.max_expression_time):
                fixed = fix_under(asked.settings, document, unsafe=given.unsafe)
        except UnstableFixError as error:
            raise FixError(error.message.to(asked.language), error.rules) from None
        if fixed.fixes:
            text = (BOM if document.has_bom else "") + fixed.text
            fixes = dict(sorted(fixed.by_rule.items(), key=lambda item: (-item[1], item[0])))
    left = _checked(text, asked, given.limit)
    return FixAnswer(changed=text != given.text, text=text, fixes=fixes, left=left), asked.language


def _checked(text: str, asked: Asked, limit: int) -> CheckAnswer:
    if asked.settings is None:
        return check_answer([], asked.language, limit=limit, notices=[excluded(asked.path, asked.language)])
    document = document_for(text, asked.path, asked.settings)
    with expression_time(asked.settings.max_expression_time):
        result = lint_document(document, asked.settings)
    return check_answer(told(result, asked.language), asked.language, limit=limit)
