"""The hooks that `jlint init` prints, under the real git and the real pre-commit, where jlint isn't on PATH."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from jlint.cli.hook import script_of_jlint
from tests.cli.run import jlint
from tests.cli.test_changes import git

OLD = "設定をを変える。\n"
BAD = f"{OLD}\n手順をを書く。\n"
GOOD = f"{OLD}\n手順を書く。\n"
TOLD = "a.md:3:3: error"

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="sh is found by git alone"),
    pytest.mark.skipif(not script_of_jlint(), reason="jlint is not installed"),
]


@pytest.fixture(autouse=True)
def _repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository with an old error, in a world in which there are git and shells, but no jlint."""
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "PRE_COMMIT"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "bin").mkdir()
    for name in ("git", "sh", "bash", "env"):
        found = shutil.which(name)
        if found:
            (tmp_path / "bin" / name).symlink_to(found)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("JLINT_LANG", "ja")
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    git("init", "-q", ".")
    Path("a.md").write_text(OLD, "utf-8")
    git("add", ".")
    git("commit", "-qm", "old")


def commit(text: str) -> tuple[int, str]:
    """The exit code of a commit of the draft with this text, and all that was printed."""
    Path("a.md").write_text(text, "utf-8")
    git("add", ".")
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *identity, "commit", "-qm", "new"], capture_output=True, check=False)
    return done.returncode, (done.stdout + done.stderr).decode("utf-8")


def install(script: str) -> None:
    hook = Path(".git/hooks/pre-commit")
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(script, "utf-8")
    hook.chmod(0o755)


def test_the_script_for_git() -> None:
    assert shutil.which("jlint") is None
    install(jlint("init", "--git-hook").out)
    assert not Path("rules.yaml").exists()
    code, said = commit(BAD)
    assert (code, TOLD in said, "a.md:1" in said) == (1, True, False), said
    code, said = commit(GOOD)
    assert code == 0, said


def test_the_script_where_jlint_is_gone() -> None:
    install(jlint("init", "--git-hook").out.replace(script_of_jlint(), "/nowhere/jlint"))
    code, said = commit(GOOD)
    assert code == 1
    assert "jlint が見つからないので、コミットを止めました" in said
    install(jlint("init", "--git-hook", "--lang", "en").out.replace(script_of_jlint(), "/nowhere/jlint"))
    assert "jlint was not found, so nothing is committed" in commit(GOOD)[1]


@pytest.mark.skipif(find_spec("pre_commit") is None, reason="pre-commit is not installed")
def test_the_lines_for_pre_commit() -> None:
    lines = jlint("init").out
    Path(".pre-commit-config.yaml").write_text(lines, "utf-8")
    subprocess.run([sys.executable, "-m", "pre_commit", "install"], check=True, capture_output=True)
    code, said = commit(BAD)
    assert (code, TOLD in said, "a.md:1" in said) == (1, True, False), said
    code, said = commit(GOOD)
    assert code == 0, said
    Path(".pre-commit-config.yaml").write_text(lines.replace(script_of_jlint(), "/nowhere/jlint"), "utf-8")
    code, said = commit(f"{GOOD}\n次の手順。\n")
    assert code == 1
    assert "jlint が見つからないので、コミットを止めました" in said


def test_the_script_goes_with_no_option_of_a_file() -> None:
    code, out, err = jlint("init", "--git-hook", "--output", "house.yaml")
    assert (code, out) == (2, "")
    assert "--git-hook は --output や --from-textlint と一緒に使えません" in err
