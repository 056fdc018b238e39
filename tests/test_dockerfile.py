"""Dockerfile, as far as it can be held without Docker: what it copies is there, and its commands install jlint."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

LINES = [
    line
    for line in re.sub(r"\\\n(\s*#.*\n)*", " ", (ROOT / "Dockerfile").read_text("utf-8")).splitlines()
    if line and not line.startswith("#")
]
BUILD, FINAL = (stage.splitlines() for stage in "\n".join(LINES).split("FROM ")[1:])


def copied() -> list[tuple[str, str]]:
    """What the first stage copies from the repository, and where to."""
    words = [line.split()[1:] for line in BUILD if line.startswith("COPY ")]
    return [(source, target) for *sources, target in words for source in sources]


def is_ignored(path: str) -> bool:
    """Whether Docker leaves the path out: the last pattern counts that matches it, or a folder that it lies in."""
    parts = path.split("/")
    ignored = False
    for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            expression = re.escape(line.removeprefix("!")).replace(r"\*\*/", "(?:.*/)?").replace(r"\*", "[^/]*")
            if any(re.fullmatch(expression, "/".join(parts[:end])) for end in range(1, len(parts) + 1)):
                ignored = not line.startswith("!")
    return ignored


def test_the_last_stage_has_neither_a_compiler_nor_root() -> None:
    assert [line.split()[0] for line in FINAL[-4:]] == ["USER", "WORKDIR", "ENTRYPOINT", "CMD"]
    (user,) = (line.split()[1] for line in FINAL if line.startswith("USER"))
    assert user not in ("root", "0")
    installed = " ".join(re.findall(r"apt-get install .*?&&", "\n".join(FINAL)))
    assert installed.split()[-2:] == ["git", "&&"]
    assert [line for line in FINAL if line.startswith("COPY")] == ["COPY --from=build /opt/jlint /opt/jlint"]
    assert BUILD[0].split()[0] == FINAL[0].split()[0]  # the environment only works with the Python that made it


def test_what_is_copied_is_sent_to_the_builder() -> None:
    for source, _ in copied():
        path = ROOT / source
        assert path.exists()
        for each in path.rglob("*.py") if path.is_dir() else [path]:
            assert not is_ignored(each.relative_to(ROOT).as_posix()), each
    for name in ("tests/conftest.py", ".git/config", "jlint/rules/__pycache__/a.pyc", "examples/clean.md"):
        assert is_ignored(name), name


@pytest.mark.installs
@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
def test_the_first_stage_installs_jlint(tmp_path: Path) -> None:
    """Its commands are run elsewhere, on the files that it copies, and what they leave works without pip."""
    source, target = tmp_path / "src", tmp_path / "jlint"
    for name, place in copied():
        there = source / place / (name if place == "./" else Path(name).name if place.endswith("/") else "")
        there.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, there, ignore=shutil.ignore_patterns("__pycache__", "_kernel.*so"))
        else:
            shutil.copy(ROOT / name, there)
    for line in BUILD:
        if line.startswith("RUN ") and "apt-get" not in line:
            script = (
                line.removeprefix("RUN ")
                .replace("/opt/jlint", str(target))
                .replace("python -m", f"{sys.executable} -m", 1)
            )
            subprocess.run(["sh", "-ec", script], check=True, cwd=source)
    assert list(target.rglob("expressions.*.pyc"))
    assert not list(target.rglob("pip/__init__.py"))
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "a.md").write_text("設定をを変える。\n", "utf-8")
    done = subprocess.run(["sh", "-ec", f"{target}/bin/jlint check ."], cwd=tmp_path / "work", check=False)
    assert done.returncode == 1
