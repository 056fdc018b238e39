"""The examples of docs/ci.md do what the document says: their commands are run in a repository with a pull request."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.action_steps import ACTION, ran_lint
from tests.conftest import ROOT

TEXT = (ROOT / "docs/ci.md").read_text("utf-8")
BLOCKS: list[dict[Any, Any]] = [
    yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)
]
OLD = "設定をを変える。\n"
NEW = "手順をを書く。\n"

REVIEWDOG = """\
import json, sys
assert {"-f=rdjson", "-reporter=github-pr-review"} <= set(sys.argv)
for each in json.load(sys.stdin)["diagnostics"]:
    print(each["location"]["path"], each["location"]["range"]["start"])
"""


def git(*arguments: str) -> str:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *identity, *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture(autouse=True)
def _pull_request(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A shallow clone, as in CI, of a merge of one new defect into a branch with an old one, and commands on PATH."""
    origin = tmp_path / "origin"
    origin.mkdir()
    monkeypatch.chdir(origin)
    git("init", "-q", "-b", "main", ".")
    Path("old.md").write_text(OLD, "utf-8")
    git("add", ".")
    git("commit", "-qm", "old")
    git("checkout", "-qb", "draft")
    Path("new.md").write_text(NEW, "utf-8")
    git("add", ".")
    git("commit", "-qm", "new")
    git("checkout", "-q", "main")
    git("merge", "-q", "--no-ff", "-m", "merge", "draft")
    git("clone", "-q", "--depth", "2", origin.as_uri(), str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    commands = tmp_path / "bin"
    commands.mkdir()
    (tmp_path / "reviewdog.py").write_text(REVIEWDOG, "utf-8")
    for name, call in (
        ("jlint", "-m jlint"),
        ("pre-commit", "-m pre_commit"),
        ("reviewdog", f'"{tmp_path / "reviewdog.py"}"'),
    ):
        (commands / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {call} "$@"\n', "utf-8")
        (commands / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{commands}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("CI_MERGE_REQUEST_DIFF_BASE_SHA", git("rev-parse", "HEAD^1"))
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


def ran(script: str, **environment: str) -> tuple[int, str]:
    """Runs a script as GitHub and GitLab run theirs."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    variables = {**os.environ, "PYTHONIOENCODING": "utf-8", "JLINT_LANG": "", **environment}
    done = subprocess.run(command, capture_output=True, env=variables, check=False)
    assert b"Traceback" not in done.stderr
    return done.returncode, done.stdout.decode("utf-8")


def workflow(name: str) -> list[dict[str, Any]]:
    """The steps of the one job of a workflow."""
    (found,) = (block for block in BLOCKS if block.get("name") == name)
    (job,) = found["jobs"].values()
    steps: list[dict[str, Any]] = job["steps"]
    return steps


def call_of_action(steps: list[dict[str, Any]]) -> dict[str, str]:
    """The inputs that a workflow passes to jlint's action."""
    (step,) = (step for step in steps if step.get("uses", "").startswith("example/jlint@"))
    given: dict[str, str] = step["with"]
    assert given.keys() <= ACTION["inputs"].keys()
    return given


def ran_action(**given: str) -> tuple[int, str]:
    """Runs the action's own step with the inputs that a workflow passes."""
    temp = Path.cwd().parent / "runner"
    temp.mkdir(exist_ok=True)
    done = ran_lint(temp, **given)
    return done.code, done.out


def test_a_pull_request_is_annotated_where_it_has_changed() -> None:
    steps = workflow("jlint")
    assert steps[0]["with"]["fetch-depth"] == 2
    code, out = ran_action(**call_of_action(steps))
    assert code == 1
    assert [line.split(",")[0] for line in out.splitlines() if line.startswith("::")] == ["::error file=new.md"]


def test_the_action_takes_a_baseline_and_several_paths() -> None:
    assert ran("jlint baseline create old.md")[0] == 0
    code, out = ran_action(baseline="jlint-baseline.json", paths="old.md\nnew.md")
    assert (code, out.count("::error")) == (1, 1)
    assert ran_action(baseline="jlint-baseline.json", paths="old.md")[0] == 0


def test_what_the_action_and_the_component_are_given_is_theirs() -> None:
    (steps,) = (block["steps"] for block in BLOCKS if "steps" in block)
    code, out = ran_action(**{**call_of_action(steps), "working-directory": ".", "paths": "old.md\nnew.md\n"})
    assert (code, out.count("::error")) == (1, 2)
    used = re.findall(r"steps\.jlint\.outputs\.(\w+)", TEXT)
    assert used
    assert {*used} <= ACTION["outputs"].keys()
    inputs = next(yaml.safe_load_all((ROOT / "templates" / "jlint.yml").read_text("utf-8")))["spec"]["inputs"]
    (include,) = (block["include"] for block in BLOCKS if "include" in block)
    assert include[0]["inputs"].keys() <= inputs.keys()
    for name, known in (("GitHub Actions", ACTION["inputs"]), ("GitLab", inputs)):
        section = TEXT.split(f"\n## {name}\n")[1].split("\n## ")[0]
        described = {each for row in re.findall(r"^\| (`.*?) \|", section, re.MULTILINE) for each in row.split("、")}
        assert {each.strip("`") for each in described} == {*known}


def test_code_scanning_uploads_the_report_that_the_action_writes() -> None:
    steps = workflow("jlint-scan")
    assert ran_action(**call_of_action(steps))[0] == 0
    report = json.loads(Path(steps[-1]["with"]["sarif_file"]).read_text("utf-8"))
    assert len(report["runs"][0]["results"]) == 2


def test_gitlab() -> None:
    (jobs,) = (block for block in BLOCKS if "code_quality" in block)
    assert all(job["extends"] in jobs for job in jobs.values() if "extends" in job)
    quality = jobs["code_quality"]
    assert ran("\n".join(quality["script"]))[0] == 0
    report = json.loads(Path(quality["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    assert [entry["location"]["path"] for entry in report] == ["new.md", "old.md"]
    code, out = ran("\n".join(jobs["jlint"]["script"]))
    assert code == 1
    assert "new.md:1:3" in out
    assert "old.md" not in out


def test_reviewdog() -> None:
    code, out = ran(workflow("reviewdog")[-1]["run"])
    assert code == 0
    assert out.splitlines()[0] == "new.md {'line': 1, 'column': 7}"


def test_pre_commit_knows_the_hooks() -> None:
    known = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    (hook,) = next(block for block in BLOCKS if "repos" in block)["repos"][0]["hooks"]
    Path("old.md").write_text(f"{OLD}\n{NEW}", "utf-8")
    git("add", "old.md")
    code, out = ran(" ".join([known[hook["id"]]["entry"], *hook["args"], "old.md"]))
    assert (code, out.count("\n"), out.startswith("old.md:3:3: error")) == (1, 1, True)
    assert all(f"`id: {name}`" in TEXT for name in known)


def test_the_hook_of_git_stops_a_commit() -> None:
    Path(".git/hooks").mkdir(exist_ok=True)
    (script,) = re.findall(r"^```sh\n(jlint init --git-hook .*?)^```", TEXT, re.DOTALL | re.MULTILINE)
    assert ran(script)[0] == 0
    Path("old.md").write_text(f"{OLD}\n棚に本が並ぶ。\n", "utf-8")
    git("commit", "-qam", "an old defect beside a new line stops nothing")
    Path("old.md").write_text(f"{OLD}\n{NEW}", "utf-8")
    with pytest.raises(subprocess.CalledProcessError) as stopped:
        git("commit", "-qam", "stopped")
    assert "old.md:3:3: error" in stopped.value.stdout + stopped.value.stderr


@pytest.mark.skipif(find_spec("pre_commit") is None, reason="pre-commit is not installed")
def test_pre_commit_in_ci_looks_at_what_the_pull_request_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    hooks = next(block for block in BLOCKS if "repos" in block)["repos"][0]["hooks"]
    known = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    local = [{**known[hook["id"]], **hook, "language": "system"} for hook in hooks]
    Path(".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": local}]}), "utf-8")
    git("add", ".pre-commit-config.yaml")
    Path("old.md").write_text(f"{OLD}\n何も変わらない段落。\n", "utf-8")
    git("commit", "-qam", "merge too")
    git("reset", "-q", "--soft", "HEAD^")
    git("commit", "-q", "--amend", "-m", "merge with a configuration")
    steps = workflow("pre-commit")
    assert steps[0]["with"]["fetch-depth"] == 2
    code, out = ran(steps[-1]["run"])
    assert code == 1
    assert re.findall(r"^(?:old|new)\.md:\d+:\d+", out, re.MULTILINE) == ["new.md:1:3"]


def test_commands_on_their_own() -> None:
    (script,) = re.findall(r"^```sh\n(jlint check .*?)^```", TEXT, re.DOTALL | re.MULTILINE)
    assert ran(script)[0] == 1
    assert {path.name for path in Path().glob("jlint*.*")} == {"jlint-junit.xml", "jlint-checkstyle.xml", "jlint.html"}


def test_every_command_that_installs_names_the_same_version() -> None:
    versions = re.findall(r"example/jlint@?(v[\d.]+)?|rev: (v[\d.]+)", TEXT)
    assert {version for pair in versions for version in pair if version} == {"v0.3.0"}
