"""`--staged` in a hook of pre-commit: at a commit, and in CI between two commits or over all files."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from tests.cli.run import jlint
from tests.cli.test_changes import git

OLD = "設定をを変える。\n"
NEW = "手順をを書く。\n"
GOOD = "手順を書く。\n"
REAL = pytest.mark.skipif(find_spec("pre_commit") is None, reason="pre-commit is not installed")
VARIABLES = ("PRE_COMMIT", "PRE_COMMIT_FROM_REF", "PRE_COMMIT_TO_REF", "GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE")


@pytest.fixture(autouse=True)
def _repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A branch that adds a defect to a file with an old one."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    git("init", "-q", "-b", "main", ".")
    Path("a.md").write_text(OLD, "utf-8")
    Path("b.md").write_text(OLD, "utf-8")
    _configure("--staged")
    git("add", ".")
    git("commit", "-qm", "old")
    git("checkout", "-qb", "draft")
    Path("a.md").write_text(f"{OLD}\n{NEW}", "utf-8")
    git("commit", "-qam", "new")


def _configure(*arguments: str) -> None:
    hook = {
        "id": "jlint",
        "name": "jlint",
        "entry": f"{sys.executable} -m jlint check --format concise",
        "language": "system",
        "types_or": ["markdown"],
        "require_serial": True,
        "args": list(arguments),
    }
    config = {"repos": [{"repo": "local", "hooks": [hook]}]}
    Path(".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")


def places(out: str) -> list[str]:
    return [line.partition(" ")[0] for line in out.splitlines() if line.startswith(("a.md:", "b.md:"))]


def pre_commit(*arguments: str) -> tuple[int, list[str], str]:
    """The exit code, the places of what was found, and the whole output."""
    done = subprocess.run([sys.executable, "-m", "pre_commit", *arguments], capture_output=True, check=False)
    out = (done.stdout + done.stderr).decode("utf-8")
    return done.returncode, places(out), out


def test_nothing_is_staged() -> None:
    code, out, err = jlint("check", "--staged", "--format", "concise", "a.md", "b.md", PRE_COMMIT="1")
    assert (code, places(out)) == (1, ["a.md:1:3:", "a.md:3:3:", "b.md:1:3:"])
    assert "git add した変更がないので、渡されたファイルをすべて調べます" in err
    assert jlint("check", "--staged", "--format", "concise", "a.md").out == "", (
        "without pre-commit it means what it says"
    )


def test_something_else_is_staged() -> None:
    Path("b.md").write_text(f"{OLD}\n{NEW}", "utf-8")
    git("add", "b.md")
    assert places(jlint("check", "--staged", "--format", "concise", "a.md", PRE_COMMIT="1").out) == [
        "a.md:1:3:",
        "a.md:3:3:",
    ]
    assert places(jlint("check", "--staged", "--format", "concise", "a.md", "b.md", PRE_COMMIT="1").out) == [
        "b.md:3:3:"
    ]


def test_between_two_commits_as_they_are_there() -> None:
    between = {"PRE_COMMIT": "1", "PRE_COMMIT_FROM_REF": "main", "PRE_COMMIT_TO_REF": "draft"}
    assert places(jlint("check", "--staged", "--format", "concise", "a.md", "b.md", **between).out) == ["a.md:3:3:"]
    Path("a.md").write_text(f"一行目。\n\n{OLD}\n{NEW}", "utf-8")
    assert places(jlint("check", "--staged", "--format", "concise", "a.md", **between).out) == ["a.md:3:3:"]
    code, _, err = jlint("check", "--staged", "a.md", **{**between, "PRE_COMMIT_FROM_REF": "nowhere"})
    assert (code, "nowhere というコミットはここにありません" in err) == (2, True)


def test_outside_pre_commit_its_variables_mean_nothing() -> None:
    between = {"PRE_COMMIT_FROM_REF": "main", "PRE_COMMIT_TO_REF": "draft"}
    assert jlint("check", "--staged", "--format", "concise", **between).out == ""


def test_since_goes_by_its_own_commit_only() -> None:
    between = {"PRE_COMMIT": "1", "PRE_COMMIT_FROM_REF": "draft", "PRE_COMMIT_TO_REF": "draft"}
    assert places(jlint("check", "--since", "main", "--format", "concise", "a.md", "b.md", **between).out) == [
        "a.md:3:3:"
    ]
    between = {**between, "PRE_COMMIT_FROM_REF": "main"}
    assert jlint("check", "--since", "HEAD", "--format", "concise", "a.md", **between)[:2] == (0, "")


def test_between_two_commits_is_since_the_branch_has_left_the_first() -> None:
    git("checkout", "-q", "main")
    Path("a.md").write_text(f"題を書く。\n\n{OLD}", "utf-8")
    git("commit", "-qam", "main goes on")
    git("checkout", "-q", "draft")
    between = {"PRE_COMMIT": "1", "PRE_COMMIT_FROM_REF": "main", "PRE_COMMIT_TO_REF": "draft"}
    assert places(jlint("check", "--staged", "--format", "concise", "a.md", **between).out) == ["a.md:3:3:"]


@REAL
def test_the_real_one_in_ci() -> None:
    code, found, _ = pre_commit("run", "--all-files")
    assert (code, found) == (1, ["a.md:1:3:", "a.md:3:3:", "b.md:1:3:"])
    code, found, _ = pre_commit("run", "--from-ref", "main", "--to-ref", "HEAD")
    assert (code, found) == (1, ["a.md:3:3:"])


@REAL
def test_the_real_one_at_a_commit() -> None:
    Path("b.md").write_text(f"{OLD}\n{NEW}", "utf-8")
    git("add", "b.md")
    assert pre_commit("run")[:2] == (1, ["b.md:3:3:"])
    Path("b.md").write_text(f"{OLD}\n{GOOD}", "utf-8")
    git("add", "b.md")
    assert pre_commit("run")[0] == 0


@REAL
def test_the_real_one_repairs_changed_lines_and_stops_the_commit() -> None:
    _configure("--fix", "--staged")
    Path("b.md").write_text(f"{OLD}\n{NEW}", "utf-8")
    git("add", ".")
    code, found, out = pre_commit("run")
    assert (code, found) == (1, [])
    assert "files were modified by this hook" in out
    assert Path("b.md").read_text("utf-8") == f"{OLD}\n{GOOD}"
    assert NEW.strip() in subprocess.run(["git", "show", ":b.md"], capture_output=True, check=True).stdout.decode()
    git("add", ".")
    assert pre_commit("run")[0] == 0
