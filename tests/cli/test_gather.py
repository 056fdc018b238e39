"""What a user sees of findings that are held back or joined, and of a comparison with an earlier report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import jlint
from tests.engine.test_gather import BETWEEN, PASSAGE

COPY = PASSAGE.replace("残りの壁の絵は、", "ご存存じのとおり、残りのの壁の絵をを、")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(
        PASSAGE + BETWEEN + COPY + "\n\nサーバは速い。サーバを買う。サーバーは重い。サーバーだ。\n", "utf-8"
    )
    return tmp_path


def report(*arguments: str) -> dict[str, object]:
    loaded: dict[str, object] = json.loads(jlint("check", "a.md", "--format", "json", *arguments).out)
    return loaded


def test_json_has_what_is_held_back_beside_the_findings() -> None:
    found = report()
    held_back, summary = found["held_back"], found["summary"]
    assert isinstance(held_back, list)
    assert isinstance(summary, dict)
    assert held_back
    assert summary["held_back"] == len(held_back)
    assert {each["held_back_by"]["rule"] for each in held_back} == {"repeated-passage"}
    everything = report("--all")
    assert everything["held_back"] == []
    assert len(everything["findings"]) > len(found["findings"])  # type: ignore[arg-type]


@pytest.mark.parametrize("files", [1, 12])
def test_both_counts_are_told(folder: Path, files: int) -> None:
    """From ten files on, the report is made of parts from the cache."""
    for number in range(1, files):
        text = f"---\ntitle: 同じ題名\n---\n\n{number}本目の記事です。\n"
        (folder / f"b{number}.md").write_text((PASSAGE + BETWEEN + COPY) if number == 1 else text, "utf-8")
    everything = len(json.loads(jlint("check", "--all", "--format", "json").out)["findings"])
    told = len(json.loads(jlint("check", "--format", "json").out)["findings"])
    assert told < everything
    line = f"まとめて示した指摘を一つずつ数えると{everything}件です（--all で示します）\n"
    for arguments in ((), (), ("--no-cache",), ("--statistics",)):
        out = jlint("check", *arguments).out
        assert f"{told}件の指摘（" in out
        assert line in out
    assert "一つずつ数えると" not in jlint("check", "--all").out
    assert jlint("baseline", "create").err == (
        f"jlint: {everything}件の指摘を jlint-baseline.json に記録しました（check はまとめて{told}件で示します）\n"
    )


def test_the_text_report_says_what_to_do_first() -> None:
    out = jlint("check", "a.md").out
    assert out.startswith("a.md: 本文の")
    assert "まず5行目を片づけると、残りは" in out
    assert "ご存存じ" not in out
    assert "ご存存じ" in jlint("check", "a.md", "--all").out
    english = jlint("check", "a.md", "--lang", "en").out
    assert english.startswith("a.md: ")
    assert "of the text is repetition. Begin with line 5" in english


def test_the_page_has_them_within_the_passage() -> None:
    page = jlint("check", "a.md", "--format", "html").out
    assert "これにまとめた指摘" in page
    assert page.index("これにまとめた指摘") < page.index("doubled-character")


def test_an_error_that_is_held_back_counts_for_the_exit_code() -> None:
    Path("rules.yaml").write_text("rules: {repeated-passage: info}\n", "utf-8")
    ended = jlint("check", "a.md", "--format", "json")
    assert json.loads(ended.out)["summary"]["errors"] == 0
    assert ended.code == 1


def test_compare() -> None:
    Path("old.json").write_text(jlint("check", "a.md", "--format", "json").out, "utf-8")
    assert jlint("check", "a.md", "--compare", "old.json").out == "前の報告と同じです\n"
    text = Path("a.md").read_text("utf-8")
    Path("a.md").write_text(text.replace("サーバーだ。", "サーバーだ。水をを撒く。"), "utf-8")
    lines = jlint("check", "a.md", "--compare", "old.json").out.splitlines()
    assert lines[0].startswith("+ a.md:7:")
    assert lines[-1].split() == ["1", "0", "doubled-particle"]
    Path("a.md").write_text("水を撒く。\n", "utf-8")
    assert "- a.md:5:1: error" in jlint("check", "a.md", "--compare", "old.json").out


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"findings": [1]}', '{"findings": 3}'])
def test_what_is_no_report_can_not_be_compared_with(content: str) -> None:
    Path("old.json").write_text(content, "utf-8")
    ended = jlint("check", "a.md", "--compare", "old.json")
    assert (ended.code, ended.out) == (2, "")
    assert "JSON の報告ではありません" in ended.err


def test_a_report_that_is_not_there() -> None:
    ended = jlint("check", "a.md", "--compare", "none.json")
    assert (ended.code, ended.out) == (2, "")
    assert "none.json" in ended.err
    assert jlint("check", "a.md", "--compare", "none.json", "--statistics").code == 2
