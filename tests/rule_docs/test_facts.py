"""What is known of rules beside their classes is true."""

from __future__ import annotations

from pathlib import Path

import pytest

from jlint.config import Config
from jlint.config.layers.chain import presets
from jlint.document import Document
from jlint.document.own_words import OwnWords
from jlint.engine.lint import check_document
from jlint.finding import Severity
from jlint.rule_docs.facts import heeds_words, presets_with, relations_of, since_of, textlint_names
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.contract.base import Bad, Rule
from jlint.rules.contract.example import unmark
from jlint.rules.table import BY_ID, RULES


def rule(name: str) -> type[Rule]:
    return BY_ID[name].load()


def found_with_words(checked: type[Rule], text: str, words: tuple[str, ...]) -> int:
    document = Document(text, "draft.md", "commonmark", OwnWords(words))
    return len(check_document(document, [ActiveRule(checked(), Severity.ERROR)]).findings)


@pytest.mark.parametrize("checked", [each for each in RULES if not each.across], ids=lambda each: each.id)
def test_rules_that_heed_words_are_those_that_are_said_to(checked: type[Rule]) -> None:
    silenced: set[bool] = set()
    for example in checked.examples:
        text = unmark(example.text).text
        if not isinstance(example, Bad) or example.options or example.alongside or example.dialect != "commonmark":
            continue
        if not found_with_words(checked, text, ()):
            continue
        silenced.add(found_with_words(checked, text, tuple(text.splitlines())) == 0)
    assert (True in silenced) is heeds_words(checked) or not silenced


def test_the_version_that_brought_a_rule() -> None:
    assert since_of(rule("doubled-particle")) == "0.1.0"
    assert since_of(rule("nested-bracket")) == "0.2.0"
    assert since_of(rule("confused-kanji")) == "0.3.0"


@pytest.mark.parametrize("preset", presets())
def test_presets_turn_on_what_is_said(preset: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("rules.yaml").write_text(f"extends: [default, {preset}]\n", "utf-8")
    settings = Config().for_file("a.md")
    assert settings is not None
    on = {each.rule.id for each in settings.active}
    said = {each.id for each in RULES if preset in presets_with(each)}
    assert said == {each.id for each in RULES if each.severity is None and each.id in on}


def test_textlints_names() -> None:
    assert textlint_names(rule("long-sentence")) == ("sentence-length",)
    assert textlint_names(rule("repeated-passage")) == ()
    assert "no-synonyms" in textlint_names(rule("mixed-variant"))


def test_relations_are_told_from_both_sides() -> None:
    holding = {each.key: each.rules for each in relations_of(rule("title-cut-off"))}
    assert "unclosed-bracket" in holding["holds_back"]
    held = {each.key: each.rules for each in relations_of(rule("unclosed-bracket"))}
    assert "title-cut-off" in held["held_back_by"]
