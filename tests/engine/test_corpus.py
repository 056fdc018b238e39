"""Rules across files, from the command line down."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from jlint.config import Config
from jlint.document import Document
from jlint.engine.corpus import conclude
from jlint.engine.lint import lint
from jlint.engine.one_file import FileLinter
from jlint.engine.result import FileResult
from jlint.engine.run import run
from jlint.finding import Severity
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.contract.cross_file import Conclusion, CrossRule, Fact, SharedFact
from jlint.rules.repetition.duplicate_title import DuplicateTitle

TITLE = "---\ntitle: 木の本棚\n---\n\n"


def result_of(path: str, text: str, severity: Severity = Severity.WARNING) -> FileResult:
    return lint(Document(text, path), [ActiveRule(DuplicateTitle(), severity)])


def test_each_file_points_at_the_other() -> None:
    results = [result_of("b.md", TITLE), result_of("a.md", f"{TITLE}本文", Severity.ERROR), result_of("c.md", "本文")]
    b, a, c = conclude(results, [DuplicateTitle()], "en")
    (finding,) = b.findings
    assert finding.message == "The same title as in a.md:2. Change one of them"
    assert [(related.path, related.place.line) for related in finding.related] == [("a.md", 2)]
    assert finding.severity is Severity.WARNING
    assert a.findings[0].severity is Severity.ERROR
    assert c.findings == ()


def test_a_comment_suppresses_in_its_own_file_only() -> None:
    results = [result_of("a.md", f"{TITLE}<!-- jlint-disable-file duplicate-title -->\n"), result_of("b.md", TITLE)]
    a, b = conclude(results, [DuplicateTitle()], "ja")
    assert (a.findings, a.suppressed) == ((), 1)
    assert len(b.findings) == 1


def test_facts_can_be_pickled() -> None:
    result = result_of("a.md", TITLE)
    assert pickle.loads(pickle.dumps(result)) == result


def test_a_rule_that_raises_at_the_end_is_a_failure_of_the_run() -> None:
    class Raises(CrossRule):
        id, category, severity = "raises", "style", Severity.ERROR

        def collect(self, document: Document) -> Iterator[Fact]:
            yield from ()

        def conclude(self, facts: Sequence[SharedFact]) -> Iterator[Conclusion]:
            raise ZeroDivisionError("zero")

    *_, last = conclude([result_of("a.md", TITLE)], [Raises()], "ja")
    assert (last.failures[0].path, last.failures[0].rule) == (".", "raises")


@pytest.mark.parametrize("jobs", [1, 2])
def test_processes_change_nothing(tmp_path: Path, jobs: int) -> None:
    paths = []
    for number in range(8):
        path = tmp_path / f"{number}.md"
        path.write_text(f"---\ntitle: 題名{number // 2}\n---\n\n本文{number}です。\n", "utf-8")
        paths.append(str(path))
    results = run(paths, FileLinter(Config()), jobs=jobs)
    assert [result.path for result in results] == paths
    assert [[finding.rule for finding in result.findings] for result in results] == [["duplicate-title"]] * 8
