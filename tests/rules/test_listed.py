"""The table of rules says what their classes say, and rules that are left out would have had nothing to say."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path

import pytest

from jlint.config import Config
from jlint.config.in_force.file_settings import FileSettings
from jlint.document import Document
from jlint.engine.concern import Concern
from jlint.engine.lint import CheckedDocument, check_document
from jlint.finding import Severity
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.contract.base import CATEGORIES, Bad, Rule
from jlint.rules.contract.cross_file import CrossRule
from jlint.rules.contract.deferred import Listed, deferred
from jlint.rules.contract.example import unmark
from jlint.rules.table import BY_ID, LISTED, RULES

GOLDEN = Path(__file__).parents[1] / "document" / "pages"
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
NOT_OF_THE_CLASS = ("varies", "since", "deprecated")
IDS = [f"{rule.id}-{number}" for number, (rule, _) in enumerate(EXAMPLES)]


@pytest.mark.parametrize("listed", LISTED, ids=lambda listed: listed.id)
def test_a_line_says_what_the_class_says(listed: Listed) -> None:
    rule = listed.load()
    said = {name: getattr(rule, name) for name in listed._fields if name not in NOT_OF_THE_CLASS}
    assert listed._replace(**said) == listed
    assert listed.varies == (rule.state is not Rule.state)
    assert (rule.across, rule.reviews) == (issubclass(rule, CrossRule), rule.review is not Rule.review)
    assert bool(rule.heeds) == (rule.beside is not Rule.beside)
    assert all(other in BY_ID and other != rule.id for other in rule.heeds)


def test_lines_are_in_the_order_of_the_catalogue() -> None:
    order = [(CATEGORIES.index(each.category), each.severity is None) for each in LISTED]
    assert order == sorted(order)
    assert len(BY_ID) == len(LISTED)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=IDS)
def test_a_rule_is_asked_about_what_it_reports(rule: type[Rule], example: Bad) -> None:
    text = unmark(example.text).text
    document = Document(text, example.path, example.dialect)
    plain, late = (_checked(document, [each]) for each in (rule(), deferred(BY_ID[rule.id])))
    assert late == plain


def _checked(document: Document, rules: list[Rule]) -> CheckedDocument:
    checked = check_document(document, [ActiveRule(rule, Severity.INFO) for rule in rules], known=BY_ID)
    assert not checked.failures
    return checked


@pytest.mark.parametrize("page", [*GOLDEN.glob("*.md*")], ids=lambda page: page.name)
def test_all_rules_say_the_same_when_they_are_imported_late(page: Path) -> None:
    document = Document(page.read_text("utf-8"), "draft.md")
    early = _checked(document, [rule() for rule in RULES])
    assert _checked(document, [deferred(listed) for listed in LISTED]) == early


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.needs is None], ids=lambda rule: rule.id)
def test_a_rule_that_needs_options_says_nothing_without(rule: type[Rule]) -> None:
    for example in rule.examples:
        document = Document(unmark(example.text).text, example.path, example.dialect)
        assert not [*rule().check(document)]


@pytest.mark.parametrize(
    ("text", "rule", "concerned"),
    [
        ("雨が降る。\n", "unclosed-bracket", False),
        ("雨が「降る。\n", "unclosed-bracket", True),
        ("二つ**目**のこと。\n", "lone-tari", False),
        ("読ん**だ**り、書いたりする。\n", "lone-tari", True),
        ("見**た**り、\n", "lone-tari", True),
        ("雨\u2fae雨\n", "kangxi-radical", True),
        ("雨\u2fe0雨\n", "kangxi-radical", False),
        ("雨\u3000雨\r\n\t雨\n", "control-character", False),
        ("雨\x08雨\n", "control-character", True),
        ("雨\u3164雨\n", "invisible-character", True),
        ("本文です。\n", "front-matter-duplicate", False),
        ("---\ndate: 2026-05-01\n---\n\n本文です。\n", "front-matter-duplicate", True),
        ("---\ndate: 2026-05-01\n---\n\n本文です。\n", "duplicate-title", False),
        ('---\n"t\\u0069tle": 題\n---\n\n本文です。\n', "duplicate-title", True),
        ("本文です。\n", "front-matter-mismatch", False),
    ],
)
def test_what_a_rule_needs(text: str, rule: str, concerned: bool) -> None:
    assert Concern(Document(text)).may_concern(deferred(BY_ID[rule])) is concerned


def test_a_rule_with_options_is_always_asked(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text("rules:\n  front-matter-mismatch: {preset: zenn}\n", "utf-8")
    for rule in _settings(tmp_path, "front-matter-mismatch").active:
        assert Concern(Document("本文です。\n")).may_concern(rule.rule)
        assert rule.rule.options != type(rule.rule.options)()


def test_the_state_of_a_rule_says_what_its_findings_depend_on(tmp_path: Path) -> None:
    plain = _settings(tmp_path, "mixed-variant")
    (tmp_path / "rules.yaml").write_text("rules:\n  kanji-adverb: warning\n", "utf-8")
    assert [each.rule.state for each in _settings(tmp_path, "mixed-variant").active] != [
        each.rule.state for each in plain.active
    ]
    (tmp_path / "rules.yaml").write_text("rules:\n  mixed-variant: {verbs: true}\n", "utf-8")
    assert [each.rule.state for each in _settings(tmp_path, "mixed-variant").active] != [
        each.rule.state for each in plain.active
    ]


def _settings(folder: Path, rule: str) -> FileSettings:
    with chdir(folder):
        config = Config(select=[rule])
        config.load(["a.md"])
        settings = config.for_file("a.md")
    assert settings is not None
    return settings
