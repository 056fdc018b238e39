"""The example of a site's rules is a configuration, and does what its comments say."""

from __future__ import annotations

from pathlib import Path

import pytest

from jlint.config import Config
from jlint.engine.lint import lint
from jlint.engine.one_file import document_for
from jlint.pattern_examples.examples import failures
from tests.conftest import ROOT

RULES_FILE = ROOT / "examples" / "house" / "rules.yaml"

POST = """---
layout: post
title: 町の図書館が夜も開いている理由
date: 2026-05-01 10:00:00 +0900
categories: [導入事例]
tags: [図書館, 夜間開館]
author: 編集部
excerpt: 司書が交代で夜の貸し出しに立つ町を訪ねました。
reading_time: 3
image: /assets/images/night.png
---

司書は夜の九時まで窓口に立ちます。
"""


@pytest.fixture
def config(tmp_path: Path) -> Config:
    (tmp_path / "rules.yaml").write_text(RULES_FILE.read_text("utf-8"), "utf-8")
    config = Config(file=str(tmp_path / "rules.yaml"))
    config.load([])
    return config


def reported(config: Config, text: str, path: Path) -> list[str]:
    """`line rule` of each finding."""
    settings = config.for_file(str(path))
    assert settings is not None
    result = lint(document_for(text, str(path), settings), settings.active, known=settings.known)
    assert not result.failures
    return [f"{finding.place.line} {finding.rule}" for finding in result.findings]


def test_a_post_that_follows_the_rules(config: Config, tmp_path: Path) -> None:
    assert reported(config, POST, tmp_path / "_posts" / "2026-05-01-night-library.md") == []


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("layout: post\n", "", "1 front-matter-mismatch"),
        ("layout: post", "layout: page", "2 front-matter-mismatch"),
        ("町の図書館が夜も開いている理由", "夜の図書館", "3 front-matter-mismatch"),
        ("が夜も開いている理由", "の最新動向と企業への影響", "3 glued-title-template"),
        (" +0900", "", "4 date-without-time-zone"),
        ("01 10:00:00 +0900", "01 16:00:00 +0000", "4 date-shifts-in-time-zone"),
        ("2026-05-01 10:00:00 +0900", "五月一日", "4 front-matter-mismatch"),
        ("[導入事例]", "[導入事列]", "5 front-matter-mismatch"),
        ("[導入事例]", "[導入事例, 研究論文]", "5 front-matter-mismatch"),
        ("夜間開館]", "図書館]", "6 front-matter-mismatch"),
        ("author: 編集部\n", "", "1 front-matter-mismatch"),
        (
            "司書が交代で夜の貸し出しに立つ町を訪ねました。",
            "夜の町の図書館について詳細に分析します。",
            "8 boilerplate-excerpt",
        ),
        ("町を訪ねました。", "町を、", "8 excerpt-cut-off"),
        ("reading_time: 3", "reading_time: 3分", "9 front-matter-mismatch"),
        ("reading_time: 3", "reading_time: 9", "9 reading-time-mismatch"),
        ("/assets/images/night.png", "night.png", "10 front-matter-mismatch"),
        ("司書は", "某生成AI企業の人は", "13 house-masked-name"),
        ("司書は", "75%以上の企業は", "13 house-unsourced-share"),
    ],
)
def test_each_rule_reports(config: Config, tmp_path: Path, old: str, new: str, finding: str) -> None:
    assert old in POST
    path = tmp_path / "_posts" / "2026-05-01-night-library.md"
    assert reported(config, POST.replace(old, new), path) == [finding]


@pytest.mark.parametrize("name", ["2026-05-01-夜の図書館.md", "night-library.md", f"2026-05-01-{'a' * 50}.md"])
def test_file_names(config: Config, tmp_path: Path, name: str) -> None:
    assert reported(config, POST, tmp_path / "_posts" / name) == ["1 file-name-mismatch"]


def test_drafts_may_wait_with_date_and_reading_time(config: Config, tmp_path: Path) -> None:
    draft = POST.replace("date: 2026-05-01 10:00:00 +0900\n", "").replace("reading_time: 3\n", "")
    assert reported(config, draft, tmp_path / "_drafts" / "夜の図書館.md") == []
    assert reported(config, draft.replace("author: 編集部\n", ""), tmp_path / "_drafts" / "a.md") == [
        "1 front-matter-mismatch"
    ]


def test_a_reading_time_is_computed_as_the_site_does(config: Config, tmp_path: Path) -> None:
    """Characters divided by 500, rounded down, and one more; 3 at least and 20 at most."""
    path = tmp_path / "2026-05-01-night-library.md"
    for characters, minutes in ((10, 3), (1_499, 3), (1_500, 4), (4_500, 10), (9_400, 19), (30_000, 20)):
        sentences = "".join(f"{number:04d}番目の本を棚に戻しました。" for number in range(characters // 17 + 1))
        body = sentences[:characters]
        for stated in (minutes, minutes + 8):
            post = POST.replace("reading_time: 3", f"reading_time: {stated}").rpartition("\n\n")[0] + f"\n\n{body}\n"
            rules = {line.partition(" ")[2] for line in reported(config, post, path)}
            assert ("reading-time-mismatch" in rules) == (stated != minutes), (characters, stated)


def test_the_patterns_pass_their_examples(config: Config, tmp_path: Path) -> None:
    assert list(failures(config.settings_for(str(tmp_path / "a.md")).patterns, "kramdown")) == []
