"""Which configuration file applies to which file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from jlint.config import Config, ConfigError
from tests.config.helpers import mistakes, severities, write

LINE = "extends: none\nrules: {replacement-character: %s}\n"


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("posts/old").mkdir(parents=True)


def found(path: str) -> str:
    return severities(Path(path)).get("replacement-character", "none")


def test_the_nearest_above_the_file() -> None:
    write(Path(), rules__yaml=LINE % "info")
    write(Path("posts"), rules__yaml=LINE % "warning")
    assert [found(path) for path in ("a.md", "posts/a.md", "posts/old/a.md")] == ["info", "warning", "warning"]


def test_own_name_wins() -> None:
    write(Path(), rules__yaml=LINE % "info", __jlint__yaml=LINE % "warning")
    assert found("a.md") == "warning"


def test_the_search_stops_at_the_root_of_the_repository() -> None:
    write(Path(), rules__yaml=LINE % "info")
    Path("posts/.git").mkdir()
    assert found("posts/old/a.md") == "error"
    write(Path("posts"), rules__yaml=LINE % "warning")
    assert found("posts/old/a.md") == "warning"


def test_another_tools_file_is_passed_over_with_a_notice() -> None:
    write(Path(), rules__yaml=LINE % "info")
    write(Path("posts"), rules__yaml="groups: []\nrule: 1\n")
    config = Config()
    config.load(["posts/a.md", "posts/old/a.md"])
    assert severities(Path("posts/a.md"), config) == {"replacement-character": "info"}
    assert [notice.ja for notice in config.notices] == [
        "posts/rules.yaml には jlint の項目がないので、読み飛ばします。rules のことですか？"
    ]


def test_the_name_jlint_yaml_is_jlints_alone() -> None:
    write(Path(), __jlint__yaml="groups: []\n")
    with pytest.raises(ConfigError, match=r"^\.jlint\.yaml:1:1: There is no key groups"):
        Config().load(["a.md"])


def test_a_named_file_is_for_all() -> None:
    write(Path(), house__yaml=LINE % "info", rules__yaml=LINE % "warning")
    assert severities(Path("posts/a.md"), Config(file="house.yaml")) == {"replacement-character": "info"}


def test_isolated_reads_none() -> None:
    write(Path(), rules__yaml="broken: [\n")
    config = Config(isolated=True)
    config.load(["a.md"])
    assert config.notices == ()
    assert config.for_file("a.md") is not None


def test_mistakes_of_all_files_are_reported_at_once() -> None:
    write(Path(), rules__yaml="rules: {tipo: off}\n")
    write(Path("posts"), rules__yaml="rules: {typos: off}\n")
    with pytest.raises(ConfigError) as caught:
        Config(language="en").load(["a.md", "posts/a.md", "posts/b.md"])
    assert caught.value.lines() == [
        "posts/rules.yaml:1:9: There is no rule or category typos. Did you mean typo?",
        "rules.yaml:1:9: There is no rule or category tipo. Did you mean typo?",
    ]


def test_mistakes_in_the_language_that_the_file_sets() -> None:
    write(Path(), rules__yaml="language: en\nrules: {tipo: off}\n")
    with pytest.raises(ConfigError) as caught:
        Config().load(["a.md"])
    assert caught.value.lines() == ["rules.yaml:2:9: There is no rule or category tipo. Did you mean typo?"]


def test_standard_input_by_the_current_folder() -> None:
    write(Path(), rules__yaml=LINE % "info")
    assert found("-") == "info"


def test_nothing_is_imported_that_is_not_needed() -> None:
    script = (
        "import sys; from jlint.config import Config; c = Config(); c.load(['a.md']); c.for_file('a.md'); "
        "print([name for name in ('yaml', 'regex', 'pathspec', 'difflib') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


@pytest.mark.parametrize(
    "text", ["- rules\n", "ただの文\n", "kind: A\n---\nkind: B\n", "{{- if .Values.a }}\nkind: A\n"]
)
def test_whatever_a_rules_yaml_of_another_tool_contains(tmp_path: Path, text: str) -> None:
    shared = tmp_path / "rules.yaml"
    shared.write_text(text, "utf-8")
    config = Config(language="ja")
    config.load([str(tmp_path / "a.md")])
    assert len(config.notices) == 1
    shared.rename(tmp_path / ".jlint.yaml")
    assert mistakes(tmp_path / "a.md")


def test_the_language_of_the_file_itself_counts(tmp_path: Path) -> None:
    (tmp_path / "house.yaml").write_text("language: ja\n", "utf-8")
    (tmp_path / "rules.yaml").write_text("extends: house.yaml\nlanguage: en\n", "utf-8")
    config = Config()
    config.load([str(tmp_path / "a.md")])
    assert config.language == "en"
