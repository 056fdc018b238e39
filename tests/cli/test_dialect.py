"""The dialect that is found, as users see it: in findings, in `config show`, in what `init` writes."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.cli.run import jlint
from tests.cli.test_changes import git
from tests.config.dialect.skeletons import PLAIN, ZENN, make, write

pytestmark = pytest.mark.usefixtures("folder")
GUESS = "手がかりがないので CommonMark として読み、方言しだいの指摘はしない"
NAMES = "commonmark, kramdown (Jekyll), zenn, qiita, hugo, mdx, vitepress, docusaurus, mkdocs, mdbook, honkit, hexo"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "site"
    root.mkdir()
    monkeypatch.chdir(root)
    return root


def unrendered(*arguments: str, stdin: str = "") -> list[str]:
    """The files in which a mark is reported that the engine doesn't render."""
    out = jlint("check", "--format", "concise", "--select", "unrendered-emphasis", *arguments, stdin=stdin).out
    return [line.partition(":")[0] for line in out.splitlines() if "unrendered-emphasis" in line]


def markdown_line(*arguments: str) -> str:
    code, out, err = jlint("config", "show", *arguments)
    assert (code, err) == (0, "")
    (line,) = [line for line in out.splitlines() if line.startswith("markdown: ")]
    return line.removeprefix("markdown: ")


def test_findings_by_dialect(folder: Path) -> None:
    make(folder, "qiita.config.json", "_config.yml", "_posts/")
    for name in ("public/a.md", "_posts/b.md", "articles/c.md", "d.mdx"):
        write(folder / name, PLAIN)
    assert unrendered(".") == ["d.mdx", "public/a.md"]
    write(folder / "articles" / "e.md", ZENN)
    assert unrendered(".") == ["articles/c.md", "d.mdx", "public/a.md"]


def test_a_guess_reports_only_what_is_wrong_in_every_dialect(folder: Path) -> None:
    write(folder / "a.md", PLAIN + "\n港の**倉庫が古い。\n\n**「あ」\n「い」**です。\n")
    rules = ("--select", "unrendered-emphasis,unpaired-emphasis")
    ends = [line.split(": ")[0] for line in jlint("check", "--format", "concise", *rules, "a.md").out.splitlines()]
    assert ends == ["a.md:3:3"]
    write(folder / "rules.yaml", "markdown: commonmark\n")
    ends = [line.split(": ")[0] for line in jlint("check", "--format", "concise", *rules, "a.md").out.splitlines()]
    assert ends[:2] == ["a.md:1:4", "a.md:3:3"]


def test_isolated_and_standard_input(folder: Path) -> None:
    make(folder, "hugo.toml")
    write(folder / "content" / "a.md", PLAIN)
    assert unrendered("content/a.md") == ["content/a.md"]
    assert unrendered("--isolated", "content/a.md") == []
    assert unrendered("-", stdin=PLAIN) == ["-"]
    assert unrendered("--isolated", "-", stdin=PLAIN) == []
    assert unrendered("--isolated", "-", stdin=ZENN + PLAIN) == ["-"]
    assert unrendered("--isolated", "-", "--stdin-filename", "x.mdx", stdin=PLAIN) == ["x.mdx"]
    assert unrendered("-", "--stdin-filename", "README.md", stdin=PLAIN) == []
    assert unrendered("-", "--stdin-filename", "_posts/x.md", stdin=PLAIN) == ["_posts/x.md"]


def test_several_processes(folder: Path) -> None:
    make(folder, "hugo.toml", "old/_config.yml", "old/_posts/")
    for number in range(6):
        write(folder / "content" / f"{number}.md", PLAIN)
        write(folder / "old" / f"{number}.md", PLAIN)
    assert unrendered("--jobs", "2", ".") == [f"content/{number}.md" for number in range(6)]


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_changes(folder: Path) -> None:
    git("init", "-q", "-b", "main", str(folder))
    make(folder, "hugo.toml")
    write(folder / "content" / "a.md", "本文です。\n")
    git("add", ".")
    git("commit", "-qm", "first")
    write(folder / "content" / "a.md", PLAIN)
    assert unrendered("--since", "HEAD", ".") == ["content/a.md"]
    assert unrendered("--staged") == []
    git("add", ".")
    write(folder / "content" / "a.md", "本文です。\n")
    assert unrendered("--staged") == ["content/a.md"]


def test_what_the_repository_shows_is_part_of_the_caches_key(folder: Path) -> None:
    (folder / ".git").mkdir()
    for number in range(12):
        write(folder / "content" / f"{number:02d}.md", PLAIN)
    assert unrendered(".") == unrendered(".") == []
    make(folder, "hugo.toml")
    assert len(unrendered(".")) == 12
    (folder / "hugo.toml").unlink()
    make(folder, "_config.yml", "_posts/")
    assert unrendered(".") == []


def test_show(folder: Path) -> None:
    make(folder, "mkdocs.yml")
    write(folder / "articles" / "a.md", ZENN)
    assert markdown_line("articles/b.md") == "zenn  # articles/ の記事に emoji と topics がある"
    assert markdown_line("articles/b.md", "--lang", "en") == "zenn  # posts in articles/ have emoji and topics"
    assert markdown_line("articles/a.md") == "zenn  # front matter に emoji, type, topics がある"
    assert markdown_line("docs/new.mdx") == "mdx  # 名前が .mdx で終わる"
    assert markdown_line("README.md") == f"commonmark  # {GUESS}"
    assert markdown_line("docs/a.md", "--isolated") == f"commonmark  # {GUESS}"
    assert markdown_line() == (
        "auto  # ここは mkdocs（mkdocs.yml がある）、articles/ は zenn（articles/ の記事に emoji と topics がある）"
    )
    assert markdown_line("--lang", "en") == (
        "auto  # here: mkdocs (there is mkdocs.yml), articles/: zenn (posts in articles/ have emoji and topics)"
    )
    assert markdown_line("--isolated") == f"commonmark  # {GUESS}"


def test_show_what_the_configuration_says(folder: Path) -> None:
    make(folder, "hugo.toml")
    write(
        folder / "rules.yaml",
        "markdown: auto\nexclude: [c.md]\noverrides:\n  - files: [b.md]\n    markdown: zenn\n"
        "    cjk-friendly-emphasis: true\n",
    )
    assert markdown_line("a.md") == markdown_line("c.md") == "hugo  # hugo.toml がある"
    assert markdown_line("b.md") == "zenn  # rules.yaml:5"
    assert "cjk-friendly-emphasis: true  # rules.yaml:6\n" in jlint("config", "show", "b.md").out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_show_a_pipe(folder: Path) -> None:
    os.mkfifo(folder / "a.md")
    assert markdown_line("a.md") == f"commonmark  # {GUESS}"


def written(*arguments: str, output: str = "rules.yaml") -> list[str]:
    """The lines about Markdown in the file that `init` writes."""
    assert jlint("init", "--output", output, *arguments).code == 0
    lines = Path(output).read_text("utf-8").splitlines()
    Path(output).unlink()
    end = next(number for number, line in enumerate(lines) if line.startswith("markdown:"))
    start = max((number for number in range(end) if not lines[number].startswith("#")), default=-1)
    return lines[start + 1 : end + 1]


def test_init_writes_what_it_finds(folder: Path) -> None:
    make(folder, "books/")
    write(folder / "articles" / "a.md", ZENN)
    assert written() == [
        "# どの Markdown か。articles/ の記事に emoji と topics があるので zenn です。"
        "auto ならファイルごとに見分けます。",
        f"# 書ける値: auto, {NAMES}",
        "markdown: zenn",
    ]
    assert written("--lang", "en") == [
        "# Which Markdown: zenn, for posts in articles/ have emoji and topics. With auto, each file is looked at.",
        f"# Values: auto, {NAMES}",
        "markdown: zenn",
    ]


def test_init_looks_at_the_folder_of_its_output(folder: Path) -> None:
    make(folder, "web/hugo.toml")
    assert written(output="web/rules.yaml")[-1] == "markdown: hugo"
    *comments, last = written()
    assert (comments[1], last) == ("# - web/ は hugo（web/hugo.toml がある）", "markdown: auto")


def test_init_where_nothing_is_found() -> None:
    assert written() == [
        "# どの Markdown か。auto はファイルごとに、名前と front matter とリポジトリの様子から見分けます。",
        f"# 書ける値: auto, {NAMES}",
        "markdown: auto",
    ]


def test_init_in_a_repository_of_two_kinds(folder: Path) -> None:
    make(folder, "qiita.config.json", "public/")
    write(folder / "articles" / "a.md", ZENN)
    assert written()[1:] == [
        "# ここには二つ以上あるので、一つに決めずに auto にしました。",
        "# - articles/ は zenn（articles/ の記事に emoji と topics がある）",
        "# - public/ は qiita（qiita.config.json がある）",
        f"# 書ける値: auto, {NAMES}",
        "markdown: auto",
    ]
    assert written("--lang", "en")[1:4] == [
        "# It is auto because there are several here.",
        "# - articles/: zenn (posts in articles/ have emoji and topics)",
        "# - public/: qiita (there is qiita.config.json)",
    ]


def test_init_of_a_site_without_a_dialect(folder: Path) -> None:
    make(folder, "astro.config.mjs")
    assert written()[-1] == "markdown: auto"


def test_init_from_textlint(folder: Path) -> None:
    write(folder / "rc.json", '{"rules": {"no-nfd": true}}')
    assert written("--from-textlint", "rc.json")[-1] == "markdown: auto"
    make(folder, "hugo.toml")
    assert written("--from-textlint", "rc.json")[-1] == "markdown: hugo"
    jlint("init", "--from-textlint", "rc.json")
    write(folder / "a.md", "本文です。\n")
    assert jlint("check", "a.md")[::2] == (0, "")


def test_named_files_of_another_markup(folder: Path) -> None:
    names = ("a.adoc", "b.RST", "c.html", "d.re", "e.ipynb", "f.txt", "g.unknown", "h.md")
    for name in names:
        write(folder / name, "本文です。\n")
    notice = "jlint: Markdown ではないようですが、Markdown として読みます: a.adoc, b.RST, c.html ほか 2 個\n"
    assert jlint("check", *names)[::2] == (0, notice)
    assert jlint("check", "--lang", "en", "a.adoc", "h.md")[::2] == (
        0,
        "jlint: Read as Markdown, which they don't seem to be: a.adoc\n",
    )
    assert jlint("check", "f.txt", "g.unknown", ".")[::2] == (0, "")
    assert jlint("baseline", "create", "a.adoc").err.startswith("jlint: Markdown ではないようですが")
    write(folder / "rules.yaml", "exclude: ['*.adoc']\n")
    assert jlint("check", "a.adoc", "h.md")[::2] == (0, "")


@pytest.mark.parametrize("suffix", ["docx", "doc", "odt", "PDF", "pages", "epub", "pptx", "xlsx"])
def test_documents_of_office_programs(folder: Path, suffix: str) -> None:
    (folder / f"a.{suffix}").write_bytes(b"PK\x03\x04\xff\xfe")
    write(folder / "b.md", "本文です。\n")
    code, out, err = jlint("check", "--format", "concise", f"a.{suffix}", "b.md")
    sentence = "Word や PDF などの文書は、テキストか Markdown で保存してから調べてください"
    assert (code, err) == (2, "")
    assert out == f"a.{suffix}: .{suffix.lower()} のファイルは読めません。{sentence}\n"
    assert "Save documents of Word" in jlint("check", "--lang", "en", f"a.{suffix}").out


def test_text_taken_out_of_such_a_document_is_read() -> None:
    assert jlint("check", "-", "--stdin-filename", "a.docx", stdin="本文です。\n").code == 0
