"""The presets' defaults are those of their packages, which npm installs for the purpose: pytest -m npm."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from jlint.textlint.names import short_name
from jlint.textlint.presets import PACKAGES, PRESETS

_SHOW = """
const found = require(process.argv[1]);
const preset = found.rulesConfig ? found : found.default;
console.log(JSON.stringify({ rules: Object.keys(preset.rules), config: preset.rulesConfig }));
"""
_INSTALL = ("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts")
_GITHUB = "github:"


def run(folder: Path, *command: str) -> str:
    """The command's output; the test is skipped if it fails, as without a network."""
    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600, check=False)
    if ended.returncode:
        pytest.skip(f"{' '.join(command[:2])} failed: {ended.stderr.strip()[-200:]}")
    return ended.stdout


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the packages of the registry."""
    if not (shutil.which("npm") and shutil.which("node")):
        pytest.skip("npm is not installed")
    folder = tmp_path_factory.mktemp("npm")
    (folder / "package.json").write_text("{}", "utf-8")
    run(folder, *_INSTALL, *(f"{name}@{version}" for name, version in PACKAGES.values() if not _is_on_github(name)))
    return folder


def _is_on_github(source: str) -> bool:
    return source.startswith(_GITHUB)


def defaults(shown: Mapping[str, Any]) -> dict[str, Any]:
    """The rules of the package, by their short names, with their defaults."""
    return {short_name(rule): shown["config"].get(rule, True) for rule in shown["rules"]}


@pytest.mark.npm
@pytest.mark.parametrize("preset", [name for name, each in PACKAGES.items() if not _is_on_github(each.source)])
def test_defaults(preset: str, installed: Path) -> None:
    shown = json.loads(run(installed, "node", "-e", _SHOW, PACKAGES[preset].source))
    assert dict(PRESETS[preset]) == defaults(shown)


@pytest.mark.npm
def test_defaults_of_a_preset_on_github(installed: Path) -> None:
    source, version = PACKAGES["preset-vuejs-jp"]
    run(installed, *_INSTALL, f"{source}#{version}")
    shown = json.loads(run(installed, "node", "-e", _SHOW, "textlint-rule-preset-vuejs-jp"))
    assert dict(PRESETS["preset-vuejs-jp"]) == defaults(shown)


@pytest.mark.npm
def test_a_configuration_on_github(installed: Path) -> None:
    source, version = PACKAGES["preset-icsmedia"]
    run(installed, *_INSTALL, f"{source}#{version}")
    package = installed / "node_modules" / "textlint-rule-preset-icsmedia"
    rules = json.loads((package / ".textlintrc").read_text("utf-8"))["rules"]
    expected: dict[str, Any] = {}
    for name in ("preset-japanese", "preset-jtf-style"):
        expected |= {**PRESETS[name], **{rule: value for rule, value in rules[name].items() if value is not True}}
    expected["prh"] = {"rulePaths": ["node_modules/textlint-rule-preset-icsmedia/dict/prh.yml"]}
    assert dict(PRESETS["preset-icsmedia"]) == expected


def test_every_preset_has_a_package() -> None:
    assert PACKAGES.keys() == PRESETS.keys()
