from __future__ import annotations

from pathlib import Path

import pytest

from jlint.rules.table import RULES
from tests.cli.run import jlint


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_rule() -> None:
    code, out, err = jlint("explain", "front-matter-duplicate", "--lang", "en")
    assert (code, err) == (0, "")
    assert out.startswith("front-matter-duplicate  (front-matter, ")
    assert "\nBad:\n" in out
    assert "\nGood:\n" in out
    assert out.endswith("  rules:\n    front-matter-duplicate: off\n")


def test_marks_stand_under_what_they_mark() -> None:
    out = jlint("explain", "replacement-character").out
    assert "  新しい半\ufffd体工場を建てる。\n  　　　　^\n" in out
    assert "⟦" not in out


def test_options_with_defaults_and_meaning() -> None:
    out = jlint("explain", "reading-time-mismatch").out
    assert "  characters-per-minute: 500\n      1 分に読む字数。空白と記法は数えない。\n" in out


def test_what_is_told_as_one_with_it() -> None:
    out = jlint("explain", "text-cut-off").out
    assert "原因が同じ次の指摘とは、一つにします: empty-section\n" in out
    assert "すぐ後から次のくり返しが始まれば、一つにします: repeated-passage, short-repeated-passage\n" in out
    english = jlint("explain", "unclosed-bracket", "--lang", "en").out
    assert "Told on its line by: glued-title-template, title-cut-off, excerpt-cut-off\n" in english
    assert "--all" not in jlint("explain", "doubled-word").out


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_rule_can_be_explained(language: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    from jlint.cli.explain import command

    for rule in RULES:
        assert command.main([rule.id, "--lang", language], standalone_mode=False) == 0
    assert capsysbinary.readouterr().out


def test_unknown_rule() -> None:
    assert jlint("explain", "replacment-character") == (
        2,
        "",
        "jlint: replacment-character というルールや分類はありません。replacement-character のことですか？\n",
    )


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("Repeated-Title", "Repeated-Title. Did you mean repeated-title?"),
        ("repeated_title", "repeated_title. Did you mean repeated-title?"),
        ("TYPO", "TYPO. Did you mean typo?"),
        ("duplicate", "duplicate. Did you mean one of duplicate-title, duplicate-excerpt, duplicate-paragraph?"),
        ("xyzzy", "xyzzy; jlint rules lists them all"),
    ],
)
def test_names_that_are_near(wrong: str, told: str) -> None:
    assert jlint("explain", wrong, "--lang", "en") == (2, "", f"jlint: There is no rule or category {told}\n")


def test_category() -> None:
    code, out, err = jlint("explain", "suppression")
    assert (code, out) == (2, "")
    assert err == "jlint: suppression は分類です。その中のルール: unknown-suppression, unused-suppression\n"


def test_pattern_of_the_configuration() -> None:
    Path("rules.yaml").write_text(
        "patterns:\n  - id: house-term\n    match: ユーザ(?!ー)\n    replace: ユーザー\n    message: 直す\n"
        "    examples: {bad: [ユーザ], good: [ユーザー]}\n",
        "utf-8",
    )
    out = jlint("explain", "house-term").out
    assert out.startswith(
        "house-term  (notation, warning)  rules.yaml:2\n\n直す\n\nmatch: ユーザ(?!ー)\nreplace: ユーザー\n"
    )
    assert "\n悪い例:\n  ユーザ\n" in out


def test_a_built_in_rule_is_explained_whatever_the_configuration() -> None:
    Path("rules.yaml").write_text("language: en\nrules: {tipo: off}\n", "utf-8")
    code, out, _ = jlint("explain", "replacement-character")
    assert code == 0
    assert "\nBad:\n" in out
