"""What is told from the cache is what is told without it, after any edits, and nothing is decoded that needn't be."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from time import time_ns

import pytest

from jlint.config import Config
from jlint.engine import known_files
from jlint.engine.cache import Cache
from jlint.engine.cache_tables import NAME
from jlint.engine.gather import gathered
from jlint.engine.one_file import FileLinter
from jlint.engine.result import FileResult, RunResult
from jlint.engine.run import run
from jlint.engine.told import ToldRun
from jlint.engine.told_run import run_told
from jlint.report import IN_PARTS, Style, writer
from jlint.report.parts import form_of, write_told
from tests.cli.test_cached_reports import change, text_of

STYLE = Style("ja")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Drafts; the clock is ahead, so that each file counts as at rest unless its stamp differs."""
    monkeypatch.setenv("JLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(known_files, "time_ns", lambda: time_ns() + 10_000_000_000)
    posts = tmp_path / "posts"
    posts.mkdir()
    random = Random(5)
    for number in range(12):
        (posts / f"{number:02d}.md").write_text(text_of(random), "utf-8")
    monkeypatch.chdir(posts)
    return posts


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The keys of results that are asked for as such."""
    keys: list[bytes] = []
    original = Cache.find

    def find(self: Cache, wanted: Sequence[bytes]) -> dict[bytes, FileResult]:
        keys.extend(wanted)
        return original(self, wanted)

    monkeypatch.setattr(Cache, "find", find)
    return keys


def drafts() -> list[str]:
    return sorted(str(path) for path in Path().glob("*.md"))


def cached(names: Sequence[str] = ("text",), *, all_findings: bool = False) -> list[str]:
    """The reports of a run with the cache, in these formats."""
    forms = [form_of(name, STYLE, "all" * all_findings) for name in names]
    linter = FileLinter(Config(isolated=True))
    reports = []
    for name, told in zip(names, run_told(drafts(), linter, forms, Cache(), as_they_are=all_findings), strict=True):
        out = io.StringIO()
        write_told(name, ToldRun(told), out, STYLE)
        reports.append(out.getvalue())
    return reports


def fresh(names: Sequence[str] = ("text",), *, all_findings: bool = False) -> list[str]:
    """The reports of a run without the cache."""
    results = run(drafts(), FileLinter(Config(isolated=True)))
    result = RunResult(results if all_findings else gathered(results, "ja"))
    reports = []
    for name in names:
        out = io.StringIO()
        writer(name)(result, out, STYLE)
        reports.append(out.getvalue())
    return reports


@pytest.mark.parametrize("seed", range(3))
def test_after_random_edits(folder: Path, seed: int) -> None:
    random = Random(100 + seed)
    for _ in range(15):
        for _ in range(random.randrange(3)):
            change(folder, random)
        names = random.sample(sorted(IN_PARTS), k=random.randrange(1, 3))
        all_findings = random.random() < 0.3
        assert cached(names, all_findings=all_findings) == fresh(names, all_findings=all_findings)


def test_what_has_not_changed_is_not_decoded(folder: Path, decoded: list[bytes]) -> None:
    cached()
    (folder / "03.md").write_text("---\ntitle: 海の話\n---\n\n砂浜を歩く。\n", "utf-8")
    assert cached() == fresh()
    decoded.clear()
    (folder / "03.md").write_text("---\ntitle: 海の話\n---\n\n砂浜をを歩く。\n", "utf-8")
    assert cached() == fresh()
    assert decoded == []


def test_another_form_decodes_once(folder: Path, decoded: list[bytes]) -> None:
    cached()
    cached(["json"])
    assert len(decoded) == 12
    decoded.clear()
    cached(["json", "text"])
    assert decoded == []


def test_what_another_file_changes_is_told_anew(folder: Path, decoded: list[bytes]) -> None:
    for name in ("00.md", "01.md"):
        (folder / name).write_text(f"---\ntitle: 窓の話\n---\n\n{name}の文。\n", "utf-8")
    (both,) = cached(["concise"])
    assert "01.md:2:8: warning 00.md:2 " in both
    decoded.clear()
    (folder / "00.md").write_text("---\ntitle: 別の題名\n---\n\n文を変えた。\n", "utf-8")
    (alone,) = cached(["concise"])
    assert "01.md:2:8" not in alone
    assert [alone] == fresh(["concise"])


def test_rows_that_went_missing_are_made_again(folder: Path) -> None:
    expected = cached()
    for gone in (["told"], ["told", "results"], ["results"], ["files"], ["facts"]):
        with closing(sqlite3.connect(folder.parent / "cache" / NAME)) as database, database:
            for table in gone:
                database.execute(f"DELETE FROM {table} WHERE rowid % 2")
        assert cached() == expected


def test_a_file_that_is_saved_while_it_is_linted_late(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = folder / "03.md"
    before = draft.read_bytes()
    cached(["text"])

    def find(self: Cache, wanted: Sequence[bytes]) -> dict[bytes, FileResult]:
        draft.write_text("設定をを変えた後の文。\n", "utf-8")
        return {}

    with monkeypatch.context() as context:
        context.setattr(Cache, "find", find)
        assert "設定をを変えた後の文" in cached(["json", "text"])[1]
    draft.write_bytes(before)
    assert cached(["json", "text"]) == fresh(["json", "text"])


def test_random_damage_changes_no_report(folder: Path) -> None:
    expected = cached()
    place = folder.parent / "cache" / NAME
    whole = place.read_bytes()
    random = Random(11)
    for _ in range(40):
        damaged = bytearray(whole)
        for _ in range(random.choice([1, 20, 400])):
            damaged[random.randrange(len(damaged))] = random.randrange(256)
        place.write_bytes(bytes(damaged[: random.choice([len(damaged), random.randrange(len(damaged))])]))
        assert cached() == expected


def test_a_file_that_failed_is_told_as_such_every_time(folder: Path) -> None:
    (folder / "00.md").write_bytes(b"\x93\xfa")
    first = cached()
    assert "UTF-8 として読めません" in first[0]
    assert cached() == first == fresh()
