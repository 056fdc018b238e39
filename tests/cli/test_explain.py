from __future__ import annotations

import json
from pathlib import Path

import pytest

from jlint.rules.table import BY_ID, RULES
from tests.cli.run import jlint
from tests.conftest import ROOT


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


@pytest.mark.parametrize("name", ["誤字脱字", "誤字"])
def test_categories_by_their_japanese_names(name: str) -> None:
    assert jlint("explain", name) == jlint("explain", "typo")
    Path("a.md").write_text("設定をを変える。見れる。\n", "utf-8")
    of_category = jlint("check", "a.md", "--select", "typo", "--format", "concise")
    assert of_category.code == 1
    assert jlint("check", "a.md", "--select", name, "--format", "concise") == of_category
    assert jlint("check", "a.md", "--ignore", f"文法,{name}", "--format", "concise") == (0, "", "")
    Path("rules.yaml").write_text(f"rules: {{{name}: off}}\n", "utf-8")
    assert jlint("check", "a.md") == (
        2,
        "",
        f"rules.yaml:1:9: {name} というルールや分類はありません。typo のことですか？\n",
    )


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


def test_markdown_and_json_of_a_rule() -> None:
    code, out, err = jlint("explain", "doubled-particle", "--format", "markdown", "--lang", "en")
    assert (code, err) == (0, "")
    assert out.startswith("# doubled-particle\n\nThe same particle stands twice in a row.\n\n- Category: `typo`\n")
    code, out, err = jlint("explain", "doubled-particle", "--format", "json")
    told = json.loads(out)
    assert (code, err, told["id"], told["severity"], told["since"]) == (0, "", "doubled-particle", "error", "0.1.0")
    example = told["examples"][0]
    assert example["text"][slice(*example["marked"][0].values())] == "をを"
    assert told["silencing"]["comment"] == "<!-- jlint-disable-next doubled-particle -- 理由 -->"
    assert told["textlint"] == ["ja-no-successive-word"]
    document = (ROOT / "docs" / "usage.md").read_text("utf-8")
    assert [key for key in told if document.count(f"`{key}`") < 2] == []


def test_all_rules_and_patterns() -> None:
    Path("rules.yaml").write_text(
        "patterns:\n  - {id: house-term, match: ユーザ(?!ー), message: 直す}\n",
        "utf-8",
    )
    told = json.loads(jlint("explain", "--all", "--format", "json").out)
    assert [each["id"] for each in told] == [*(rule.id for rule in RULES), "house-term"]
    assert told[-1]["origin"] == "rules.yaml:2"
    markdown = jlint("explain", "--all", "--format", "markdown").out
    assert markdown.startswith("# jlint のルール\n\n## doubled-character\n")
    headings = [line for line in markdown.splitlines() if line.startswith("## ") and line[3:] in BY_ID]
    assert len(headings) == len(RULES)
    assert "\n## house-term\n" in markdown
    assert "- `match: ユーザ(?!ー)`\n" in markdown
    text = jlint("explain", "--all").out
    assert [line.split("  ")[0] for line in text.splitlines() if "  (" in line and line[:1] != " "][-1] == "house-term"


def test_options_in_json_have_their_parts_and_plain_defaults() -> None:
    told = json.loads(jlint("explain", "front-matter-mismatch", "--format", "json", "--lang", "en").out)
    fields = next(option for option in told["options"] if option["name"] == "fields")
    assert fields["default"] == {}
    assert {part["name"] for part in fields["parts"]} > {"required", "type", "allowed"}


def test_json_is_inert() -> None:
    out = jlint("explain", "control-character", "--format", "json").out
    assert all(character == "\n" or character.isprintable() for character in out.replace("\u3000", ""))
    assert any("\u0000" in each["text"] or "\x08" in each["text"] for each in json.loads(out)["examples"])


def test_either_a_rule_or_all() -> None:
    for arguments in ([], ["doubled-word", "--all"]):
        code, out, err = jlint("explain", *arguments)
        assert (code, out) == (2, "")
        assert "ルールの名前か --all" in err
