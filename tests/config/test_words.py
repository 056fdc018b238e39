"""The project's own words: where they are read from, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jlint.config import Config
from jlint.document import Document
from jlint.span import Span
from tests.config.helpers import mistakes, write


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()


def words() -> set[str]:
    settings = Config().for_file(str(Path("draft.md").absolute()))
    assert settings is not None
    return set(settings.words)


def test_none_by_default() -> None:
    assert words() == set()


def test_in_the_configuration() -> None:
    write(Path(), rules__yaml="words: [ネネット, 和菓子堂]\n")
    assert words() == {"ネネット", "和菓子堂"}


def test_words_beside_the_configuration() -> None:
    write(Path(), rules__yaml="words: [ネネット]\n", words__txt="# 社名\n和菓子堂\n\n 茶茶屋 \n")
    assert words() == {"ネネット", "和菓子堂", "茶茶屋"}


def test_words_txt_alone() -> None:
    write(Path(), rules__yaml="language: ja\n", words__txt="和菓子堂\n")
    assert words() == {"和菓子堂"}


def test_words_txt_without_a_configuration() -> None:
    write(Path(), words__txt="和菓子堂\n")
    assert words() == {"和菓子堂"}
    Path("posts/2026").mkdir(parents=True)
    settings = Config().for_file("posts/2026/draft.md")
    assert settings is not None
    assert set(settings.words) == {"和菓子堂"}
    write(Path("posts"), words__txt="茶茶屋\n")
    settings = Config().for_file("posts/2026/draft.md")
    assert settings is not None
    assert set(settings.words) == {"茶茶屋"}, "the nearest one counts"
    assert words() == {"和菓子堂"}


def test_words_txt_outside_the_repository_is_not_read() -> None:
    Path("site/.git").mkdir(parents=True)
    write(Path(), words__txt="和菓子堂\n")
    settings = Config().for_file("site/draft.md")
    assert settings is not None
    assert set(settings.words) == set()


@pytest.mark.parametrize("config", [{"isolated": True}, {"file": "other.yaml"}])
def test_words_txt_where_no_configuration_is_searched_for(config: dict[str, Any]) -> None:
    Path("posts").mkdir()
    write(Path(), words__txt="和菓子堂\n")
    write(Path("posts"), words__txt="和菓子堂\n")
    Path("other.yaml").write_text("words: [茶茶屋]\n", "utf-8")
    settings = Config(**config).for_file("posts/draft.md")
    assert settings is not None
    assert "和菓子堂" not in settings.words or "file" in config


def test_a_configuration_decides_which_words_txt_counts() -> None:
    Path("posts").mkdir()
    write(Path(), rules__yaml="language: ja\n")
    write(Path("posts"), words__txt="和菓子堂\n")
    settings = Config().for_file("posts/draft.md")
    assert settings is not None
    assert set(settings.words) == set()


def test_a_words_txt_that_cannot_be_read_is_a_mistake() -> None:
    Path("words.txt").write_bytes(b"\x93\xfa")
    assert mistakes(Path("draft.md")) == ["words.txt:1:1: 語のファイル words.txt は UTF-8 として読めません"]


def test_the_file_for_new_words() -> None:
    Path("posts").mkdir()
    here = str(Path().absolute())
    assert Config().words_file("posts/draft.md") == f"{here}/words.txt"
    write(Path("posts"), words__txt="和菓子堂\n")
    assert Config().words_file("posts/draft.md") == f"{here}/posts/words.txt"
    write(Path(), rules__yaml="language: ja\n")
    assert Config().words_file("posts/draft.md") == f"{here}/words.txt"


def test_a_file_that_is_named() -> None:
    write(Path(), rules__yaml="words: [names.txt]\n", names__txt="\ufeff和菓子堂\r\n茶茶屋\r\n")
    assert words() == {"和菓子堂", "茶茶屋"}


def test_a_later_file_replaces_the_words() -> None:
    write(Path(), base__yaml="words: [ネネット]\n", rules__yaml="extends: base.yaml\nwords: [和菓子堂]\n")
    assert words() == {"和菓子堂"}
    write(Path(), rules__yaml="extends: base.yaml\nlanguage: ja\n")
    assert words() == {"ネネット"}


def test_what_is_wrong() -> None:
    write(Path(), rules__yaml="words: [missing.txt]\n")
    assert mistakes(Path("draft.md")) == ["rules.yaml:1:9: 語のファイル missing.txt がありません"]
    assert mistakes(Path("draft.md"), "en") == ["rules.yaml:1:9: The file of words missing.txt doesn't exist"]
    write(Path(), rules__yaml="words: ネネット\n")
    assert len(mistakes(Path("draft.md"))) == 1
    write(Path(), rules__yaml="words: [names.txt]\n")
    Path("names.txt").write_bytes(b"\x93\xfa")
    assert mistakes(Path("draft.md")) == ["rules.yaml:1:9: 語のファイル names.txt は UTF-8 として読めません"]


def test_places_in_own_words() -> None:
    document = Document("ネネットを使う。", words=frozenset({"ネネット"}))
    assert document.in_own_word(Span(0, 2))
    assert document.in_own_word(Span(2, 2))
    assert not document.in_own_word(Span(4, 4))
    assert not document.in_own_word(Span(3, 5))
    assert not document.in_own_word(Span(5, 6))
