"""What every rule must satisfy: its examples are right, its texts are in both languages, and it is listed."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_type_hints

import msgspec
import pytest

import jlint.rules
from jlint.document import Document
from jlint.engine.corpus import conclude
from jlint.engine.lint import check_document, lint
from jlint.finding import Edit, Finding, Severity
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.contract.base import CATEGORIES, Bad, Good, Rule
from jlint.rules.contract.cross_file import CrossRule, SharedFact
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


def findings_of(rule_class: type[Rule], example: Bad | Good, text: str) -> list[Finding]:
    """The rule's findings in an example's text, after suppression comments."""
    document = Document(text, example.path, example.dialect)
    rule = rule_class(msgspec.convert(example.options, rule_class.Options))
    active = [ActiveRule(each, Severity.ERROR) for each in (rule, *(BY_ID[name]() for name in example.alongside))]
    checked = check_document(document, active, known=KNOWN)
    assert not checked.failures
    reported = checked.findings
    if isinstance(rule, CrossRule):
        reported += concluded(rule, document, example)
    assert all(BY_ID[each.rule].told_with for each in reported if each.problem)
    return sorted((finding for finding in reported if finding.rule == rule.id), key=lambda finding: finding.span)


def concluded(rule: CrossRule, document: Document, example: Bad | Good) -> list[Finding]:
    """The findings of a rule across files in the example, with the files beside it."""
    documents = [document, *(Document(text, path) for path, text in example.beside.items())]
    facts = [(each.path, fact) for each in documents for fact in rule.collect(each)]
    shared = [SharedFact(number, path, 1, fact.key) for number, (path, fact) in enumerate(facts)]
    with folder_of(example):
        return [
            Finding(rule.id, facts[conclusion.at.number][1].span, conclusion.message)
            for conclusion in rule.conclude(shared)
            if conclusion.at.path == example.path
        ]


@contextmanager
def folder_of(example: Bad | Good) -> Iterator[None]:
    """Writes the files beside an example to disk, for rules that look for them there."""
    with TemporaryDirectory() as folder, chdir(folder):
        for path, text in example.beside.items():
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_text(text, "utf-8")
        yield


def document_problem(text: str) -> bool:
    """Whether the front matter of a text can't be read."""
    matter = Document(text).front_matter
    return matter is not None and matter.problem is not None


def option_docs(rule: type[Rule]) -> list[tuple[str, str]]:
    """What each option of the rule means, in Japanese and English."""
    hints = get_type_hints(rule.Options, include_extras=True)
    return [
        (meta.description or "", (meta.extra or {}).get("en", ""))
        for field in msgspec.structs.fields(rule.Options)
        for meta in getattr(hints[field.name], "__metadata__", ())
        if isinstance(meta, msgspec.Meta)
    ]


def fixed(text: str, findings: list[Finding]) -> str:
    edits: set[Edit] = {edit for finding in findings if finding.fix for edit in finding.fix.edits}
    for edit in sorted(edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: type[Rule], example: Bad | Good) -> None:
    marked = unmark(example.text)
    findings = findings_of(rule, example, marked.text)
    assert [finding.span for finding in findings] == list(marked.findings)
    if isinstance(example, Good):
        assert not marked.findings, "a good example has no marks"
        return
    assert marked.findings, "a bad example marks its finding"
    related = {related.span for finding in findings for related in finding.related}
    assert related == set(marked.related)
    if example.fixed is not None:
        after_fix = fixed(marked.text, findings)
        assert after_fix == example.fixed
        matter, before = Document(after_fix).front_matter, document_problem(marked.text)
        assert matter is None or matter.problem is None or before, "a fix leaves front matter readable"
        assert not findings_of(rule, example, after_fix), "a fixed text is clean"


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
def test_has_words_in_both_languages(rule: type[Rule]) -> None:
    for words in (inspect.getdoc(rule), inspect.cleandoc(rule.english)):
        assert words is not None
        summary, blank, why = words.partition("\n\n")
        assert "\n" not in summary
        assert blank
        assert why
    assert re.search("[ぁ-ん]", rule.__doc__ or "")
    assert not re.search("[ぁ-んァ-ン]", re.sub("[「『].*?[」』]", "", rule.english))


@each_rule
def test_has_examples(rule: type[Rule]) -> None:
    assert sum(isinstance(example, Bad) for example in rule.examples) >= 1
    assert sum(isinstance(example, Good) for example in rule.examples) >= 2


@each_rule
def test_messages_are_in_both_languages(rule: type[Rule]) -> None:
    for example in rule.examples:
        for finding in findings_of(rule, example, unmark(example.text).text):
            for text in (finding.message, *(related.message for related in finding.related)):
                assert re.search("[ぁ-ん]", text.ja)
                assert text.en
                assert text.en != text.ja
                assert not text.ja.endswith("。")


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
