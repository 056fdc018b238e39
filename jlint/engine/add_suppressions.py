"""Silences the findings of a run by comments in their files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from jlint.document import Document
from jlint.document.document import BOM
from jlint.engine.draft import span_of
from jlint.engine.fix_file import diff_of
from jlint.engine.one_file import FileLinter, document_for
from jlint.engine.reading import decoded, read_bytes
from jlint.engine.result import FileResult, ReportedFinding
from jlint.engine.silencing import Silenced, Wanted, silenced
from jlint.engine.write import WriteError, replace_file
from jlint.finding import Text

ABOUT_COMMENTS = "suppression"
"""The category of the rules about the comments themselves: their findings are to be repaired."""


class Added(Struct, frozen=True):
    """What was done about one file: how many comments were written or extended, and the diff if they weren't.

    `silent` are the findings that are silenced by it, `left` those that no comment silences; `problem` says why the
    file was not written.
    """

    path: str
    comments: int = 0
    diff: str = ""
    silent: tuple[ReportedFinding, ...] = ()
    left: tuple[ReportedFinding, ...] = ()
    problem: Text | None = None


def add_suppressions(
    results: Iterable[FileResult], linter: FileLinter, names: Collection[str], reason: str, *, write: bool
) -> Iterator[Added]:
    """Silences the findings of the rules and categories in `names`, of all without any, file by file.

    The results are those that `linter` has just had. Without `write` there are diffs.
    """
    for result in results:
        findings = [
            each
            for each in result.findings
            if each.category != ABOUT_COMMENTS and (not names or each.rule in names or each.category in names)
        ]
        if findings:
            yield _added(result, findings, linter, reason, write=write)


def _added(
    result: FileResult, findings: Collection[ReportedFinding], linter: FileLinter, reason: str, *, write: bool
) -> Added:
    path = result.path
    settings = linter.config.in_spite_of_exclude(path)
    data = read_bytes(path, settings.max_file_size)
    text = decoded(data) if isinstance(data, bytes) else data
    if not isinstance(text, str) or not isinstance(data, bytes):
        return Added(path, problem=text if isinstance(text, Text) else None)
    document = document_for(text, path, settings)
    places = {wanted_of(each, document): each for each in findings}
    done = silenced(document, places, reason)
    left = tuple(_left(done, places))
    after = (BOM if document.has_bom else "") + done.document.text
    if not done.comments:
        return Added(path, left=left)
    silent = tuple(each for each in findings if each not in left)
    if not write:
        return Added(path, done.comments, diff_of(path, text, after), silent, left)
    try:
        replace_file(path, data, after.encode())
    except WriteError as error:
        return Added(path, problem=error.message)
    return Added(path, done.comments, silent=silent, left=left)


def wanted_of(finding: ReportedFinding, document: Document) -> Wanted:
    """What has to be silent for the finding not to be reported."""
    return Wanted(finding.rule, finding.category, span_of(finding.place, document))


def _left(done: Silenced, findings: dict[Wanted, ReportedFinding]) -> Iterator[ReportedFinding]:
    """The findings that are not silent; comments above them may have moved them."""
    for rule in {each.rule for each in done.left}:
        count = sum(each.rule == rule for each in done.left)
        yield from [finding for wanted, finding in findings.items() if wanted.rule == rule][:count]
