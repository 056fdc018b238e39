"""docs/dialects.md agrees with the table of dialects."""

from __future__ import annotations

import re

from jlint.document.dialect import DIALECTS, FEATURES
from scripts.dialects import page
from tests.conftest import ROOT

COMMAND = "python -m scripts.dialects docs/dialects.md"


def test_the_page_agrees_with_the_table() -> None:
    written = (ROOT / "docs" / "dialects.md").read_text("utf-8")
    assert written == page(), f"docs/dialects.md is out of date; write it anew with `{COMMAND}`"


def test_each_row_has_a_cell_for_each_dialect() -> None:
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in page().partition("| syntax")[2].splitlines()[2:] if line]
    assert len(rows) == len(FEATURES)
    for row, feature in zip(rows, FEATURES, strict=True):
        marked = {name for name, cell in zip(DIALECTS, row[2:], strict=True) if cell.strip()}
        assert marked == feature.dialects


def test_no_two_features_are_written_alike() -> None:
    assert len({feature.written for feature in FEATURES}) == len(FEATURES)
