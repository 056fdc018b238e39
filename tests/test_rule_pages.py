"""docs/rules agrees with the rules; what its index says turns rules on does."""

from __future__ import annotations

from pathlib import Path

import pytest

from jlint.config import Config
from jlint.rules.table import BY_ID, RULES
from scripts.rule_needs import NEEDS, Need
from scripts.rule_pages import FOLDER, NAVIGATION, with_navigation, written
from tests.conftest import ROOT

COMMAND = "python -m scripts.rule_pages"


def test_the_pages_agree_with_the_rules() -> None:
    pages = {path.name: path.read_text("utf-8") for path in FOLDER.iterdir()}
    expected = written()
    wrong = sorted(name for name in pages.keys() | expected.keys() if pages.get(name) != expected.get(name))
    assert wrong == [], f"docs/rules is out of date; write it anew with `{COMMAND}`"


def test_the_navigation_has_them_all() -> None:
    text = NAVIGATION.read_text("utf-8")
    assert with_navigation(text) == text, f"mkdocs.yml is out of date; write it anew with `{COMMAND}`"
    with pytest.raises(ValueError, match="marks"):
        with_navigation("nav: []\n")


@pytest.mark.parametrize("need", NEEDS, ids=lambda need: need.en)
def test_what_serves_a_need_is_turned_on(need: Need, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = set(need.rules.split())
    assert names <= BY_ID.keys()
    off = {name for name in names if BY_ID[name].severity is None}
    Path("rules.yaml").write_text(need.turn_on or "{}\n", "utf-8")
    settings = Config().for_file("a.md")
    assert settings is not None
    assert names <= {each.rule.id for each in settings.active}
    assert bool(off) <= bool(need.turn_on)


def test_every_rule_serves_a_need() -> None:
    served = {name for need in NEEDS for name in need.rules.split()}
    assert {rule.id for rule in RULES if rule.category != "suppression"} - served == set()
    assert 15 <= len(NEEDS) <= 25


def test_needs_have_names_of_their_own() -> None:
    assert len({need.ja for need in NEEDS}) == len({need.en for need in NEEDS}) == len(NEEDS)
    assert (ROOT / "docs" / "rules" / "README.md").is_file()
