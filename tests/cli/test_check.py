"""`jlint check` as its users meet it: whole processes, their output and their exit codes."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jlint import __version__
from tests.cli.run import jlint

BAD = "半導\ufffd体の話です。\n"
GOOD = "半導体の話です。\n"


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for variable in ("JLINT_LANG", "NO_COLOR", "PYTHONIOENCODING"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("PYTHONUTF8", "1")
    (tmp_path / "bad.md").write_text(BAD, "utf-8")
    (tmp_path / "good.md").write_text(GOOD, "utf-8")


def findings(*arguments: str) -> list[tuple[str, str]]:
    _, out, _ = jlint("check", "--format", "json", *arguments)
    return [(finding["path"], finding["rule"]) for finding in json.loads(out)["findings"]]


def test_exit_codes() -> None:
    assert jlint("check", "good.md")[0] == 0
    assert jlint("check", "bad.md")[0] == 1
    assert jlint("check", "--fail-on", "never", "bad.md")[0] == 0
    assert jlint("check", "missing.md", "bad.md")[0] == 2


def test_fail_on_counts_from_a_severity_up() -> None:
    Path("rules.yaml").write_text("rules: {replacement-character: warning}\n", "utf-8")
    assert jlint("check", "bad.md")[0] == 0
    assert jlint("check", "--fail-on", "warning", "bad.md")[0] == 1
    assert jlint("check", "--fail-on", "info", "bad.md")[0] == 1
    Path("rules.yaml").write_text("fail-on: warning\nrules: {replacement-character: warning}\n", "utf-8")
    assert jlint("check", "bad.md")[0] == 1


def test_without_a_path_the_current_folder_is_checked() -> None:
    assert findings() == [("bad.md", "replacement-character")]


def test_paths_are_given_back_as_they_came(tmp_path: Path) -> None:
    assert findings("./bad.md") == [("./bad.md", "replacement-character")]
    assert findings(str(tmp_path)) == [(f"{tmp_path.as_posix()}/bad.md", "replacement-character")]


def test_standard_input_and_its_name() -> None:
    code, out, _ = jlint("check", "--format", "concise", "-", stdin=BAD)
    assert (code, out.split(" ")[0]) == (1, "-:1:3:")
    _, out, _ = jlint("check", "--format", "concise", "--stdin-filename", "x/y.md", "-", stdin=BAD)
    assert out.startswith("x/y.md:1:3: error ")


def test_select_and_ignore() -> None:
    Path("both.md").write_text(f"---\ntitle: a: b\n---\n\n{BAD}", "utf-8")
    assert findings("--select", "front-matter", "both.md") == [("both.md", "front-matter-invalid")]
    assert findings("--select", "artifact,front-matter", "--ignore", "front-matter-invalid", "both.md") == [
        ("both.md", "replacement-character")
    ]
    code, out, err = jlint("check", "--select", "replacment-character", "bad.md")
    assert (code, out) == (2, "")
    assert "replacement-character" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "--formt", "json"], "--formt というオプションはありません。--format のことですか？"),
        (
            ["check", "--format", "yaml"],
            "--format の値は次のどれかです: text, concise, json, jsonl, github, gitlab, sarif,",
        ),
        (["chek"], "chek というコマンドはありません。check のことですか？"),
        (["check", "--jobs", "0"], "--jobs の値は 1 以上の整数です。"),
        (["check", "--config"], "--config の後に値を書いてください。"),
        (["explain"], "ルールの名前か --all の、どちらか一つを書いてください。"),
        (["check", "--select", ""], "--select にルールか分類の名前を書いてください"),
        (["check", "--ignore", ","], "--ignore にルールか分類の名前を書いてください"),
        (["check", "--stdin-filename", "a.md"], "--stdin-filename は標準入力（-）と一緒に使います"),
    ],
)
def test_wrong_usage(arguments: list[str], words: str) -> None:
    code, out, err = jlint(*arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("sjis.md", "本文です".encode("cp932"), "UTF-8 として読めません: 1 バイト目が 0x96 です"),
        ("big.md", b"a" * 5_000_001, "大きすぎます"),
        ("missing.md", None, "ファイルがありません"),
    ],
)
def test_what_cannot_be_linted_is_told_and_the_rest_is_linted(name: str, content: bytes | None, words: str) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    code, out, err = jlint("check", "--format", "json", name, "bad.md")
    report = json.loads(out)
    assert (code, err) == (2, "")
    assert [finding["path"] for finding in report["findings"]] == ["bad.md"]
    (failure,) = report["failures"]
    assert (failure["path"], failure["rule"]) == (name, None)
    assert words in failure["message"]


def test_a_broken_link_and_a_folder_named_like_a_file() -> None:
    Path("link.md").symlink_to("nowhere.md")
    Path("folder.md").mkdir()
    code, out, _ = jlint("check", "--format", "concise", "link.md", "folder.md", "good.md")
    assert (code, out) == (2, "link.md: ファイルがありません\n")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("posts/", "フォルダーがありません"),
        ("posts", "ファイルもフォルダーもありません"),
        ("posts/none.md", "ファイルがありません"),
    ],
)
def test_nothing_there(path: str, told: str) -> None:
    assert jlint("check", path, "--format", "concise")[:2] == (2, f"{path}: {told}\n")
    assert jlint("check", path).out.endswith(f"{path}: {told}\n1ファイルは調べられませんでした\n")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission() -> None:
    Path("good.md").chmod(0)
    code, out, _ = jlint("check", "--format", "concise", "good.md")
    assert (code, out) == (2, "good.md: 読む権限がありません\n")


def test_a_folder_without_markdown(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    code, out, err = jlint("check", "empty")
    assert (code, out) == (2, "")
    assert "調べる Markdown ファイルがありません" in err


def test_everything_excluded_is_fine() -> None:
    Path("rules.yaml").write_text("exclude: ['*.md']\n", "utf-8")
    code, out, err = jlint("check", "--format", "json", "bad.md")
    assert code == 0
    assert json.loads(out)["summary"]["files"] == 0
    assert "exclude" in err


def test_a_closed_pipe_ends_quietly() -> None:
    Path("many.md").write_text(BAD * 1 + "\n".join(f"{BAD}" for _ in range(3000)), "utf-8")
    script = f"{sys.executable} -m jlint check --format concise many.md | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, encoding="utf-8", check=False)
    first, code = done.stdout.splitlines()
    assert first.startswith("many.md:1:3: error ")
    assert (code, done.stderr) == ("1", "")


def test_a_console_that_is_not_utf8() -> None:
    environment = {"PYTHONIOENCODING": "cp932", "PYTHONUTF8": "0"}
    Path("emoji.md").write_text("😀半導\ufffd体です。\n", "utf-8")
    command = [sys.executable, "-m", "jlint", "check", "emoji.md"]
    done = subprocess.run(command, capture_output=True, env={**os.environ, **environment}, check=False)
    assert done.returncode == 1
    assert "文字化けの跡" in done.stdout.decode("cp932")
    command += ["--format", "json"]
    done = subprocess.run(command, capture_output=True, env={**os.environ, **environment}, check=False)
    assert json.loads(done.stdout.decode("utf-8"))["summary"]["errors"] == 1


def test_no_colour_in_a_pipe() -> None:
    assert "\x1b" not in jlint("check", "bad.md")[1]


def test_languages() -> None:
    assert "Put the original back" in jlint("check", "--lang", "en", "bad.md")[1]
    assert "Put the original back" in jlint("check", "bad.md", JLINT_LANG="en")[1]
    assert "入れ直して" in jlint("check", "--lang", "ja", "bad.md", JLINT_LANG="en")[1]
    assert "There is no option" in jlint("check", "--formt", JLINT_LANG="en")[2]


def test_version_and_help() -> None:
    code, out, _ = jlint("--version", JLINT_PURE="1")
    first, second = out.splitlines()
    assert (code, first) == (0, f"jlint {__version__} (pure)")
    assert re.fullmatch(r"unidic-lite [\d.]+, fugashi [\d.]+, typo model \d+-[0-9a-f]{8}", second)
    for arguments in ([], ["check"], ["rules"], ["explain"], ["init"], ["config"], ["config", "show"]):
        code, out, err = jlint(*arguments, "--help")
        assert (code, err) == (0, "")
        assert "Traceback" not in out


def test_ctrl_c_ends_with_130() -> None:
    Path("long.md").write_text("".join(f"第{n}の文を書きます。\n\n" for n in range(60_000)), "utf-8")
    command = [sys.executable, "-m", "jlint", "check", "long.md"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(0.6)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert (out, err.strip()) == (b"", b"")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("quotation", ">" * 10_000 + " 深い引用です。\n"),
        ("one line", "長い一行の文です。これは続きます、" * 90_000),
        ("no sentence end", "あ" * 1_600_000),
        ("brackets", "「" * 200_000 + "[" * 50_000),
        ("comments", "<!--" * 200_000),
        ("liquid", "{%" * 300_000),
        ("bold lines", "**あ**\n" * 20_000),
        ("table", "|あ" * 5_000 + "|\n" + "|-" * 5_000 + "|\n" + ("|い" * 5_000 + "|\n") * 5),
        ("English", "The quick brown fox jumps over the lazy dog. " * 20_000),
        ("one kanji", "一" * 60_000),
        ("empty", ""),
        ("front matter alone", "---\ntitle: 題名\n---\n"),
    ],
)
def test_odd_files_are_linted_in_bounded_time(name: str, text: str) -> None:
    Path("odd.md").write_text(text, "utf-8")
    Path("rules.yaml").write_text("markdown: kramdown\n", "utf-8")
    started = time.monotonic()
    code, out, err = jlint("check", "--format", "json", "odd.md")
    assert (json.loads(out)["failures"], err) == ([], "")
    assert code in (0, 1)
    assert time.monotonic() - started < 60


def test_what_odd_files_are_told() -> None:
    Path("nul.md").write_bytes("本文\0です。\x07\n".encode())
    Path("broken.md").write_text("---\ntitle: 'a\n---\n", "utf-8")
    Path("open.md").write_text("---\ntitle: a\n\n本文です。\n", "utf-8")
    Path("twice.md").write_text("---\ntitle: a\ntitle: b\n---\n", "utf-8")
    Path("bad.md").unlink()
    assert findings() == [
        ("broken.md", "front-matter-invalid"),
        ("nul.md", "control-character"),
        ("nul.md", "control-character"),
        ("open.md", "front-matter-invalid"),
        ("twice.md", "front-matter-duplicate"),
    ]


@pytest.mark.parametrize(
    ("configuration", "options"),
    [
        ("extends: none\n", ()),
        ("language: ja\n", ("--select", "doubled-word", "--ignore", "typo")),
        ("rules: {doubled-word: off}\n", ("--select", "suppression", "--ignore", "suppression")),
    ],
)
def test_a_run_in_which_no_rule_is_on_says_so(configuration: str, options: tuple[str, ...]) -> None:
    Path("rules.yaml").write_text(configuration, "utf-8")
    Path("a.md").write_text("本文です。\n", "utf-8")
    code, _, err = jlint("check", "a.md", *options)
    assert code == 0
    assert err.startswith("jlint: 動くルールが一つもないので、何も見つかりません。")
    assert jlint("check", "a.md", "--select", "doubled-word")[2] == ""


def test_help_tells_all_exit_codes() -> None:
    out = "".join(jlint("check", "--help")[1].split())
    assert "届く指摘がなければ0、あれば1" in out
    assert "Ctrl-Cなら130" in out
