"""`--since` and `--staged`: only what has changed is reported."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.run import jlint

OLD = "設定をを変える。\n\n古い段落です。\n\n手順をを書く。\n"


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


def lines(*options: str) -> list[str]:
    code, out, _ = jlint("check", "--format", "concise", *options)
    assert code in (0, 1)
    return [line.split(" ")[0] for line in out.splitlines()]


@pytest.fixture(autouse=True)
def _repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main", ".")
    Path("posts").mkdir()
    Path("posts/a.md").write_text(OLD, "utf-8")
    Path("posts/b.md").write_text("変わらない文をを書く。\n", "utf-8")
    git("add", ".")
    git("commit", "-qm", "first")


def test_nothing_has_changed() -> None:
    code, out, err = jlint("check", "--since", "HEAD", "--format", "concise")
    assert (code, out) == (0, "")
    assert "変わった Markdown ファイルはありません" in err


def test_only_changed_lines_of_changed_files_are_reported() -> None:
    Path("posts/a.md").write_text(OLD + "\n記録をを残す。\n", "utf-8")
    Path("new.md").write_text("新しい文をを書く。\n", "utf-8")
    assert lines("--since", "HEAD") == ["new.md:1:5:", "posts/a.md:7:3:"]
    assert lines("--since", "HEAD", "posts") == ["posts/a.md:7:3:"]


def test_only_new_lines_of_a_renamed_file_are_reported() -> None:
    git("mv", "posts/a.md", "posts/日本 語.md")
    Path("posts/日本 語.md").write_text(OLD + "\n記録をを残す。\n", "utf-8")
    git("add", ".")
    assert lines("--since", "HEAD", "--format", "json") != []
    code, out, _ = jlint("check", "--format", "concise", "--since", "HEAD")
    assert (code, out.startswith("posts/日本 語.md:7:3: ")) == (1, True)
    assert out.count("\n") == 1


def test_staged_means_as_it_is_staged() -> None:
    Path("posts/a.md").write_text(OLD.replace("古い段落です。", "段落をを書く。"), "utf-8")
    git("add", "posts/a.md")
    Path("posts/a.md").write_text("作業中の文をを書く。\n", "utf-8")
    Path("posts/b.md").write_text("まだ加えない文をを書く。\n", "utf-8")
    assert lines("--staged") == ["posts/a.md:3:3:"]


def test_a_repeated_sentence_is_reported_whichever_copy_is_new() -> None:
    first, second = "山の上の小屋では、朝になると湯を沸かして客を待つ。", "別の段落がここに入る。"
    Path("posts/a.md").write_text(f"{second}\n\n{second[:4]}続く。\n\n{first}\n", "utf-8")
    git("commit", "-qam", "second")
    Path("posts/a.md").write_text(f"{first}\n\n{second[:4]}続く。\n\n{first}\n", "utf-8")
    assert lines("--since", "HEAD") == ["posts/a.md:5:1:"]


def test_rules_across_files_read_all_files_and_report_the_changed() -> None:
    title = "---\ntitle: 同じ題名\n---\n\n"
    Path("posts/a.md").write_text(f"{title}一つ目。\n", "utf-8")
    git("commit", "-qam", "second")
    Path("posts/c.md").write_text(f"{title}二つ目。\n", "utf-8")
    git("add", ".")
    assert lines("--staged") == ["posts/c.md:2:8:"]


def test_the_first_commit_of_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "fresh").mkdir()
    monkeypatch.chdir(tmp_path / "fresh")
    git("init", "-q", ".")
    Path("a.md").write_text(OLD, "utf-8")
    git("add", ".")
    assert lines("--staged") == ["a.md:1:3:", "a.md:5:3:"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--since", "nowhere"], "nowhere というコミットはここにありません"),
        (["--since", "HEAD", "--staged"], "--since と --staged は一緒に使えません"),
    ],
)
def test_wrong_requests(arguments: list[str], words: str) -> None:
    code, out, err = jlint("check", *arguments)
    assert (code, out) == (2, "")
    assert words in err


def test_outside_a_repository(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path_factory.mktemp("plain")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    Path("a.md").write_text(OLD, "utf-8")
    for arguments in (("check", "--staged"), ("check", "--since", "main")):
        assert jlint(*arguments) == (2, "", "jlint: ここは git のリポジトリではありません\n")
        assert jlint(*arguments, "--lang", "en") == (2, "", "jlint: This is no git repository\n")
