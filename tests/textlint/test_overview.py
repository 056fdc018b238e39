"""docs/textlint.md shows what every rule becomes, and is up to date."""

from __future__ import annotations

import json
import re
from pathlib import Path

from jlint.textlint.migrate import migrate
from jlint.textlint.overview import with_tables
from jlint.textlint.presets import PRESETS
from jlint.textlint.table import RULES
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "textlint.md"
COMMAND = "python -m jlint.textlint.overview docs/textlint.md"


def test_the_page_agrees_with_the_table() -> None:
    text = PAGE.read_text("utf-8")
    assert with_tables(text) == text, f"docs/textlint.md is out of date; write it anew with `{COMMAND}`"


def test_it_names_every_rule_and_preset() -> None:
    text = PAGE.read_text("utf-8")
    assert all(name in text for name in [*RULES, *PRESETS])


def test_its_example_is_real_output(tmp_path: Path) -> None:
    config = {
        "preset-japanese": {"no-mix-dearu-desumasu": {"preferInHeader": "である", "preferInBody": "である"}},
        "preset-ja-technical-writing": True,
        "preset-ai-writing": {"ai-generated-phrases": {"customPhrases": ["見ていきましょう"]}, "professional-tone": {}},
    }
    (tmp_path / "rc.json").write_text(json.dumps({"rules": config}, ensure_ascii=False), "utf-8")
    _, remarks = migrate(str(tmp_path / "rc.json"), str(tmp_path / "rules.yaml"), "ja")
    shown = re.search(r"```text\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert shown is not None
    assert set(shown[1].splitlines()) <= set(remarks)
