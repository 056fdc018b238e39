"""The hooks that ship with the repository, under the real pre-commit: `pytest -m installs`."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

GOOD = "設定を変える。\n"
BAD = "設定をを変える。\n"


def test_every_hook_calls_an_existing_command() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["id"] for hook in hooks] == ["jlint", "jlint-fix"]
    for hook in hooks:
        assert hook["require_serial"]
        assert hook["types_or"] == ["markdown", "mdx"]
        assert hook["entry"].split()[:2] == ["jlint", "check"]


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    command = ["git", "-C", str(folder), *identity, *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A posts repository whose hooks are those of this checkout."""
    if shutil.which("pre-commit") is None:
        pytest.skip("pre-commit is not installed")
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "pre-commit"))
    hooks = tmp_path / "hooks"
    shutil.copytree(
        ROOT, hooks, ignore=shutil.ignore_patterns(".git", ".venv", ".ci-venv", "__pycache__", ".*_cache", "dist")
    )
    git(tmp_path, "init", "-q", "hooks")
    git(hooks, "add", "-A")
    git(hooks, "commit", "-qm", "hooks")
    posts = tmp_path / "posts"
    git(tmp_path, "init", "-q", "posts")
    return posts


def install(posts: Path, hook: str) -> None:
    revision = git(posts.parent / "hooks", "rev-parse", "HEAD").stdout.strip()
    repo = {"repo": str(posts.parent / "hooks"), "rev": revision, "hooks": [{"id": hook}]}
    (posts / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [repo]}), "utf-8")
    subprocess.run(["pre-commit", "install"], cwd=posts, check=True, capture_output=True)
    git(posts, "add", "-A")


@pytest.mark.installs
def test_a_bad_post_blocks_the_commit_and_a_good_one_passes(repository: Path) -> None:
    (repository / "a.md").write_text(BAD, "utf-8")
    install(repository, "jlint")
    blocked = git(repository, "commit", "-m", "bad")
    assert blocked.returncode != 0
    assert "a.md:1:3: error" in blocked.stdout + blocked.stderr
    (repository / "a.md").write_text(GOOD, "utf-8")
    for number in range(97):
        (repository / f"{number}.md").write_text(f"第{number}号の設定を変える。\n", "utf-8")
    git(repository, "add", "-A")
    passed = git(repository, "commit", "-m", "good")
    assert passed.returncode == 0, passed.stdout + passed.stderr


@pytest.mark.installs
def test_a_fixing_hook_changes_the_file_and_reports_it(repository: Path) -> None:
    (repository / "a.md").write_text(BAD, "utf-8")
    install(repository, "jlint-fix")
    blocked = git(repository, "commit", "-m", "bad")
    assert blocked.returncode != 0
    assert "1ファイルで1か所を直しました" in blocked.stdout + blocked.stderr
    assert (repository / "a.md").read_text("utf-8") == GOOD
    git(repository, "add", "-A")
    assert git(repository, "commit", "-m", "good").returncode == 0
