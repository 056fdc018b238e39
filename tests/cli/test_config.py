from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from tests.cli.run import jlint


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(text: str) -> None:
    Path("rules.yaml").write_text(text, "utf-8")


def test_show() -> None:
    write(
        "markdown: zenn\n"
        "rules:\n"
        "  artifact: info\n"
        "  reading-time-mismatch: {severity: error,\n"
        "    least: 3}\n"
        "overrides:\n"
        "  - files: [a.md]\n"
        "    rules: {replacement-character: off}\n"
    )
    code, out, err = jlint("config", "show", "a.md", "--lang", "en")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[:11] == [
        "language: ja  # default",
        "markdown: zenn  # rules.yaml:1",
        "cjk-friendly-emphasis: auto  # default",
        "fail-on: error  # default",
        "exempt: []  # default",
        "words: []  # default",
        "docs-url: ''  # default",
        "max-file-size: 5000000  # default",
        "max-expression-time: 2.0  # default",
        "exclude: []  # default",
        "dictionaries: []  # default",
    ]
    assert "  replacement-character: off  # rules.yaml:8" in lines
    start = lines.index("  reading-time-mismatch:")
    assert lines[start + 1] == "    severity: error  # rules.yaml:4"
    assert "    least: 3  # rules.yaml:5" in lines
    assert "    rounding: up  # default" in lines
    assert "  replacement-character: info  # rules.yaml:3" in jlint("config", "show", "b.md").out
    assert yaml.safe_load(out)["rules"]["reading-time-mismatch"]["least"] == 3


def test_show_reports_that_a_file_is_excluded() -> None:
    write("exclude: [a.md]\n")
    assert jlint("config", "show", "a.md").out.startswith(
        "# a.md は exclude に当てはまるので調べません（rules.yaml:1）\n"
    )
    assert jlint("config", "show").out.startswith("language: ja  # 既定\n")


def test_show_and_test_report_mistakes() -> None:
    write("rules: {tipo: off}\n")
    output = (2, "", "rules.yaml:1:9: tipo というルールや分類はありません。typo のことですか？\n")
    assert jlint("config", "show") == jlint("config", "test") == output


def test_schema() -> None:
    write("patterns: [{id: house-term, match: あ, message: 直す}]\n")
    code, out, err = jlint("config", "schema", PYTHONIOENCODING="cp932")
    assert (code, err) == (0, "")
    whole = json.loads(out)
    assert "house-term" in whole["definitions"]["rules"]["properties"]
    assert whole["properties"]["language"]["description"] == "メッセージの言語。"


def test_schema_in_spite_of_mistakes() -> None:
    write("rules: {tipo: off}\n")
    code, out, _ = jlint("config", "schema", "--lang", "en")
    assert code == 0
    assert json.loads(out)["properties"]["language"]["description"] == "The messages' language."


def test_examples() -> None:
    assert jlint("config", "test") == (0, "この設定に patterns はありません\n", "")
    write("patterns: [{id: a, match: あ, message: 直す, examples: {bad: [あ], good: [い]}}]\n")
    assert jlint("config", "test") == (0, "パターン 1 個、例文 2 個: すべて合いました\n", "")
    write("patterns: [{id: a, match: あ, message: 直す, examples: {good: [あ]}}]\n")
    assert jlint("config", "test") == (
        1,
        "rules.yaml:1:61: a の良い例に指摘が出ます（「あ」）: あ\n"
        "パターン 1 個、例文 1 個: 1 個が合いません。悪い例がありません: a\n",
        "",
    )


def config_test(patterns: str, dictionary: str = "") -> list[str]:
    """The output of `config test` on the patterns and a dictionary, without its last line."""
    write(f"extends: none\npatterns:\n{patterns}" + "dictionaries: [prh.yml]\n" * bool(dictionary))
    Path("prh.yml").write_text(dictionary, "utf-8")
    code, out, err = jlint("config", "test", "--lang", "en")
    *lines, _ = out.splitlines()
    assert (code, err) == (1 if lines else 0, "")
    return lines


def pattern(id: str, match: str, replace: str, more: str = "") -> str:
    return f"  - {{id: {id}, match: {match}, replace: {replace}, message: 直す{more}}}\n"


def test_replacements_that_converge() -> None:
    assert (
        config_test(
            pattern("a", "サーバ", "サーバー")
            + pattern("b", "'([0-9]{4})年'", "'\\1年度'")
            + pattern("c", "甲", "乙")
            + pattern("d", "乙", "丙")
            + pattern("e", "。$", "''", ", where: [heading, cell, code]")
            + "  - {id: f, match: 甲, message: 直す}\n",
            "rules:\n  - {expected: ユーザー, pattern: ユーザ}\n  - {expected: 丁, patterns: [丙, /戊+/]}\n",
        )
        == []
    )


@pytest.mark.parametrize(
    ("match", "replace", "more", "text"),
    [
        ("'丹(.*)'", "'丹丹\\1'", "", "丹"),
        ("'([丹丼]+)[。、]'", "'\\1\\1、'", "", "丹。"),
        ("'[ァ-ヴ]+'", "'バ'", ", where: code", None),
        ("'丹([^丁]*)'", "'丹\\1丼'", ", where: heading", "# 丹"),
        ("'1?(丹.+丼)'", "'1\\1丼'", ", examples: {bad: [丹と丼]}", "丹と丼"),
    ],
)
def test_a_replacement_that_never_converges(match: str, replace: str, more: str, text: str | None) -> None:
    output = config_test(pattern("good", "港", "海") + pattern("endless", match, replace, more))
    sentence = "rules.yaml:4: The replacement of endless matches again what it has written, without end (tried on"
    assert [line for line in output if "still matches" not in line] == [f"{sentence} “{text}”)"] * (text is not None)


def test_replacements_that_feed_each_other() -> None:
    two = pattern("good", "港", "海") + pattern("a", "[甲, 丙]", "乙") + pattern("b", "乙", "甲")
    assert config_test(two) == [
        "rules.yaml:4: These replacements match what the others have written, without end: a, b (tried on “丙”)"
    ]
    circle = pattern("a", "甲(?=。)", "乙乙") + pattern("b", "乙", "丙") + pattern("c", "丙", "甲")
    assert len(config_test(circle)) == 1


def test_terms_of_a_dictionary_that_feed_each_other() -> None:
    one = "rules:\n  - {expected: 港, pattern: 海}\n"
    assert config_test(
        pattern("quiet", "森", "林"),
        f"{one}  - {{expected: い川, pattern: あ川}}\n  - {{expected: あ川, pattern: /い川/}}\n",
    ) == ["prh.yml:4:5: The dictionary's replacements have no end: “あ川” → “い川” → “あ川” → “い川” …"]
    assert (
        len(
            config_test(
                pattern("quiet", "森", "林"),
                one + "  - {expected: うああう, pattern: /い/}\n  - {expected: いい, pattern: ああ}\n",
            )
        )
        == 1
    )
    assert config_test(pattern("back", "港", "海"), one) == [
        "rules.yaml:3: These replacements match what the others have written, without end: "
        "back, dictionary-term (tried on “港”)"
    ]


def test_terms_of_the_configuration_itself_that_feed_each_other() -> None:
    write("extends: none\nrules:\n  dictionary-term:\n    terms: {甲: 乙, 乙: 甲}\n")
    code, out, _ = jlint("config", "test", "--lang", "en")
    assert (code, out.splitlines()[0]) == (
        1,
        "rules.yaml:4: The dictionary's replacements have no end: “甲” → “乙” → “甲” → “乙” …",
    )


def test_unknown_command() -> None:
    code, out, err = jlint("config", "shw")
    assert (code, out) == (2, "")
    assert err.startswith("jlint: shw というコマンドはありません。show のことですか？")


@pytest.mark.parametrize("arguments", [("config",), ("config", "--help"), ("config", "show", "--help")])
def test_help(arguments: tuple[str, ...]) -> None:
    ended = jlint(*arguments)
    assert "設定" in ended.out + ended.err


class TestCheck:
    """How `jlint check` uses the configuration."""

    def test_mistakes_leave_standard_output_empty(self) -> None:
        write("rules: {tipo: off}\nlangage: ja\n")
        Path("a.md").write_text("本文です。\n", "utf-8")
        assert jlint("check", "--format", "json", "a.md") == (
            2,
            "",
            "rules.yaml:1:9: tipo というルールや分類はありません。typo のことですか？\n"
            "rules.yaml:2:1: langage という項目はありません。language のことですか？\n",
        )

    def test_isolated_and_named_file(self) -> None:
        write("rules: {tipo: off}\n")
        Path("house.yaml").write_text("extends: none\nrules: {replacement-character: info}\n", "utf-8")
        Path("a.md").write_text("半\ufffd体\n", "utf-8")
        assert jlint("check", "--isolated", "a.md").code == 1
        assert jlint("check", "--config", "house.yaml", "a.md").code == 0
        assert jlint("check", "--config", "no.yaml", "a.md") == (2, "", "no.yaml: 設定ファイルがありません\n")
        assert jlint("check", "--config", "house.yaml", "--isolated", "a.md")[:2] == (2, "")

    def test_fail_on_of_each_files_own_configuration(self) -> None:
        write("fail-on: never\n")
        Path("strict").mkdir()
        Path("strict/rules.yaml").write_text("fail-on: info\nrules: {replacement-character: info}\n", "utf-8")
        for name in ("a.md", "strict/a.md"):
            Path(name).write_text("半\ufffd体\n", "utf-8")
        assert jlint("check", "a.md").code == 0
        assert jlint("check", "a.md", "strict/a.md").code == 1
        assert jlint("check", "--fail-on", "error", "a.md").code == 1
        assert jlint("check", "--fail-on", "never", "a.md", "strict/a.md").code == 0

    def test_standard_input_has_the_configuration_of_its_name(self) -> None:
        Path("posts").mkdir()
        Path("posts/rules.yaml").write_text("extends: none\n", "utf-8")
        assert jlint("check", "-", stdin="半\ufffd体\n").code == 1
        assert jlint("check", "--stdin-filename", "posts/new.md", "-", stdin="半\ufffd体\n").code == 0

    def test_excluded_files_are_not_linted_though_named(self) -> None:
        write("exclude: [drafts/**]\n")
        Path("drafts").mkdir()
        Path("drafts/a.md").write_text("半\ufffd体\n", "utf-8")
        code, _, err = jlint("check", "drafts/a.md")
        assert (code, err) == (0, "jlint: 調べたファイルはありません。すべて設定の exclude に当てはまります\n")

    def test_unknown_names(self) -> None:
        Path("a.md").write_text("本文です。\n", "utf-8")
        assert jlint("check", "--select", "typos", "a.md") == (
            2,
            "",
            "--select: typos というルールや分類はありません。typo のことですか？\n",
        )

    def test_language_of_the_configuration(self) -> None:
        write("language: en\n")
        Path("a.md").write_text("半\ufffd体\n", "utf-8")
        assert "A character was lost" in jlint("check", "a.md").out
        assert "文字化け" in jlint("check", "a.md", JLINT_LANG="ja").out
        assert "文字化け" in jlint("check", "--lang", "ja", "a.md").out

    def test_notice_of_another_tools_file(self) -> None:
        write("groups: []\n")
        Path("a.md").write_text("本文です。\n", "utf-8")
        code, _, err = jlint("check", "a.md")
        assert (code, err) == (0, "jlint: rules.yaml には jlint の項目がないので、読み飛ばします\n")
