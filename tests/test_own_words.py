"""jlint has no findings in its own Japanese with its own defaults."""

from __future__ import annotations

import inspect
from functools import cache

import pytest

from jlint.config import Config, FileSettings
from jlint.engine.lint import lint
from jlint.engine.one_file import document_for
from jlint.engine.result import ReportedFinding
from jlint.rule_examples.running import findings_of
from jlint.rules.contract.base import Rule
from jlint.rules.contract.example import unmark
from jlint.rules.table import RULES
from tests.conftest import ROOT
from tests.rules.test_contract import option_docs


@cache
def settings_of(path: str) -> FileSettings:
    settings = Config().for_file(path)
    assert settings is not None
    return settings


def findings_in(text: str, path: str) -> list[ReportedFinding]:
    settings = settings_of(path)
    result = lint(document_for(text, path, settings), settings.active, known=settings.known)
    assert not result.failures
    return list(result.findings)


DOCUMENTS = ["README.ja.md", "examples/clean.md", *(str(each.relative_to(ROOT)) for each in ROOT.glob("docs/*.md"))]


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_japanese_documents_are_clean(name: str) -> None:
    assert findings_in((ROOT / name).read_text("utf-8"), name) == []


PAGES = ["docs/rules/README.md", *(f"docs/rules/{rule.id}.md" for rule in RULES)]


@pytest.mark.parametrize("first", range(0, len(PAGES), 40))
def test_the_pages_of_the_rules_are_clean(first: int) -> None:
    for name in PAGES[first : first + 40]:
        assert findings_in((ROOT / name).read_text("utf-8"), name) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_words_of_the_rules_are_clean(rule: type[Rule]) -> None:
    messages = [
        text.ja
        for example in rule.examples
        for finding in findings_of(rule, example, unmark(example.text).text)
        for text in (finding.message, *(related.message for related in finding.related))
    ]
    words = [inspect.getdoc(rule) or "", *(ja for ja, _ in option_docs(rule)), *(f"{ja}。" for ja in messages)]
    for text in dict.fromkeys(words):
        assert findings_in(text + "\n", "words.md") == [], text
