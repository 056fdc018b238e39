"""Runs one rule over one of its examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from jlint.document import Document
from jlint.engine.lint import check_document
from jlint.expressions.time import expression_time
from jlint.finding import Edit, Finding, Severity, Text
from jlint.internal_error import internal_error
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.contract.base import CATEGORIES, Bad, Good, Rule
from jlint.rules.contract.cross_file import CrossRule, SharedFact
from jlint.rules.table import BY_ID
from jlint.user_error import RuleError


class ExampleError(Exception):
    """The rule can't be run over the example; `message` says why."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


def findings_of(rule_class: type[Rule], example: Bad | Good, text: str) -> list[Finding]:
    """The rule's findings in an example's text, in their order there, after suppression comments.

    Raises ExampleError where a rule fails, and where the example's options aren't those of the rule.
    """
    try:
        rule = rule_class(msgspec.convert(example.options, rule_class.Options))
    except (msgspec.ValidationError, RuleError) as error:
        raise ExampleError(
            Text(f"options をルールが受け付けません: {error}", f"The rule doesn't take the options: {error}")
        ) from error
    document = Document(text, example.path, example.dialect)
    others = [BY_ID[name].load()() for name in example.alongside]
    active = [ActiveRule(each, Severity.ERROR) for each in (rule, *others)]
    known = frozenset([*BY_ID, *CATEGORIES])
    checked = check_document(document, active, known=known)
    if checked.failures:
        in_english = check_document(document, active, known=known, language="en")
        raise ExampleError(Text(checked.failures[0].message, in_english.failures[0].message))
    reported = list(checked.findings)
    if isinstance(rule, CrossRule):
        reported += _concluded(rule, document, example)
    return sorted((finding for finding in reported if finding.rule == rule.id), key=lambda finding: finding.span)


def _concluded(rule: CrossRule, document: Document, example: Bad | Good) -> list[Finding]:
    """The findings of a rule across files in the example, with the files beside it."""
    documents = [document, *(Document(text, path) for path, text in example.beside.items())]
    try:
        with expression_time():
            facts = [(each.path, fact) for each in documents for fact in rule.collect(each)]
        shared = [SharedFact(number, path, 1, fact.key) for number, (path, fact) in enumerate(facts)]
        with folder_of(example):
            return [
                Finding(rule.id, facts[conclusion.at.number][1].span, conclusion.message)
                for conclusion in rule.conclude(shared)
                if conclusion.at.path == example.path
            ]
    except RuleError as error:
        raise ExampleError(error.message) from error
    except Exception as error:
        raise ExampleError(internal_error(error)) from error


@contextmanager
def folder_of(example: Bad | Good) -> Iterator[None]:
    """Writes the files beside an example to disk, for rules that look for them there."""
    with TemporaryDirectory() as folder, chdir(folder):
        for path, text in example.beside.items():
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_text(text, "utf-8")
        yield


def fixed(text: str, findings: Iterable[Finding]) -> str:
    """The text with all fixes of the findings applied."""
    edits: set[Edit] = {edit for finding in findings if finding.fix for edit in finding.fix.edits}
    for edit in sorted(edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
