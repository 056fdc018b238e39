"""What is wrong with a rule's examples and documentation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jlint.document import Document
from jlint.finding import Finding, Text
from jlint.plugins.contract import documentation_problems
from jlint.rule_examples.running import ExampleError, findings_of, fixed
from jlint.rules.contract.base import Bad, Good, Rule
from jlint.rules.contract.example import unmark
from jlint.span import Span

_KANA = re.compile("[ぁ-んァ-ン]")


def problems_of(rule: type[Rule]) -> Iterator[tuple[int, Text]]:
    """All that is wrong, each with the number of the example, from 1, or 0 for the documentation."""
    for problem in documentation_problems(rule):
        yield 0, problem
    for number, example in enumerate(rule.examples, 1):
        for problem in problems_of_example(rule, example):
            yield number, problem


def problems_of_example(rule: type[Rule], example: Bad | Good) -> list[Text]:
    """What is wrong with one example: findings elsewhere than at its marks, another text once it is fixed …"""
    try:
        marked = unmark(example.text)
    except ValueError as error:
        return [Text(f"印が合いません: {error}", f"Marks don't match: {error}")]
    try:
        findings = findings_of(rule, example, marked.text)
        problems = [*_of_places(example, marked.text, findings, marked.findings, marked.related)]
        problems += _of_messages(findings)
        if isinstance(example, Bad) and example.fixed is not None:
            problems += _of_fix(rule, example, marked.text, findings, example.fixed)
    except ExampleError as error:
        return [error.message]
    return problems


def _of_places(
    example: Bad | Good, text: str, findings: Iterable[Finding], wanted: tuple[Span, ...], related: tuple[Span, ...]
) -> Iterator[Text]:
    found = [finding.span for finding in findings]
    if isinstance(example, Good) and (wanted or related):
        yield Text("良い例に印があります", "A good example has no marks")
    elif isinstance(example, Bad) and not wanted:
        yield Text("悪い例に印 ⟦…⟧ がありません", "A bad example marks its finding by ⟦…⟧")
    if found != list(wanted):
        yield Text(
            f"指摘の場所が違います。指摘: {_quoted(text, found)}。印: {_quoted(text, wanted)}",
            f"Findings stand elsewhere. Found: {_quoted(text, found)}. Marked: {_quoted(text, wanted)}",
        )
    elsewhere = sorted({each.span for finding in findings for each in finding.related})
    if isinstance(example, Bad) and elsewhere != sorted(set(related)):
        yield Text(
            f"関わる場所が違います。指摘: {_quoted(text, elsewhere)}。印: {_quoted(text, related)}",
            f"Related places differ. Found: {_quoted(text, elsewhere)}. Marked: {_quoted(text, related)}",
        )


def _quoted(text: str, spans: Iterable[Span]) -> str:
    return ", ".join(f"「{span.of(text)}」({span.start}-{span.end})" for span in spans) or "-"


def _of_messages(findings: Iterable[Finding]) -> Iterator[Text]:
    for finding in findings:
        for message in (finding.message, *(related.message for related in finding.related)):
            if not _KANA.search(message.ja) or not message.en or message.en == message.ja:
                yield Text(
                    f"メッセージを日本語と英語で書いてください: {message.ja} / {message.en}",
                    f"A message is in Japanese and in English: {message.ja} / {message.en}",
                )
            if message.ja.endswith("。"):
                yield Text(f"メッセージの最後に句点は付けません: {message.ja}", f"No 。 ends a message: {message.ja}")


def _of_fix(rule: type[Rule], example: Bad, text: str, findings: list[Finding], wanted: str) -> Iterator[Text]:
    after = fixed(text, findings)
    if after != wanted:
        yield Text(f"直すと違う文になります: {after!r}", f"The fix makes another text: {after!r}")
        return
    matter, before = Document(after).front_matter, Document(text).front_matter
    if matter and matter.problem and not (before and before.problem):
        yield Text("直すと front matter が壊れます", "The fix breaks the front matter")
    left = findings_of(rule, example, after)
    if left:
        spans = [finding.span for finding in left]
        yield Text(
            f"直した後にも指摘が出ます: {_quoted(after, spans)}",
            f"The fixed text has findings: {_quoted(after, spans)}",
        )
