"""Lints a text of the editor in two rounds, so that what is being typed is judged soon.

Rules about sentences and blocks come first; their findings are shown with those that the others had in the last full
round, moved with the text. The second round runs the others on the same document. What it gives is what `jlint check`
gives for the text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from jlint.config import FileSettings
from jlint.document import Document
from jlint.engine.lint import check_output, result_of
from jlint.engine.one_file import document_for
from jlint.engine.result import FileResult
from jlint.engine.rule_run import RawOutput, run_rules
from jlint.engine.run import with_conclusions
from jlint.expressions.time import expression_time
from jlint.finding import Finding
from jlint.lsp.moves import Move, moved
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.contract.cross_file import CrossRule

_AT_ONCE = frozenset({"typo", "grammar", "style", "notation"})
"""Categories whose rules judge a sentence or a block by itself. Others compare places, or look for what none types."""
_AFTERWARDS = frozenset(
    {
        "mixed-digit-grouping",
        "mixed-numeral-script",
        "mixed-politeness",
        "mixed-variant",
        "repeated-sentence-ending",
        "unclosed-bracket",
    }
)
"""Rules of those categories that look at the document as a whole, or take long."""

IsWanted = Callable[[], bool]


class Round(Struct, frozen=True):
    """What a round found. `result` is not yet gathered; `raw` is what the rules of the last second round yielded."""

    settings: FileSettings
    text: str
    result: FileResult
    raw: tuple[Finding, ...]
    is_full: bool


class Linting:
    """The linting of one state of a text: `first`, if wanted, then `full`. One that is left halfway is `release`d."""

    def __init__(self, text: str, path: str, settings: FileSettings) -> None:
        self._text = text
        self._settings = settings
        self._document: Document = document_for(text, path, settings)
        self._first: RawOutput | None = None

    def first(self, last: Round, moves: Sequence[Move], is_wanted: IsWanted) -> Round:
        """The first round. `last` is the last full one under the same settings, `moves` what was edited since.

        Raises StoppedError.
        """
        first = self._run_first(is_wanted)
        length = len(self._document.text)
        old = [finding for finding in moved(last.raw, moves, length) if finding.rule in self._ids(later=True)]
        result = self._result(RawOutput([*first.findings, *old], first.facts, first.failures))
        failed = [failure for failure in last.result.failures if failure.rule in self._ids(later=True)]
        result = result._replace(failures=(*result.failures, *failed))
        return Round(self._settings, self._text, result, last.raw, is_full=False)

    def full(self, is_wanted: IsWanted) -> Round:
        """All rules: those of the first round, unless they have run, and the others. Raises StoppedError."""
        first = self._run_first(is_wanted)
        with expression_time(self._settings.max_expression_time):
            later = run_rules(self._document, self._rules(later=True), self._settings.language, is_wanted=is_wanted)
        result = self._result(
            RawOutput(
                [*first.findings, *later.findings], [*first.facts, *later.facts], [*first.failures, *later.failures]
            )
        )
        self.release()
        return Round(self._settings, self._text, result, tuple(later.findings), is_full=True)

    def release(self) -> None:
        """Frees the document's memory."""
        self._document.release()

    def _run_first(self, is_wanted: IsWanted) -> RawOutput:
        if self._first is None:
            with expression_time(self._settings.max_expression_time):
                rules = self._rules(later=False)
                self._first = run_rules(self._document, rules, self._settings.language, is_wanted=is_wanted)
        return self._first

    def _result(self, raw: RawOutput) -> FileResult:
        settings = self._settings
        checked = check_output(self._document, settings.active, raw, known=settings.known, left_out=settings.left_out)
        result = result_of(self._document, checked, settings.active, settings.language)
        of_file, *of_run = with_conclusions([result], settings.language)
        failures = [failure for each in of_run for failure in each.failures]
        return of_file._replace(failures=(*of_file.failures, *failures))

    def _rules(self, *, later: bool) -> list[ActiveRule]:
        return [entry for entry in self._settings.active if comes_later(entry) is later]

    def _ids(self, *, later: bool) -> frozenset[str]:
        return frozenset(entry.rule.id for entry in self._rules(later=later))


def comes_later(entry: ActiveRule) -> bool:
    """Whether a rule waits for the second round."""
    rule = entry.rule
    return not isinstance(rule, CrossRule) and (rule.category not in _AT_ONCE or rule.id in _AFTERWARDS)
