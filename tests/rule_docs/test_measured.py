"""The figures on the rules' pages are those of docs/precision.md and docs/typos.md, and no others."""

from __future__ import annotations

from jlint.rule_docs.measured import measured
from jlint.rules.table import BY_ID, RULES
from scripts.measured_figures import collected
from tests.conftest import ROOT

COMMAND = "python -m scripts.measured_figures jlint/rule_docs/measured.json"


def test_the_file_agrees_with_the_documents() -> None:
    written = (ROOT / "jlint" / "rule_docs" / "measured.json").read_text("utf-8")
    assert written == collected(), f"measured.json is out of date; write it anew with `{COMMAND}`"


def test_figures_of_a_rule() -> None:
    posts, people = sorted(measured(BY_ID["text-cut-off"].load()), key=lambda each: -each.right)
    assert (posts.read, posts.right, posts.trivial, posts.document) == (25, 25, 0, "precision.md")
    assert (people.read, people.right) == (20, 2)
    (blogs,) = (each for each in measured(BY_ID["doubled-particle"].load()) if "ブログ" in each.text.ja)
    assert (blogs.read, blogs.right, blogs.trivial) == (54, 49, None)


def test_no_figure_is_larger_than_what_was_read() -> None:
    for rule in RULES:
        for each in measured(rule):
            assert 0 <= each.right + (each.trivial or 0) <= each.read


def test_what_was_not_measured_has_no_figures() -> None:
    assert measured(BY_ID["kanji-adverb"].load()) == ()
