"""Counts of parts add up to those of the whole."""

from __future__ import annotations

import json
import pickle

import pytest

import jlint

RESULTS = [
    jlint.lint("水をを撒く。ご存存じですか。", lang="en"),
    jlint.lint("今回のの件。", lang="en"),
    jlint.lint("庭に水を撒く。"),
    jlint.Result(path="a.md", excluded=True),
    jlint.Result(path="b.md", failures=(jlint.Failure(path="b.md", rule=None, message="x"),)),
    jlint.Result(path="c.md", failures=(jlint.Failure(path="c.md", rule="slow", message="x"),), suppressed=2),
]


def counts_of(results: list[jlint.Result]) -> jlint.Counts:
    counts = jlint.Counts()
    for result in results:
        counts.add(result)
    return counts


def test_what_is_counted() -> None:
    assert counts_of(RESULTS).as_dict() == {
        "texts": 4,
        "unlinted": 1,
        "excluded": 1,
        "suppressed": 2,
        "severities": {"error": 3},
        "findings": {"doubled-particle": 2, "doubled-character": 1},
        "failures": {"slow": 1},
    }
    assert list(counts_of(RESULTS).as_dict()["findings"]) == ["doubled-particle", "doubled-character"]


@pytest.mark.parametrize("at", range(len(RESULTS) + 1))
def test_parts_add_up(at: int) -> None:
    parts = [counts_of(RESULTS[:at]), counts_of(RESULTS[at:])]
    before = pickle.loads(pickle.dumps(parts))
    assert sum(parts, jlint.Counts()) == counts_of(RESULTS)
    assert parts == before


def test_counts_are_stored_as_json() -> None:
    counts = counts_of(RESULTS)
    assert jlint.Counts.from_dict(json.loads(json.dumps(counts.as_dict()))) == counts
    with pytest.raises(ValueError, match="texts"):
        jlint.Counts.from_dict({"texts": "many"})
