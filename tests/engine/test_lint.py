"""One document through the engine: failures, suppressions, one finding per place."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import ClassVar

import pytest

from jlint.document import Document
from jlint.engine.lint import lint
from jlint.engine.result import FileResult, Place
from jlint.finding import Edit, Finding, Fix, Related, Severity, Text
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.contract.base import Rule, Span
from jlint.rules.suppression.unknown_suppression import UnknownSuppression
from jlint.rules.suppression.unused_suppression import UnusedSuppression
from jlint.user_error import RuleError


class _Marks(Rule):
    """Marks every occurrence of its letter."""

    letter: ClassVar[str]
    category = "style"

    def check(self, document: Document) -> Iterator[Finding]:
        for offset, char in enumerate(document.text):
            if char == self.letter:
                yield self.finding(Span(offset, offset + 1), ja="字がある", en="a letter")


class MarksX(_Marks):
    id, letter = "marks-x", "甲"


class MarksY(_Marks):
    id, letter = "marks-y", "乙"
    supersedes = ("marks-x",)


class Raises(Rule):
    id, category = "raises", "style"

    def check(self, document: Document) -> Iterator[Finding]:
        yield self.finding(Span(0, 1), ja="途中まで", en="halfway")
        raise ZeroDivisionError("zero")


class Refuses(Rule):
    id, category = "refuses", "style"

    def check(self, document: Document) -> Iterator[Finding]:
        raise RuleError(ja="長すぎて調べられません", en="Too long to check")


def run(text: str, *rules: Rule) -> FileResult:
    active = [ActiveRule(rule, Severity.WARNING) for rule in rules]
    known = frozenset({"marks-x", "marks-y", "style"})
    return lint(Document(text, "a.md"), active, known=known)


def places(result: FileResult) -> list[tuple[str, int, int]]:
    return [(finding.rule, finding.place.line, finding.place.column) for finding in result.findings]


def test_findings_come_in_order_of_place_then_rule() -> None:
    result = run("乙 甲\n\n甲\n", MarksX(), UnknownSuppression(), MarksY())
    assert places(result) == [("marks-y", 1, 1), ("marks-x", 3, 1)]


def test_a_rule_that_raises_costs_only_itself() -> None:
    result = run("甲\n", Raises(), MarksX())
    assert places(result) == [("marks-x", 1, 1)]
    (failure,) = result.failures
    assert (failure.path, failure.rule) == ("a.md", "raises")
    assert "ZeroDivisionError: zero" in failure.message


def test_a_rule_that_refuses_reports_why() -> None:
    (failure,) = run("甲\n", Refuses()).failures
    assert failure.message == "長すぎて調べられません"


def test_a_bom_is_not_counted() -> None:
    assert places(run("\ufeff甲\n", MarksX())) == [("marks-x", 1, 1)]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_and_columns_with_any_line_end(newline: str) -> None:
    assert places(run(f"あ{newline}😀甲{newline}", MarksX())) == [("marks-x", 2, 2)]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<!-- jlint-disable-next marks-x -->\n\n甲\n甲\n\n甲\n", [6]),
        ("<!-- jlint-disable-next marks-x -->\n- 甲\n- 甲\n\n\n\n甲\n", [7]),
        ("甲 <!-- jlint-disable-line marks-x -- because -->\n甲\n", [2]),
        ("甲\n\n<!-- jlint-disable marks-x -->\n\n甲\n\n<!-- jlint-enable marks-x -->\n\n甲\n", [1, 9]),
        ("甲\n\n<!-- jlint-disable -->\n\n甲\n", [1]),
        ("甲\n\n<!-- jlint-disable-file style -->\n", []),
        ("---\njlint: {disable: [marks-x]}\n---\n甲\n", []),
        ("---\njlint: {disable: marks-x}\n---\n甲\n", []),
        ("<!-- jlint-disable-next marks-y, marks-x -->\n\n甲\n", []),
        ("<!-- jlint-disable-next marks-y -->\n\n甲\n", [3]),
        ("<!-- jlint-disable-next marks-x -->\n\n<!-- jlint-disable-next marks-y -->\n\n甲\n\n甲\n", [7]),
        ("<!-- jlint-disable-next marks-x -->\n<!-- jlint-disable-next marks-y -->\n甲\n\n甲\n", [5]),
        ("<!-- jlint-disable-next marks-x -->\n\n<!-- 覚え書き -->\n\n甲\n", [5]),
    ],
)
def test_suppressions(text: str, left: list[int]) -> None:
    body = text.replace("marks-x", "style") if "file style" in text else text
    result = run(body, MarksX())
    lines = [finding.place.line for finding in result.findings if body.split("\n")[finding.place.line - 1] == "甲"]
    assert lines == left


def test_suppressed_findings_are_counted() -> None:
    result = run("a\n\n<!-- jlint-disable-next -->\n乙乙\n", MarksY())
    assert (len(result.findings), result.suppressed) == (0, 2)


def test_names_that_suppress_nothing_are_reported_once_the_rule_ran() -> None:
    text = "<!-- jlint-disable-next marks-y marks-x marks-z -->\n\n乙\n"
    rules = (UnusedSuppression(), UnknownSuppression())
    assert places(run(text, MarksY(), *rules)) == [("unknown-suppression", 1, 41)], "marks-x did not run"
    assert places(run(text, MarksY(), MarksX(), *rules)) == [
        ("unused-suppression", 1, 33),
        ("unknown-suppression", 1, 41),
    ]


def test_an_excerpt_is_short_however_long_the_line() -> None:
    (finding,) = run("a" * 1000 + "甲" + "b" * 1000, MarksX()).findings
    assert finding.excerpt.before.startswith("…")
    assert finding.excerpt.marked == "甲"
    assert finding.excerpt.after.endswith("…")
    assert len("".join(finding.excerpt)) < 100


def test_fix_and_related_places_are_placed_too() -> None:
    class Complains(Rule):
        id, category = "complains", "style"

        def check(self, document: Document) -> Iterator[Finding]:
            fix = Fix(Text("消す", "Remove"), (Edit(Span(2, 3), ""),), safe=True)
            yield self.finding(
                Span(2, 3), ja="二つ目", en="second", fix=fix, related=[Related(Span(0, 1), Text("初め", "first"))]
            )

    (finding,) = lint(Document("一\n二\n"), [ActiveRule(Complains(), Severity.INFO)], language="en").findings
    assert finding.message == "second"
    assert finding.fix is not None
    assert finding.fix.title == "Remove"
    assert finding.fix.edits[0].place == Place(2, 1, 2, 2)
    assert finding.related[0].place == Place(1, 1, 1, 2)
    assert finding.related[0].message == "first"


def test_what_front_matter_may_set() -> None:
    for value, suppressed in (("true", True), ("[marks-x]", True), ("marks-x", True), ("false", False), ("[]", False)):
        result = run(f"---\njlint: {{disable: {value}}}\n---\n甲\n", MarksX())
        assert (result.findings == ()) is suppressed, value
    for setting in ("{disable: 5}", "{disable: {a: b}}", "disable", "[disable]"):
        result = run(f"---\njlint: {setting}\n---\n甲\n", MarksX(), UnknownSuppression())
        assert places(result) == [("unknown-suppression", 2, 8), ("marks-x", 4, 1)], setting


def test_findings_about_comments_can_be_suppressed_too() -> None:
    text = "<!-- jlint-disable-file unknown-suppression -->\n\n<!-- jlint-disable-next marks-z -->\n\n文\n"
    active = [ActiveRule(rule, Severity.WARNING) for rule in (UnknownSuppression(), UnusedSuppression())]
    result = lint(Document(text), active, known=frozenset({"unknown-suppression"}))
    assert (result.findings, result.suppressed) == ((), 1)


def test_nothing_is_reported_as_unused_that_did_not_run() -> None:
    text = "<!-- jlint-disable-next -->\n\n文\n\n<!-- jlint-disable-next style -->\n\n文\n"
    active = [ActiveRule(rule, Severity.WARNING) for rule in (MarksX(), UnusedSuppression())]
    known = frozenset({"style"})
    assert len(lint(Document(text), active, known=known).findings) == 2
    assert lint(Document(text), active, known=known, left_out=frozenset({"marks-y", "style"})).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "甲<!-- jlint-disable-line marks-x -->\n" * 6000,
        "<!-- jlint-disable marks-x -->\n\n甲\n\n" * 3000,
        "<!-- jlint-disable marks-x -->\n\n<!-- jlint-enable marks-y -->\n\n甲\n\n" * 2000,
        "<!-- jlint-disable" + " " * 40_000 + "x-->\n\n甲\n",
    ],
)
def test_comments_without_end_take_no_time(text: str) -> None:
    started = time.process_time()
    assert run(text, MarksX(), UnusedSuppression()).suppressed >= 0
    assert time.process_time() - started < 10
