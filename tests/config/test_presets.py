"""The presets that come with jlint: files like a user's own, of rules alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from jlint.config import Config
from jlint.config.layers.chain import presets
from jlint.rules.table import RULES
from tests.config.helpers import mistakes, severities, write

DEFAULTS = {rule.id: rule.severity.label for rule in RULES if rule.severity}


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_names() -> None:
    assert presets() == ("ai-writing", "japanese", "jtf", "spacing", "strict", "technical-writing", "typos")


@pytest.mark.parametrize("name", presets())
def test_can_be_extended(tmp_path: Path, name: str) -> None:
    write(tmp_path, rules__yaml=f"extends: [default, {name}]\n")
    assert mistakes(tmp_path / "a.md") == []
    both = severities(tmp_path / "a.md")
    assert both.keys() >= DEFAULTS.keys()
    write(tmp_path, rules__yaml=f"extends: {name}\n")
    assert severities(tmp_path / "a.md") == both
    write(tmp_path, rules__yaml=f"extends: [none, {name}]\n")
    alone = severities(tmp_path / "a.md")
    assert alone.items() <= both.items()


MATTERS_OF_HOUSE_STYLE = {
    "abbreviation-before-words",
    "comma-as-decimal-point",
    "date-without-time-zone",
    "future-date",
    "half-width-space-after-mark",
    "kanji-or-kana",
    "kanji-outside-joyo",
    "nonstandard-loanword",
    "over-anonymized-name",
    "period-before-closing-bracket",
    "period-in-list-item",
    "space-around-bracket",
    "space-around-markup",
    "space-around-slash",
    "supplementary-character",
    "unjapanese-mark",
}


def test_strict_is_all_but_what_sites_do_in_opposite_ways(tmp_path: Path) -> None:
    write(tmp_path, rules__yaml="extends: strict\n")
    off = {rule.id for rule in RULES} - severities(tmp_path / "a.md").keys()
    assert off == MATTERS_OF_HOUSE_STYLE


def test_a_later_file_wins(tmp_path: Path) -> None:
    write(tmp_path, rules__yaml="extends: strict\nrules: {end-marker: info}\n")
    settings = Config().for_file(str(tmp_path / "a.md"))
    assert settings is not None
    assert {entry.rule.id: entry.severity.label for entry in settings.active}["end-marker"] == "info"
