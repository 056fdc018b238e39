"""Tries patterns on their own examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jlint.config.layers.layer import PatternEntry
from jlint.document import Document
from jlint.document.dialect import Dialect
from jlint.expressions.time import expression_time
from jlint.finding import Edit, Finding, Text
from jlint.prh.entry import Spec
from jlint.prh.read import Dictionary
from jlint.prh.search import Search
from jlint.rules.helpers.pattern import PatternRule
from jlint.user_error import RuleError
from jlint.yaml_file.source import Source


def failures(patterns: Iterable[PatternEntry], dialect: Dialect | str) -> Iterator[tuple[str, Text]]:
    """Each example that doesn't come out as it should: its place, and what is wrong."""
    for entry in patterns:
        rule = PatternRule(entry.spec)
        for text, place in zip(entry.spec.bad, entry.bad, strict=True):
            why = _why_not_bad(rule, text, dialect)
            if why:
                yield place, why
        for text, place in zip(entry.spec.good, entry.good, strict=True):
            why = _why_not_good(rule, text, dialect)
            if why:
                yield place, why


def failures_of_dictionaries(dictionaries: Iterable[str]) -> Iterator[tuple[str, Text]]:
    """Each of the dictionaries' own examples, `specs`, that doesn't come out as it should."""
    for spec in specs_of(dictionaries):
        try:
            with expression_time():
                became = Search(spec.terms).repaired(spec.given)
        except RuleError as error:
            yield spec.place, error.message
            continue
        if became != spec.wanted:
            yield (
                spec.place,
                Text(
                    f"「{spec.given}」は「{spec.wanted}」になるはずですが、「{became}」になります",
                    f"“{spec.given}” should become “{spec.wanted}”, but becomes “{became}”",
                ),
            )


def specs_of(dictionaries: Iterable[str]) -> list[Spec]:
    """The examples of the dictionaries, absolute paths, and of what they import."""
    return [spec for path in dictionaries for spec in Dictionary(Source(path)).specs]


def _why_not_bad(rule: PatternRule, text: str, dialect: Dialect | str) -> Text | None:
    findings = _findings(rule, text, dialect)
    if isinstance(findings, Text):
        return findings
    if not findings:
        return Text(
            f"{rule.id} の悪い例に指摘が出ません: {text}", f"{rule.id} finds nothing in its bad example: {text}"
        )
    fixed = _fixed(text, findings)
    if fixed != text and _findings(rule, fixed, dialect):
        return Text(
            f"{rule.id} は置き換えた後の文にも当てはまります: {fixed}",
            f"{rule.id} still matches after its replacement: {fixed}",
        )
    return None


def _why_not_good(rule: PatternRule, text: str, dialect: Dialect | str) -> Text | None:
    findings = _findings(rule, text, dialect)
    if isinstance(findings, Text):
        return findings
    if findings:
        found = findings[0].span.of(text)
        return Text(
            f"{rule.id} の良い例に指摘が出ます（「{found}」）: {text}",
            f'{rule.id} finds fault ("{found}") with its good example: {text}',
        )
    return None


def _findings(rule: PatternRule, text: str, dialect: Dialect | str) -> list[Finding] | Text:
    try:
        with expression_time():
            return list(rule.check(Document(text, dialect=dialect)))
    except RuleError as error:
        return error.message


def _fixed(text: str, findings: Iterable[Finding]) -> str:
    edits: set[Edit] = {edit for finding in findings if finding.fix for edit in finding.fix.edits}
    for edit in sorted(edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
