"""Symbolic links: no folder is entered through one, nothing outside is read or written because of one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.run import jlint

BAD = "設定をを変える。\n"
GOOD = "設定を変える。\n"

EITHER_WAY = pytest.mark.parametrize("site", ["git", "no git"], indirect=True)
pytestmark = pytest.mark.skipif(os.name != "posix", reason="links need no rights only here")


@pytest.fixture
def site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a draft and a secret beside it; a repository, unless the test asks for none."""
    folder = tmp_path / "site"
    folder.mkdir()
    (tmp_path / "secret.md").write_text(BAD, "utf-8")
    (tmp_path / "others").mkdir()
    (tmp_path / "others" / "post.md").write_text(BAD, "utf-8")
    (folder / "a.md").write_text(GOOD, "utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    if getattr(request, "param", "git") == "git":
        subprocess.run(["git", "init", "-q", "."], check=True)
    return folder


@EITHER_WAY
def test_links_out_of_the_folder_are_passed_over(site: Path) -> None:
    (site / "out.md").symlink_to("../secret.md")
    (site / "others").symlink_to("../others")
    (site / "root").symlink_to("/")
    code, out, err = jlint("check", "--format", "concise", "--fix", ".")
    assert (code, out) == (0, "")
    assert "フォルダーの外を指すリンクなので調べません: out.md" in err
    assert (site.parent / "secret.md").read_text("utf-8") == BAD
    assert (site.parent / "others" / "post.md").read_text("utf-8") == BAD
    assert "out.md" in jlint("baseline", "create", ".").err


@EITHER_WAY
def test_links_that_lead_back_end(site: Path) -> None:
    for name in ("x", "y", "z"):
        (site / name).symlink_to(".")
    (site / "a.md").write_text(BAD, "utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "jlint", "check", "--format", "concise", "."],
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert run.stdout.decode().count("\n") == 1


def test_a_link_inside_the_folder_is_a_name_of_its_file(site: Path) -> None:
    (site / "b").mkdir()
    (site / "b" / "c.md").write_text(BAD, "utf-8")
    (site / "z.md").symlink_to("b/c.md")
    code, out, err = jlint("check", "--format", "concise", ".")
    assert (code, err) == (1, "")
    assert [line.split(":")[0] for line in out.splitlines()] == ["b/c.md"]
    assert jlint("check", "--fix", "z.md").code == 0
    assert (site / "z.md").is_symlink()
    assert (site / "b" / "c.md").read_text("utf-8") == GOOD


def test_what_is_named_is_read_but_not_written_to_through_a_link_that_leads_out(site: Path) -> None:
    (site / "out.md").symlink_to("../secret.md")
    (site / "others").symlink_to("../others")
    assert jlint("check", "--format", "concise", "out.md").out.startswith("out.md:1:3: ")
    assert jlint("check", "--format", "concise", "others").out.startswith("others/post.md:1:3: ")
    for path in ("out.md", "others", "others/post.md"):
        code, out, _ = jlint("check", "--fix", "--format", "concise", path)
        assert code == 2
        assert "リポジトリの外を指すリンクなので、書き換えません" in out
    assert (site.parent / "secret.md").read_text("utf-8") == BAD
    assert (site.parent / "others" / "post.md").read_text("utf-8") == BAD
    assert jlint("check", "--fix", "../secret.md").code == 0
    assert (site.parent / "secret.md").read_text("utf-8") == GOOD


def test_fix_refuses_what_is_no_file(site: Path) -> None:
    os.mkfifo("pipe.md")
    for path in ("pipe.md", "/dev/null"):
        code, out, _ = jlint("check", "--fix", "--format", "concise", path)
        assert code == 2
        assert f"{path}: 普通のファイルではないので、書き換えません" in out


@pytest.mark.parametrize(
    "command", [("check", "--output", "json=out.json", "a.md"), ("baseline", "create", "--file", "out.json")]
)
def test_reports_and_baselines_are_not_written_through_a_link_that_leads_out(
    site: Path, command: tuple[str, ...]
) -> None:
    Path("out.json").symlink_to("../secret.md")
    code, _, err = jlint(*command)
    assert code == 2
    assert "out.json: 作業フォルダーの外を指すリンクなので、書き込みません" in err
    assert (site.parent / "secret.md").read_text("utf-8") == BAD
    Path("out.json").unlink()
    Path("out.json").symlink_to("inside.json")
    assert jlint(*command).code == 0
    assert Path("inside.json").is_file()
    assert Path("out.json").is_symlink()


def test_a_report_takes_the_place_of_nothing_that_is_read(site: Path) -> None:
    Path("rules.yaml").write_text("language: ja\n", "utf-8")
    Path("same.md").symlink_to("a.md")
    for outputs in (["json=a.md"], ["html=same.md"], ["json=rules.yaml"], ["json=r.json", "jsonl=./r.json"]):
        arguments = [part for output in outputs for part in ("--output", output)]
        code, out, err = jlint("check", *arguments, "a.md")
        assert (code, out) == (2, "")
        assert "別の名前にしてください" in err
    assert (Path("a.md").read_text("utf-8"), Path("rules.yaml").read_text("utf-8")) == (GOOD, "language: ja\n")
    assert not Path("r.json").exists()


def test_a_report_may_go_to_a_stream_that_the_shell_has_opened(site: Path) -> None:
    assert jlint("check", "--format", "concise", "--output", "json=/dev/stdout", "a.md").out.startswith("{")


def test_init_and_baselines_overwrite_nothing(site: Path) -> None:
    for file in ("a.md", "notes.json", ".git/config", "words.txt"):
        Path(file).parent.mkdir(exist_ok=True)
        Path(file).exists() or Path(file).write_text("港\n", "utf-8")
        before = Path(file).read_text("utf-8")
        for command in (("baseline", "create", "--file", file), ("check", "--output", f"json={file}", "a.md")):
            if file != "notes.json" or command[0] == "baseline":
                assert jlint(*command).code == 2
                assert Path(file).read_text("utf-8") == before
    assert jlint("check", "--output", "json=new.md", "a.md").code == 2
    assert not Path("new.md").exists()
    (site / "others").symlink_to("../others")
    code, _, err = jlint("init", "--output", "others/rules.yaml")
    assert code == 2
    assert "作業フォルダーの外を指すリンクなので、書き込みません" in err
    assert jlint("baseline", "create", "--file", "b.json").code == 0
    assert jlint("baseline", "create", "--file", "b.json").code == 0
