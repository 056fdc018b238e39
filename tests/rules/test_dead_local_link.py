"""Links to files of the repository, beyond the examples of the rule."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jlint.document import Document
from jlint.document.dialect import DIALECTS
from jlint.rules.contract.cross_file import SharedFact
from jlint.rules.helpers.markdown.anchors import Anchors
from jlint.rules.helpers.markdown.html_links import html_links
from jlint.rules.markdown.dead_local_link import DeadLocalLink


class Folder:
    """A repository in a folder of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        (path / ".git").mkdir()

    def write(self, *names: str, text: str = "") -> None:
        for name in names:
            file = self.path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")

    def dead(self, *targets: str, page: str = "docs/a.md", dialect: str = "", image: bool = False) -> list[str]:
        """The targets that are reported on the page; without a dialect the engine is a guess."""
        mark = "!" if image else ""
        text = "\n\n".join(f"{mark}[語](<{target}>)" for target in targets)
        read_as = DIALECTS[dialect] if dialect else DIALECTS["commonmark"]._replace(is_guess=True)
        self.write(page, text=text)
        document = Document(text, str(self.path / page), read_as)
        rule = DeadLocalLink()
        facts = [SharedFact(n, document.path, 1, fact.key) for n, fact in enumerate(rule.collect(document))]
        return [conclusion.at.key.partition("\t")[2] for conclusion in rule.conclude(facts)]


@pytest.fixture
def repository(tmp_path: Path) -> Folder:
    (tmp_path / "repository").mkdir()
    return Folder(tmp_path / "repository")


def test_a_guess_looks_up_relative_paths_with_an_ending_alone(repository: Folder) -> None:
    repository.write("docs/b.md", "c.png")
    assert repository.dead("b.md", "./b.md#節", "../c.png", "b.md?a=1") == []
    assert repository.dead("d.md", "/d.md", "d", "d/", "#節", "d.html", "b.md#節") == ["d.md"]


@pytest.mark.parametrize(
    "target",
    [
        *(
            "https://example.com/a.png",
            "//example.com/a.png",
            "mailto:a@example.com",
            "a:b.md",
            "www.example.com/a.png",
        ),
        *(
            "example.com",
            "example.com/a.png",
            "path/to/a.md",
            "{{ a }}/b.md",
            "<a>.md",
            "a/.../b.md",
            "xxx.md",
            "~/a.md",
        ),
        *("a.md\u0000", "%00.md", "v1.2", "..", "a" * 2000 + ".md", "a/" * 50 + "b.md", "../../outside.md", "〇〇.md"),
    ],
)
def test_what_names_no_file_of_the_repository_is_left_alone(repository: Folder, target: str) -> None:
    if not set(target) & set("<>"):
        assert repository.dead(target) == []


def test_a_folder_without_a_repository_is_not_looked_at(tmp_path: Path) -> None:
    document = Document("[語](b.md)", str(tmp_path / "a.md"))
    rule = DeadLocalLink()
    facts = [SharedFact(n, document.path, 1, fact.key) for n, fact in enumerate(rule.collect(document))]
    assert list(rule.conclude(facts)) == []


def test_names_may_be_encoded_and_in_either_form_of_unicode(repository: Folder) -> None:
    repository.write("docs/\u304b\u3099.png", "docs/a b.png")
    assert repository.dead("\u304c.png", "%E3%81%8C.png", "a%20b.png", image=True) == []
    assert repository.dead("a%20c.png", image=True) == ["a%20c.png"]


def test_what_lies_behind_a_link_out_of_the_repository_is_taken_to_exist(repository: Folder, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    os.symlink(tmp_path / "elsewhere", repository.path / "docs-elsewhere")
    assert repository.dead("../docs-elsewhere/b.md", "../docs-not/b.md") == ["../docs-not/b.md"]


def test_images_are_missed_only_where_images_are_kept_if_the_engine_is_a_guess(repository: Folder) -> None:
    repository.write("docs/img/a.png", "docs/entry.client.tsx.md", "public/entry/1/c.png")
    assert repository.dead("img/b.png", "c.png", "img/b.jpg", "other/b.png", image=True) == ["img/b.png"]
    assert repository.dead("entry.client.tsx", "entry.server.md") == ["entry.server.md"]


def test_what_is_printed_is_missed_only_where_such_files_are_kept(repository: Folder) -> None:
    repository.write("docs/.vitepress/config.ts", "docs/plan/a.pdf")
    assert repository.dead("slides/b.pdf", "plan/b.pdf", dialect="vitepress") == ["plan/b.pdf"]


def links_in(text: str, dialect: str = "commonmark") -> list[tuple[str, str]]:
    document = Document(text, dialect=dialect)
    return [(link.span.of(text), link.destination) for link in html_links(document)]


def test_links_and_images_in_html() -> None:
    assert links_in("港。<img alt=\"a>b\" src='a&amp;b.png'/><A\nHREF=b.md>橋</A>\n") == [
        ("<img alt=\"a>b\" src='a&amp;b.png'/>", "a&b.png"),
        ("<A\nHREF=b.md>", "b.md"),
    ]
    assert [target for _, target in links_in('<table><tr><td><img width="9" src="c.png"></td></tr></table>\n')] == [
        "c.png"
    ]


@pytest.mark.parametrize(
    "text",
    [
        '`<img src="a.png">` と書く。\n',
        '```html\n<img src="a.png">\n```\n',
        '    <img src="a.png">\n',
        '<!-- <img src="a.png"> -->\n',
        '<pre>\n<img src="a.png">\n</pre>\n',
        "<script>document.write('<img src=\"a.png\">')</script>\n",
        '<img data-src="a.png"><a name="b.md"><abbr href="b.md"><img srcset="a.png 2x">\n',
        "<img src={picture}>\n",
        '---\nhtml: <img src="a.png">\n---\n',
    ],
)
def test_what_is_no_link_in_html(text: str) -> None:
    assert links_in(text) == []


def test_an_element_that_is_never_closed_hides_nothing() -> None:
    assert [target for _, target in links_in('<pre>\n\n<img src="a.png">\n')] == ["a.png"]
    assert len(links_in("<pre>" * 3_000 + '<img src="a.png">' * 3_000)) == 3_000


def test_a_text_with_modules_of_javascript_is_left_alone(repository: Folder) -> None:
    text = "export const notes = `\n- [港](minato.md)\n`;\n\n[橋](hashi.md)\n"
    repository.write("docs/a.md", text=text)
    rule = DeadLocalLink()
    assert list(rule.collect(Document(text, str(repository.path / "docs/a.md")))) == []
    assert len(list(rule.collect(Document(f"```js\n{text}```\n\n[橋](hashi.md)\n")))) == 1


def test_submodules_and_parts_of_pages_are_left_alone(repository: Folder) -> None:
    repository.write(".gitmodules", text='[submodule "x"]\n\tpath = lib/x\n')
    assert repository.dead("../lib/x/b.md", "../lib/y/b.md") == ["../lib/y/b.md"]
    assert repository.dead("../lib/y/b.md", page="docs/_includes/a.md") == []
    assert repository.dead("#港", page="docs/common/a.md", dialect="hugo") == []
    assert repository.dead("#港", page="docs/a.md", dialect="hugo") == ["#港"]


@pytest.mark.parametrize(
    ("dialect", "page", "files", "target"),
    [
        ("hugo", "content/posts/a.md", ["hugo.toml", "static/img/a.png"], "/img/a.png"),
        ("hugo", "content/posts/a.md", ["hugo.toml", "content/posts/img/a.png"], "../img/a.png"),
        ("hugo", "content/posts/a.md", ["hugo.toml", "content/posts/b/_index.md"], "b/index.md"),
        ("zenn", "articles/a.md", ["images/a.png"], "/images/a.png"),
        ("kramdown", "_posts/2024-01-01-a.md", ["_config.yml", "assets/a.png"], "/assets/a.png"),
        ("hexo", "source/_posts/a.md", ["_config.yml", "source/_posts/a/a.png"], "a.png"),
        ("hexo", "source/_posts/a.md", ["_config.yml", "source/img/a.png"], "/img/a.png"),
        ("vitepress", "docs/guide/a.md", ["docs/.vitepress/config.ts", "docs/public/a.png"], "/a.png"),
        ("vitepress", "docs/guide/a.md", ["docs/.vitepress/config.ts", "docs/guide/b.md"], "./b"),
        ("vitepress", "docs/guide/a.md", ["docs/.vitepress/config.ts", "docs/b/index.md"], "../b/"),
        ("docusaurus", "docs/a.md", ["docusaurus.config.js", "static/img/a.png"], "/img/a.png"),
        ("mdbook", "src/a.md", ["book.toml", "src/b.md"], "b.md"),
        ("mkdocs", "docs/a.md", ["mkdocs.yml", "docs/b.md"], "b.md"),
        ("honkit", "a.md", ["book.json", "b.md"], "b.md"),
    ],
)
def test_each_engine_has_its_folders(
    repository: Folder, dialect: str, page: str, files: list[str], target: str
) -> None:
    repository.write(*files, *(f"{file}-{n}.png" for file in files for n in range(3) if file.endswith(".png")))
    folder, name = os.path.split(target.rstrip("/"))
    missing = os.path.join(folder, f"no-{name}")
    assert repository.dead(target, missing, page=page, dialect=dialect) == [missing]


def test_files_that_are_kept_elsewhere_and_moved_folders_are_left_alone(repository: Folder) -> None:
    repository.write("hugo.toml", "static/img/icon.png")
    assert repository.dead("/img/a.png", "/photos/a.png", page="content/a.md", dialect="hugo") == []
    repository.write(*(f"static/img/{n}.png" for n in range(3)))
    assert repository.dead("/img/a.png", page="content/a.md", dialect="hugo") == ["/img/a.png"]
    repository.write("hugo.toml", text='staticDir = "files"\n')
    assert repository.dead("/img/a.png", page="content/a.md", dialect="hugo") == []


def test_headings_of_other_pages_are_looked_up(repository: Folder) -> None:
    repository.write("docs/b.md", text='# 港 と 船\n\n## 料金{#price}\n\n<a id="old"></a>\n\n目次\n----\n')
    right = ["b.md#港-と-船", "b.md#price", "b.md#料金", "b.md#old", "b.md#目次", "b.md#top", "b.md#_1"]
    assert repository.dead(*right, "b.md#倉庫", dialect="commonmark") == ["b.md#倉庫"]


@pytest.mark.parametrize(
    ("heading", "fragment"),
    [
        ("## 1. はじめに", "はじめに"),
        ("## 1. はじめに", "1-はじめに"),
        ("## はじめに", "はじめに-1"),
        ("## `a_b` の使い方（前）", "a_b-の使い方前"),
        ("## [港](https://example.com/x)の話", "港の話"),
        ("## A &amp; B", "a--b"),
        ("## Ｃａｆé", "cafe"),
        ("<h2>港</h2>", "%E6%B8%AF"),
        ("> ## 港", "港"),
        ("{{< include >}}", "港"),
        ("<Chapter />", "港"),
    ],
)
def test_ids_of_every_engine_are_found(heading: str, fragment: str) -> None:
    assert not Anchors(f"前。\n\n{heading}\n\n後。\n").lack(fragment)


def test_a_long_page_is_read_once_and_in_linear_time() -> None:
    text = "# " + "[" * 50_000 + "\n" + "{#" * 20_000 + "\n" + "<h1>" * 20_000 + "\n" + "id=" * 20_000 + "-" * 50_000
    assert Anchors(text).lack("港")
