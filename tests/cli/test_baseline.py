"""A baseline accepts what is there: after edits, renames and new line breaks only new defects are reported."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from jlint.span import LineIndex
from tests.cli.run import jlint
from tests.conftest import SHARED

POST = """---
title: 山小屋の記録
---

朝の山小屋では、湯を沸かして客を待つ。設定をを変える時間もある。

昼は霧が出るので、戸を閉めて本を読む。手順をを書いた紙は棚にある。

夜は星がよく見える。記録をを残す人もいる。
"""


@pytest.fixture(autouse=True)
def _accepted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(POST, "utf-8")
    assert jlint("baseline", "create").code == 0


def new(*options: str) -> list[str]:
    _, out, err = jlint("check", "--baseline", "jlint-baseline.json", "--format", "concise", *options)
    assert "Traceback" not in err
    return [line.partition(" ")[0] for line in out.splitlines()]


def test_what_was_there_is_not_reported() -> None:
    assert jlint("check").code == 1
    code, out, err = jlint("check", "--baseline", "jlint-baseline.json")
    assert (code, err) == (0, "")
    assert out.endswith("指摘はありません\nベースラインに記録した3件は示していません\n")
    assert "3件は示していません" in jlint("check", "--baseline", "jlint-baseline.json", "--format", "github").err


@pytest.mark.parametrize(
    ("edit", "left"),
    [
        (lambda text: text.replace("\n\n朝の", "\n\n新しい段落です。\n\n朝の"), []),
        (lambda text: text.replace("、", "、\n"), []),
        (lambda text: text.replace("星がよく", "**星**がよく"), []),
        (lambda text: text.replace("手順をを", "手順を"), []),
        (lambda text: text + "\n片付けをを済ませる。\n", ["a.md:11:4:"]),
        (lambda text: text + "\n夜は星がよく見える。記録をを残す人もいる。\n", ["a.md:11:13:"]),
    ],
)
def test_edits(edit: object, left: list[str]) -> None:
    assert callable(edit)
    Path("a.md").write_text(edit(POST), "utf-8")
    assert new() == left


def test_a_renamed_file_stays_accepted_and_a_copy_does_not() -> None:
    Path("a.md").rename("b.md")
    assert new() == []
    Path("c.md").write_text(POST.replace("山小屋の記録", "別の記録"), "utf-8")
    assert len(new()) == 3


def test_prune_only_takes_away() -> None:
    Path("a.md").write_text(POST.replace("手順をを", "手順を") + "\n片付けをを済ませる。\n", "utf-8")
    assert jlint("baseline", "prune").err == "jlint: 2件の指摘を jlint-baseline.json に記録しました\n"
    assert new() == ["a.md:11:4:"]


def test_show_counts_by_rule() -> None:
    assert jlint("baseline", "show").out == "doubled-particle  3\n"


def test_the_file_is_sorted_one_entry_a_line() -> None:
    lines = Path("jlint-baseline.json").read_text("utf-8").splitlines()
    entries = [line for line in lines if line.startswith("  [")]
    assert len(entries) == 3
    assert entries == sorted(entries)


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"version": 3, "accepted": []}', '{"version": 2, "accepted": [1]}', '{"version": "1"}']
)
def test_a_file_that_is_no_baseline(content: str) -> None:
    Path("jlint-baseline.json").write_text(content, "utf-8")
    code, out, err = jlint("check", "--baseline", "jlint-baseline.json")
    assert (code, out) == (2, "")
    assert "ベースラインとして読めません" in err


@pytest.mark.parametrize(
    ("language", "message"),
    [("ja", "jlint baseline create で作り直してください"), ("en", "make it again with jlint baseline create")],
)
@pytest.mark.parametrize("command", [("check", "--baseline"), ("baseline", "show", "--file")])
def test_a_baseline_of_an_earlier_version(command: tuple[str, ...], language: str, message: str) -> None:
    path = Path("jlint-baseline.json")
    path.write_text(path.read_text("utf-8").replace('"version": 2', '"version": 1'), "utf-8")
    code, out, err = jlint(*command, path.name, "--lang", language)
    assert (code, out) == (2, "")
    assert f"{path}" in err
    assert message in err
    assert jlint("baseline", "create").code == 0
    assert new() == []


def test_no_baseline_at_all() -> None:
    code, out, err = jlint("check", "--baseline", "none.json")
    assert (code, out) == (2, "")
    assert "none.json がありません" in err


def test_a_file_that_cannot_be_linted_makes_no_baseline() -> None:
    Path("b.md").write_bytes(b"\xff")
    before = Path("jlint-baseline.json").read_text("utf-8")
    assert jlint("baseline", "create").code == 2
    assert Path("jlint-baseline.json").read_text("utf-8") == before


def test_all_that_happens_to_a_post_at_once() -> None:
    text = POST.replace("\n\n朝の", "\n\n新しい段落です。\n\n朝の").replace("、", "、\n").replace("手順をを", "手順を")
    Path("a.md").unlink()
    Path("b.md").write_text(text + "\n片付けをを済ませる。\n", "utf-8")
    (place,) = new()
    line = text.count("\n") + 2
    assert place == f"b.md:{line}:4:"


def test_it_does_not_matter_on_which_line_a_sentence_breaks_off() -> None:
    text = "小屋では、朝になると湯を沸かして客を待ち、昼は霧が出るので、戸を閉めて本を\n\n## 夜\n\n星がよく見える。\n"
    Path("a.md").write_text(text, "utf-8")
    assert "text-cut-off" in jlint("check", "--format", "concise").out
    assert jlint("baseline", "create").code == 0
    Path("a.md").write_text(text.replace("、昼は", "、\n昼は").replace("ので、", "ので、\n"), "utf-8")
    assert jlint("check", "--format", "concise").out.startswith("a.md:3:")
    assert new() == []


THINGS = ("箱", "棚", "机", "鍵", "傘", "靴", "皿", "壺", "網", "縄", "旗", "鐘")
PASSAGE = [f"倉庫の奥に置いた{thing}は、冬になる前に出して日に当てます。" for thing in THINGS]


def post_of(*paragraphs: list[str]) -> str:
    return "\n\n".join(["港の町の話です。", *("".join(each) for each in paragraphs)]) + "\n"


@pytest.mark.parametrize(
    "edited",
    [
        post_of(PASSAGE, ["間の話です。"], PASSAGE[:6], ["途中に入れた新しい段落です。"], PASSAGE[6:]),
        post_of(PASSAGE, ["間の話です。"], PASSAGE[1:]),
        post_of(PASSAGE[2:], ["間の話です。"], PASSAGE[:5], PASSAGE[6:]),
    ],
)
def test_edits_inside_a_repeated_passage(edited: str) -> None:
    Path("a.md").write_text(post_of(PASSAGE, ["間の話です。"], PASSAGE), "utf-8")
    assert "repeated-passage" in jlint("check", "--format", "concise").out
    assert jlint("baseline", "create").code == 0
    Path("a.md").write_text(edited, "utf-8")
    assert jlint("check", "--select", "repetition", "--fail-on", "info").code == 1
    assert new("--select", "repetition") == []


def test_a_further_copy_of_a_repeated_passage_is_new() -> None:
    text = post_of(PASSAGE, ["間の話です。"], PASSAGE)
    Path("a.md").write_text(text, "utf-8")
    assert jlint("baseline", "create").code == 0
    Path("a.md").write_text(text + "\n終わりの話です。\n\n" + "".join(PASSAGE) + "\n", "utf-8")
    assert new("--select", "repetition") == ["a.md:11:1:"]


SAID_TWICE = PASSAGE[0]
OTHERS = [f"港の市では{thing}の値が去年より少し上がった。" for thing in THINGS]


@pytest.mark.parametrize(
    ("accepted", "edited", "left"),
    [
        (
            post_of([SAID_TWICE], ["間の話です。"], [SAID_TWICE]),
            post_of([SAID_TWICE], [SAID_TWICE], ["間の話です。"]),
            "repeated-sentence",
        ),
        (
            post_of(PASSAGE[:5], ["間の話です。"], PASSAGE[:5]),
            post_of([PASSAGE[0], PASSAGE[0], *PASSAGE[1:5]]),
            "repeated-sentence",
        ),
        (
            post_of(PASSAGE[:5], ["間の話です。"], [SAID_TWICE]),
            post_of(PASSAGE[:5], ["間の話です。"], PASSAGE[:5]),
            "short-repeated-passage",
        ),
        (
            post_of(PASSAGE, ["間の話です。"], PASSAGE[:6], OTHERS, PASSAGE[6:]),
            post_of(PASSAGE, ["間の話です。"], PASSAGE),
            "repeated-passage",
        ),
    ],
)
def test_what_is_accepted_of_one_rule_hides_no_graver_error(accepted: str, edited: str, left: str) -> None:
    Path("a.md").write_text(accepted, "utf-8")
    assert jlint("baseline", "create").code == 0
    assert new("--select", "repetition") == []
    Path("a.md").write_text(edited, "utf-8")
    assert [each["rule"] for each in findings("--select", "repetition", "--baseline", "jlint-baseline.json")] == [left]


def test_a_copied_sentence_of_a_passage_stays_accepted_when_the_rest_is_removed() -> None:
    Path("a.md").write_text(post_of(PASSAGE, ["間の話です。"], PASSAGE), "utf-8")
    assert jlint("baseline", "create").code == 0
    Path("a.md").write_text(post_of(PASSAGE, ["間の話です。"], PASSAGE[4:5]), "utf-8")
    assert [each["rule"] for each in findings("--select", "repetition")] == ["sentence-said-before"]
    assert new("--select", "repetition") == []


SLIP = "この段落には設定をを変えるという誤りを入れました。"


def with_paragraph_above(text: str) -> str:
    head, body = text.split("\n---\n", 1)
    return f"{head}\n---\n\nこの段落は後から加えたもので、誤りはありません。\n{body}"


def wrapped(text: str) -> str:
    """The text with lines of prose of some fifty characters, broken behind punctuation."""
    return re.sub(r"(?m)^([ぁ-んァ-ヶ一-龠][^\n]{40,}?[、。])(?=[ぁ-んァ-ヶ一-龠][^\n]{10})", r"\1\n", text)


def with_slip(text: str) -> str:
    return text.replace("。\n\n", f"。\n\n{SLIP}\n\n", 1)


def with_fix(text: str, finding: dict[str, Any]) -> str:
    """The text with the finding's fix applied."""
    lines = LineIndex(text)
    for edit in reversed(finding["fix"]["edits"]):
        start, end = (lines.span(edit[f"{p}line"]).start + edit[f"{p}column"] - 1 for p in ("", "end_"))
        text = text[:start] + edit["text"] + text[end:]
    return text


def findings(*options: str) -> list[dict[str, Any]]:
    out = jlint("check", "--isolated", "--format", "json", *options).out
    return json.loads(out)["findings"]  # type: ignore[no-any-return]


@pytest.mark.shared
def test_edits_of_real_posts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty posts, four each with a paragraph above, renamed, wrapped anew, with one defect fixed, with one more."""
    folder = tmp_path / "posts"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for source in sorted((SHARED / "data" / "posts").glob("*.md"))[::2]:
        Path(source.name).write_bytes(source.read_bytes())
    assert jlint("baseline", "create", "--isolated").code == 0
    accepted = findings()
    lines = Counter(
        (each["path"], each["line"]) for each in accepted
    )  # what else stands on a line is shown anew with it
    alone = [each for each in accepted if lines[each["path"], each["line"]] == 1]
    by_post = {each["path"]: each for each in alone if each["fix"] and each["category"] in ("typo", "notation")}
    to_fix = sorted(by_post)[:4]
    others = iter(sorted(path.name for path in Path().glob("*.md") if path.name not in to_fix))
    to_extend, to_rename, to_wrap, to_spoil = (list(islice(others, 4)) for _ in range(4))
    edits: dict[str, Callable[[str], str]] = {name: partial(with_fix, finding=by_post[name]) for name in to_fix}
    edits |= {**dict.fromkeys(to_extend, with_paragraph_above), **dict.fromkeys(to_wrap, wrapped)}
    edits |= dict.fromkeys(to_spoil, lambda text: with_slip(with_paragraph_above(text)))
    for name, edit in edits.items():
        before = Path(name).read_text("utf-8")
        Path(name).write_text(edit(before), "utf-8")
        assert Path(name).read_text("utf-8") != before, name
    for name in to_rename:
        Path(name).rename(f"renamed-{name}")
    spoken = findings("--baseline", "jlint-baseline.json")
    assert [(each["path"], each["rule"]) for each in spoken] == [(name, "doubled-particle") for name in to_spoil]


@pytest.mark.parametrize(
    "row",
    [
        '["a.md","x","y",1e999]',
        '["a.md","x","y",NaN]',
        '["a.md","x","y",-3]',
        '["a.md","x","y",1000000000000]',
        '["a.md","x","y",1.7]',
        '["a.md","x","y",true]',
        '["a.md","x","y","3"]',
        '["a.md","x","y"]',
        '["a.md",1,2,3]',
        '[["a.md"],"x","y",1]',
        '["a.md","x\\u001b[2J","y",1]',
        '{"a.md": 1}',
        "7",
    ],
)
def test_a_row_that_is_none_is_named(tmp_path: Path, row: str) -> None:
    file = tmp_path / "b.json"
    file.write_text(f'{{"version": 2, "accepted": [["b.md", "x", "y", 1], {row}]}}', "utf-8")
    code, _, err = jlint("baseline", "show", "--file", str(file), "--isolated")
    assert code == 2
    assert "はベースラインとして読めません（accepted #2: " in err


@pytest.mark.parametrize("text", ["[" * 5_000, "[" * 100_000, '{"version": ' + "9" * 5_000 + "}", "[]", "3", '""'])
@pytest.mark.parametrize("command", [["baseline", "show", "--file"], ["check", "a.md", "--baseline"]])
def test_whatever_a_baseline_contains_is_no_internal_error(tmp_path: Path, text: str, command: list[str]) -> None:
    file = tmp_path / "b.json"
    file.write_text(text, "utf-8")
    (tmp_path / "a.md").write_text("港。\n", "utf-8")
    command = [str(tmp_path / "a.md") if part == "a.md" else part for part in command]
    code, _, err = jlint(*command, str(file), "--isolated")
    assert code == 2
    assert f"{file} はベースラインとして読めません" in err
