"""Configurations from Python: which one holds, how mistakes are told, and that no change on the disk is missed."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

import jlint
from jlint.api import nearest_config
from jlint.config import Config as EngineConfig
from jlint.finding import Language

WRONG = "markdwon: zenn\nrules:\n  doubled-particl: off\n"
HOUSE = "extends: none\npatterns: [{id: house, match: 右, message: 右は使いません}]\n"
DICTIONARY = "extends: none\ndictionaries: [terms.yml]\n"


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, "utf-8")


def rules(text: str, path: str = "a.md", config: jlint.Config | None = None) -> list[str]:
    result = jlint.lint(text, path, config)
    assert result.failures == ()
    return [finding.rule for finding in result.findings]


def test_the_nearest_configuration_holds() -> None:
    write("rules.yaml", HOUSE)
    write("posts/new/.jlint.yaml", "extends: none\n")
    assert rules("右の庭。") == rules("右の庭。", "posts/a.md") == rules("右の庭。", "elsewhere/b.md") == ["house"]
    assert rules("右の庭。", "posts/new/a.md") == []
    assert rules("右の庭。", "a.md", jlint.Config()) == []


def test_a_loaded_configuration_holds_everywhere_and_stays() -> None:
    write("house/rules.yaml", HOUSE)
    write("rules.yaml", "extends: none\n")
    config = jlint.Config.load("house/rules.yaml")
    assert config.path == os.path.abspath("house/rules.yaml")
    write("house/rules.yaml", "extends: none\n")
    assert rules("右の庭。", "a.md", config) == ["house"]
    copy = pickle.loads(pickle.dumps(config))
    assert rules("右の庭。", "a.md", copy) == ["house"]
    assert copy.fingerprint == config.fingerprint
    assert "rules.yaml" in repr(copy)


def test_select_and_ignore() -> None:
    text = "水をを撒く。ご存存じですか。"
    assert rules(text, config=jlint.Config(select=["doubled-particle"])) == ["doubled-particle"]
    assert rules(text, config=jlint.Config(ignore=["doubled-particle"])) == ["doubled-character"]
    assert rules(text, config=jlint.Config(ignore=["typo"])) == []
    with pytest.raises(jlint.ConfigError) as caught:
        jlint.Config(select=["doubled-particl"], lang="en")
    (mistake,) = caught.value.mistakes
    assert (mistake.path, mistake.line) == ("select", None)
    assert str(caught.value).startswith("select: There is no rule or category doubled-particl. ")


@pytest.mark.parametrize(("lang", "word"), [("en", "There is no"), ("ja", "ありません"), (None, "ありません")])
def test_all_mistakes_are_told(lang: Language | None, word: str) -> None:
    write("rules.yaml", WRONG)
    for call in (lambda: jlint.Config.load("rules.yaml", lang=lang), lambda: jlint.lint("庭。", "a.md", lang=lang)):
        with pytest.raises(jlint.ConfigError) as caught:
            call()
        assert [(each.path, each.line, each.column) for each in caught.value.mistakes] == [
            ("rules.yaml", 1, 1),
            ("rules.yaml", 3, 3),
        ]
        lines = str(caught.value).splitlines()
        assert lines[0].startswith("rules.yaml:1:1: ")
        assert all(word in line for line in lines)
        copy = pickle.loads(pickle.dumps(caught.value))
        assert (str(copy), copy.mistakes) == (str(caught.value), caught.value.mistakes)


def test_a_missing_configuration_is_a_mistake() -> None:
    with pytest.raises(jlint.ConfigError, match=r"^none\.yaml: There is no such configuration file$"):
        jlint.Config.load("none.yaml", lang="en")


def test_mistakes_are_told_until_they_are_corrected() -> None:
    write("rules.yaml", WRONG)
    for _ in range(2):
        with pytest.raises(jlint.ConfigError):
            jlint.lint("庭。")
    write("rules.yaml", HOUSE)
    assert rules("右の庭。") == ["house"]


def test_a_change_is_seen_even_if_time_and_size_are_the_same() -> None:
    write("rules.yaml", HOUSE)
    status = os.stat("rules.yaml")
    assert rules("右の庭と左の庭。") == ["house"]
    write("rules.yaml", HOUSE.replace("house", "garde"))
    os.utime("rules.yaml", ns=(status.st_atime_ns, status.st_mtime_ns))
    assert os.stat("rules.yaml").st_size == status.st_size
    assert rules("右の庭と左の庭。") == ["garde"]


def test_configurations_that_come_and_go_are_seen() -> None:
    assert rules("右の庭。", "posts/a.md") == []
    write("rules.yaml", HOUSE)
    assert rules("右の庭。", "posts/a.md") == ["house"]
    write("posts/.jlint.yaml", "extends: none\n")
    assert rules("右の庭。", "posts/a.md") == []
    Path("posts/.jlint.yaml").unlink()
    assert rules("右の庭。", "posts/a.md") == ["house"]
    write("rules.yaml", "services: [web]\n")  # another tool's
    assert rules("右の庭。", "posts/a.md") == []


def test_what_a_configuration_names_is_watched() -> None:
    write("rules.yaml", "extends: base.yaml\n")
    write("base.yaml", HOUSE)
    assert rules("右の庭。") == ["house"]
    write("base.yaml", "extends: none\n")
    assert rules("右の庭。") == []


def test_words_are_watched() -> None:
    write("rules.yaml", "language: ja\n")
    text = "角を丸く削るデザザインは、近くの家具職人が考えた。"
    assert rules(text) == ["misspelt-katakana"]
    write("words.txt", "デザザイン\n")
    assert rules(text) == []
    write("words.txt", "別の語\n")
    assert rules(text) == ["misspelt-katakana"]


def test_the_usage_of_the_house_is_watched() -> None:
    write("rules.yaml", "language: ja\n")
    text = "角を丸く削るデザザインは、近くの家具職人が考えた。"
    fingerprint = jlint.Config.load("rules.yaml").fingerprint
    assert rules(text) == ["misspelt-katakana"]
    write("jlint-usage.txt", "jlint usage 1\nデザザイン\tconfirmed\t3\n")
    assert rules(text) == []
    assert jlint.Config.load("rules.yaml").fingerprint != fingerprint
    write("jlint-usage.txt", "jlint usage 1\nデザザイン\trefused\t3\n")
    assert rules(text) == ["misspelt-katakana"]
    write("rules.yaml", "usage: turns.txt\n")
    assert rules(text) == ["misspelt-katakana"]
    write("turns.txt", "jlint usage 1\nデザザイン\tconfirmed\t3\n")
    assert rules(text) == []


def test_dictionaries_are_watched() -> None:
    write("rules.yaml", DICTIONARY)
    write("terms.yml", "imports: [more.yml]\nrules: [{expected: 船渠, pattern: ドック}]\n")
    write("more.yml", "rules: [{expected: 庭, pattern: ガーデン}]\n")
    assert rules("ドックとガーデンとシェッド。") == ["dictionary-term"] * 2
    write("more.yml", "rules: [{expected: 庭, pattern: ガーデン}, {expected: 小屋, pattern: シェッド}]\n")
    assert rules("ドックとガーデンとシェッド。") == ["dictionary-term"] * 3
    write("terms.yml", "rules: [{expected: 船渠, pattern: ドック}]\n")
    assert rules("ドックとガーデンとシェッド。") == ["dictionary-term"]


def test_nothing_is_read_again_while_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    write("rules.yaml", HOUSE)
    old = os.stat("rules.yaml").st_mtime - 60
    os.utime("rules.yaml", (old, old))
    assert rules("右の庭。") == ["house"]

    def read_again(*_: object) -> None:
        raise AssertionError("the configuration is read again")

    monkeypatch.setattr(nearest_config, "_read", read_again)
    monkeypatch.setattr("builtins.open", read_again)
    assert rules("右の庭。") == rules("右の庭。", "posts/of/april/b.md") == ["house"]


def test_only_so_many_configurations_are_kept() -> None:
    for number in range(nearest_config._MOST_KNOWN + 5):
        write(f"{number}/.jlint.yaml", HOUSE)
        assert rules("右の庭。", f"{number}/a.md") == ["house"]
    assert len(nearest_config._nearest._known) <= nearest_config._MOST_KNOWN
    assert rules("右の庭。", "0/a.md") == ["house"]


def test_fingerprints() -> None:
    write("rules.yaml", "extends: base.yaml\n")
    write("base.yaml", HOUSE)
    first = jlint.Config.load("rules.yaml").fingerprint
    assert len(first) == 32
    assert first == jlint.Config.load(Path("rules.yaml")).fingerprint != jlint.Config().fingerprint
    assert first != jlint.Config.load("rules.yaml", select=["typo"]).fingerprint
    write("base.yaml", HOUSE + "max-file-size: 9\n")
    assert jlint.Config.load("rules.yaml").fingerprint != first


def dialect(path: str = "docs/a.md") -> str:
    """The dialect in which a text at the path is read."""
    settings = nearest_config.nearest_config(path, None).settings(path, None)
    assert settings is not None
    return settings.dialect_of(path, "庭。\n").name


def test_what_shows_the_dialect_is_watched() -> None:
    Path("docs").mkdir()
    assert dialect() == "commonmark"
    write("mkdocs.yml", "site_name: 庭\n")
    assert dialect() == "mkdocs"
    Path("mkdocs.yml").unlink()
    write("package.json", "{}")
    assert dialect() == "commonmark"
    write("package.json", '{"devDependencies": {"zenn-cli": "0.1.0"}}')
    Path("articles").mkdir()
    assert dialect("articles/a.md") == "zenn"


def test_a_repository_is_looked_at_again_only_when_it_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("docs").mkdir()
    old = os.stat("docs").st_mtime - 60
    for path in (Path(), *Path().rglob("*")):
        os.utime(path, (old, old))
    assert dialect() == "commonmark"
    looked: list[bool] = []
    real = EngineConfig.look_again

    def look_again(config: EngineConfig) -> None:
        looked.append(True)
        real(config)

    monkeypatch.setattr(EngineConfig, "look_again", look_again)
    assert dialect() == "commonmark"
    assert not looked
    write("mkdocs.yml", "site_name: 庭\n")
    assert dialect() == "mkdocs"
    assert looked


def test_repositories_are_not_watched_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jlint.api.config._MOST_WATCHED", 20)
    write("mkdocs.yml", "site_name: 庭\n")
    for number in range(50):
        assert dialect(f"docs/{number}/a.md") == "mkdocs"
    in_force = nearest_config.nearest_config("docs/a.md", None)
    assert len(in_force._shown) < 30


def test_the_working_folder_may_change() -> None:
    write("one/rules.yaml", HOUSE)
    write("two/rules.yaml", "extends: none\n")
    os.chdir("one")
    assert rules("右の庭。", "posts/a.md") == ["house"]
    os.chdir(os.path.join(os.pardir, "two"))
    assert rules("右の庭。", "posts/a.md") == []
    os.chdir(os.pardir)
