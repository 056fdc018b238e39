"""action.yml: its steps, run by the shell that GitHub runs them by, with the variables that it sets."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest

from tests.action_steps import ACTION, STEPS, Ran, ran_lint, ran_step
from tests.conftest import ROOT

FAULTY = "設定をを変える。\n"
pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs bash")


@pytest.fixture(autouse=True)
def _workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A checked out repository with drafts in folders, as the working folder, and jlint on PATH."""
    workspace = tmp_path / "workspace"
    for path in ("a.md", "site/my posts/b c.md", "site/$(touch sprung)/d.md"):
        (workspace / path).parent.mkdir(parents=True, exist_ok=True)
        (workspace / path).write_text(FAULTY, "utf-8")
    (workspace / ".git").mkdir()
    (workspace / "site" / "house.yaml").write_text("rules: {doubled-particle: warning}\n", "utf-8")
    monkeypatch.chdir(workspace)
    commands = tmp_path / "bin"
    commands.mkdir()
    (commands / "jlint").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m jlint "$@"\n', "utf-8")
    (commands / "jlint").chmod(0o755)
    monkeypatch.setenv("PATH", f"{commands}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


def lint(tmp_path: Path, **given: str) -> Ran:
    (tmp_path / "temp").mkdir(exist_ok=True)
    return ran_lint(tmp_path / "temp", **given)


def files(done: Ran) -> list[str]:
    return re.findall(r"^::\w+ file=([^,]*),", done.out, re.MULTILINE)


def test_outputs_count_the_findings(tmp_path: Path) -> None:
    done = lint(tmp_path, sarif="all.sarif")
    assert (done.code, len(files(done))) == (1, 3)
    assert done.outputs == {"errors": "3", "warnings": "0", "infos": "0", "sarif": "all.sarif"}
    assert len(json.loads(Path("all.sarif").read_text("utf-8"))["runs"][0]["results"]) == 3
    clean = lint(tmp_path, select="style")
    assert (clean.code, clean.outputs) == (0, {"errors": "0", "warnings": "0", "infos": "0", "sarif": ""})
    assert set(ACTION["outputs"]) == set(clean.outputs)


def test_outputs_of_a_run_that_failed_are_empty(tmp_path: Path) -> None:
    lint(tmp_path)
    done = lint(tmp_path, select="no-such-rule", sarif="all.sarif")
    assert (done.code, set(done.outputs.values())) == (2, {""})


def test_paths_are_one_a_line_and_may_have_blanks(tmp_path: Path) -> None:
    done = lint(tmp_path, paths="a.md\nsite/my posts\n")
    assert (done.code, files(done)) == (1, ["a.md", "site/my posts/b c.md"])
    assert lint(tmp_path, paths="").outputs["errors"] == "3"


def test_the_working_directory_is_what_paths_are_relative_to(tmp_path: Path) -> None:
    """Annotations name files from the workspace, where GitHub looks for them."""
    given = {"working-directory": "site", "config": "house.yaml", "sarif": "out.sarif"}
    done = lint(tmp_path, paths="my posts/b c.md\n$(touch sprung)", **given)
    assert (done.code, files(done)) == (0, ["site/$(touch sprung)/d.md", "site/my posts/b c.md"])
    assert done.outputs == {"errors": "0", "warnings": "2", "infos": "0", "sarif": "site/out.sarif"}
    assert Path("site/out.sarif").exists()
    assert len(files(lint(tmp_path, **given))) == 2
    absolute = lint(tmp_path, paths=str(Path("a.md").absolute()), **{"working-directory": "site/"})
    assert (absolute.code, len(files(absolute))) == (1, 1)


def test_options_and_the_language(tmp_path: Path) -> None:
    done = lint(tmp_path, args="--ignore=style\n--fail-on\nnever\n", lang="en", paths="a.md")
    assert (done.code, "The particle を stands twice" in done.out) == (0, True)
    assert lint(tmp_path, paths="a.md", **{"fail-on": "never"}).code == 0


@pytest.mark.parametrize("name", [name for name in ACTION["inputs"] if name != "cache"])
@pytest.mark.parametrize("hostile", ["$(touch sprung)", "`touch sprung`", '"; touch sprung; "', "'; touch sprung; '"])
def test_inputs_are_never_run(tmp_path: Path, name: str, hostile: str) -> None:
    lint(tmp_path, **{name: hostile})
    assert not Path("sprung").exists()
    assert not Path("site/sprung").exists()


def test_no_script_has_an_expression_in_it() -> None:
    for step in STEPS.values():
        assert "${{" not in step.get("run", "")


def test_a_sarif_path_of_several_lines_sets_no_outputs(tmp_path: Path) -> None:
    Path("x\nerrors=0").mkdir()
    done = lint(tmp_path, sarif="x\nerrors=0/y")
    assert (done.code, done.outputs) == (2, {})


def test_the_key_of_the_cache(tmp_path: Path) -> None:
    first, same, other = (ran_step("Prepare", tmp_path, packages=each).outputs for each in ("", "", "jlint-house"))
    assert first == same
    assert first["key"] != other["key"]
    assert re.fullmatch("[0-9a-f]{32}", first["key"])
    assert Path(first["python"]).name.startswith("python")


@pytest.mark.installs
def test_install(tmp_path: Path) -> None:
    """jlint and a plugin are installed, and nothing is taken from the workspace."""
    Path("pip.py").write_text("raise SystemExit('hostile')\n", "utf-8")
    packages = f"{ROOT / 'examples' / 'plugin'}\n"
    done = ran_step("Install jlint", tmp_path, {"steps.prepare.outputs.python": sys.executable}, packages=packages)
    assert done.code == 0, done.err
    known = {"steps.install.outputs.jlint": done.outputs["jlint"], "steps.prepare.outputs.python": sys.executable}
    Path("a.md").write_text("店ではお客様を待たせない。\n", "utf-8")
    linted = ran_step("Lint", tmp_path, known, paths="a.md", args="--allow-plugins")
    assert (linted.code, linted.outputs["warnings"]) == (0, "1")
