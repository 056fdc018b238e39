"""`jlint clean`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.run import jlint


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JLINT_CACHE_DIR", str(tmp_path / "cache"))


def test_what_runs_have_left_is_deleted_and_nothing_else() -> None:
    for number in range(12):
        Path(f"{number}.md").write_text("設定をを変える。\n", "utf-8")
    first = jlint("check", "-f", "json")
    assert [path.suffix for path in Path("cache").iterdir()] == [".sqlite3"]
    Path("cache/notes.txt").write_text("mine", "utf-8")
    Path("cache/dictionary-of-mine").write_text("mine", "utf-8")
    Path("cache/dictionary-0123456789abcdef01234567").write_text("", "utf-8")
    code, out, err = jlint("clean", "--lang", "en")
    assert (code, err) == (0, "")
    assert out.startswith("2 files (")
    assert sorted(path.name for path in Path("cache").iterdir()) == ["dictionary-of-mine", "notes.txt"]
    assert jlint("clean") == (0, "消すものはありません\n", "")
    assert jlint("check", "-f", "json") == first


def test_without_a_cache() -> None:
    assert jlint("clean") == (0, "消すものはありません\n", "")
