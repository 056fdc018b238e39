"""The tools themselves, without a client: what they answer, and what they refuse."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from threading import Thread
from typing import Any

import jsonschema
import pytest

import jlint
from jlint.engine.result import FileResult
from jlint.mcp.findings import MOST_CHARACTERS
from jlint.mcp.job import Cancelled, Job, StoppableRules
from jlint.mcp.schema import schema_of
from jlint.mcp.tools import TOOLS, Tool, answer
from jlint.mcp.workplace import workplace
from tests.cli.run import jlint as run_jlint
from tests.mcp.asking import data_of, error_of, told

FAULTY = "庭に水をを撒く。ご存存じですか。\n"


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


def rules_of(data: dict[str, Any]) -> list[str]:
    return [finding["rule"] for finding in data["findings"]]


def test_a_finding_has_all_that_a_model_needs() -> None:
    data = data_of("check_text", text=FAULTY, path="posts/garden.md")
    assert data["findings"][0] == {
        "path": "posts/garden.md",
        "line": 1,
        "column": 4,
        "end_line": 1,
        "end_column": 6,
        "severity": "error",
        "rule": "doubled-particle",
        "category": "typo",
        "message": "The particle を stands twice. Drop one",
        "line_text": "庭に水をを撒く。ご存存じですか。",
        "marked": "をを",
        "fix": {
            "title": "Drop one を",
            "safe": True,
            "edits": [{"line": 1, "column": 5, "end_line": 1, "end_column": 6, "text": ""}],
            "edits_left_out": 0,
        },
        "related": [],
        "related_left_out": 0,
    }
    assert data["why"]["doubled-particle"].startswith("It is what a rewording left behind.")
    assert (data["files"], data["errors"], data["left_out"]) == (1, 2, 0)


def test_the_text_form_says_the_same() -> None:
    (text,) = told("check_text", text="作業は毎週進めました。作業は毎週進めました。\n").texts
    assert text.splitlines()[2:6] == [
        "draft.md:1:12: error The same sentence stands here 2 times in a row. Leave one of them [repeated-sentence]",
        "    text: 作業は毎週進めました。作業は毎週進めました。",
        "    part: 作業は毎週進めました。",
        "    → draft.md:1:1: First said here",
    ]
    assert '    safe fix: Drop one を (1:5-1:6 → "")' in told("check_text", text=FAULTY).texts[0].splitlines()


def test_why_is_told_once_a_rule() -> None:
    (text,) = told("check_text", text="水をを撒く。\n\n棚をを拭く。\n").texts
    assert (text.count("[doubled-particle]"), text.count("    why: ")) == (2, 1)


def test_the_most_severe_come_first_and_the_others_are_counted() -> None:
    text = "値段は 3400円と 1,200円と 1,500円です。\n\n" + "庭に水をを撒く。\n\n" * 3
    data = data_of("check_text", text=text, limit=2)
    assert rules_of(data) == ["doubled-particle", "doubled-particle"]
    assert data["by_rule"]["doubled-particle"] == 3
    whole = data_of("check_text", text=text)
    assert data["left_out"] == len(whole["findings"]) - 2 > 0
    severities = [finding["severity"] for finding in whole["findings"]]
    assert severities == sorted(severities, key=["error", "warning", "info"].index)
    assert len(set(severities)) > 1
    assert f"{data['left_out']} more findings are left out" in told("check_text", text=text, limit=2).texts[0]
    assert "\nAll of them: doubled-particle 3, " in told("check_text", text=text, limit=2).texts[0]


def test_an_answer_is_bounded_however_much_is_found() -> None:
    Path("rules.yaml").write_text(
        f"patterns: [{{id: house-term, match: 皿, message: {'皿は器と書きます。' * 300}}}]\n", "utf-8"
    )
    text = "".join(f"皿が{number}枚あります。\n\n" for number in range(900))
    answered = told("check_text", text=text, select=["house-term"], limit=200)
    assert answered.data is not None
    assert 20 < len(answered.data["findings"]) < 200
    assert answered.data["left_out"] == 900 - len(answered.data["findings"])
    assert len(json.dumps(answered.data, ensure_ascii=False)) < MOST_CHARACTERS * 1.5
    assert len(answered.texts[0]) < MOST_CHARACTERS * 1.5


def test_a_fix_too_long_to_show_is_left_to_fix_text() -> None:
    Path("rules.yaml").write_text(
        f"patterns: [{{id: house-term, match: 皿, replace: {'器' * 3000}, message: 器と書きます}}]\n", "utf-8"
    )
    (finding,) = data_of("check_text", text="皿です。\n", select=["house-term"])["findings"]
    assert (finding["fix"]["edits"], finding["fix"]["edits_left_out"]) == ([], 1)
    assert "fix_text applies it" in told("check_text", text="皿です。\n", select=["house-term"]).texts[0]


def test_the_path_decides_which_settings_hold() -> None:
    Path("posts").mkdir()
    Path("posts/rules.yaml").write_text("rules: {doubled-particle: off}\nexclude: ['old/**']\n", "utf-8")
    assert "doubled-particle" in rules_of(data_of("check_text", text=FAULTY, path="a.md"))
    assert "doubled-particle" not in rules_of(data_of("check_text", text=FAULTY, path="posts/a.md"))
    excluded = data_of("check_text", text=FAULTY, path="posts/old/a.md")
    assert (excluded["files"], excluded["findings"]) == (0, [])
    assert excluded["notices"] == ["posts/old/a.md was not checked: exclude covers it"]


def test_the_path_decides_the_dialect() -> None:
    Path("zenn.md").write_text("", "utf-8")
    Path("rules.yaml").write_text("overrides: [{files: ['zenn/**'], markdown: zenn}]\n", "utf-8")
    box = ":::messages\n窓を開けます。\n:::\n"
    assert rules_of(data_of("check_text", text=box, path="zenn/a.md")) == ["unknown-container"]
    assert rules_of(data_of("check_text", text=box, path="a.md")) == []


def test_settings_count_as_soon_as_they_are_written() -> None:
    assert "doubled-particle" in rules_of(data_of("check_text", text=FAULTY))
    Path("rules.yaml").write_text("rules: {doubled-particle: off}\n", "utf-8")
    assert "doubled-particle" not in rules_of(data_of("check_text", text=FAULTY))
    Path("rules.yaml").unlink()
    assert "doubled-particle" in rules_of(data_of("check_text", text=FAULTY))


def test_select_and_ignore() -> None:
    assert rules_of(data_of("check_text", text=FAULTY, select=["doubled-particle"])) == ["doubled-particle"]
    assert rules_of(data_of("check_text", text=FAULTY, ignore=["doubled-particle"])) == ["doubled-character"]
    assert rules_of(data_of("check_text", text=FAULTY, select="typo, style", ignore='["doubled-character"]')) == [
        "doubled-particle"
    ]
    assert error_of("check_text", text=FAULTY, select=["doubled-partcle"]) == (
        "select: There is no rule or category doubled-partcle. Did you mean doubled-particle?"
    )


def test_files_are_checked_as_by_the_command() -> None:
    Path("posts").mkdir()
    for name in ("a", "b"):
        Path(f"posts/{name}.md").write_text(f"---\ntitle: 港の朝市を歩く\n---\n\n{FAULTY}", "utf-8")
    Path("posts/c.md").write_text("窓を開けます。\n", "utf-8")
    Path(".gitignore").write_text("posts/c.md\n", "utf-8")
    data = data_of("check_files", paths=["posts"])
    report = json.loads(run_jlint("check", "posts", "--format", "json", "--lang", "en").out)
    places = [(each["path"], each["line"], each["column"], each["rule"]) for each in report["findings"]]
    assert [(each["path"], each["line"], each["column"], each["rule"]) for each in data["findings"]] == sorted(
        places, key=lambda place: [each["severity"] for each in report["findings"]][places.index(place)]
    )
    assert "duplicate-title" in rules_of(data)
    assert data["files"] == report["summary"]["files"]


def test_without_paths_the_working_folder_is_checked() -> None:
    Path("a.md").write_text(FAULTY, "utf-8")
    assert [finding["path"] for finding in data_of("check_files", ignore=["doubled-character"])["findings"]] == ["a.md"]
    assert data_of("check_files", paths=["."])["errors"] == 2


def test_more_files_than_are_worth_a_cache() -> None:
    for number in range(12):
        Path(f"{number}.md").write_text(f"第{number}倉庫に水をを撒く。\n", "utf-8")
    assert data_of("check_files")["errors"] == data_of("check_files")["errors"] == 12


def test_what_can_not_be_checked_is_told() -> None:
    Path("a.md").write_bytes(b"\xff\n")
    Path("b.md").write_text("窓を開けます。\n", "utf-8")
    Path("report.docx").write_bytes(b"")
    data = data_of("check_files", paths=["a.md", "b.md", "gone.md", "report.docx"])
    assert data["files"] == 1
    assert {failure["path"]: failure["message"].partition(":")[0] for failure in data["failures"]} == {
        "a.md": "Not readable as UTF-8",
        "gone.md": "There is no such file",
        "report.docx": ".docx files can't be read. Save documents of Word, PDFs and the like as text or Markdown first",
    }
    assert "gone.md: failure: There is no such file" in told("check_files", paths=["b.md", "gone.md"]).texts[0]


def test_nothing_to_check_is_an_error() -> None:
    Path("empty").mkdir()
    assert error_of("check_files", paths=["empty"]).startswith("There is no Markdown file")
    assert error_of("check_files", paths=["gone.md"]) == "gone.md: There is no such file"


def test_excluded_files_are_named() -> None:
    Path("rules.yaml").write_text("exclude: ['a.md']\n", "utf-8")
    Path("a.md").write_text(FAULTY, "utf-8")
    assert data_of("check_files", paths=["a.md"])["notices"] == ["a.md was not checked: exclude covers it"]


def test_fixing_is_safe_unless_asked_otherwise() -> None:
    data = data_of("fix_text", text=FAULTY)
    assert (data["changed"], data["text"]) == (True, "庭に水を撒く。ご存存じですか。\n")
    assert data["fixes"] == {"doubled-particle": 1}
    assert rules_of(data["left"]) == ["doubled-character"]
    assert data["left"]["findings"][0]["column"] == 9
    data = data_of("fix_text", text=FAULTY, unsafe=True)
    assert data["text"] == "庭に水を撒く。ご存じですか。\n"
    assert data["fixes"] == {"doubled-character": 1, "doubled-particle": 1}
    assert data["left"]["findings"] == []


@pytest.mark.parametrize("text", ["\ufeff庭に水をを撒く。\r\n棚をを拭く。\r\n", "水をを撒く。"])
def test_fixing_keeps_bom_and_line_ends_and_is_what_the_api_does(text: str) -> None:
    assert data_of("fix_text", text=text)["text"] == jlint.fix(text) == text.replace("をを", "を")


def test_the_fixed_text_stands_by_itself() -> None:
    said, text = told("fix_text", text=FAULTY).texts
    assert said.startswith("Fixes applied: 1 (doubled-particle 1).")
    assert text == "庭に水を撒く。ご存存じですか。\n"
    (said,) = told("fix_text", text="窓を開けます。\n").texts
    assert said.startswith("Nothing was fixed")
    assert data_of("fix_text", text="窓を開けます。\n")["changed"] is False
    assert data_of("fix_text", text="")["text"] == ""


def test_fixes_of_an_excluded_path_are_not_made() -> None:
    Path("rules.yaml").write_text("exclude: ['old/**']\n", "utf-8")
    data = data_of("fix_text", text=FAULTY, path="old/a.md")
    assert (data["text"], data["left"]["files"]) == (FAULTY, 0)


def test_fixes_that_come_to_no_end_are_an_error() -> None:
    Path("rules.yaml").write_text(
        "patterns:\n"
        "  - {id: to-kanji, match: 出来る, replace: できる, message: 仮名で書きます, safe: true}\n"
        "  - {id: to-kana, match: できる, replace: 出来る, message: 漢字で書きます, safe: true}\n",
        "utf-8",
    )
    message = error_of("fix_text", text="出来る。\n", select=["to-kanji", "to-kana"])
    assert message.startswith("Fixing does not come to an end")
    assert message.endswith("to-kana, to-kanji")


def test_a_rule_is_explained() -> None:
    data = data_of("explain_rule", rule="doubled-particle")
    assert (data["category"], data["severity"], data["on_by_default"], data["has_fixes"]) == (
        "typo",
        "error",
        True,
        True,
    )
    assert data["documentation"].startswith("The same particle stands twice in a row.\n")
    bad = data["examples"][0]
    assert (bad["is_bad"], bad["text"], bad["marked"], bad["fixed"]) == (
        True,
        "画面で設定をを変える。\n",
        ["をを"],
        "画面で設定を変える。\n",
    )
    assert data["to_suppress"] == "<!-- jlint-disable-next doubled-particle -- … -->"
    assert data["to_turn_off"] == "rules:\n  doubled-particle: off"
    (text,) = told("explain_rule", rule="long-sentence").texts
    assert text.startswith("long-sentence (style, off)\n")
    assert "  max: 100\n" in text


@pytest.mark.parametrize("rule", ["doubled-particle", "front-matter-missing"])
def test_what_is_said_to_suppress_a_rule_suppresses_it(rule: str) -> None:
    directive = data_of("explain_rule", rule=rule)["to_suppress"]
    Path("rules.yaml").write_text("rules: {front-matter-missing: {required: [title]}}\n", "utf-8")
    text = "水をを撒く。\n" if rule == "doubled-particle" else ""
    written = f"---\n{directive}\n---\n" if rule == "front-matter-missing" else f"{directive}\n{text}"
    without = f"---\nlang: ja\n---\n{text}"
    assert rules_of(data_of("check_text", text=without, select=[rule])) == [rule]
    assert rules_of(data_of("check_text", text=written, select=[rule])) == []


def test_what_no_rule_is_called() -> None:
    assert error_of("explain_rule", rule="doubled-partcle") == (
        "There is no rule or category doubled-partcle. Did you mean doubled-particle?"
    )
    assert error_of("explain_rule", rule="typo").startswith("typo is a category of: doubled-character, ")


def test_rules_are_listed_by_category_default_and_words() -> None:
    every = data_of("list_rules")
    assert len(every["rules"]) == every["total"] == len(jlint.all_rules())
    on = data_of("list_rules", on_by_default=True, category="typo")["rules"]
    assert [rule["id"] for rule in on] == [
        rule.id for rule in jlint.all_rules() if rule.category == "typo" and rule.severity
    ]
    assert {rule["severity"] for rule in data_of("list_rules", on_by_default=False)["rules"]} == {"off"}
    found = [rule["id"] for rule in data_of("list_rules", search="PARTICLE twice")["rules"]]
    assert "doubled-particle" in found
    assert "doubled-character" not in found
    assert "doubled-particle" in [rule["id"] for rule in data_of("list_rules", search="助詞")["rules"]]
    assert "doubled-particle (typo, error, on by default, has fixes): " in told("list_rules").texts[0]


def test_rules_of_the_configuration_are_rules_too() -> None:
    Path("rules.yaml").write_text(
        "rules: {doubled-particle: info}\n"
        "patterns: [{id: house-term, match: 皿, replace: 器, message: 器と書きます, examples: {bad: [皿です。]}}]\n",
        "utf-8",
    )
    (rule,) = data_of("list_rules", search="house-term")["rules"]
    assert (rule["severity"], rule["has_fixes"], rule["summary"]) == ("warning", True, "器と書きます")
    assert data_of("explain_rule", rule="doubled-particle")["severity"] == "info"
    explained = data_of("explain_rule", rule="house-term")
    assert explained["documentation"] == "器と書きます"
    assert [example["text"] for example in explained["examples"]] == ["皿です。"]


def test_a_broken_configuration_is_an_error_with_its_place() -> None:
    Path("rules.yaml").write_text("language: en\nrules:\n  doubled-partcle: off\n", "utf-8")
    Path("a.md").write_text(FAULTY, "utf-8")
    for message in (
        error_of("check_text", text=FAULTY),
        error_of("check_text", text=FAULTY, select=["typo"]),
        error_of("fix_text", text=FAULTY),
        error_of("check_files"),
    ):
        assert message.startswith("rules.yaml:3:3: There is no rule or category doubled-partcle.")


def test_a_configuration_may_be_wrong_without_end() -> None:
    Path("rules.yaml").write_text("rules:\n" + "".join(f"  rule-{number}: off\n" for number in range(500)), "utf-8")
    lines = error_of("check_text", text=FAULTY).splitlines()
    assert lines[0].startswith("rules.yaml:2:3: ")
    assert (len(lines), lines[-1]) == (41, "… (+460)")
    Path("rules.yaml").write_text(
        "patterns:\n"
        + "".join(f"  - {{id: house-{number}, match: 皿, message: {'器' * 2000}}}\n" for number in range(200)),
        "utf-8",
    )
    data = data_of("list_rules")
    assert (len(data["rules"]), data["left_out"]) == (300, data["total"] - 300)
    assert max(len(rule["summary"]) for rule in data["rules"]) == 1000
    assert error_of("check_files", paths=["a" * 100_000]) == "a" * 999 + "…"


def test_rules_can_be_looked_up_while_the_configuration_is_broken() -> None:
    Path("rules.yaml").write_text("rules:\n  doubled-partcle: off\n", "utf-8")
    assert "rules.yaml:2:3: There is no rule" in data_of("list_rules")["notices"][0]
    assert "rules.yaml:2:3: There is no rule" in data_of("explain_rule", rule="doubled-particle")["notices"][0]


def test_the_configuration_decides_the_language_unless_the_user_does() -> None:
    tool = next(tool for tool in TOOLS if tool.name == "check_text")

    def message(language: Any) -> str:
        done = answer(tool, {"text": FAULTY}, workplace(".", language), Job())
        assert done.data is not None
        return str(done.data["findings"][0]["message"])

    assert "重なって" in message(None)
    Path("rules.yaml").write_text("language: en\n", "utf-8")
    assert "stands twice" in message(None)
    assert "重なって" in message("ja")


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("../a.md", "../a.md is refused: give a path without `..`"),
        ("posts/../../a.md", "posts/../../a.md is refused: give a path without `..`"),
        ("posts/../a.md", "posts/../a.md is refused: give a path without `..`"),
        ("", "A path is empty or has a character that no path has"),
        ("a\0.md", "A path is empty or has a character that no path has"),
    ],
)
def test_paths_that_are_none(path: str, why: str) -> None:
    assert error_of("check_text", text=FAULTY, path=path) == why
    assert error_of("fix_text", text=FAULTY, path=path) == why
    assert error_of("check_files", paths=[path]) == why


def test_paths_outside(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.md").write_text(FAULTY, "utf-8")
    os.symlink(outside, "folder")
    os.symlink(outside / "secret.md", "file.md")
    os.symlink("file.md", "chain.md")
    for path in (str(outside / "secret.md"), "folder/secret.md", "folder", "file.md", "chain.md", str(tmp_path.parent)):
        assert error_of("check_files", paths=[path]) == (
            f"{path} is refused: it leads out of {os.path.realpath(tmp_path)}. Give a path in that folder"
        )
        assert "is refused" in error_of("check_text", text=FAULTY, path=path)
    Path("a.md").write_text("窓を開けます。\n", "utf-8")
    data = data_of("check_files")
    assert (data["files"], data["findings"]) == (1, [])
    assert "chain.md, file.md" in data["notices"][0]


def test_paths_inside_by_other_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "posts"
    folder.mkdir()
    (folder / "a.md").write_text(FAULTY, "utf-8")
    os.symlink("posts", tmp_path / "link")
    monkeypatch.chdir(tmp_path)
    for path in ("posts/a.md", "./posts//a.md", str(folder / "a.md"), "link/a.md"):
        assert data_of("check_files", paths=[path])["errors"] == 2
    assert data_of("check_text", text=FAULTY, path=str(folder / "b.md"))["findings"][0]["path"] == "posts/b.md"
    linked = workplace(str(tmp_path / "link"), "en")
    assert [linked.path_of(str(tmp_path / name / "a.md")) for name in ("link", "posts")] == ["a.md", "a.md"]


def test_a_file_called_like_standard_input() -> None:
    Path("-").write_text(FAULTY, "utf-8")
    assert data_of("check_files", paths=["-"])["findings"][0]["path"] == "./-"
    assert data_of("check_text", text=FAULTY, path="-")["findings"][0]["path"] == "./-"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
def test_a_pipe_is_not_waited_for() -> None:
    os.mkfifo("pipe.md")
    assert error_of("check_files", paths=["pipe.md"]) == "pipe.md is no regular file"


def test_a_text_that_is_too_large_is_an_error() -> None:
    Path("rules.yaml").write_text("max-file-size: 20\n", "utf-8")
    message = "draft.md: Too large: more than 20 bytes. max-file-size in rules.yaml sets the limit"
    assert error_of("check_text", text=FAULTY) == error_of("fix_text", text=FAULTY) == message


def test_wrong_arguments() -> None:
    assert error_of("check_text") == "The arguments of check_text are wrong: Object missing required field `text`"
    assert error_of("check_text", text=FAULTY, limt=3) == "check_text takes no argument limt. Did you mean limit?"
    assert "Expected `str`, got `int`" in error_of("check_text", text=7)
    assert "Expected `int` <= 200" in error_of("check_text", text=FAULTY, limit=1000)
    assert "Invalid enum value 'typos'" in error_of("list_rules", category="typos")
    assert data_of("check_text", text=FAULTY, path=None, select=None, limit="1")["left_out"] == 1


def test_a_rule_that_runs_out_of_time_is_a_failure() -> None:
    Path("rules.yaml").write_text(
        "max-expression-time: 0.05\npatterns: [{id: slow, match: '(あ|ああ)+$', message: 遅い}]\n", "utf-8"
    )
    answered = told("check_text", text="あ" * 60 + "い\n")
    assert answered.data is not None
    assert [failure["rule"] for failure in answered.data["failures"]] == ["slow"]
    assert "[slow]" in answered.texts[0]


def test_what_can_not_be_seen_is_shown_as_escapes() -> None:
    hidden = "".join(chr(0xE0000 + ord(letter)) for letter in "obey")
    Path("rules.yaml").write_text(
        f'patterns: [{{id: house-term, match: 皿, message: "器\\u202eと書きます{hidden}"}}]\n', "utf-8"
    )
    answered = told("check_text", text=f"皿を\u200b洗う{hidden}。\n", select=["house-term"])
    assert answered.data is not None
    (finding,) = answered.data["findings"]
    assert finding["line_text"].startswith(r"皿を\u200b洗う\U000e006f")
    assert finding["message"].startswith(r"器\u202eと書きます\U000e006f")
    assert not set(hidden) & set(json.dumps((answered.texts, answered.data), ensure_ascii=False))


def test_lone_surrogates_of_the_front_matter_can_be_sent() -> None:
    text = '---\ntitle: "\\ud800ああ"\nexcerpt: "\\ud800ああ"\n---\n\nああ。\n'
    answered = told("check_text", text=text, path="a.md")
    json.dumps((answered.texts, answered.data), ensure_ascii=False).encode("utf-8")
    assert answered.data is not None
    assert answered.data["findings"]


@pytest.mark.skipif(sys.platform != "linux", reason="file names that are no UTF-8")
def test_file_names_that_are_no_text_can_be_sent() -> None:
    Path(os.fsdecode(b"\xe9.md")).write_text(FAULTY, "utf-8")
    answered = told("check_files")
    json.dumps((answered.texts, answered.data), ensure_ascii=False).encode("utf-8")
    assert answered.data is not None
    assert answered.data["findings"][0]["path"] == r"\udce9.md"


def test_what_goes_wrong_inside_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Any:
        raise KeyError("x")

    broken_tool = TOOLS[0]._replace(run=broken)
    done = answer(broken_tool, {"text": FAULTY}, workplace(".", "en"), Job())
    assert done.is_error
    assert done.texts == ["jlint stopped halfway (KeyError: 'x'). This is a fault in jlint; please report it"]


def test_a_folder_that_is_gone_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    place = workplace(".", "en")
    (tmp_path / "gone").rmdir()
    done = answer(TOOLS[0], {"text": FAULTY}, place, Job())
    assert done.is_error
    assert "fault in jlint" not in done.texts[0]
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_schemas(tool: Tool) -> None:
    for kind in (tool.arguments, tool.answer):
        schema = schema_of(kind)
        jsonschema.Draft202012Validator.check_schema(schema)
        assert schema["type"] == "object"
    for name, field in schema_of(tool.arguments)["properties"].items():
        assert field["description"], name
    assert not any("ぁ" <= character <= "ん" for character in tool.description)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("check_text", {"text": FAULTY + "値段は3400円と1,200円と1,500円です。\n"}),
        ("fix_text", {"text": FAULTY}),
        ("list_rules", {}),
        *(("explain_rule", {"rule": rule.id}) for rule in jlint.all_rules()),
    ],
)
def test_answers_are_as_their_schemas_say(name: str, given: dict[str, Any]) -> None:
    tool = next(tool for tool in TOOLS if tool.name == name)
    jsonschema.validate(data_of(name, **given), schema_of(tool.answer))
    assert all(told(name, **given).texts)


def test_a_cancelled_job_ends_between_two_rules_and_files() -> None:
    job = Job()
    ran: list[int] = []
    rules: Any = StoppableRules.of([1, 2, 3], job)  # type: ignore[list-item]

    def run() -> None:
        for number in rules:
            ran.append(number)
            job.cancel()

    with pytest.raises(Cancelled):
        run()
    assert ran == [1]
    with pytest.raises(Cancelled):
        list(job.watch([FileResult("a.md")], 1))
    Path("a.md").write_text(FAULTY, "utf-8")
    for name, given in (("check_text", {"text": FAULTY}), ("fix_text", {"text": FAULTY}), ("check_files", {})):
        tool = next(tool for tool in TOOLS if tool.name == name)
        with pytest.raises(Cancelled):
            answer(tool, given, workplace(".", "en"), job)


def test_progress_is_told_by_file() -> None:
    for name in ("a.md", "b.md", "c.md"):
        Path(name).write_text("窓を開けます。\n", "utf-8")
    steps: list[tuple[int, int]] = []
    job = Job(lambda done, total: steps.append((done, total)))
    tool = next(tool for tool in TOOLS if tool.name == "check_files")
    answer(tool, {}, workplace(".", "en"), job)
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_several_calls_at_once() -> None:
    expected = data_of("check_text", text=FAULTY)
    answers: list[dict[str, Any]] = []

    def work() -> None:
        answers.extend(data_of("check_text", text=FAULTY, select=["typo"]) for _ in range(3))

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [each["findings"] for each in answers] == [expected["findings"]] * 12
