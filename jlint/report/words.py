"""Lines and sentences that several reports share."""

from __future__ import annotations

from jlint.engine.result import Failure, ReportedFinding, RunResult
from jlint.finding import Language, Severity, Text


def finding_line(finding: ReportedFinding) -> str:
    """`path:line:column: severity message [rule-id]`."""
    place = finding.place
    return f"{finding.path}:{place.line}:{place.column}: {finding.severity.label} {finding.message} [{finding.rule}]"


def failure_line(failure: Failure, language: Language) -> str:
    """The failure with its path and, where it was one, its rule."""
    word = Text("失敗", "failure").to(language)
    rule = f" [{failure.rule}]" if failure.rule else ""
    return f"{failure.path}: {word}: {failure.message}{rule}"


def summary(result: RunResult, language: Language) -> str:
    """What the run found, as one sentence."""
    files = len(result.files)
    counts = [result.count(severity) for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)]
    failures = len(result.failures)
    if language == "ja":
        failed = f"、失敗{failures}件" if failures else ""
        if not any(counts):
            return f"{files}ファイルを調べ、指摘はありませんでした{failed}"
        errors, warnings, infos = counts
        return f"{files}ファイルで{sum(counts)}件の指摘（エラー{errors}、警告{warnings}、情報{infos}）{failed}"
    failed = f"; {_plural(failures, 'failure')}" if failures else ""
    if not any(counts):
        return f"Nothing found in {_plural(files, 'file')}{failed}"
    parts = ", ".join(_plural(n, word) for n, word in zip(counts, ("error", "warning", "info"), strict=True))
    return f"{_plural(sum(counts), 'finding')} in {_plural(files, 'file')} ({parts}){failed}"


def _plural(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
