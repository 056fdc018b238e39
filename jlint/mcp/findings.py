"""Findings as an assistant sees them: the most severe first, and no more than it can read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from jlint.api.result import Edit, Failure, failure_of, finding_of
from jlint.engine.result import FileResult, ReportedFinding, RunResult
from jlint.finding import Language, Severity
from jlint.mcp.answers import CheckAnswer, Finding, Fix
from jlint.mcp.bounds import bounded
from jlint.printable import printable
from jlint.report.words import summary
from jlint.rules.contract.documentation import documentation_of
from jlint.rules.table import rules_named

MOST_CHARACTERS = 40_000
"""An answer's findings have no more than that, about so many tokens in Japanese; the first one is always in."""
_MOST_IN_EDITS = 2_000
_MOST_RELATED = 5
_MOST_FAILURES = 20
_MOST_RULES = 50
_OVERHEAD = 250
"""About what the names of a finding's fields and its numbers take."""


def check_answer(
    results: Sequence[FileResult], language: Language, *, limit: int, notices: Iterable[str] = ()
) -> CheckAnswer:
    """What is told of the results: at most `limit` findings, fewer where they are long."""
    run = RunResult(results)
    by_severity = sorted(run.findings, key=lambda each: (-each.severity, each.path, each.place, each.rule))
    findings = _as_many_as_fit(by_severity[:limit])
    failures = [_shown_failure(failure_of(failure)) for failure in run.failures]
    return CheckAnswer(
        summary=summary(run.totals, language),
        files=sum(not _is_unread(result) for result in results),
        errors=run.count(Severity.ERROR),
        warnings=run.count(Severity.WARNING),
        infos=run.count(Severity.INFO),
        findings=findings,
        left_out=len(by_severity) - len(findings),
        by_rule=_by_rule(run.findings),
        why=_why({each.rule for each in findings}, language),
        failures=tuple(failures[:_MOST_FAILURES]),
        failures_left_out=max(0, len(failures) - _MOST_FAILURES),
        suppressed=run.suppressed,
        held_back=len(run.held_back),
        notices=tuple(map(bounded, notices)),
    )


def _by_rule(findings: Iterable[ReportedFinding]) -> dict[str, int]:
    return dict(Counter(each.rule for each in findings).most_common(_MOST_RULES))


def _is_unread(result: FileResult) -> bool:
    return any(failure.rule is None for failure in result.failures)


def _as_many_as_fit(findings: Iterable[ReportedFinding]) -> tuple[Finding, ...]:
    shown: list[Finding] = []
    left = MOST_CHARACTERS
    for each in map(_shown, findings):
        left -= _size(each)
        if left < 0 and shown:
            break
        shown.append(each)
    return tuple(shown)


def _size(finding: Finding) -> int:
    texts = [finding.path, finding.message, finding.line_text, finding.marked]
    texts += [text for each in finding.related for text in (each.path, each.message)]
    edits = finding.fix.edits if finding.fix else ()
    parts = 1 + len(finding.related) + len(edits)
    return _OVERHEAD * parts + sum(map(len, texts)) + sum(len(edit.text) for edit in edits)


def _shown(finding: ReportedFinding) -> Finding:
    """The finding as an assistant sees it. Only the texts of edits are as they are, to be applied."""
    plain = finding_of(finding)
    related = [
        type(each)(**{**each.as_dict(), "path": printable(each.path), "message": bounded(each.message)})
        for each in plain.related[:_MOST_RELATED]
    ]
    return Finding(
        path=printable(plain.path),
        line=plain.line,
        column=plain.column,
        end_line=plain.end_line,
        end_column=plain.end_column,
        severity=plain.severity,
        rule=printable(plain.rule),
        category=finding.category,  # type: ignore[arg-type]  # the engine has it as a text
        message=bounded(plain.message),
        line_text=printable("".join(finding.excerpt)),
        marked=printable(finding.excerpt.marked),
        fix=_shown_fix(plain.fix.title, plain.fix.edits, safe=plain.fix.safe) if plain.fix else None,
        related=tuple(related),
        related_left_out=max(0, len(plain.related) - _MOST_RELATED),
    )


def _shown_fix(title: str, edits: tuple[Edit, ...], *, safe: bool) -> Fix:
    is_short = sum(_OVERHEAD + len(edit.text) for edit in edits) <= _MOST_IN_EDITS
    return Fix(
        title=bounded(title),
        safe=safe,
        edits=edits if is_short else (),
        edits_left_out=0 if is_short else len(edits),
    )


def _shown_failure(failure: Failure) -> Failure:
    return Failure(path=printable(failure.path), rule=failure.rule, message=bounded(failure.message))


def _why(rules: set[str], language: Language) -> dict[str, str]:
    """What the documentation says behind its first sentence, by rule. Patterns of the configuration have none."""
    documented = sorted(rules_named(rules), key=lambda rule: rule.id)
    texts = ((rule.id, documentation_of(rule).to(language).partition("\n")[2]) for rule in documented)
    return {rule: _as_line(text, language) for rule, text in texts}


def _as_line(text: str, language: Language) -> str:
    return (" " if language == "en" else "").join(line.strip() for line in text.splitlines()).strip()
