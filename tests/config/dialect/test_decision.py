"""What counts first, and the settings of a file: an explicit dialect, overrides, emphasis."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from jlint.config import Config, FileSettings
from jlint.config.dialect.decision import dialect_named
from jlint.document.dialect import DIALECTS, Dialect, Emphasis
from tests.config.dialect.skeletons import PLAIN, QIITA, ZENN, make, write
from tests.config.helpers import mistakes

JEKYLL = "---\nlayout: post\n---\n\n本文です。\n"


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def settings_of(path: str, config: Config | None = None) -> FileSettings:
    settings = (config or Config()).for_file(path)
    assert settings is not None
    return settings


def dialect(path: str, text: str = PLAIN, config: Config | None = None) -> Dialect:
    return settings_of(path, config).dialect_of(path, text)


def rules(text: str) -> None:
    Path("rules.yaml").write_text(text, "utf-8")
    assert mistakes(Path("a.md")) == []


def test_the_file_itself_comes_first(tmp_path: Path) -> None:
    make(tmp_path, "hugo.toml", "content/")
    texts = [PLAIN, ZENN, QIITA, JEKYLL]
    assert [dialect("content/a.md", text).name for text in texts] == ["hugo", "zenn", "qiita", "hugo"]
    assert dialect("content/2024-05-01-a.md", "---\ntitle: 港\n---\n").name == "hugo"
    assert dialect("content/a.mdx").name == "mdx"


def test_pages_of_docusaurus_are_more_than_mdx(tmp_path: Path) -> None:
    make(tmp_path, "docusaurus.config.js")
    assert [dialect(name).name for name in ("docs/a.mdx", "docs/a.md")] == ["docusaurus"] * 2


@pytest.mark.parametrize(
    ("names", "file", "expected"),
    [
        ([".vitepress/"], "index.md", "vitepress"),
        (["_config.yml", "source/", "scaffolds/"], "source/_posts/a.md", "hexo"),
        (["astro.config.mjs"], "src/pages/a.md", "commonmark"),
        ([], "a.md", "kramdown"),
    ],
)
def test_a_layout_counts_where_the_repository_shows_nothing(
    tmp_path: Path, names: list[str], file: str, expected: str
) -> None:
    make(tmp_path, *names)
    assert dialect(file, JEKYLL).name == expected


def test_a_guess() -> None:
    assert dialect("a.md") == DIALECTS["commonmark"]._replace(is_guess=True)
    assert not dialect("a.md", ZENN).is_guess
    rules("markdown: commonmark\n")
    assert dialect("a.md") == DIALECTS["commonmark"]


def test_an_engine_without_a_dialect_is_a_guess(tmp_path: Path) -> None:
    make(tmp_path, "next.config.js")
    assert dialect("a.md").is_guess


def test_an_explicit_dialect_always_counts(tmp_path: Path) -> None:
    make(tmp_path, "hugo.toml")
    rules("markdown: kramdown\n")
    assert [dialect(name, ZENN).name for name in ("a.md", "a.mdx", "-")] == ["kramdown"] * 3
    assert settings_of("a.md").shown is None
    assert settings_of("a.md").evidence_for("a.md", ZENN) is None


def test_an_extended_file_can_set_it() -> None:
    Path("house.yaml").write_text("markdown: mkdocs\ncjk-friendly-emphasis: true\n", "utf-8")
    rules("extends: house.yaml\n")
    assert dialect("a.md").name == "mkdocs"
    rules("extends: house.yaml\nmarkdown: auto\n")
    assert dialect("a.md").is_guess


def test_overrides(tmp_path: Path) -> None:
    make(tmp_path, "hugo.toml")
    rules(
        "markdown: qiita\noverrides:\n"
        "  - {files: [zenn/], markdown: zenn}\n"
        "  - {files: [zenn/old/], markdown: auto, rules: {typo: off}}\n"
        "  - {files: [zenn/old/x.md], cjk-friendly-emphasis: true}\n"
    )
    read = ("a.md", "zenn/a.md", "zenn/old/a.md", "zenn/old/x.md", "-")
    assert [dialect(name).name for name in read] == ["qiita", "zenn", "hugo", "hugo", "qiita"]
    assert [dialect(name).emphasis for name in read[2:4]] == [Emphasis.COMMONMARK, Emphasis.CJK_FRIENDLY]
    typos = ["doubled-character" in {each.rule.id for each in settings_of(name).active} for name in read[:4]]
    assert typos == [True, True, False, False]


def test_standard_input_belongs_to_the_current_folder(tmp_path: Path) -> None:
    make(tmp_path, "hugo.toml")
    assert dialect("-").name == "hugo"
    assert dialect("-", ZENN).name == "zenn"


def test_isolated_looks_at_the_file_alone(tmp_path: Path) -> None:
    make(tmp_path, "hugo.toml")
    config = Config(isolated=True)
    assert dialect("content/a.md", config=config).is_guess
    assert [dialect(*each, config=config).name for each in (("a.mdx", ""), ("a.md", ZENN), ("a.md", JEKYLL))] == [
        "mdx",
        "zenn",
        "kramdown",
    ]
    assert config.overview(".").here is None


def test_a_named_configuration_does_not_keep_the_repository_from_showing_it(tmp_path: Path) -> None:
    make(tmp_path, "hugo.toml", "elsewhere/")
    write(tmp_path / "elsewhere" / "house.yaml", "fail-on: never\n")
    assert dialect("a.md", config=Config(file="elsewhere/house.yaml")).name == "hugo"


def test_settings_are_shared_by_files_of_one_dialect_and_their_rules_by_all(tmp_path: Path) -> None:
    make(tmp_path, "a/hugo.toml", "b/mkdocs.yml")
    config = Config()
    one, other, third = (settings_of(name, config) for name in ("a/x.md", "a/y.md", "b/x.md"))
    assert one is other
    assert one.active is third.active
    assert one != third
    there = pickle.loads(pickle.dumps(config))
    assert dialect("b/x.md", config=there).name == "mkdocs"


@pytest.mark.parametrize("name", DIALECTS)
def test_emphasis(name: str) -> None:
    own = DIALECTS[name].emphasis
    with_plugin = own if own is Emphasis.KRAMDOWN else Emphasis.CJK_FRIENDLY
    without = Emphasis.COMMONMARK if own is Emphasis.CJK_FRIENDLY else own
    found = [dialect_named(name, value).emphasis for value in ("auto", True, False)]
    assert found == [own, with_plugin, without]


def test_emphasis_where_the_table_has_it_friendly(monkeypatch: pytest.MonkeyPatch) -> None:
    friendly = DIALECTS["vitepress"]._replace(name="friendly", emphasis=Emphasis.CJK_FRIENDLY)
    monkeypatch.setattr("jlint.config.dialect.decision.DIALECTS", {"friendly": friendly})
    found = [dialect_named("friendly", value).emphasis for value in ("auto", True, False)]
    assert found == [Emphasis.CJK_FRIENDLY, Emphasis.CJK_FRIENDLY, Emphasis.COMMONMARK]


@pytest.mark.parametrize(
    ("value", "emphasis"), [("auto", "COMMONMARK"), ("true", "CJK_FRIENDLY"), ("false", "COMMONMARK")]
)
def test_the_key_for_emphasis(value: str, emphasis: str) -> None:
    rules(f"markdown: zenn\ncjk-friendly-emphasis: {value}\n")
    assert dialect("a.md").emphasis.name == emphasis
    assert Config().settings_for("a.md").dialect_of_examples.emphasis.name == emphasis


def test_examples_in_the_configuration_are_read_as_a_guess() -> None:
    rules("language: ja\n")
    assert Config().settings_for("a.md").dialect_of_examples.is_guess
