"""What is cached hangs on what is installed: jlint's own files, and the packages that findings depend on."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

import jlint
from jlint.engine.installed import fingerprint_of_jlint


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands for that of the installed package."""
    folder = tmp_path / "site" / "jlint"
    (folder / "rules" / "__pycache__").mkdir(parents=True)
    for name in ("__init__.py", "rules/rule.py", "rules/words.txt", "rules/__pycache__/rule.pyc"):
        (folder / name).write_text("one = 1\n", "utf-8")
    monkeypatch.setattr(jlint, "__file__", str(folder / "__init__.py"))
    return folder


def record(package: Path, text: str) -> None:
    """Writes what pip records of the package."""
    folder = package.parent / f"jlint-{jlint.__version__}.dist-info"
    folder.mkdir(exist_ok=True)
    (folder / "RECORD").write_text(text, "utf-8")


@pytest.mark.parametrize("name", ["rules/rule.py", "rules/words.txt", "rules/new.yaml"])
def test_a_changed_file_of_a_checkout_is_noticed(package: Path, name: str) -> None:
    before = fingerprint_of_jlint()
    assert fingerprint_of_jlint() == before
    (package / name).write_text("one = 2\n", "utf-8")
    os.utime(package / name, (4_000_000_000, 4_000_000_000))
    assert fingerprint_of_jlint() != before


def test_bytecode_is_no_change(package: Path) -> None:
    before = fingerprint_of_jlint()
    (package / "rules" / "__pycache__" / "rule.pyc").write_bytes(b"other")
    assert fingerprint_of_jlint() == before


def test_a_file_that_is_gone_is_noticed(package: Path) -> None:
    before = fingerprint_of_jlint()
    (package / "rules" / "rule.py").unlink()
    assert fingerprint_of_jlint() != before


def test_what_pip_records_counts_where_it_covers_the_package(package: Path) -> None:
    record(package, "jlint/__init__.py,sha256=abc,8\njlint/rules/rule.py,sha256=def,8\n")
    before = fingerprint_of_jlint()
    shutil.copytree(package, package.parent / "kept")
    for path in package.rglob("*.py"):
        os.utime(path, (1_600_000_000, 1_600_000_000))  # as after installing the same again
    assert fingerprint_of_jlint() == before
    record(package, "jlint/__init__.py,sha256=abc,8\njlint/rules/rule.py,sha256=other,8\n")
    assert fingerprint_of_jlint() != before


def test_a_record_of_an_editable_installation_does_not_count(package: Path) -> None:
    record(package, "_editable_impl_jlint.pth,sha256=abc,8\n")
    before = fingerprint_of_jlint()
    (package / "rules" / "rule.py").write_text("one = 1000\n", "utf-8")
    assert fingerprint_of_jlint() != before


def test_another_version_of_the_tokenizers_dictionary_is_noticed(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    (tmp_path / "unidic_lite-1.0.8.dist-info").mkdir()
    (tmp_path / "some_other-1.0.dist-info").mkdir()
    before = fingerprint_of_jlint()
    (tmp_path / "some_other-1.0.dist-info").rename(tmp_path / "some_other-1.1.dist-info")
    assert fingerprint_of_jlint() == before
    (tmp_path / "unidic_lite-1.0.8.dist-info").rename(tmp_path / "unidic_lite-1.0.9.dist-info")
    assert fingerprint_of_jlint() != before
