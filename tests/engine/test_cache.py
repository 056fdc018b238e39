"""Cached results: the same findings, never outdated ones, and no harm from a cache that can't be used."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from jlint.cache_folder import cache_folder
from jlint.config import Config
from jlint.engine import cache as cache_module
from jlint.engine.cache import Cache
from jlint.engine.cache_tables import NAME
from jlint.engine.one_file import FileLinter
from jlint.engine.result import FileResult
from jlint.engine.run import run
from tests.cli.run import jlint


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JLINT_CACHE_DIR", str(tmp_path / "cache"))
    for number in range(12):
        Path(f"{number:02d}.md").write_text(
            f"---\ntitle: 題名{number % 6}\n---\n\n設定をを{number}回変える。\n", "utf-8"
        )
    return tmp_path


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[list[FileResult], int]]:
    """Runs over the folder with the cache: the results, and how many files were linted for them."""

    def count(**options: object) -> tuple[list[FileResult], int]:
        linted: list[str] = []
        linter = FileLinter(Config(isolated=True, **options))  # type: ignore[arg-type]
        original = FileLinter.__call__

        def call(self: FileLinter, path: str) -> FileResult | None:
            linted.append(path)
            return original(self, path)

        monkeypatch.setattr(FileLinter, "__call__", call)
        paths = sorted(str(path) for path in Path().glob("*.md"))
        results = run(paths, linter, cache=Cache())
        monkeypatch.setattr(FileLinter, "__call__", original)
        return results, len(linted)

    return count


Counted = Callable[..., tuple[list[FileResult], int]]


def test_nothing_is_linted_twice_and_the_findings_are_the_same(counted: Counted) -> None:
    first, linted = counted()
    assert linted == 12
    again, linted = counted()
    assert linted == 0
    assert again == first
    assert {finding.rule for result in again for finding in result.findings} == {"doubled-particle", "duplicate-title"}


def test_only_what_changed_is_linted(counted: Counted) -> None:
    counted()
    Path("03.md").write_text("変わった文です。\n", "utf-8")
    results, linted = counted()
    assert linted == 1
    assert results[3].findings == ()


def test_other_settings_are_other_results(counted: Counted) -> None:
    counted()
    assert counted(select=["typo"])[1] == 12
    assert counted(language="en")[1] == 12
    assert counted(language="en")[1] == 0


def test_failures_are_not_cached(counted: Counted) -> None:
    def fail(self: object, document: object) -> None:
        raise ValueError("once")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("jlint.rules.typo.doubled_particle.DoubledParticle.check", fail)
        assert all(result.failures for result in counted()[0])
    results, linted = counted()
    assert linted == 12
    assert not any(result.failures for result in results)


def test_the_cache_is_bounded(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "MOST_RESULTS", 5)
    counted()
    assert counted()[1] == 7


@pytest.mark.parametrize("damage", [b"", b"no database at all, but long enough to be looked at", None])
def test_a_damaged_cache_changes_nothing(damage: bytes | None, folder: Path) -> None:
    first = jlint("check", "--format", "concise")
    file = folder / "cache" / NAME
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2] if damage is None else damage)
    again = jlint("check", "--format", "concise")
    assert (again.code, again.out) == (first.code, first.out)
    assert again.err.count("前回の結果を使えない") == (0 if damage == b"" else 1)
    assert "Traceback" not in again.err


def test_a_folder_that_cannot_be_made_changes_nothing(folder: Path) -> None:
    (folder / "cache").write_text("a file where the folder should be", "utf-8")
    code, out, err = jlint("check", "--format", "concise")
    assert (code, err.count("前回の結果を使えない")) == (1, 1)
    assert out.count("doubled-particle") == 12


def test_two_runs_at_once(folder: Path) -> None:
    command = [sys.executable, "-m", "jlint", "check", "--format", "concise"]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    ended = [process.communicate(timeout=60) for process in runs]
    assert len({out for out, _ in ended}) == 1
    assert [err for _, err in ended] == [b""] * 3


def test_runs_at_once_over_files_that_change(folder: Path) -> None:
    command = [sys.executable, "-m", "jlint", "check", "--format"]
    for turn in range(2):
        Path("05.md").write_text(f"設定をを{turn}度変える。\n", "utf-8")
        runs = [
            subprocess.Popen([*command, name], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for name in ("text", "json", "text", "json")
        ]
        ended = [process.communicate(timeout=120) for process in runs]
        assert [err for _, err in ended] == [b""] * 4
        for name, (out, _) in zip(("text", "json", "text", "json"), ended, strict=True):
            assert out.decode() == jlint("check", "--no-cache", "--format", name).out


def test_files_of_the_older_cache_are_removed(folder: Path) -> None:
    place = folder / "cache"
    place.mkdir()
    for name in ("results.sqlite3", "results.damaged", "results.sqlite3-journal", "results.txt", "notes"):
        (place / name).write_text("old", "utf-8")
    jlint("check")
    assert sorted(path.name for path in place.iterdir()) == sorted([NAME, "notes", "results.txt"])


def test_a_run_in_which_nothing_has_changed_lints_nothing_and_writes_nothing(folder: Path) -> None:
    jlint("check")
    place = folder / "cache" / NAME
    for number in range(12):
        os.utime(f"{number:02d}.md", (1_600_000_000, 1_600_000_000))
    script = (
        "import sys, time\n"
        "from jlint.engine import known_files\n"
        "known_files.time_ns = lambda: time.time_ns() + 10_000_000_000\n"  # so that the files are at rest
        "from jlint.cli.program import run\n"
        "sys.argv = ['jlint', 'check', '--format', 'text']\n"
        "code = run()\n"
        "names = ['jlint.engine.lint', 'jlint.engine.place', 'fugashi', 'jlint.yaml_file.source']\n"
        "print([name for name in names if name in sys.modules], code, file=sys.stderr)\n"
    )
    command = [sys.executable, "-c", script]
    first = subprocess.run(command, capture_output=True, check=True)
    before = place.read_bytes()
    again = subprocess.run(command, capture_output=True, check=True)
    assert again.stdout == first.stdout
    assert b"doubled-particle" in again.stdout
    assert again.stderr.decode().strip() == "[] 1"
    assert place.read_bytes() == before


def test_no_cache_leaves_no_trace(folder: Path) -> None:
    jlint("check", "--no-cache")
    assert not (folder / "cache").exists()


def test_a_file_that_is_saved_while_it_is_linted_is_known_by_what_was_linted(
    folder: Path, counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    clean, dirty = "設定を変える。\n", "設定をを変える。\n"
    draft = folder / "00.md"
    draft.write_text(clean, "utf-8")
    original = FileLinter.keys

    def keys(self: FileLinter, *arguments: object) -> dict[str, bytes]:
        found = original(self, *arguments)  # type: ignore[arg-type]
        draft.write_text(dirty, "utf-8")
        return found

    monkeypatch.setattr(FileLinter, "keys", keys)
    first, _ = counted()
    monkeypatch.setattr(FileLinter, "keys", original)
    assert first[0].findings
    draft.write_text(clean, "utf-8")
    assert counted()[0][0].findings == ()
    draft.write_text(dirty, "utf-8")
    results, linted = counted()
    assert (results[0].findings, linted) == (first[0].findings, 0)


def test_random_damage_costs_no_finding(folder: Path, counted: Counted) -> None:
    expected, _ = counted()
    place = folder / "cache" / NAME
    whole = place.read_bytes()
    random = Random(7)
    for _ in range(60):
        damaged = bytearray(whole)
        for _ in range(random.choice([1, 20, 400])):
            damaged[random.randrange(len(damaged))] = random.randrange(256)
        place.write_bytes(bytes(damaged[: random.choice([len(damaged), random.randrange(len(damaged))])]))
        assert counted()[0] == expected


def test_a_damaged_cache_is_reported_once_and_replaced(folder: Path) -> None:
    assert jlint("check", ".").err == ""
    place = folder / "cache" / NAME
    content = place.read_bytes()
    place.write_bytes(content.replace("設定".encode(), "説定".encode()))
    code, out, err = jlint("check", "--format", "concise", ".")
    assert (code, err.count("前回の結果を使えない")) == (1, 1)
    assert "説定" not in out
    assert jlint("check", "--format", "concise", ".") == (code, out, "")
    assert (folder / "cache" / NAME.replace("sqlite3", "damaged")).exists()


def test_a_user_without_a_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_such_user(_: int) -> None:
        raise KeyError

    for name in ("JLINT_CACHE_DIR", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pytest.importorskip("pwd"), "getpwuid", no_such_user)
    assert cache_folder() is None
    cache = Cache()
    run(["00.md", "01.md"], FileLinter(Config(isolated=True)), cache=cache)
    assert cache.problem
    assert "ホームフォルダーがない" in cache.problem.ja
    assert not Path("~").exists()
