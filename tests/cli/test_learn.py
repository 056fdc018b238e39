"""`jlint learn`: what it writes, asks and says, and that check goes by it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.run import Ended, jlint

FRAGMENT = "角を丸く削るデザザインは、{}の家具職人が考えた。\n"
DOUBLED = "{}の人はご存存じだろう。\n"
PLACES = ["庭", "駅", "港", "村"]
FILE = Path("jlint-usage.txt")


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    Path("rules.yaml").write_text("language: ja\n", "utf-8")
    Path("posts").mkdir()
    for number, place in enumerate(PLACES):
        Path(f"posts/{number}.md").write_text((FRAGMENT + "\n" + DOUBLED).format(place, place), "utf-8")


def learn(*options: str, stdin: str = "", lang: str = "en") -> Ended:
    ended = jlint("learn", *options, stdin=stdin, JLINT_LANG=lang)
    assert "Traceback" not in ended.err
    return ended


def found(text: str) -> bool:
    return any(text in line for line in jlint("check", "--format", "concise", "posts").out.splitlines())


def test_slips_are_left_out_and_it_is_told_why() -> None:
    code, out, err = learn()
    assert (code, out) == (0, "")
    assert not FILE.exists()
    assert "Read 4 posts. Nothing new was learnt" in err
    assert "Left out: one letter from a common word in katakana: デザザイン" in err
    assert "Left out: with a character, a fragment or a particle twice: はご存存じだ" in err
    assert "jlint learn --review" in err
    code, out, err = learn(lang="ja")
    assert "記事 4 本を読みました。新しく覚えたものはありません" in err
    assert "覚えなかったもの: よく使われるカタカナ語と一字違いのもの: 「デザザイン」" in err


def test_what_is_confirmed_is_no_slip_any_more() -> None:
    assert found("misspelt-katakana")
    code, out, err = learn("--review", stdin="maybe\ny\nn\n")
    assert code == 0
    assert "1/2" in out
    assert "posts/0.md: " in out
    assert "⟦" in out
    assert "Answer y, n, all or quit" in err
    assert "confirmed: 1, refused: 1" in err
    lines = FILE.read_text("utf-8").splitlines()
    assert lines[0] == "jlint usage 1"
    assert sorted(line.split("\t")[1] for line in lines[1:]) == ["confirmed", "refused"]
    confirmed = next(line.split("\t")[0] for line in lines if "confirmed" in line)
    kept, told = (
        ("misspelt-katakana", "doubled-character")
        if confirmed == "デザザイン"
        else (
            "doubled-character",
            "misspelt-katakana",
        )
    )
    assert not found(kept)
    assert found(told)
    again = learn("--review")
    assert "There is nothing to ask about" in again.out
    assert FILE.read_text("utf-8").splitlines() == lines


def test_all_and_quit() -> None:
    learn("--review", stdin="quit\n")
    assert not FILE.exists()
    learn("--review")
    assert not FILE.exists(), "the end of the answers is as good as quit"
    learn("--review", stdin="ALL\n")
    assert FILE.read_text("utf-8").count("confirmed") == 2
    assert jlint("check", "posts", "--select", "typo").code == 0


def test_show() -> None:
    assert "There is nothing in jlint-usage.txt yet" in learn("--show").err
    FILE.write_text("jlint usage 1\n^いいっす\trefused\t4\n責任ある\tlearnt\t12\n", "utf-8")
    code, out, _ = learn("--show")
    assert (code, out) == (0, "    12  責任ある  learnt\n     4  ^いいっす  refused\n")
    assert learn("--show", lang="ja").out == "    12  責任ある  学んだ\n     4  ^いいっす  覚えない\n"


def test_where_the_configuration_says() -> None:
    Path("rules.yaml").write_text("usage: .house/turns.txt\n", "utf-8")
    Path(".house").mkdir()
    assert learn("--review", stdin="all\n").code == 0
    assert Path(".house/turns.txt").exists()
    assert not FILE.exists()
    assert jlint("check", "posts", "--select", "typo").code == 0


def test_every_configuration_has_its_own() -> None:
    for name in ("one", "two"):
        Path(name).mkdir()
        Path(name, "rules.yaml").write_text("language: ja\n", "utf-8")
        for number, place in enumerate(PLACES):
            Path(name, f"{number}.md").write_text(FRAGMENT.format(place), "utf-8")
    assert learn("one", "two", "--review", stdin="y\nn\n").code == 0
    assert "confirmed" in Path("one/jlint-usage.txt").read_text("utf-8")
    assert "refused" in Path("two/jlint-usage.txt").read_text("utf-8")


def test_other_lines_stay() -> None:
    FILE.write_text("jlint usage 1\n責任ある\tconfirmed\t12\n彼ら彼ら\tlearnt\t3\n", "utf-8")
    learn("--review", stdin="all\n")
    assert FILE.read_text("utf-8").splitlines()[-1] == "責任ある\tconfirmed\t12"
    assert "彼ら彼ら\tlearnt\t3" in FILE.read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "part"),
    [
        (["--show", "--review"], "exclude each other"),
        (["-"], "can't read standard input"),
        (["--isolated"], "Make a rules.yaml with jlint init"),
        (["missing.md"], "missing.md: There is no such file"),
        (["--config", "missing.yaml"], "no such configuration file"),
        (["--jobs", "0"], "--jobs"),
    ],
)
def test_wrong_usage(options: list[str], part: str) -> None:
    code, out, err = learn(*options)
    assert (code, out) == (2, "")
    assert part in err


def test_without_a_configuration() -> None:
    Path("rules.yaml").unlink()
    assert learn().code == learn("--show").code == 2
    assert "jlint init" in learn(lang="ja").err
    assert jlint("check", "posts").code == 1


def test_a_wrong_line_stops_check_and_learn() -> None:
    FILE.write_text("jlint usage 1\n責任ある\n", "utf-8")
    for arguments in (["check", "posts"], ["learn"], ["learn", "--show"]):
        code, out, err = jlint(*arguments)
        assert (code, out) == (2, "")
        assert "jlint-usage.txt:2:1: " in err
    assert FILE.read_text("utf-8") == "jlint usage 1\n責任ある\n"


def test_a_post_that_cannot_be_read_is_told_and_the_others_are_learnt_from() -> None:
    Path("posts/9.md").write_bytes(b"\x93\xfa")
    code, _, err = learn("--review", stdin="all\n")
    assert code == 2
    assert "posts/9.md: Not readable as UTF-8" in err
    assert FILE.exists()


def test_a_folder_without_posts() -> None:
    Path("empty").mkdir()
    assert learn("empty").code == 2


def test_results_of_earlier_runs_are_not_used_for_another_usage(tmp_path: Path) -> None:
    for number in range(12):
        Path(f"posts/more{number}.md").write_text(FRAGMENT.format(PLACES[number % 4]), "utf-8")
    cache = str(tmp_path / "cache")
    before = jlint("check", "posts", "--select", "typo", JLINT_CACHE_DIR=cache)
    FILE.write_text("jlint usage 1\nデザザイン\tconfirmed\t3\nご存存じ\tconfirmed\t3\n", "utf-8")
    after = jlint("check", "posts", "--select", "typo", JLINT_CACHE_DIR=cache)
    assert (before.code, after.code) == (1, 0)


def test_no_report_is_written_over_it() -> None:
    FILE.write_text("jlint usage 1\n", "utf-8")
    assert jlint("check", "posts", "--output", "json=jlint-usage.txt").code == 2
    assert FILE.read_text("utf-8") == "jlint usage 1\n"


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_nothing_is_written_outside_the_repository(tmp_path: Path) -> None:
    outside = tmp_path.parent / "elsewhere.txt"
    FILE.symlink_to(outside)
    code, _, err = learn("--review", stdin="all\n")
    assert code == 2
    assert "outside" in err
    assert not outside.exists()
