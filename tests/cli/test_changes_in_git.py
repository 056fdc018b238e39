"""`--since` and `--staged` wherever git is used: shallow clones, worktrees, hooks, and settings of one's own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.run import jlint
from tests.cli.test_changes import git, lines

BAD = "設定をを変える。\n"
GOOD = "設定を変える。\n"
HOOK = f"""#!/bin/sh
exec {sys.executable} -m jlint check --staged --format concise
"""


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two posts, three commits; the last one adds a bad line to the second post."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    git("init", "-q", "-b", "main", ".")
    Path("a.md").write_text(BAD, "utf-8")
    git("add", ".")
    git("commit", "-qm", "first")
    Path("b.md").write_text("棚を並べる。\n", "utf-8")
    git("add", ".")
    git("commit", "-qm", "second")
    Path("b.md").write_text("棚を並べる。\n\n手順をを書く。\n", "utf-8")
    git("commit", "-qam", "third")
    return folder


def commit(*arguments: str) -> tuple[bool, str]:
    """Whether a commit passed the hook, and its output."""
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *identity, "commit", *arguments], capture_output=True, check=False)
    return done.returncode == 0, (done.stdout + done.stderr).decode()


def hook(folder: Path) -> None:
    path = folder / ".git" / "hooks" / "pre-commit"
    path.parent.mkdir(exist_ok=True)
    path.write_text(HOOK, "utf-8")
    path.chmod(0o755)


def test_a_shallow_clone(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for depth in (1, 2):
        git("clone", "-q", "--depth", str(depth), f"file://{repository}", str(tmp_path / f"clone-{depth}"))
    monkeypatch.chdir(tmp_path / "clone-2")
    assert lines("--since", "HEAD^") == ["b.md:3:3:"]
    monkeypatch.chdir(tmp_path / "clone-1")
    code, out, err = jlint("check", "--since", "HEAD^")
    assert (code, out) == (2, "")
    assert "浅いクローンなので、git fetch で取り込んでください" in err
    Path("a.md").write_text(BAD + "\n" + BAD, "utf-8")
    assert lines("--since", "HEAD") == ["a.md:3:3:"]
    git("add", ".")
    assert lines("--staged") == ["a.md:3:3:"]


def test_a_worktree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git("worktree", "add", "-q", "-b", "draft", str(tmp_path / "draft"), "HEAD~1")
    Path("a.md").write_text(BAD + "\n本をを読む。\n", "utf-8")
    monkeypatch.chdir(tmp_path / "draft")
    Path("c.md").write_text("星をを見る。\n", "utf-8")
    assert lines("--since", "HEAD") == ["c.md:1:2:"]
    git("add", ".")
    assert lines("--staged") == ["c.md:1:2:"]
    assert lines("--since", "main~2") == ["c.md:1:2:"]


def test_below_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("posts").mkdir()
    Path("posts/c.md").write_text("星をを見る。\n", "utf-8")
    Path("a.md").write_text(BAD + "\n本をを読む。\n", "utf-8")
    git("add", ".")
    monkeypatch.chdir("posts")
    assert lines("--staged") == ["c.md:1:2:"]
    assert lines("--since", "HEAD", "..") == ["../a.md:3:2:", "../posts/c.md:1:2:"]


def test_a_hook_sees_what_is_staged_and_not_what_is_on_the_disk(repository: Path) -> None:
    hook(repository)
    Path("c.md").write_text(BAD, "utf-8")
    git("add", "c.md")
    Path("c.md").write_text(GOOD, "utf-8")
    done, output = commit("-m", "bad")
    assert not done
    assert "c.md:1:3: " in output
    git("add", "c.md")
    Path("c.md").write_text(BAD, "utf-8")
    assert commit("-m", "good")[0]
    assert Path("c.md").read_text("utf-8") == BAD


def test_a_hook_sees_only_the_part_that_is_committed(repository: Path) -> None:
    """git gives such a hook an index of its own."""
    hook(repository)
    Path("c.md").write_text(BAD, "utf-8")
    git("add", "c.md")
    Path("b.md").write_text("棚を並べる。\n\n手順をを書く。\n\n机を拭く。\n", "utf-8")
    assert commit("-m", "only b", "b.md")[0]
    done, output = commit("-m", "all", "-a")
    assert not done
    assert "c.md:1:3: " in output


def test_a_hook_in_a_worktree(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hook(repository)
    git("worktree", "add", "-q", "-b", "draft", str(tmp_path / "draft"))
    monkeypatch.chdir(tmp_path / "draft")
    Path("a.md").rename("moved.md")
    Path("moved.md").write_text(BAD + "\n星を見る。\n", "utf-8")
    git("add", "-A")
    assert commit("-m", "moved")[0]
    Path("moved.md").write_text(BAD + "\n星をを見る。\n", "utf-8")
    done, output = commit("-am", "bad")
    assert not done
    assert "moved.md:3:2: " in output


def test_a_merge_that_is_not_done(repository: Path) -> None:
    git("checkout", "-q", "-b", "other", "HEAD~1")
    Path("b.md").write_text("棚を並べる。\n\n順番を決める。\n", "utf-8")
    git("commit", "-qam", "other")
    assert subprocess.run(["git", "merge", "main"], capture_output=True, check=False).returncode
    code, _, err = jlint("check", "--since", "HEAD")
    assert code == 1
    assert "Traceback" not in err
    code, out, err = jlint("check", "--staged", "--format", "concise")
    assert (code, err) == (2, "")
    assert out.startswith("b.md: ")


@pytest.mark.parametrize(
    "settings",
    [
        {"diff.noprefix": "true", "color.ui": "always", "diff.external": "false"},
        {"diff.mnemonicPrefix": "true", "diff.interHunkContext": "9", "diff.context": "5"},
        {"diff.renames": "copies", "diff.relative": "true", "core.quotePath": "true"},
        {"diff.submodule": "log", "diff.wordRegex": ".", "diff.algorithm": "patience"},
        {"diff.upper.textconv": "tr -d '\\n' <"},
    ],
    ids=lambda settings: next(iter(settings)),
)
def test_settings_of_one_s_own_change_nothing(repository: Path, settings: dict[str, str]) -> None:
    inner = repository / "題 名"
    git("init", "-q", str(inner))
    (inner / "x.md").write_text(GOOD, "utf-8")
    git("-C", str(inner), "add", ".")
    git("-C", str(inner), "commit", "-qm", "inner")
    git("add", "題 名")
    git("commit", "-qm", "with a repository inside")
    (inner / "x.md").write_text(GOOD + GOOD, "utf-8")
    git("-C", str(inner), "commit", "-qam", "inner again")
    Path(".gitattributes").write_text("*.md diff=upper\n", "utf-8")
    for name, value in settings.items():
        git("config", name, value)
    Path("b.md").write_text("棚を並べた。\n\n手順をを書く。\n\n窓を開ける。\n\n星をを見る。\n", "utf-8")
    Path("新 しい.md").write_text(BAD, "utf-8")
    assert lines("--since", "HEAD") == ["b.md:7:2:", "新"]
    git("add", ".")
    assert lines("--staged") == ["b.md:7:2:", "新"]


def test_a_hook_that_repairs_what_is_committed(repository: Path) -> None:
    path = repository / ".git" / "hooks" / "pre-commit"
    path.parent.mkdir(exist_ok=True)
    path.write_text(HOOK.replace("--staged", "--staged --fix"), "utf-8")
    path.chmod(0o755)
    Path("b.md").write_text(f"棚を並べる。\n\n{BAD}", "utf-8")
    passed, out = commit("-am", "repaired")
    assert passed, out
    assert Path("b.md").read_text("utf-8") == f"棚を並べる。\n\n{GOOD}"
    assert subprocess.run(["git", "status", "--short"], capture_output=True, check=True).stdout == b""
    Path("b.md").write_text(f"棚を並べる。\n\n{GOOD}\n{BAD}", "utf-8")
    passed, out = commit("b.md", "-m", "partly")
    assert not passed
    assert "b.md: ファイルを選んだ git commit では" in out
    assert Path("b.md").read_text("utf-8") == f"棚を並べる。\n\n{GOOD}\n{BAD}"


def test_what_the_other_branch_changed_later_is_not_reported() -> None:
    git("checkout", "-qb", "draft")
    Path("b.md").write_text("棚を並べる。\n\n手順をを書く。\n\n記録をを残す。\n", "utf-8")
    git("commit", "-qam", "draft")
    git("checkout", "-q", "main")
    Path("a.md").write_text(GOOD, "utf-8")
    Path("b.md").write_text("棚を並べる。\n", "utf-8")
    git("commit", "-qam", "repaired")
    git("checkout", "-q", "draft")
    for reference in ("main", "main...HEAD", "main...", "main...draft"):
        assert lines("--since", reference) == ["b.md:5:3:"], reference
    assert lines("--since", "main^") == ["b.md:5:3:"]


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("main...main^", "... の右に書けるのは HEAD だけです"),
        ("main..HEAD", "main...HEAD か main と書いてください"),
        ("0" * 40, "前のコミットがないという印です"),
        ("apart", "apart と今の状態に共通の祖先がありません"),
        ("draft", "origin/draft のように書いてください"),
    ],
)
def test_references_that_say_nothing(reference: str, words: str) -> None:
    git("checkout", "-q", "--orphan", "apart")
    git("commit", "-qm", "apart")
    git("checkout", "-q", "main")
    code, out, err = jlint("check", "--since", reference)
    assert (code, out) == (2, "")
    assert words in err


def test_a_shallow_clone_without_the_common_ancestor(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("checkout", "-qb", "draft", "main^")
    Path("b.md").write_text(BAD, "utf-8")
    git("commit", "-qam", "draft")
    git("clone", "-q", "--depth", "1", "--no-single-branch", f"file://{repository}", str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    code, out, err = jlint("check", "--since", "origin/main")
    assert (code, out) == (2, "")
    assert "浅いクローンなので、origin/main から分かれた所が見つかりません" in err
    assert "fetch-depth: 0" in err
    git("fetch", "-q", "--unshallow")
    assert lines("--since", "origin/main") == ["b.md:1:3:"]
