"""rules.yaml at the root agrees with the rule classes, and with what runs without a configuration."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from jlint.config import Config
from jlint.config.display.catalogue import catalogue
from jlint.rules.contract.base import CATEGORIES
from jlint.rules.contract.category_names import CATEGORY_NAMES
from jlint.rules.table import RULES
from tests.conftest import ROOT

COMMAND = "python -m jlint.config.display.catalogue rules.yaml"


def test_the_file_agrees_with_the_classes() -> None:
    written = (ROOT / "rules.yaml").read_text("utf-8")
    assert written == catalogue(), f"rules.yaml is out of date; write it anew with `{COMMAND}`"


def test_the_file_is_what_runs_without_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # where nothing shows a dialect
    named, without = Config(file=str(ROOT / "rules.yaml")), Config(isolated=True)
    named.load(["a.md"])
    one, other = named.for_file("a.md"), without.for_file("a.md")
    assert one is not None
    assert other is not None
    assert [(e.rule.id, e.severity, e.rule.options) for e in one.active] == [
        (e.rule.id, e.severity, e.rule.options) for e in other.active
    ]
    assert one[1:] == other[1:]
    assert named.fail_on("a.md") is without.fail_on("a.md")


def test_categories_are_named_and_kept_together() -> None:
    assert set(CATEGORY_NAMES) == set(CATEGORIES)
    groups = [category for category, _ in itertools.groupby(RULES, key=lambda rule: rule.category)]
    assert len(groups) == len(set(groups))
    assert not set(CATEGORIES) & {rule.id for rule in RULES}
