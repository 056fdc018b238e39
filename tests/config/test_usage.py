"""The house's own usage: where its file is found, what is wrong with it, and that a change of it is noticed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jlint.config import Config, FileSettings
from jlint.engine.cache import Cache
from tests.config.helpers import mistakes, write

FILE = "jlint usage 1\n責任ある\tlearnt\t3\n彼ら彼ら\trefused\t3\n"


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()


def settings(path: str = "draft.md") -> FileSettings:
    found = Config().for_file(str(Path(path).absolute()))
    assert found is not None
    return found


def test_none_without_the_file() -> None:
    assert set(settings().usage) == set()
    Path("jlint-usage.txt").write_text(FILE, "utf-8")
    assert set(settings().usage) == set(), "there is no configuration beside it"


def test_beside_the_configuration() -> None:
    write(Path(), rules__yaml="language: ja\n")
    Path("jlint-usage.txt").write_text(FILE, "utf-8")
    assert set(settings().usage) == {"責任ある"}


def test_a_file_that_is_named() -> None:
    Path("house").mkdir()
    write(Path(), rules__yaml="usage: house/turns.txt\n")
    assert set(settings().usage) == set(), "jlint learn is still to write it"
    Path("house/turns.txt").write_text(FILE, "utf-8")
    Path("jlint-usage.txt").write_text("nothing that is read", "utf-8")
    assert set(settings().usage) == {"責任ある"}


def test_extended_files() -> None:
    Path("base").mkdir()
    Path("base/jlint-usage.txt").write_text(FILE, "utf-8")
    write(Path(), base__yaml="usage: base/jlint-usage.txt\n", rules__yaml="extends: base.yaml\n")
    assert set(settings().usage) == {"責任ある"}
    assert Config().usage_file("draft.md") == os.path.abspath("base/jlint-usage.txt")
    Path("jlint-usage.txt").write_text("jlint usage 1\nあり方を\tlearnt\t3\n", "utf-8")
    assert set(settings().usage) == {"あり方を"}


def test_where_it_is_to_be_written() -> None:
    assert Config().usage_file("posts/a.md") is None
    write(Path(), rules__yaml="language: ja\n")
    assert Config().usage_file("posts/a.md") == os.path.abspath("jlint-usage.txt")
    write(Path(), house__yaml="usage: turns.txt\n")
    assert Config(file="house.yaml").usage_file("posts/a.md") == os.path.abspath("turns.txt")
    assert Config(isolated=True).usage_file("posts/a.md") is None


def test_what_is_wrong() -> None:
    write(Path(), rules__yaml="language: ja\n")
    usage = Path("jlint-usage.txt")
    usage.write_text("jlint usage 1\n責任ある\tlearnt\n彼ら\tkept\t3\n", "utf-8")
    assert mistakes(Path("draft.md"), "en") == [
        "jlint-usage.txt:2:1: A line has a turn, learnt or confirmed or refused, and a number of posts, "
        "with tabs between them",
        "jlint-usage.txt:3:1: The second part is learnt, confirmed or refused",
    ]
    usage.write_bytes(b"jlint usage 1\n\x93\xfa\n")
    assert mistakes(Path("draft.md")) == [
        "rules.yaml:1:1: 言い回しのファイル jlint-usage.txt は UTF-8 として読めません"
    ]
    usage.write_bytes(b"jlint usage 1\n" + b"\n" * 6_000_000)
    assert "Too large" in mistakes(Path("draft.md"), "en")[0]
    usage.unlink()
    usage.mkdir()
    assert len(mistakes(Path("draft.md"))) == 1
    usage.rmdir()
    write(Path(), rules__yaml="usage: [a]\n")
    assert mistakes(Path("draft.md"))[0].startswith("rules.yaml:1:8:")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for() -> None:
    write(Path(), rules__yaml="language: ja\n")
    os.mkfifo("jlint-usage.txt")
    assert "no regular file" in mistakes(Path("draft.md"), "en")[0]


def test_nothing_outside_the_repository_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "inside"
    (inside / ".git").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret\n", "utf-8")
    monkeypatch.chdir(inside)
    write(inside, rules__yaml="usage: ../secret.txt\n")
    (said,) = mistakes(Path("draft.md"), "en")
    assert "outside the repository" in said
    write(inside, rules__yaml="language: ja\n")
    Path("jlint-usage.txt").symlink_to("../secret.txt")
    (said,) = mistakes(Path("draft.md"), "en")
    assert "outside the repository" in said


def test_a_changed_file_changes_the_cache_key(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JLINT_CACHE_DIR", str(tmp_path / "cache"))
    write(Path(), rules__yaml="language: ja\n")
    keys = set()
    for text in (None, FILE, FILE.replace("責任ある", "責任なき"), FILE):
        if text:
            Path("jlint-usage.txt").write_text(text, "utf-8")
        keys.add(Cache().key(b"digest", "draft.md", settings()))
    assert len(keys) == 3
