"""A file that is repaired finding by finding: what is still to be decided there, while its text changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from jlint.config import FileSettings
from jlint.document import Document
from jlint.document.document import BOM
from jlint.engine.changes import changes_since
from jlint.engine.fix_scope import Moves
from jlint.engine.gather import gathered_file, parts_of
from jlint.engine.one_file import document_for, lint_document
from jlint.engine.place import place_of
from jlint.engine.reading import decoded, read_bytes
from jlint.engine.result import FileResult, Place, ReportedFinding, ReportedFix
from jlint.engine.write import replace_file
from jlint.expressions.time import expression_time
from jlint.finding import Edit, Text
from jlint.span import Span
from jlint.user_error import UserError


class UnreadableError(UserError):
    """A file can't be read any more; `message` says why."""


class State(NamedTuple):
    """A state of a draft: its text, what is not to be asked about, and what rules across files have found.

    `accepted` is that by the baseline, `answered` by the user, both by rule and place.
    """

    text: str
    accepted: tuple[tuple[str, Span], ...]
    answered: tuple[tuple[str, Span], ...]
    across: tuple[tuple[ReportedFinding, Span], ...]


class Draft:
    """One file. What is told of it stands in `told`: a finding for each problem that nobody has decided on.

    `left_alone` are findings that the user has decided on and that have another sentence around them since.

    With `since`, only what touches lines that have changed since then is told. `is_decided` tells of a finding whether
    it was decided on in an earlier session, `settings` may be set anew.
    """

    def __init__(
        self,
        result: FileResult,
        accepted: Iterable[ReportedFinding],
        settings: FileSettings,
        since: str | None,
        is_decided: Callable[[ReportedFinding], bool],
    ) -> None:
        self.path = result.path
        self.settings = settings
        self._since = since
        self._is_decided = is_decided
        self.left_alone: list[ReportedFinding] = []
        self._read(result, accepted)
        self.look_again()

    def _read(self, result: FileResult, accepted: Iterable[ReportedFinding]) -> None:
        data = read_bytes(self.path, self.settings.max_file_size)
        text = decoded(data) if isinstance(data, bytes) else data
        if isinstance(text, Text):
            raise UnreadableError(text)
        self.state = State(text, (), (), ())
        document = self.document()
        held = tuple((each.rule, span_of(each.place, document)) for each in accepted)
        rules = {entry.rule.id for entry in self.settings.active if entry.rule.across}
        across = tuple((each, span_of(each.place, document)) for each in result.findings if each.rule in rules)
        self.state = State(text, held, (), across)

    def document(self) -> Document:
        """The document as it is now."""
        return document_for(self.state.text, self.path, self.settings)

    def look_again(self) -> None:
        """Lints the text as it is now."""
        document = self.document()
        with expression_time(self.settings.max_expression_time):
            result = lint_document(document, self.settings)
        across = (each._replace(place=place_of(document, span)) for each, span in self.state.across)
        findings = sorted([*result.findings, *across], key=lambda each: (each.place, each.rule))
        if self._since is not None:
            narrowed = changes_since(self._since, ".").narrowed(result._replace(findings=tuple(findings)))
            findings = list(narrowed.findings) if narrowed else []
        answered = dict.fromkeys(self.state.answered)
        left: list[ReportedFinding] = []
        self.left_alone = []
        for each in findings:
            span = span_of(each.place, document)
            if self._is_decided(each):
                answered[each.rule, span] = None
            elif _is_among(each.rule, span, answered):
                self.left_alone.append(each)
            elif not _is_among(each.rule, span, self.state.accepted):
                left.append(each)
        self.state = self.state._replace(answered=tuple(answered))
        self._raw = tuple(left)
        self._gathered = gathered_file(result._replace(findings=self._raw), self.settings.language)
        self.told = self._gathered.findings

    def span(self, finding: ReportedFinding) -> Span:
        """Where a finding is in the document."""
        return span_of(finding.place, self.document())

    def edits(self, fix: ReportedFix | None) -> list[Edit]:
        """The edits of a finding's fix, or of another repair that it has, in order; none without a fix."""
        document = self.document()
        return sorted(Edit(span_of(edit.place, document), edit.text) for edit in (fix.edits if fix else ()))

    def leave(self, told: ReportedFinding) -> list[ReportedFinding]:
        """Decides that a finding stays as it is; it and all that it tells. Returns these."""
        parts = parts_of(told, self._raw, self._gathered.held_back)
        document = self.document()
        answered = [(each.rule, span_of(each.place, document)) for each in parts]
        self.state = self.state._replace(answered=(*self.state.answered, *answered))
        self.look_again()
        return parts

    def edit(self, edits: Iterable[Edit]) -> None:
        """Edits the text and writes the file. Raises WriteError, and then nothing has changed."""
        edits = sorted(edits)
        text = self.document().text
        parts: list[str] = []
        done = 0
        for span, put in edits:
            parts += [text[done : span.start], put]
            done = span.end
        moves = Moves(edits)
        state = State(
            (BOM if self.state.text.startswith(BOM) else "") + "".join([*parts, text[done:]]),
            tuple((rule, moves.moved(span)) for rule, span in self.state.accepted),
            tuple((rule, moves.moved(span)) for rule, span in self.state.answered),
            tuple((each, moves.moved(span)) for each, span in self.state.across if not _is_edited(span, edits)),
        )
        self.restore(state)

    def restore(self, state: State) -> None:
        """Goes to another state, and writes the file if its text is another. Raises WriteError."""
        if state.text != self.state.text:
            replace_file(self.path, self.state.text.encode(), state.text.encode())
        self.state = state
        self.look_again()


def span_of(place: Place, document: Document) -> Span:
    """A place as a span of the document."""
    lines = document.lines
    start = lines.span(place.line).start + place.column - 1
    return Span(start, lines.span(place.end_line).start + place.end_column - 1)


def _is_among(rule: str, span: Span, held: Iterable[tuple[str, Span]]) -> bool:
    return any(rule == other and (span == place or span.overlaps(place)) for other, place in held)


def _is_edited(span: Span, edits: Iterable[Edit]) -> bool:
    return any(span.start < edit.span.end and edit.span.start < span.end for edit in edits)
