"""`jlint.lint`, `jlint.lint_file` and `jlint.fix` do what the command line does, and tell what goes wrong."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest

import jlint
from tests.cli.run import jlint as run
from tests.conftest import ROOT

DRAFT = "# 庭の話\n\nご存存じの通り、庭に水をを撒く。\n\n<!-- jlint-disable-next doubled-particle -->\n棚をを拭く。\n"
UNDO = """extends: none
patterns:
  - {id: to-left, match: 右, replace: 左, message: 左にします, safe: true}
  - {id: to-right, match: 左, replace: 右, message: 右にします, safe: true}
"""
RUNAWAY = "extends: none\nmax-expression-time: 0.05\npatterns: [{id: slow, match: '(あ|ああ)+$', message: 遅い}]\n"


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


def by_command(*arguments: str, stdin: str = "") -> Any:
    return json.loads(run("check", "--format", "json", *arguments, stdin=stdin).out)


def rules(result: jlint.Result) -> list[str]:
    return [finding.rule for finding in result.findings]


def test_a_text_gives_what_standard_input_does() -> None:
    expected = by_command("-", "--stdin-filename", "posts/garden.md", stdin=DRAFT)
    result = jlint.lint(DRAFT, "posts/garden.md")
    assert [finding.as_dict() for finding in result.findings] == expected["findings"]
    assert expected["findings"]
    assert result.suppressed == expected["summary"]["suppressed"] == 1
    assert (result.path, result.failures, result.excluded) == ("posts/garden.md", (), False)


def test_a_file_gives_what_the_command_does() -> None:
    text = (ROOT / "examples" / "faulty.md").read_bytes()
    Path("faulty.md").write_bytes(text)
    result = jlint.lint_file(Path("faulty.md"))
    assert [finding.as_dict() for finding in result.findings] == by_command("faulty.md")["findings"]
    assert any(finding.related for finding in result.findings)
    assert result == jlint.lint(text.decode(), "faulty.md")


def test_rules_across_files_look_at_the_folder_of_the_site() -> None:
    Path("_config.yml").write_text("permalink: /:year/:month/:day/:title/\n", "utf-8")
    Path("_posts").mkdir()
    Path("_posts/2024-05-01-old-harbour.md").write_text("---\ntitle: 港\n---\n\n船が着いた。\n", "utf-8")
    text = "[港の話](/2024/05/02/old-harbour/)を読む。\n"
    config = jlint.Config(select=["dead-post-link"])
    assert rules(jlint.lint(text, "_posts/2024-06-01-a.md", config)) == ["dead-post-link"]
    Path("_posts/2024-05-02-old-harbour.md").write_text("---\ntitle: 港\n---\n\n船が着いた。\n", "utf-8")
    assert rules(jlint.lint(text, "_posts/2024-06-01-a.md", config)) == []


def test_a_finding_is_shown_as_a_line() -> None:
    Path("a.md").write_text(DRAFT, "utf-8")
    lines = run("check", "--format", "concise", "a.md").out.splitlines()
    assert [str(finding) for finding in jlint.lint_file("a.md").findings] == lines[:2]


def test_results_are_values() -> None:
    one, same, other = jlint.lint(DRAFT), jlint.lint(DRAFT), jlint.lint("雨が降る。")
    assert one == same != other
    assert len({one, same, other, *one.findings, *same.findings}) == 4
    assert pickle.loads(pickle.dumps(one)) == one
    assert "rule='doubled-particle'" in repr(one)
    assert json.loads(json.dumps(one.as_dict()))["findings"][1]["fix"]["edits"][0]["text"] == ""
    with pytest.raises(AttributeError):
        setattr(one, "path", "b.md")  # noqa: B010


def test_places_are_lines_and_code_points() -> None:
    text = "\ufeff𠮷野の庭。\r\n\r\n𠮷野で水をを撒く。\r\n"
    (finding,) = jlint.lint(text).findings
    assert (finding.line, finding.column, finding.end_line, finding.end_column) == (3, 5, 3, 7)
    assert text.removeprefix("\ufeff").split("\r\n")[2][4:6] == "をを"


@pytest.mark.parametrize(("lang", "words"), [("en", "stands twice"), ("ja", "重なって"), (None, "重なって")])
def test_language(lang: Any, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JLINT_LANG", "en")
    (finding,) = jlint.lint("水をを撒く。", lang=lang).findings
    assert words in finding.message


def test_the_configuration_sets_the_language() -> None:
    Path("rules.yaml").write_text("language: en\n", "utf-8")
    assert "stands twice" in jlint.lint("水をを撒く。").findings[0].message
    assert "重なって" in jlint.lint("水をを撒く。", lang="ja").findings[0].message


def test_excluded_paths_are_not_looked_at() -> None:
    Path("rules.yaml").write_text('exclude: ["old/**"]\n', "utf-8")
    Path("old").mkdir()
    Path("old/a.md").write_text(DRAFT, "utf-8")
    excluded = jlint.Result(path="old/a.md", excluded=True)
    assert jlint.lint(DRAFT, "old/a.md") == jlint.lint_file("old/a.md") == excluded
    assert by_command("-", "--stdin-filename", "old/a.md", stdin=DRAFT)["findings"] == []
    assert jlint.fix(DRAFT, "old/a.md") == DRAFT
    assert rules(jlint.lint(DRAFT, "old/a.md", jlint.Config())) != []


def test_a_rule_that_stops_is_a_failure() -> None:
    config = jlint.Config.load(written("slow.yaml", RUNAWAY))
    result = jlint.lint("あ" * 60 + "い", config=config, lang="en")
    (failure,) = result.failures
    assert (failure.rule, failure.path) == ("slow", "draft.md")
    assert "was stopped after 0.05 s" in failure.message
    assert str(failure).endswith("[slow]")


def test_a_text_that_is_too_large_is_a_failure() -> None:
    config = jlint.Config.load(written("small.yaml", "max-file-size: 30\n"))
    assert jlint.lint("庭" * 10, config=config).failures == ()
    (failure,) = jlint.lint("庭" * 10 + "。", config=config, lang="en").failures
    assert failure.rule is None
    assert "more than 30 bytes" in failure.message
    Path("large.md").write_text("庭" * 11, "utf-8")
    assert jlint.lint_file("large.md", config, lang="en").failures[0].message == failure.message
    with pytest.raises(jlint.FixError, match="more than 30 bytes"):
        jlint.fix("庭" * 11, config=config, lang="en")


def test_an_error_in_jlint_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("no such luck")

    monkeypatch.setattr("jlint.api.linting.document_for", broken)
    (failure,) = jlint.lint("庭。", lang="en").failures
    assert failure.rule is None
    assert "no such luck" in failure.message
    with pytest.raises(jlint.FixError, match="no such luck"):
        jlint.fix("庭。", lang="en")


def test_a_file_that_is_not_utf_8_is_a_failure() -> None:
    Path("a.md").write_bytes("庭。".encode("cp932"))
    (failure,) = jlint.lint_file("a.md", lang="en").failures
    assert failure.message.startswith("Not readable as UTF-8: byte 1 is 0x92")


def test_a_document_of_an_office_program_is_a_failure() -> None:
    Path("a.docx").write_bytes(b"PK")
    (expected,) = by_command("a.docx")["failures"]
    assert [failure.as_dict() for failure in jlint.lint_file("a.docx").failures] == [expected]


def test_a_file_that_can_not_be_read_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        jlint.lint_file("missing.md")
    Path("folder.md").mkdir()
    with pytest.raises(IsADirectoryError):
        jlint.lint_file("folder.md")


def test_the_name_of_standard_input_is_no_file() -> None:
    assert rules(jlint.lint("水をを撒く。", "-")) == ["doubled-particle"]
    Path("-").write_text("水をを撒く。", "utf-8")
    assert rules(jlint.lint_file("-")) == ["doubled-particle"]


def test_odd_texts() -> None:
    assert jlint.lint("").findings == ()
    assert jlint.fix("") == ""
    assert rules(jlint.lint("\ud800水をを撒く。\0")) != []
    assert jlint.lint("庭。", "a\0b.md").failures == ()


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: jlint.lint(b"x"), TypeError, "text is a str, not bytes; decode it first"),  # type: ignore[arg-type]
        (lambda: jlint.lint(None), TypeError, "text is a str, not NoneType"),  # type: ignore[arg-type]
        (lambda: jlint.fix(3), TypeError, "text is a str, not int"),  # type: ignore[arg-type]
        (lambda: jlint.lint("x", 3), TypeError, "path is a str or a path object, not int"),  # type: ignore[arg-type]
        (lambda: jlint.lint("x", b"a.md"), TypeError, "path is a str or"),  # type: ignore[arg-type]
        (lambda: jlint.lint("x", ""), ValueError, "path is empty"),
        (lambda: jlint.lint("x", lang="fr"), ValueError, 'lang is "ja", "en" or None'),  # type: ignore[arg-type]
        (lambda: jlint.lint("x", lang=[]), ValueError, "lang is"),  # type: ignore[arg-type]
        (lambda: jlint.lint("x", config="rules.yaml"), TypeError, "config is a jlint.Config"),  # type: ignore[arg-type]
        (lambda: jlint.Config(select="typo"), TypeError, "select is a list of names"),
        (lambda: jlint.Config(ignore=[3]), TypeError, "ignore is a list of names"),  # type: ignore[list-item]
        (lambda: jlint.Config.load(b"a"), TypeError, "path is a str or"),  # type: ignore[arg-type]
    ],
)
def test_wrong_arguments(call: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        call()


def test_fixes_are_those_of_the_command() -> None:
    text = "\ufeff# 庭\r\n\r\n水をを撒く。\r\nご存存じですか。"
    Path("a.md").write_bytes(text.encode())
    run("check", "--fix", "a.md")
    assert jlint.fix(text) == Path("a.md").read_bytes().decode() == text.replace("をを", "を")
    run("check", "--fix", "--unsafe-fixes", "a.md")
    assert jlint.fix(text, unsafe=True) == Path("a.md").read_bytes().decode()
    assert "ご存じ" in jlint.fix(text, unsafe=True)


def test_a_text_without_anything_to_fix_is_the_same() -> None:
    text = "\ufeff\ud800庭。\r"
    assert jlint.fix(text) is text


def test_fixes_that_come_to_no_end() -> None:
    config = jlint.Config.load(written("undo.yaml", UNDO))
    with pytest.raises(jlint.FixError, match="does not come to an end") as caught:
        jlint.fix("右へ。", config=config, lang="en")
    assert caught.value.rules == ("to-left", "to-right")
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (str(copy), copy.rules) == (str(caught.value), caught.value.rules)


def written(name: str, text: str) -> Path:
    Path(name).write_text(text, "utf-8")
    return Path(name)
