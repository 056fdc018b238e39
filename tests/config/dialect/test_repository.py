"""What the folders above a file show: each engine, several of them, and repositories that mean harm."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from jlint.config.dialect.evidence import Evidence
from jlint.config.dialect.folder import MOST_NAMES, MOST_READ
from jlint.config.dialect.repository import Overview, Repository
from jlint.regular_file import read_start
from tests.config.dialect.skeletons import PLAIN, ZENN, make, write


def shown(root: Path, name: str) -> Evidence | None:
    return Repository().shown_for(str(root / name))


def found(root: Path, name: str) -> str:
    """The dialect that is shown, `?` for an engine without one, an empty text for nothing."""
    evidence = shown(root, name)
    return "" if evidence is None else "?" if evidence.is_guess else evidence.dialect


@pytest.mark.parametrize(
    ("names", "file", "dialect"),
    [
        (["qiita.config.json", "public/"], "public/a.md", "qiita"),
        ([".vitepress/config.ts"], "guide/a.md", "vitepress"),
        (["docs/.vitepress/"], "docs/guide/deep/a.md", "vitepress"),
        (["docusaurus.config.js"], "docs/a.md", "docusaurus"),
        (["docusaurus.config.ts"], "blog/2024-05-01-a.md", "docusaurus"),
        (["website/docusaurus.config.mjs"], "website/docs/a.md", "docusaurus"),
        (["hugo.toml"], "content/posts/a.md", "hugo"),
        (["hugo.yaml"], "a.md", "hugo"),
        (["hugo.json"], "content/ja/a.md", "hugo"),
        (["config.toml", "content/"], "content/a.md", "hugo"),
        (["config.yaml", "content/"], "content/a.md", "hugo"),
        (["config/_default/hugo.toml", "content/"], "content/a.md", "hugo"),
        (["_config.yml", "_posts/"], "_posts/a.md", "kramdown"),
        (["_config.yml", "_layouts/"], "about.md", "kramdown"),
        (["_config.yml", "source/_posts/", "scaffolds/"], "source/_posts/a.md", "hexo"),
        (["mkdocs.yml"], "docs/a.md", "mkdocs"),
        (["mkdocs.yaml"], "docs/a.md", "mkdocs"),
        (["book.toml"], "src/a.md", "mdbook"),
        (["book.json", "SUMMARY.md"], "one/a.md", "honkit"),
        (["book.js", "SUMMARY.md"], "a.md", "honkit"),
        (["astro.config.mjs"], "src/content/blog/a.md", "?"),
        ([".vuepress/"], "a.md", "?"),
    ],
)
def test_engine(tmp_path: Path, names: list[str], file: str, dialect: str) -> None:
    assert found(tmp_path, file) == ""
    make(tmp_path, *names)
    assert found(tmp_path, file) == dialect
    evidence = shown(tmp_path, file)
    assert evidence is not None
    assert all(evidence.reason)


@pytest.mark.parametrize(
    ("names", "file"),
    [
        (["qiita.config.json"], "a.md"),
        (["qiita.config.json"], "drafts/public/a.md"),
        ([".vitepress"], "a.md"),
        (["docs/.vitepress/"], "a.md"),
        (["config.toml"], "a.md"),
        (["config/other.toml", "content/"], "content/a.md"),
        (["_config.yml"], "a.md"),
        (["_posts/"], "_posts/a.md"),
        (["_config.yml", "source/"], "source/a.md"),
        (["book.json"], "a.md"),
        (["articles/", "books/"], "articles/a.md"),
        (["package.json", "Gemfile"], "a.md"),
    ],
)
def test_too_little(tmp_path: Path, names: list[str], file: str) -> None:
    make(tmp_path, *names)
    assert found(tmp_path, file) == ""


@pytest.mark.parametrize(
    ("names", "file", "text", "read", "dialect"),
    [
        (["_config.yml"], "Gemfile", 'gem "jekyll", "~> 4.3"\n', "a.md", "kramdown"),
        (["_config.yml"], "Gemfile", "gem 'github-pages'\n", "a.md", "kramdown"),
        (["_config.yml"], "Gemfile", 'gem "rails"\n', "a.md", ""),
        (["_config.yml", "source/"], "package.json", '{"dependencies": {"hexo": "^7.0.0"}}', "source/a.md", "hexo"),
        (["_config.yml", "source/"], "package.json", '{"dependencies": {"vue": "3"}}', "source/a.md", ""),
        ([], "book.json", '\ufeff{"title": "港", "plugins": ["anchors"]}', "docs/a.md", "honkit"),
        ([], "book.json", '{"gitbook": ">=3.0.0"}', "a.md", "honkit"),
        ([], "book.json", '{"title": "港", "isbn": "1"}', "a.md", ""),
        ([], "book.json", '["plugins"]', "a.md", ""),
        ([], "book.js", 'module.exports = {root: "./docs", plugins: ["anchors"]}', "docs/a.md", "honkit"),
        ([], "book.js", "console.log('港')", "a.md", ""),
        (["articles/"], "package.json", '{"dependencies": {"zenn-cli": "1"}}', "articles/new.md", "zenn"),
        ([], "package.json", '{"dependencies": {"zenn-cli": "1"}}', "articles/new.md", ""),
        (
            ["books/harbor/1.md"],
            "books/harbor/config.yaml",
            "title: 港\ntopics: [港]\nprice: 0\n",
            "books/x/1.md",
            "zenn",
        ),
        (["books/harbor/1.md"], "books/harbor/config.yaml", "title: 港\nauthor: 私\n", "books/harbor/1.md", ""),
        ([], "articles/a.md", ZENN, "articles/new.md", "zenn"),
        ([], "articles/a.md", ZENN, "books/harbor/1.md", "zenn"),
        ([], "articles/a.md", ZENN, "notes/a.md", ""),
        ([], "articles/a.md", "---\ntitle: 港\n---\n", "articles/b.md", ""),
        ([], "me/articles/a.md", ZENN, "me/articles/b.md", "zenn"),
    ],
)
def test_what_files_say(tmp_path: Path, names: list[str], file: str, text: str, read: str, dialect: str) -> None:
    make(tmp_path, *names)
    write(tmp_path / file, text)
    assert found(tmp_path, read) == dialect


def test_a_reason_names_what_was_seen_from_the_root(tmp_path: Path) -> None:
    make(tmp_path, "blog/hugo.toml")
    evidence = shown(tmp_path, "blog/content/a.md")
    assert evidence is not None
    assert evidence.reason == ("blog/hugo.toml がある", "there is blog/hugo.toml")


def test_zenn_and_qiita_in_one_repository(tmp_path: Path) -> None:
    make(tmp_path, "qiita.config.json", "public/")
    write(tmp_path / "articles" / "a.md", ZENN)
    write(tmp_path / "articles" / "README.md", "読んでください。\n")
    read = ("articles/b.md", "books/harbor/1.md", "public/b.md", "README.md", "b.md")
    assert [found(tmp_path, name) for name in read] == ["zenn", "zenn", "qiita", "", ""]


def test_the_nearest_folder_counts(tmp_path: Path) -> None:
    make(tmp_path, "mkdocs.yml", "web/docusaurus.config.ts", "web/docs/old/.vitepress/", "web/app/next.config.js")
    read = ("docs/a.md", "web/docs/a.md", "web/docs/old/a.md", "web/app/a.md")
    assert [found(tmp_path, name) for name in read] == ["mkdocs", "docusaurus", "vitepress", "?"]


def test_of_several_engines_in_a_folder_that_with_the_pages_counts(tmp_path: Path) -> None:
    make(tmp_path, "mkdocs.yml", "book.toml", "hugo.toml", "astro.config.mjs", "package.json")
    read = ("content/a.md", "docs/a.md", "src/a.md", "a.md")
    assert [found(tmp_path, name) for name in read] == ["hugo", "mkdocs", "mdbook", "hugo"]


def test_a_readme_beside_the_pages_is_not_of_the_site(tmp_path: Path) -> None:
    make(tmp_path, "site/hugo.toml", "book.toml", "jekyll/_config.yml", "jekyll/_posts/")
    of_the_repository = ("README.md", "readme.ja.md", "README-en.md", "CHANGELOG.md", "parts/one/README.md")
    for name in (*of_the_repository, ".github/pull_request_template.md", "site/README.md"):
        assert found(tmp_path, name) == "", name
    assert found(tmp_path, "site/content/README.md") == "hugo"
    assert found(tmp_path, "src/README.md") == "mdbook"
    assert found(tmp_path, "jekyll/README.md") == "kramdown"
    make(tmp_path, "SUMMARY.md")
    assert found(tmp_path, "README.md") == "mdbook"


def test_never_above_the_root_of_the_repository(tmp_path: Path) -> None:
    make(tmp_path, "hugo.toml", "inner/content/")
    assert found(tmp_path, "inner/content/a.md") == "hugo"
    (tmp_path / "inner" / ".git").write_text("gitdir: elsewhere\n", "utf-8")  # a submodule
    assert found(tmp_path, "inner/content/a.md") == ""


def test_without_a_repository_only_the_own_folder(tmp_path: Path) -> None:
    make(tmp_path, "hugo.toml", git=False)
    assert found(tmp_path, "a.md") == "hugo"
    assert found(tmp_path, "content/a.md") == ""


def test_overview(tmp_path: Path) -> None:
    make(
        tmp_path,
        "mkdocs.yml",
        "web/.vitepress/",
        "docs/",
        "me/qiita.config.json",
        "me/public/",
        "node_modules/hugo.toml",
        ".hidden/hugo.toml",
    )
    write(tmp_path / "articles" / "a.md", ZENN)
    overview = Repository().overview(str(tmp_path))
    assert overview.here is not None
    assert overview.here.dialect == "mkdocs"
    assert [(part.name, part.evidence.dialect, part.by_parent) for part in overview.parts] == [
        ("articles/", "zenn", True),
        ("me/public/", "qiita", False),
        ("web/", "vitepress", False),
    ]


def test_each_folder_is_looked_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "hugo.toml", "content/posts/")
    listed: list[str] = []
    scandir = os.scandir

    def counted(path: str) -> object:
        listed.append(path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", counted)
    repository = Repository()
    for number in range(5):
        assert repository.shown_for(str(tmp_path / "content" / "posts" / f"{number}.md"))
        assert repository.shown_for(str(tmp_path / "content" / f"{number}.md"))
    assert sorted(listed) == [str(tmp_path), str(tmp_path / "content"), str(tmp_path / "content" / "posts")]
    there = pickle.loads(pickle.dumps(repository))
    assert there.shown_for(str(tmp_path / "content" / "a.md")) == repository.shown_for(str(tmp_path / "content/a.md"))
    assert len(listed) == 3


def test_a_folder_with_very_many_files(tmp_path: Path) -> None:
    make(tmp_path, *(f"{number}.md" for number in range(MOST_NAMES + 10)), "hugo.toml")
    assert found(tmp_path, "a.md") == "hugo"


def test_few_files_are_read_and_only_their_beginnings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []

    def counted(path: str, size: int) -> bytes:
        sizes.append(size)
        return read_start(path, size)

    monkeypatch.setattr("jlint.config.dialect.folder.read_start", counted)
    for number in range(100):
        write(tmp_path / "articles" / f"{number:03d}.md", PLAIN * 1000)
    make(tmp_path, "books/")
    assert found(tmp_path, "articles/000.md") == ""
    assert (len(sizes), max(sizes)) == (MOST_READ, 4096)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_pipes_are_not_waited_for(tmp_path: Path) -> None:
    make(tmp_path, "_config.yml", "source/", "articles/")
    for name in ("package.json", "Gemfile", "book.json", "articles/a.md"):
        os.mkfifo(tmp_path / name)
    assert found(tmp_path, "articles/b.md") == ""
    os.mkfifo(tmp_path / "content")
    os.mkfifo(tmp_path / "books")
    assert found(tmp_path, "books/b.md") == ""


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_links_out_of_the_repository_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    write(outside / "articles" / "a.md", ZENN)
    write(outside / "package.json", '{"dependencies": {"zenn-cli": "1", "hexo": "7"}}')
    root = make(tmp_path / "site", "_config.yml", "source/", "books/")
    (root / "articles").symlink_to(outside / "articles")
    (root / "package.json").symlink_to(outside / "package.json")
    (root / "Gemfile").symlink_to("/dev/zero")
    (root / "book.json").symlink_to("book.json")
    assert [found(root, name) for name in ("articles/b.md", "books/b.md", "source/a.md")] == [""] * 3
    (root / "articles").unlink()
    (root / "articles").mkdir()
    (root / "articles" / "a.md").symlink_to(outside / "articles" / "a.md")
    assert found(root, "articles/b.md") == ""


def test_files_that_are_folders_and_bytes_that_are_no_text(tmp_path: Path) -> None:
    make(tmp_path, "package.json/", "Gemfile/", "book.json/", "_config.yml", "source/", "articles/a.md/")
    (tmp_path / "articles" / "b.md").write_bytes(b"---\n\xff\xfe\x00\n")
    assert found(tmp_path, "articles/c.md") == ""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_closed_folder_shows_nothing(tmp_path: Path) -> None:
    make(tmp_path, "hugo.toml")
    closed = tmp_path / "articles"
    closed.mkdir(mode=0)
    assert found(tmp_path, "articles/a.md") == "hugo"


def test_an_odd_name(tmp_path: Path) -> None:
    make(tmp_path, "a\nb/hugo.toml")
    evidence = shown(tmp_path, "a\nb/content/a.md")
    assert evidence is not None
    assert evidence.dialect == "hugo"
    assert found(tmp_path, "nul\0/a.md") == found(Path("/"), "nul\0/a.md") == ""
    assert Repository().overview("/nul\0") == Overview()
