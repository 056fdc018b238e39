"""`jlint.all_rules` describes what `jlint rules` and `jlint explain` show."""

from __future__ import annotations

import json

import msgspec
import pytest

import jlint
from jlint.document import Document
from jlint.engine.lint import check_document
from jlint.finding import Severity
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.contract.base import CATEGORIES, Rule
from jlint.rules.contract.example import unmark
from jlint.rules.table import RULES


def test_every_rule_is_described() -> None:
    described = jlint.all_rules()
    assert [each.id for each in described] == [rule.id for rule in RULES]
    assert {each.category for each in described} == set(CATEGORIES)
    assert {each.severity for each in described} == {"error", "warning", "info", None}
    for each in described:
        assert all(each.summary)
        assert all(each.documentation)
        for option in each.options:
            assert all(option.meaning)
            assert json.loads(json.dumps(option.default)) == option.default


def test_a_description() -> None:
    (particle,) = [each for each in jlint.all_rules() if each.id == "doubled-particle"]
    assert (particle.category, particle.severity, particle.has_fixes) == ("typo", "error", True)
    assert particle.summary.en == "The same particle stands twice in a row."
    (long,) = [each for each in jlint.all_rules() if each.id == "long-sentence"]
    assert long.severity is None
    assert not long.has_fixes
    assert "max" in "".join(option.name for option in long.options)


def test_what_is_returned_may_be_changed() -> None:
    first = [option for each in jlint.all_rules() for option in each.options if isinstance(option.default, list)]
    first[0].default.append("x")
    again = [option for each in jlint.all_rules() for option in each.options if isinstance(option.default, list)]
    assert "x" not in again[0].default


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rules_that_offer_fixes_say_so(rule: type[Rule]) -> None:
    offered = False
    for example in rule.examples:
        document = Document(unmark(example.text).text, example.path, example.dialect)
        active = [ActiveRule(rule(msgspec.convert(example.options, rule.Options)), Severity.ERROR)]
        offered |= any(finding.fix for finding in check_document(document, active).findings)
    (described,) = [each for each in jlint.all_rules() if each.id == rule.id]
    assert described.has_fixes or not offered
