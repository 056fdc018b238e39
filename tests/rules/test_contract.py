"""What every rule must satisfy: its examples are right, its texts are in both languages, and it is listed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_type_hints

import msgspec
import pytest

import jlint.rules
from jlint.document import Document
from jlint.engine.corpus import conclude
from jlint.engine.lint import lint
from jlint.finding import Severity
from jlint.plugins.contract import documentation_problems, problems_of
from jlint.rule_examples.problems import problems_of_example
from jlint.rule_examples.running import findings_of, folder_of
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.contract.base import CATEGORIES, Bad, Good, Rule
from jlint.rules.contract.cross_file import CrossRule
from jlint.rules.contract.example import unmark
from jlint.rules.table import RULES

BY_ID = {rule.id: rule for rule in RULES}
KNOWN = frozenset([*BY_ID, *CATEGORIES])
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples, 1)
]
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def option_docs(rule: type[Rule]) -> list[tuple[str, str]]:
    """What each option of the rule means, in Japanese and English."""
    hints = get_type_hints(rule.Options, include_extras=True)
    return [
        (meta.description or "", (meta.extra or {}).get("en", ""))
        for field in msgspec.structs.fields(rule.Options)
        for meta in getattr(hints[field.name], "__metadata__", ())
        if isinstance(meta, msgspec.Meta)
    ]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: type[Rule], example: Bad | Good) -> None:
    assert problems_of_example(rule, example) == []
    reported = findings_of(rule, example, unmark(example.text).text)
    assert all(BY_ID[each.rule].told_with for each in reported if each.problem)


@each_rule
def test_id_names_its_file(rule: type[Rule]) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.id)
    folder = rule.category.replace("-", "_")
    assert rule.__module__ == f"jlint.rules.{folder}.{rule.id.replace('-', '_')}"
    assert rule.__name__ == "".join(word.capitalize() for word in rule.id.split("-"))


@each_rule
def test_category_and_severity(rule: type[Rule]) -> None:
    assert rule.category in CATEGORIES
    assert rule.severity is None or isinstance(rule.severity, Severity)
    for others in (rule.supersedes, rule.supersedes_at_related, rule.holds_back):
        assert all(other in BY_ID and other != rule.id for other in others)
    assert set(rule.leads_to) <= set(BY_ID)
    assert all(rule.id in BY_ID[other].told_with for other in rule.told_with)
    # who holds one back isn't held back by it, nor by whom that holds back
    assert all(
        rule.id not in BY_ID[held].holds_back for each in rule.holds_back for held in (each, *BY_ID[each].holds_back)
    )


@each_rule
def test_is_documented_and_has_examples(rule: type[Rule]) -> None:
    assert [*documentation_problems(rule)] == []


@each_rule
def test_would_be_accepted_from_a_plugin(rule: type[Rule]) -> None:
    assert problems_of(rule, rule.id, BY_ID) == []


@each_rule
def test_options_are_documented(rule: type[Rule]) -> None:
    fields = msgspec.structs.fields(rule.Options)
    docs = option_docs(rule)
    assert len(docs) == len(fields)
    assert all(ja and en for ja, en in docs)
    for field in fields:
        assert field.default is not msgspec.NODEFAULT or field.default_factory is not msgspec.NODEFAULT


def test_folders_of_categories_contain_only_rules() -> None:
    folder = Path(jlint.rules.__file__).parent
    categories = [folder / category.replace("-", "_") for category in CATEGORIES]
    files = {path for category in categories for path in category.iterdir() if path.name != "__pycache__"}
    listed = {folder / rule.category.replace("-", "_") / f"{rule.id.replace('-', '_')}.py" for rule in RULES}
    assert files - listed == {category / "__init__.py" for category in categories}
    assert listed <= files
    assert len(BY_ID) == len(RULES)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_engine_agrees_with_examples(rule: type[Rule], example: Bad | Good) -> None:
    marked = unmark(example.text)
    document = Document(marked.text, example.path, example.dialect)
    options = msgspec.convert(example.options, rule.Options)
    active = [ActiveRule(rule(options), Severity.ERROR)]
    active += [ActiveRule(BY_ID[name](), Severity.ERROR) for name in example.alongside]
    texts = [document, *(Document(text, path) for path, text in example.beside.items())]
    results = [lint(each, active, known=KNOWN) for each in texts]
    with folder_of(example):
        result, *_ = conclude(results, [entry.rule for entry in active if isinstance(entry.rule, CrossRule)], "ja")
    assert not result.failures
    starts = [(f.place.line, f.place.column) for f in result.findings if f.rule == rule.id]
    assert starts == [tuple(document.lines.position(span.start)) for span in marked.findings]
