"""What .textlintignore leaves out, jlint leaves out: textlint matches whole paths from the working folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from jlint.config import Config
from jlint.textlint.migrate import migrate

FILES = ("a.md", "README.md", "drafts/b.md", "drafts/deep/c.md", "sub/README.md", "sub/drafts/d.md")


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "site"
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("本文です。\n", "utf-8")
    monkeypatch.chdir(folder)


def left_out(output: str = "rules.yaml", key: str = "") -> tuple[set[str], list[str]]:
    """The files that the migrated configuration leaves out, and the remarks."""
    Path(".textlintrc").write_text(f'{{"rules": {{}}{key}}}', "utf-8")
    text, remarks = migrate(".textlintrc", output, "ja")
    Path(output).write_text(text, "utf-8")
    config = Config(file=output)
    config.load(FILES)
    return {name for name in FILES if config.for_file(name) is None}, remarks


def of(pattern: str, output: str = "rules.yaml") -> tuple[set[str], list[str]]:
    Path(".textlintignore").write_text(f"# 下書き\n{pattern}\n\n", "utf-8")
    return left_out(output)


DRAFTS = ("drafts/b.md", "drafts/deep/c.md")


@pytest.mark.parametrize("output", ["rules.yaml", "../rules.yaml"])
@pytest.mark.parametrize(
    ("pattern", "files"),
    [
        ("drafts/**", DRAFTS),
        ("./drafts/**", DRAFTS),
        ("drafts/**/*", DRAFTS),
        ("drafts/*", ("drafts/b.md",)),
        ("*.md", ("a.md", "README.md")),
        ("*", ("a.md", "README.md")),
        ("README.md", ("README.md",)),
        ("**/README.md", ("README.md", "sub/README.md")),
        ("{drafts,sub/drafts}/**", (*DRAFTS, "sub/drafts/d.md")),
        ("../site/drafts/**", DRAFTS),
    ],
)
def test_patterns(pattern: str, files: Iterable[str], output: str) -> None:
    assert of(pattern, output) == (set(files), [])


@pytest.mark.parametrize("pattern", ["drafts", "drafts/", "/drafts/**"])
def test_what_textlint_does_not_understand_is_left_out_and_told(pattern: str) -> None:
    files, (remark,) = of(pattern)
    assert files == set(DRAFTS)
    assert (
        remark == f".textlintignore の {pattern} は textlint では効きません（drafts/** と書きます）。jlint では除きます"
    )


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("../other/**", "書き出すファイルのフォルダーの外にあるファイルは調べません"),
        ("drafts/@(b|c).md", "この書き方は exclude で使えません"),
        ("[a.md", "括弧や ! や \\ の使い方が違います"),
    ],
)
def test_what_cannot_be_carried_over_is_told(pattern: str, why: str) -> None:
    files, (remark,) = of(pattern)
    assert files == set()
    assert remark == f".textlintignore の {pattern} は引き継げません: {why}"


def test_a_file_in_the_working_folder_counts_for_a_configuration_elsewhere() -> None:
    Path(".textlintignore").write_text("drafts/**\n", "utf-8")
    Path("sub/.textlintrc").write_text("{}", "utf-8")
    text, remarks = migrate("sub/.textlintrc", "rules.yaml", "ja")
    assert "exclude:  # .textlintignore\n  - /drafts/**\n" in text
    assert remarks == []


def test_a_pattern_for_all_folders_holds_below_too() -> None:
    Path(".textlintignore").write_text("**/drafts/**\n", "utf-8")
    Path(".textlintrc").write_text("{}", "utf-8")
    text, _ = migrate(".textlintrc", "sub/rules.yaml", "ja")
    assert "- '**/drafts/**'\n" in text


def test_the_key_of_the_configuration_is_carried_over_with_a_remark() -> None:
    files, (remark,) = left_out(key=', "ignorePatterns": ["drafts/**"]')
    assert files == set(DRAFTS)
    assert remark.startswith("ignorePatterns は textlint では効きません")
