"""What is known of one state of an open file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from jlint.config import FileSettings
from jlint.document import Document
from jlint.engine.gather import gathered, parts_of
from jlint.engine.one_file import document_for
from jlint.engine.reading import why_too_large
from jlint.engine.result import Failure, FileResult, ReportedFinding
from jlint.engine.rule_run import StoppedError
from jlint.finding import Language
from jlint.lsp.folders import Folder
from jlint.lsp.moves import Move
from jlint.lsp.rounds import IsWanted, Linting, Round


class State(NamedTuple):
    """A state of an open file, as a thread may keep it. `last` is its last full round, `moves` the edits since."""

    uri: str
    path: str
    number: int
    version: int | None
    text: str
    last: Round | None
    moves: Sequence[Move]
    across: tuple[ReportedFinding, ...]


class Shown(NamedTuple):
    """What was found in a state: each finding by itself in `result`, one for each problem in `told`.

    `settings` is None where nothing is linted. `linting` is what the second round goes on with.
    """

    state: State
    settings: FileSettings | None
    round: Round | None
    result: FileResult
    told: FileResult
    language: Language
    linting: Linting | None = None

    @property
    def is_full(self) -> bool:
        """Whether all rules have run on this state."""
        return self.linting is None

    def document(self) -> Document:
        """The document, made anew. Raises ValueError where nothing is linted."""
        if self.settings is None:
            raise ValueError("nothing is linted")
        return document_for(self.state.text, self.state.path, self.settings)

    def parts_of(self, told: ReportedFinding) -> list[ReportedFinding]:
        """The findings that one is told for, itself among them, as a baseline knows them."""
        return parts_of(told, self.result.findings, self.told.held_back)


def lint_state(state: State, folder: Folder, is_wanted: IsWanted, *, full: bool) -> Shown:
    """What is found in the state. Without `full` only by the first round, if there is one. Raises StoppedError."""
    held = folder.configurations.of(state.path)
    settings = held.settings
    if settings is None:
        nothing = FileResult(state.path)
        return Shown(state, None, None, nothing, nothing, held.language)
    too_large = why_too_large(state.text, settings.max_file_size)
    if too_large:
        failed = FileResult(state.path, failures=(Failure(state.path, None, too_large.to(settings.language)),))
        return Shown(state, settings, None, failed, failed, held.language)
    linting = Linting(state.text, state.path, settings)
    last = state.last
    try:
        if full or last is None or last.settings != settings:
            return _shown(state, folder, linting.full(is_wanted))
        return _shown(state, folder, linting.first(last, state.moves, is_wanted))._replace(linting=linting)
    except StoppedError:
        linting.release()
        raise


def go_on(shown: Shown, folder: Folder, is_wanted: IsWanted) -> Shown:
    """What is found once the second round has run too. Raises StoppedError."""
    if shown.linting is None:
        return shown
    try:
        return _shown(shown.state, folder, shown.linting.full(is_wanted))
    except StoppedError:
        shown.linting.release()
        raise


def _shown(state: State, folder: Folder, found: Round) -> Shown:
    result = _with_across(found.result, state.across)
    result = folder.baselines.without_accepted(result)
    (told,) = gathered([result], found.settings.language)
    return Shown(state, found.settings, found, result, told, found.settings.language)


def _with_across(result: FileResult, across: Sequence[ReportedFinding]) -> FileResult:
    """The result with what comparing it to other files found, and its own rules did not."""
    if not across:
        return result
    known = {(each.rule, each.place) for each in result.findings}
    more = [each for each in across if (each.rule, each.place) not in known]
    findings = sorted([*result.findings, *more], key=lambda finding: (finding.place, finding.rule))
    return result._replace(findings=tuple(findings))
