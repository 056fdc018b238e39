"""Compiled expressions of earlier runs: they are what Python compiles, and a damaged file is no use."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from jlint import expression_codes
from jlint.compiled import lazy_pattern
from jlint.expression_codes import compile_or_recall, keep
from tests.test_architecture import MODULES


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the expressions of this test are kept."""
    path = tmp_path / "table"
    monkeypatch.setattr(expression_codes, "_path", lambda: str(path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    _begin_anew(monkeypatch)
    return path


def _begin_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expression_codes, "_known", None)
    monkeypatch.setattr(expression_codes, "_new", {})


def _count_compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    asked: list[str] = []
    compile_now = re.compile

    def note(pattern: str, flags: int = 0) -> re.Pattern[str]:
        asked.append(pattern)
        return compile_now(pattern, flags)

    monkeypatch.setattr("re.compile", note)
    return asked


def test_what_was_compiled_is_recalled(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _count_compiled(monkeypatch)
    first = compile_or_recall("(?P<day>[月火水]+)(?:曜|$)", re.MULTILINE)
    keep()
    _begin_anew(monkeypatch)
    again = compile_or_recall("(?P<day>[月火水]+)(?:曜|$)", re.MULTILINE)
    assert (again, asked) == (first, ["(?P<day>[月火水]+)(?:曜|$)"])
    assert [match["day"] for match in again.finditer("月曜と水\n")] == ["月", "水"]
    compile_or_recall("(?P<day>[月火水]+)(?:曜|$)")
    assert len(asked) == 2, "with other flags it is another expression"


def test_a_later_run_adds_to_what_an_earlier_one_left(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for pattern in ("雨", "雪"):
        compile_or_recall(pattern)
        keep()
        _begin_anew(monkeypatch)
    asked = _count_compiled(monkeypatch)
    assert [compile_or_recall(each).findall("雨と雪") for each in ("雨", "雪")] == [["雨"], ["雪"]]
    assert asked == []
    before = table.stat().st_mtime_ns
    keep()
    assert table.stat().st_mtime_ns == before, "nothing new, nothing written"


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[:40],
        lambda data: data[:-5] + bytes([data[-5] ^ 1]) + data[-4:],
        lambda data: data.replace(b"3.", b"2.", 1),
        lambda data: b"\x00" * len(data),
        lambda data: data + b"x",
    ],
)
def test_a_damaged_file_is_no_use(
    table: Path, monkeypatch: pytest.MonkeyPatch, damage: Callable[[bytes], bytes]
) -> None:
    compile_or_recall("雨+")
    keep()
    table.write_bytes(damage(table.read_bytes()))
    _begin_anew(monkeypatch)
    asked = _count_compiled(monkeypatch)
    assert compile_or_recall("雨+").fullmatch("雨雨")
    assert asked == ["雨+"]
    keep()
    _begin_anew(monkeypatch)
    compile_or_recall("雨+")
    assert asked == ["雨+"], "it was written anew"


def test_codes_that_python_refuses_are_compiled(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong: Any = {("雨", 0): (0, b"\xff" * 8, 0, {}, (None,))}
    monkeypatch.setattr(expression_codes, "_known", wrong)
    assert compile_or_recall("雨").search("雨")


def test_nothing_is_left_where_python_leaves_no_bytecode(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compile_or_recall("雨")
    keep()
    assert not table.exists()


def test_a_folder_that_can_not_be_written(tmp_path: Path, table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expression_codes, "_path", lambda: str(tmp_path / "none" / "table"))
    compile_or_recall("雨")
    keep()
    assert [*tmp_path.iterdir()] == []


def test_the_table_does_not_grow_without_end(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expression_codes, "_MOST", 3)
    for number in range(5):
        compile_or_recall(f"雨{number}")
        keep()
        _begin_anew(monkeypatch)
    asked = _count_compiled(monkeypatch)
    for number in range(5):
        compile_or_recall(f"雨{number}")
    assert asked == ["雨0", "雨1", "雨2"]


def test_a_run_leaves_the_table_beside_the_bytecode(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("雨が降る。\n", "utf-8")
    command = [sys.executable, "-X", f"pycache_prefix={tmp_path / 'bytecode'}", "-m", "jlint", "check", "--isolated"]
    done = [subprocess.run([*command, str(tmp_path / "a.md")], check=False, capture_output=True) for _ in range(2)]
    assert done[0].stdout == done[1].stdout
    assert [done[0].returncode, done[0].stderr] == [done[1].returncode, done[1].stderr] == [0, b""]
    names = [path.name for path in (tmp_path / "bytecode").rglob("expressions.*")]
    assert names == [f"expressions.{sys.implementation.cache_tag}.pyc"]


@pytest.mark.parametrize("module", MODULES)
def test_codes_are_those_of_python(module: str) -> None:
    if module in ("jlint.__main__", "jlint.cli.shells"):
        return
    kind: Any = type(lazy_pattern("雨")).__mro__[1]
    for found in vars(import_module(module)).values():
        if isinstance(found, kind) and isinstance(found.pattern, str):
            key = found.pattern, int(found._flags)
            made = expression_codes._recalled(key[0], expression_codes._code_of(*key))
            assert made == re.compile(*key)
            assert (made.groupindex, made.groups) == (re.compile(*key).groupindex, re.compile(*key).groups)
