"""Findings, and mistakes in configurations, as diagnostics of the protocol."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lsprotocol import types

from jlint.api.errors import Mistake
from jlint.engine.result import FileResult, Place, ReportedFinding, ReportedFix
from jlint.finding import Severity
from jlint.lsp.documents import uri_of
from jlint.lsp.positions import Positions
from jlint.lsp.settings import Settings
from jlint.printable import printable_line

SOURCE = "jlint"
SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
_LEFTOVERS = frozenset(
    {
        "assistant-talk",
        "assistant-talk-in-front-matter",
        "citation-stub",
        "conflict-marker",
        "continuation-label",
        "end-marker",
        "fenced-article",
        "length-note",
        "leaked-prompt",
        "placeholder",
        "second-front-matter",
        "tool-output",
    }
)
"""Rules about what is no part of the text: editors show it faded."""


class Diagnostics:
    """Makes the diagnostics of one file. `uri` is its address as the client gives it, `path` as findings do."""

    def __init__(
        self, uri: str, path: str, positions: Positions, settings: Settings, *, with_related: bool, with_tags: bool
    ) -> None:
        self._uri = uri
        self._path = path
        self._positions = positions
        self._settings = settings
        self._with_related = with_related
        self._with_tags = with_tags

    def of(self, result: FileResult) -> list[types.Diagnostic]:
        """The diagnostics of a result, what could not be done among them."""
        found = [self.of_finding(finding) for finding in result.findings]
        start = types.Range(types.Position(0, 0), types.Position(0, 0))
        failed = (
            types.Diagnostic(
                start,
                printable_line(each.message),
                severity=types.DiagnosticSeverity.Error,
                source=SOURCE,
                code=each.rule,
            )
            for each in result.failures
        )
        return [*found, *failed]

    def of_finding(self, finding: ReportedFinding) -> types.Diagnostic:
        """The diagnostic of a finding."""
        address = self._settings.address_of(finding.rule)
        return types.Diagnostic(
            range=self._positions.range_of(finding.place),
            message=printable_line(finding.message),
            severity=SEVERITIES[finding.severity],
            code=finding.rule,
            code_description=types.CodeDescription(href=address) if address else None,
            source=SOURCE,
            tags=[types.DiagnosticTag.Unnecessary] if self._with_tags and finding.rule in _LEFTOVERS else None,
            related_information=self._related(finding) if self._with_related and finding.related else None,
            data={"fingerprint": finding.fingerprint, "fix": self._data(finding.fix)},
        )

    def edits(self, fix: ReportedFix) -> list[types.TextEdit]:
        """The edits of a fix."""
        return [types.TextEdit(self._positions.range_of(edit.place), edit.text) for edit in fix.edits]

    def _related(self, finding: ReportedFinding) -> list[types.DiagnosticRelatedInformation]:
        return [
            types.DiagnosticRelatedInformation(
                types.Location(*self._location(related.path, related.place)), printable_line(related.message)
            )
            for related in finding.related
        ]

    def _location(self, path: str, place: Place) -> tuple[str, types.Range]:
        if path == self._path:
            return self._uri, self._positions.range_of(place)
        # the other file's text isn't at hand: its columns are exact as long as it has no emoji before them
        start = types.Position(place.line - 1, place.column - 1)
        return uri_of(path), types.Range(start, types.Position(place.end_line - 1, place.end_column - 1))

    def _data(self, fix: ReportedFix | None) -> dict[str, object] | None:
        """A fix as what JSON has."""
        if fix is None:
            return None
        edits = [
            {
                "range": {
                    "start": {"line": edit.range.start.line, "character": edit.range.start.character},
                    "end": {"line": edit.range.end.line, "character": edit.range.end.character},
                },
                "newText": edit.new_text,
            }
            for edit in self.edits(fix)
        ]
        return {"title": fix.title, "safe": fix.safe, "edits": edits}


def of_mistakes(
    mistakes: Iterable[Mistake], text: str, encoding: types.PositionEncodingKind | str
) -> list[types.Diagnostic]:
    """The diagnostics of the mistakes in one configuration file, whose text this is: each to the end of its line."""
    positions = Positions(text, encoding)
    return [
        types.Diagnostic(
            range=_rest_of_line(mistake, positions),
            message=printable_line(mistake.message),
            severity=types.DiagnosticSeverity.Error,
            source=SOURCE,
        )
        for mistake in sorted(mistakes, key=lambda mistake: (mistake.line or 0, mistake.column or 0, mistake.message))
    ]


def _rest_of_line(mistake: Mistake, positions: Positions) -> types.Range:
    line, column = mistake.line or 1, mistake.column or 1
    start = positions.range_of(Place(line, column, line, column)).start
    end = positions.position(positions.offset(types.Position(line - 1, 1 << 30)))
    return types.Range(start, max(start, end))


def same(one: Sequence[types.Diagnostic] | None, other: Sequence[types.Diagnostic]) -> bool:
    """Whether the client would show the same."""
    return one is not None and list(one) == list(other)
