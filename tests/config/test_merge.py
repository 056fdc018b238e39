"""The settings in force once files, overrides and command-line options have been merged."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from jlint.config import Config
from jlint.finding import Severity
from jlint.rules.table import LISTED, RULES
from tests.config.helpers import mistakes, severities, write

DEFAULTS = {listed.id: listed.by_default.label for listed in LISTED if listed.by_default}
OFF = next(rule for rule in RULES if rule.severity is None)
TYPOS = {id for id, rule in ((rule.id, rule) for rule in RULES) if rule.category == "typo"}


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def in_force(text: str, path: str = "draft.md", **arguments: object) -> dict[str, str]:
    Path("rules.yaml").write_text(text, "utf-8")
    assert mistakes(Path(path)) == []
    return severities(Path(path), Config(**arguments))  # type: ignore[arg-type]


def options(text: str, rule: str, path: str = "draft.md") -> object:
    Path("rules.yaml").write_text(text, "utf-8")
    settings = Config().for_file(path)
    assert settings is not None
    return next(entry.rule.options for entry in settings.active if entry.rule.id == rule)


def test_without_a_file_the_defaults() -> None:
    assert severities(Path("draft.md")) == DEFAULTS
    assert severities(Path("draft.md"), Config(isolated=True)) == DEFAULTS


def test_only_what_differs_needs_an_entry() -> None:
    assert in_force("rules: {replacement-character: info}\n") == DEFAULTS | {"replacement-character": "info"}
    assert in_force("extends: default\nrules: {replacement-character: info}\n") == DEFAULTS | {
        "replacement-character": "info"
    }


@pytest.mark.parametrize("off", ["off", '"off"', "{severity: off}"])
def test_off(off: str) -> None:
    assert "replacement-character" not in in_force(f"rules: {{replacement-character: {off}}}\n")


def test_from_nothing() -> None:
    assert in_force("extends: none\nrules: {replacement-character: info}\n") == {"replacement-character": "info"}
    assert in_force("extends: none\nlanguage: ja\n") == {}


def test_category_sets_all_its_rules() -> None:
    assert in_force("extends: none\nrules: {typo: info}\n") == dict.fromkeys(TYPOS, "info")
    assert not TYPOS & set(in_force("rules: {typo: off}\n"))


@pytest.mark.parametrize(
    "lines", ["artifact: off\n  replacement-character: info", "replacement-character: info\n  artifact: off"]
)
def test_own_line_beats_the_category_whatever_the_order(lines: str) -> None:
    assert in_force(f"extends: none\nrules:\n  {lines}\n") == {"replacement-character": "info"}


def test_comments_only_under_a_key_count_as_empty() -> None:
    assert in_force("exclude:\n  # - a\nrules:\n  # x: y\noverrides:\npatterns:\n") == DEFAULTS


def test_options_key_by_key_and_lists_replaced() -> None:
    write(Path(), house__yaml="rules: {front-matter-missing: {required: [title, date]}}\n")
    text = "extends: house.yaml\nrules: {front-matter-missing: {severity: info, required: [author]}}\n"
    assert options(text, "front-matter-missing").required == ("author",)  # type: ignore[attr-defined]
    write(Path(), house__yaml="rules: {reading-time-mismatch: {least: 3, most: 20}}\n")
    found = options("extends: house.yaml\nrules: {reading-time-mismatch: {most: 30}}\n", "reading-time-mismatch")
    assert (found.least, found.most) == (3, 30)  # type: ignore[attr-defined]


def test_options_turn_on_a_rule_that_is_off_only_by_default() -> None:
    line = "rules: {reading-time-mismatch: {least: 3}}\n"
    assert in_force(f"extends: none\n{line}") == {"reading-time-mismatch": "warning"}
    write(Path(), house__yaml="rules: {reading-time-mismatch: off}\n")
    assert "reading-time-mismatch" not in in_force(f"extends: house.yaml\n{line}")


def test_later_extends_win() -> None:
    write(
        Path(),
        a__yaml="rules: {replacement-character: info, unused-suppression: off}\n",
        b__yaml="rules: {replacement-character: warning}\n",
    )
    assert in_force("extends: [a.yaml, b.yaml]\n")["replacement-character"] == "warning"
    assert "unused-suppression" not in in_force("extends: [a.yaml, b.yaml]\n")
    assert in_force("extends: [b.yaml, a.yaml]\n")["replacement-character"] == "info"
    assert in_force("extends: [b.yaml, a.yaml, b.yaml]\n")["replacement-character"] == "warning"
    assert in_force("extends: [a.yaml, default]\n") == DEFAULTS
    assert in_force("extends: [none, a.yaml]\n") == {"replacement-character": "info"}
    assert in_force("extends: a.yaml\nrules: {artifact: error}\n")["replacement-character"] == "error"


def test_lists_of_the_last_file_that_has_them() -> None:
    write(
        Path(),
        house__yaml="exclude: [a.md]\noverrides: [{files: [b.md], rules: {typo: off}}]\n"
        "patterns: [{id: house-term, match: あ, message: 直す}]\n",
    )
    assert "house-term" in in_force("extends: house.yaml\n", "b.md")
    assert Config().for_file("a.md") is None
    in_force("extends: house.yaml\nexclude: [c.md]\noverrides: []\npatterns: []\n", "b.md")
    assert severities(Path("a.md")) == severities(Path("b.md")) == DEFAULTS


def test_overrides_later_wins() -> None:
    text = (
        "rules: {replacement-character: error}\noverrides:\n"
        "  - {files: ['posts/**'], rules: {replacement-character: warning}}\n"
        "  - {files: [posts/old/], rules: {artifact: info}}\n"
    )
    assert in_force(text)["replacement-character"] == "error"
    assert in_force(text, "posts/a.md")["replacement-character"] == "warning"
    assert in_force(text, "posts/old/a.md")["replacement-character"] == "info"


def test_globs_are_relative_to_the_file_that_contains_them() -> None:
    Path("shared").mkdir()
    write(Path("shared"), house__yaml="exclude: [drafts/]\n")
    in_force("extends: shared/house.yaml\n")
    assert Config().for_file("drafts/a.md") is not None
    assert Config().for_file("shared/drafts/a.md") is None
    assert Config(file="shared/house.yaml").for_file("drafts/a.md") is not None


def test_exclude_as_in_gitignore() -> None:
    in_force("exclude: ['*.mdx', '/top.md', 'drafts/**', '!drafts/keep.md']\n", "a.md")
    config = Config()
    gone = ["a.mdx", "deep/a.mdx", "top.md", "drafts/a.md"]
    assert [config.for_file(path) for path in gone] == [None] * 4
    assert all(config.for_file(path) for path in ("deep/top.md", "drafts/keep.md", "-"))


def test_general_keys() -> None:
    Path("rules.yaml").write_text("language: en\nmarkdown: zenn\nmax-file-size: 10\nfail-on: never\n", "utf-8")
    config = Config()
    config.load(["a.md"])
    settings = config.for_file("a.md")
    assert settings is not None
    assert (settings.language, settings.dialect_of("a.md", "").name, settings.max_file_size) == ("en", "zenn", 10)
    assert config.fail_on("a.md") is None
    assert Config(language="ja").language == "ja"
    assert Config(isolated=True).fail_on("a.md") is Severity.ERROR


def test_select() -> None:
    assert set(in_force("rules: {}\n", select=["typo"])) == TYPOS & set(DEFAULTS)
    assert in_force("rules: {}\n", select=[OFF.id]) == {OFF.id: "warning"}
    assert in_force("rules: {replacement-character: off}\n", select=["replacement-character"]) == {
        "replacement-character": "error"
    }
    assert in_force("rules: {replacement-character: info}\n", select=["artifact"])["replacement-character"] == "info"
    assert in_force("rules: {}\n", select=["replacement-character"], ignore=["artifact"]) == {}
    assert in_force("rules: {}\n", ignore=["replacement-character"]) == {
        id: severity for id, severity in DEFAULTS.items() if id != "replacement-character"
    }


def test_patterns_are_rules_like_others() -> None:
    entry = "  - {id: house-term, match: あ, message: 直す%s}\n"
    plain, with_severity = "patterns:\n" + entry % "", "patterns:\n" + entry % ", severity: info"
    assert in_force(f"extends: none\n{plain}") == {"house-term": "warning"}
    assert in_force(f"extends: none\n{with_severity}") == {"house-term": "info"}
    assert in_force(f"extends: none\nrules: {{notation: off}}\n{plain}") == {}
    assert in_force(f"extends: none\nrules: {{notation: off}}\n{with_severity}") == {"house-term": "info"}
    assert in_force(f"extends: none\nrules: {{house-term: error}}\n{with_severity}") == {"house-term": "error"}
    assert in_force(plain, select=["house-term"]) == {"house-term": "warning"}
    settings = Config().for_file("a.md")
    assert settings is not None
    assert {"house-term", "replacement-character", "typo"} <= set(settings.known)


def test_an_extended_pattern_can_be_turned_off() -> None:
    write(Path(), house__yaml="patterns: [{id: house-term, match: あ, message: 直す}]\n")
    assert "house-term" not in in_force("extends: house.yaml\nrules: {house-term: off}\n")


def test_resolved_once_for_a_folder_and_a_choice_of_overrides() -> None:
    in_force("overrides: [{files: [a*], rules: {typo: off}}]\n")
    config = Config()
    assert config.for_file("b.md") is config.for_file("c.md")
    assert config.for_file("a1.md") is config.for_file("a2.md")
    assert config.for_file("a1.md") is not config.for_file("b.md")


def test_goes_to_other_processes() -> None:
    in_force("exclude: [x.md]\npatterns: [{id: house-term, match: あ, message: 直す}]\n")
    config = Config()
    config.load(["a.md"])
    config.for_file("a.md")
    there = pickle.loads(pickle.dumps(config))
    assert severities(Path("a.md"), there) == severities(Path("a.md"), config)
    assert there.for_file("x.md") is None
