"""Runs the steps of action.yml as GitHub does: its expressions replaced, its shell, the variables that it sets."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.conftest import ROOT

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS: dict[str, dict[str, Any]] = {step["name"]: step for step in ACTION["runs"]["steps"]}
_EXPRESSION = re.compile(r"\$\{\{ ([\w.-]+) \}\}")


class Ran(NamedTuple):
    """How a step ended: its exit code, what it printed, and the outputs that it set."""

    code: int
    out: str
    err: str
    outputs: dict[str, str]


def ran_step(name: str, temp: Path, known: dict[str, str] | None = None, **given: str) -> Ran:
    """Runs one step in the current folder, with the inputs that a workflow passes.

    `known` are the values of expressions that aren't inputs, `temp` is the runner's folder for temporary files.
    """
    inputs = {f"inputs.{key}": given.get(key, entry["default"]) for key, entry in ACTION["inputs"].items()}
    assert given.keys() <= ACTION["inputs"].keys()
    values = {**inputs, "runner.temp": str(temp), **(known or {})}
    step = STEPS[name]

    def evaluated(text: str) -> str:
        return _EXPRESSION.sub(lambda m: values[m[1]], text)

    variables = {key: evaluated(value) for key, value in step["env"].items()}
    output = temp / "output"
    output.write_text("", "utf-8")
    variables |= {"GITHUB_ACTION_PATH": str(ROOT), "GITHUB_OUTPUT": str(output), "RUNNER_TEMP": str(temp)}
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "JLINT_LANG": "", **variables}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", evaluated(step["run"])]
    done = subprocess.run(command, capture_output=True, env=environment, check=False, encoding="utf-8")
    assert "Traceback" not in done.stderr
    lines = output.read_text("utf-8").splitlines()
    return Ran(done.returncode, done.stdout, done.stderr, dict(line.split("=", 1) for line in lines))


def ran_lint(temp: Path, **given: str) -> Ran:
    """Runs the step that lints, by the `jlint` on PATH and this Python."""
    known = {"steps.install.outputs.jlint": "jlint", "steps.prepare.outputs.python": sys.executable}
    return ran_step("Lint", temp, known, **given)
