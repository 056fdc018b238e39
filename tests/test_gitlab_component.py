"""templates/jlint.yml: a component for GitLab, its inputs filled in and its scripts run by the shell."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

HEADER, BODY = (ROOT / "templates" / "jlint.yml").read_text("utf-8").split("\n---\n")
INPUTS: dict[str, dict[str, Any]] = yaml.safe_load(HEADER)["spec"]["inputs"]
FAULTY = "設定をを変える。\n"
pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a shell")


def jobs(**given: str) -> dict[str, Any]:
    """The jobs as GitLab has them once the inputs are filled in."""
    assert given.keys() <= INPUTS.keys()
    values = {name: given.get(name, entry.get("default")) for name, entry in INPUTS.items()}
    filled: dict[str, Any] = yaml.safe_load(re.sub(r"\$\[\[ inputs\.([\w-]+) \]\]", lambda m: str(values[m[1]]), BODY))
    return filled


def variables_of(made: dict[str, Any], name: str = "jlint") -> dict[str, str]:
    return {
        key: value["value"] if isinstance(value, dict) else value
        for key, value in made[f".{name}"]["variables"].items()
    }


@pytest.fixture(autouse=True)
def _repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository with drafts, and jlint where the component installs it."""
    repository = tmp_path / "repository"
    (repository / "my posts").mkdir(parents=True)
    (repository / ".git").mkdir()
    for path in ("a.md", "my posts/b.md"):
        (repository / path).write_text(FAULTY, "utf-8")
    monkeypatch.chdir(repository)
    (tmp_path / "jlint" / "bin").mkdir(parents=True)
    for name, call in (("jlint", "-m jlint"), ("python", '-c "import sys; print(sys.argv[1:])"')):
        command = tmp_path / "jlint" / "bin" / name
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" {call} "$@"\n', "utf-8")
        command.chmod(0o755)


def ran(tmp_path: Path, script: list[str], variables: dict[str, str]) -> tuple[int, str]:
    text = "\n".join(script).replace("/tmp/jlint", str(tmp_path / "jlint"))
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "JLINT_LANG": "", **variables}
    done = subprocess.run(["sh", "-ec", text], capture_output=True, env=environment, check=False, encoding="utf-8")
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout


def test_the_quality_report_has_all_findings(tmp_path: Path) -> None:
    made = jobs()
    quality = made["jlint-quality"]
    assert ran(tmp_path, quality["script"], variables_of(made))[0] == 0
    report = json.loads(Path(quality["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    assert [each["location"]["path"] for each in report] == ["a.md", "my posts/b.md"]
    assert all(job["extends"] == ".jlint" for name, job in made.items() if name != ".jlint")


def test_inputs_are_heeded(tmp_path: Path) -> None:
    given = {"scope": "all", "paths": "my posts,a.md", "lang": "en", "args": "--all  --no-cache"}
    for more, code, files in (({}, 1, 2), ({"fail-on": "never"}, 0, 2), ({"select": "style"}, 0, 0)):
        made = jobs(**given, **more)
        ended, out = ran(tmp_path, made["jlint"]["script"], variables_of(made))
        assert (ended, out.count("The particle を stands twice")) == (code, files)
    Path("house.yaml").write_text("rules: {typo: off}\n", "utf-8")
    made = jobs(**given, config="house.yaml")
    assert ran(tmp_path, made["jlint"]["script"], variables_of(made))[0] == 0


def test_a_merge_request_is_judged_by_what_it_changes(tmp_path: Path) -> None:
    script = jobs()["jlint"]["script"]
    with_echo = [line.replace('/tmp/jlint/bin/jlint check "$@"', 'printf "%s\\n" "$@"') for line in script]
    variables = {**variables_of(jobs()), "CI_MERGE_REQUEST_DIFF_BASE_SHA": "abc"}
    assert ran(tmp_path, with_echo, variables)[1].splitlines() == ["--format=text", "--since=abc", "--", "."]


def test_what_is_installed(tmp_path: Path) -> None:
    made = jobs(packages="jlint-house, ./tools/our plugin", requirement="jlint @ file:///x y")
    script = [line.replace("python -I -m venv", "true") for line in made[".jlint"]["before_script"]]
    _, out = ran(tmp_path, script, variables_of(made))
    told = ["-I", "-m", "pip", "install", "--quiet", "--", "jlint @ file:///x y", "jlint-house", " ./tools/our plugin"]
    assert out == f"{told}\n"


@pytest.mark.parametrize("name", [name for name in INPUTS if name not in ("name", "stage", "image")])
@pytest.mark.parametrize("hostile", ["$(touch sprung)", "`touch sprung`", "'; touch sprung; '", "; touch sprung"])
def test_inputs_are_never_run(tmp_path: Path, name: str, hostile: str) -> None:
    made = jobs(**{name: hostile})
    variables = variables_of(made)
    assert hostile in variables.values()
    for script in (made[".jlint"]["before_script"], made["jlint-quality"]["script"], made["jlint"]["script"]):
        ran(tmp_path, [line.replace("python -I -m venv", "true") for line in script], variables)
    assert not Path("sprung").exists()


def test_variables_with_inputs_are_not_expanded() -> None:
    """GitLab would put other variables, secrets among them, into what looks like a variable in an input."""
    variables = yaml.safe_load(BODY.replace("$[[", "x").replace("]]", "x"))[".x inputs.name x"]["variables"]
    with_inputs = {name: value for name, value in variables.items() if "inputs." in str(value)}
    assert len(with_inputs) == 9
    assert all(value["expand"] is False for value in with_inputs.values())
    assert all("options" not in entry or entry["default"] in entry["options"] for entry in INPUTS.values())
