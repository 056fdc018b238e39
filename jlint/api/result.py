"""What a text is found to have. The objects and their fields are those of the JSON report.

All of them are immutable, can be compared, hashed and pickled, and hold strings, numbers and tuples only.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from jlint.engine.result import Failure as EngineFailure
from jlint.engine.result import FileResult, ReportedFinding, ReportedFix, ReportedRelated
from jlint.engine.result import HeldBack as EngineHeldBack
from jlint.finding import Severity
from jlint.printable import printable_line

SeverityName = Literal["error", "warning", "info"]
SEVERITIES: dict[Severity, SeverityName] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "info",
}
"""The words for severities that configuration and reports use."""


class _Object(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Garbage collection can skip them, as they refer to nothing that could refer to them."""

    def as_dict(self) -> dict[str, Any]:
        """The object, and those in it, as new dicts and lists: what `json.dumps` takes."""
        return {name: _plain(getattr(self, name)) for name in self.__struct_fields__}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.as_dict() if isinstance(value, _Object) else value


class Edit(_Object, frozen=True, kw_only=True):
    """An edit of a fix: puts `text` in the place of what is there.

    Lines and columns count from 1, columns in code points; the end is exclusive.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class Fix(_Object, frozen=True, kw_only=True):
    """What repairs a finding: edits that belong together.

    `safe`: it can be applied without being read, as it can't change what the author meant.
    """

    title: str
    safe: bool
    edits: tuple[Edit, ...]


class Related(_Object, frozen=True, kw_only=True):
    """Another place that a finding refers to, such as the first copy of a sentence; lines and columns as in `Edit`."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    message: str


class Finding(_Object, frozen=True, kw_only=True):
    """One defect. `str(finding)` is a line that tells it.

    Lines and columns count from 1, columns in code points without a BOM; the end is exclusive. `fix` is None where
    there is nothing to apply.
    """

    path: str
    rule: str
    category: str
    severity: SeverityName
    message: str
    line: int
    column: int
    end_line: int
    end_column: int
    fix: Fix | None
    related: tuple[Related, ...]

    def __str__(self) -> str:
        return printable_line(f"{self.path}:{self.line}:{self.column}: {self.severity} {self.message} [{self.rule}]")


class Place(_Object, frozen=True, kw_only=True):
    """A finding, by its rule and where it begins."""

    rule: str
    line: int
    column: int


class HeldBack(Finding, frozen=True, kw_only=True):
    """A finding that is told with the one that `held_back_by` names: it lies in that passage, or has the same cause."""

    held_back_by: Place


class Failure(_Object, frozen=True, kw_only=True):
    """What could not be done: `rule` could not look at the text, or, where it is None, nothing could."""

    path: str
    rule: str | None
    message: str

    def __str__(self) -> str:
        return printable_line(f"{self.path}: {self.message}" + (f" [{self.rule}]" if self.rule else ""))


class Result(_Object, frozen=True, kw_only=True):
    """What one text is found to have.

    `findings` are in the order of the text. As long as there are `failures`, having no findings doesn't mean that there
    is nothing to find. `suppressed` counts the findings that comments in the text suppress. `excluded`: the
    configuration excludes the path, so nothing was looked at. `held_back` are findings told with others.
    """

    path: str
    findings: tuple[Finding, ...] = ()
    failures: tuple[Failure, ...] = ()
    suppressed: int = 0
    excluded: bool = False
    held_back: tuple[HeldBack, ...] = ()


def finding_of(finding: ReportedFinding) -> Finding:
    """A finding of the engine."""
    line, column, end_line, end_column = finding.place
    return Finding(
        path=finding.path,
        rule=finding.rule,
        category=finding.category,
        severity=SEVERITIES[finding.severity],
        message=finding.message,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        fix=_fix_of(finding.fix) if finding.fix else None,
        related=tuple(map(_related_of, finding.related)),
    )


def held_back_of(held: EngineHeldBack) -> HeldBack:
    """A finding that the engine holds back."""
    finding = finding_of(held.finding)
    fields = {name: getattr(finding, name) for name in Finding.__struct_fields__}
    by = Place(rule=held.by.rule, line=held.by.place.line, column=held.by.place.column)
    return HeldBack(**fields, held_back_by=by)


def failure_of(failure: EngineFailure) -> Failure:
    """A failure of the engine."""
    return Failure(path=failure.path, rule=failure.rule, message=failure.message)


def result_of(result: FileResult) -> Result:
    """A result of the engine."""
    return Result(
        path=result.path,
        findings=tuple(map(finding_of, result.findings)),
        failures=tuple(map(failure_of, result.failures)),
        suppressed=result.suppressed,
        held_back=tuple(map(held_back_of, result.held_back)),
    )


def _fix_of(fix: ReportedFix) -> Fix:
    edits = [
        Edit(line=line, column=column, end_line=end_line, end_column=end_column, text=text)
        for (line, column, end_line, end_column), text in fix.edits
    ]
    return Fix(title=fix.title, safe=fix.safe, edits=tuple(edits))


def _related_of(related: ReportedRelated) -> Related:
    line, column, end_line, end_column = related.place
    return Related(
        path=related.path,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        message=related.message,
    )
