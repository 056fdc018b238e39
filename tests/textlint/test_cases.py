"""Translated settings on textlint's own cases: jlint agrees, except in those that docs/textlint.md names."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from jlint.config import Config
from jlint.engine.lint import lint
from jlint.engine.one_file import document_for
from jlint.textlint.migrate import migrate
from tests.conftest import ROOT, SHARED

pytestmark = pytest.mark.shared

_ROW = re.compile(r"^\| [^|]+ \| (\d+) \|", re.MULTILINE)


def textlintrc(rule: str, options: Any, presets: dict[str, list[str]]) -> dict[str, Any]:
    """The configuration that turns on one rule: inside its preset the others are off."""
    value = True if options is None else options
    name = rule.replace("textlint-rule-", "")
    for preset, siblings in presets.items():
        if name.startswith(preset + "/"):
            return {"rules": {preset: {**dict.fromkeys(siblings, False), name[len(preset) + 1 :]: value}}}
    return {"rules": {name: value}}


def disagreeing(folder: Path) -> set[int]:
    """The lines of the cases on which jlint disagrees."""
    presets = json.loads((SHARED / "data" / "peer.presets.json").read_text("utf-8"))
    groups: dict[tuple[str, str], list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    for number, line in enumerate((SHARED / "data" / "peer.jsonl").read_text("utf-8").rstrip("\n").split("\n"), 1):
        case = json.loads(line)
        groups[case["rule"], json.dumps(case["options"], sort_keys=True)].append((number, case))
    found: set[int] = set()
    rc, output = folder / "rc.json", folder / "rules.yaml"
    for (rule, options), cases in groups.items():
        rc.write_text(json.dumps(textlintrc(rule, json.loads(options), presets)), "utf-8")
        text, remarks = migrate(str(rc), str(output), "en")
        assert not any(line.startswith("unsupported:") for line in remarks), rule
        output.write_text(text, "utf-8")
        config = Config(file=str(output))
        config.load([str(folder / "a.md")])
        for number, case in cases:
            name = str(folder / f"a{case.get('ext') or '.md'}")
            settings = config.for_file(name)
            assert settings is not None
            result = lint(document_for(case["text"], name, settings), settings.active, known=settings.known)
            assert not result.failures
            if bool(result.findings) is not (case["kind"] == "invalid"):
                found.add(number)
    return found


def test_every_case_that_disagrees_is_named(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "textlint.md").read_text("utf-8")
    named = {int(number) for number in _ROW.findall(text.partition("## textlint と違うところ")[2])}
    assert disagreeing(tmp_path) == named
