"""The life of a rule: new and quiet in the version that brings it, stable from the next on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import jlint
from jlint.config import Config
from jlint.finding import Severity
from jlint.rule_docs.life import life_of
from jlint.rules.contract import deferred
from jlint.rules.contract.deferred import Listed, next_minor, status_of
from jlint.rules.table import BY_ID, LISTED
from tests.cli.run import jlint as called
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("since", "version", "status"),
    [
        ("0.3.0", "0.2.0", "new"),
        ("0.3.0", "0.3.0", "new"),
        ("0.3.1", "0.3.4", "new"),
        ("0.3.0", "0.4.0", "stable"),
        ("0.9.0", "0.10.0", "stable"),
        ("0.10.0", "0.10.2", "new"),
        ("0.3.0", "1.0.0", "stable"),
        ("0.2.0", "0.2.0", "stable"),
        ("0.1.0", "0.2.0", "stable"),
    ],
)
def test_status(since: str, version: str, status: str) -> None:
    assert status_of(since, version) == status
    assert status_of(since, version, deprecated=True) == "deprecated"


def test_every_rule_is_since_a_version_of_the_changelog() -> None:
    known = re.findall(r"^## \[([\d.]+)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert {each.since for each in LISTED} <= {*known, next_minor(jlint.__version__)}
    assert sum(each.since == "0.1.0" for each in LISTED) == 155


def test_what_the_changelog_adds_is_since_that_version() -> None:
    since: dict[str, str] = {}
    for version in re.split(r"^## \[", (ROOT / "CHANGELOG.md").read_text("utf-8"), flags=re.MULTILINE)[1:]:
        added = version.partition("### Added")[2].partition("\n### ")[0]
        names = re.findall(r"^- ([a-z]+(?:-[a-z]+)+) \(", added, re.MULTILINE)
        since |= {name: version.partition("]")[0] for name in names if name in BY_ID}
    assert since
    for name, version in since.items():
        assert BY_ID[name].status == "new" if version == "Unreleased" else BY_ID[name].since == version, name


def test_a_new_rule_is_an_info_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    for severity, by_default in ((Severity.ERROR, Severity.INFO), (Severity.INFO, Severity.INFO), (None, None)):
        rule = Listed("swapped-words", "typo", severity, since="0.3.0")
        assert rule.by_default is by_default
    rule = Listed("swapped-words", "typo", Severity.WARNING, since="0.3.0")
    assert life_of(rule).en == (
        "since 0.3.0, new (warning from 0.4.0 on; at once where it is selected or given a severity)"
    )
    monkeypatch.setattr(deferred, "__version__", "0.4.0")
    assert (rule.status, rule.by_default) == ("stable", Severity.WARNING)
    assert life_of(rule).en == "since 0.3.0, stable"


NEW = next((each for each in LISTED if each.by_default != each.severity), None)


def severity(config: str = "", **given: tuple[str, ...]) -> Severity | None:
    assert NEW is not None
    Path("rules.yaml").write_text(config or "language: ja\n", "utf-8")
    made = Config(**given)  # type: ignore[arg-type]
    made.load(["a.md"])
    settings = made.for_file("a.md")
    assert settings is not None
    return next((entry.severity for entry in settings.active if entry.rule.id == NEW.id), None)


@pytest.mark.skipif(NEW is None, reason="no rule is new that isn't an info")
def test_a_new_rule_speaks_up_where_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert NEW is not None
    monkeypatch.chdir(tmp_path)
    assert severity() is Severity.INFO
    assert severity(select=(NEW.category,)) is Severity.INFO
    assert severity(select=(NEW.id,)) is NEW.severity
    assert severity(f"rules: {{{NEW.id}: error}}\n") is Severity.ERROR
    assert severity(f"rules: {{{NEW.id}: error}}\n", select=(NEW.id,)) is Severity.ERROR
    assert severity(f"rules: {{{NEW.category}: warning}}\n") is Severity.WARNING
    assert severity(f"rules: {{{NEW.id}: off}}\n", select=(NEW.id,)) is NEW.severity
    assert severity(f"rules: {{{NEW.id}: off}}\n") is None
    assert severity("extends: none\n") is None
    first = called("explain", NEW.id).out.splitlines()[0]
    assert first.startswith(f"{NEW.id}  ({NEW.category}, info)  {NEW.since} から、新しいルール（")
