"""A baseline accepts what is there: through edits, renames and new line breaks exactly the new defects speak."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

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


def test_what_was_there_is_silent() -> None:
    assert jlint("check").code == 1
    assert jlint("check", "--baseline", "jlint-baseline.json").code == 0


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
    "content", ["", "[]", "{", '{"version": 2, "accepted": []}', '{"version": 1, "accepted": [1]}']
)
def test_a_file_that_is_no_baseline(content: str) -> None:
    Path("jlint-baseline.json").write_text(content, "utf-8")
    code, out, err = jlint("check", "--baseline", "jlint-baseline.json")
    assert (code, out) == (2, "")
    assert "ベースラインとして読めません" in err


def test_no_baseline_at_all() -> None:
    code, out, err = jlint("check", "--baseline", "none.json")
    assert (code, out) == (2, "")
    assert "none.json がありません" in err


def test_a_file_that_cannot_be_linted_makes_no_baseline() -> None:
    Path("b.md").write_bytes(b"\xff")
    before = Path("jlint-baseline.json").read_text("utf-8")
    assert jlint("baseline", "create").code == 2
    assert Path("jlint-baseline.json").read_text("utf-8") == before


@pytest.mark.shared
def test_edits_of_real_posts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "posts"
    folder.mkdir()
    monkeypatch.chdir(folder)
    sources = sorted((SHARED / "data" / "posts").glob("*.md"))[::4]
    for source in sources:
        Path(source.name).write_bytes(source.read_bytes())
    assert jlint("baseline", "create", "--isolated").code == 0
    slip = "\n\nこの段落には設定をを変えるという誤りを入れました。"
    for number, source in enumerate(sources[:20]):
        text = Path(source.name).read_text("utf-8")
        head, body = text.split("\n---\n", 1)
        if number % 4 == 0:
            body = f"\nこの段落は{number}番目の記事に初めて加えたものです。\n{body}"
        elif number % 4 == 1:
            Path(source.name).unlink()
        elif number % 4 == 2:
            body = body.replace("。\n\n", f"。{slip}\n\n", 1)
        else:
            body = body.replace("、", "、\n", 20)
        name = f"renamed-{source.name}" if number % 4 == 1 else source.name
        Path(name).write_text(f"{head}\n---\n{body}", "utf-8")
    _, out, _ = jlint("check", "--isolated", "--baseline", "jlint-baseline.json", "--format", "json")
    spoken = [(finding["path"], finding["rule"]) for finding in json.loads(out)["findings"]]
    assert spoken == [(source.name, "doubled-particle") for source in sources[2:20:4]]
