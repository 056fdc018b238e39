"""Nothing that a configuration in a repository names is read from outside, nor anything that is no regular file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.run import jlint

OUTSIDE = "リポジトリ（なければ設定のフォルダー）の外にあるので読みません"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links and devices")


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a draft; files of each kind beside it."""
    folder = tmp_path / "site"
    (folder / "sub").mkdir(parents=True)
    (folder / ".git").mkdir()
    (tmp_path / "other.yaml").write_text("rules: {doubled-particle: warning}\n", "utf-8")
    (tmp_path / "words.txt").write_text("秘密の語\n", "utf-8")
    (tmp_path / "prh.yml").write_text("rules: [{expected: 甲}]\n", "utf-8")
    (folder / "a.md").write_text("設定を変える。\n", "utf-8")
    monkeypatch.chdir(folder)
    return folder


NAMES = {
    "extends": "extends: [default, {}other.yaml]\n",
    "words": "words: [{}words.txt]\n",
    "dictionaries": "dictionaries: [{}prh.yml]\n",
}


@pytest.mark.parametrize("key", NAMES)
def test_files_outside(key: str, tmp_path: Path) -> None:
    Path("rules.yaml").write_text(NAMES[key].format("../"), "utf-8")
    code, out, err = jlint("check", "a.md")
    assert (code, out) == (2, "")
    assert err.startswith("rules.yaml:1:")
    assert OUTSIDE in err
    assert "秘密" not in err
    assert jlint("check", "--config", "rules.yaml", "a.md").code == 0, "named by hand"
    for name in ("other.yaml", "words.txt", "prh.yml"):
        Path(f"sub/{name}").symlink_to(tmp_path / name)
    Path("rules.yaml").write_text(NAMES[key].format("sub/"), "utf-8")
    assert OUTSIDE in jlint("check", "a.md").err
    assert jlint("check", "--config", "rules.yaml", "a.md").code == 0
    for name in ("other.yaml", "words.txt", "prh.yml"):
        Path(f"sub/{name}").unlink()
        Path(f"sub/{name}").write_bytes((tmp_path / name).read_bytes())
    assert jlint("check", "a.md").code == 0, "inside"


@pytest.mark.parametrize("key", NAMES)
def test_without_a_repository_the_folder_of_the_configuration_counts(key: str) -> None:
    Path(".git").rmdir()
    Path("sub/rules.yaml").write_text(NAMES[key].format("../"), "utf-8")
    Path("sub/b.md").write_text("設定を変える。\n", "utf-8")
    code, _, err = jlint("check", "sub/b.md")
    assert code == 2
    assert OUTSIDE in err


@pytest.mark.parametrize("key", NAMES)
@pytest.mark.parametrize("target", ["/dev/zero", "pipe"])
def test_files_without_end(key: str, target: str) -> None:
    os.mkfifo("pipe")
    Path("rules.yaml").write_text(NAMES[key].format(""), "utf-8")
    for name in ("other.yaml", "words.txt", "prh.yml"):
        Path(name).symlink_to(target)
    for options in ([], ["--config", "rules.yaml"]):
        code, out, err = jlint("check", *options, "a.md")
        assert (code, out) == (2, "")
        assert OUTSIDE in err or "普通のファイルではありません" in err or "という辞書がありません" in err
        assert err.startswith(("rules.yaml:1:", "other.yaml: "))


def test_a_dictionary_that_imports_from_outside() -> None:
    """Also one whose compiled form is cached from a run in which the import was allowed."""
    Path("prh.yml").write_text("imports: [../prh.yml]\nrules: [{expected: 乙}]\n", "utf-8")
    Path("rules.yaml").write_text("dictionaries: [prh.yml]\n", "utf-8")
    assert jlint("check", "--config", "rules.yaml", "a.md").code == 0
    for _ in range(2):
        code, _, err = jlint("check", "a.md")
        assert code == 2
        assert err.startswith("prh.yml:1:11: ")
        assert OUTSIDE in err


@pytest.mark.parametrize("name", [".jlint.yaml", "rules.yaml"])
@pytest.mark.parametrize("target", ["/dev/zero", "../other.yaml"])
def test_a_configuration_that_is_a_link(name: str, target: str) -> None:
    Path(name).symlink_to(target)
    code, out, err = jlint("check", "a.md")
    assert (code, out) == (2, "")
    assert err.startswith(f"{name}: ")
    assert OUTSIDE in err


def test_the_words_beside_a_configuration_may_be_a_link_too() -> None:
    Path("rules.yaml").write_text("language: ja\n", "utf-8")
    Path("words.txt").symlink_to("../words.txt")
    code, _, err = jlint("check", "a.md")
    assert code == 2
    assert OUTSIDE in err


def test_large_files() -> None:
    Path("words.txt").write_bytes(b"\xe8\xaa\x9e\n" * 6_000_000)
    Path("rules.yaml").write_text("language: ja\n", "utf-8")
    code, _, err = jlint("check", "a.md")
    assert code == 2
    assert "大きすぎます: 20,000,000 バイトを超えています" in err


@pytest.mark.parametrize("file", ["/dev/zero", "pipe"])
def test_a_baseline_without_end(file: str) -> None:
    os.mkfifo("pipe")
    code, out, err = jlint("check", "--baseline", file, "a.md")
    assert (code, out) == (2, "")
    assert f"{file}: 普通のファイルではありません" in err


def test_files_of_textlint(tmp_path: Path) -> None:
    rc = '{"filters": {"allowlist": {"allowlistConfigPaths": ["%s"]}}, "rules": {"max-kanji-continuous-len": true}}'
    Path(".textlintrc.json").write_text(rc % "../words.txt", "utf-8")
    code, _, err = jlint("init", "--from-textlint", ".textlintrc.json")
    assert code == 0
    assert "リポジトリの外にあるので読みません" in err
    assert "秘密" not in Path("rules.yaml").read_text("utf-8")
    code, _, err = jlint("init", "--from-textlint", "/dev/zero", "--output", "b.yaml")
    assert code == 2
    assert "普通のファイルではありません" in err


@pytest.mark.parametrize("source", ["/", "..", "link"])
def test_the_source_of_a_site(source: str, tmp_path: Path) -> None:
    """The posts of a site whose configuration names a source outside aren't looked for there."""
    post = "---\ntitle: 港\ndate: 2024-05-01\n---\n\n港は広い。\n"
    for folder in (tmp_path / "_posts", Path("_posts")):
        folder.mkdir()
        (folder / "2024-05-01-harbour.md").write_text(post, "utf-8")
    Path("link").symlink_to("/")
    Path("_posts/2024-06-01-a.md").write_text("[港](/2024/05/02/harbour/)を見る。\n", "utf-8")
    config = "permalink: /:year/:month/:day/:title/\n"
    Path("_config.yml").write_text(config, "utf-8")
    arguments = ("check", "--select", "dead-post-link", "--format", "concise", "_posts")
    assert "dead-post-link" in jlint(*arguments).out
    Path("_config.yml").write_text(f"{config}source: {source}\n", "utf-8")
    assert jlint(*arguments).out == ""
