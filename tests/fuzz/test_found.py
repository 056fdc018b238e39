"""What fuzzing has found, each as small as it could be made."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from jlint.document import Document
from tests.cli.run import jlint
from tests.fuzz.configuring import check_migration
from tests.fuzz.targets import check_text, fix_text

_MIXED_STYLE = "no-mix-dearu-desumasu"


@pytest.mark.parametrize("text", ['{\n "title": "港の\\ud83d朝"\n}\n', '{\n "\\ude00": ["\\ud83d"]\n}\n'])
def test_half_characters_in_json(text: str) -> None:
    check_text(text, "hugo")


@pytest.mark.parametrize(
    "text",
    ['{"title": "閉じない\n1. 港の朝。\n\n本文。\n', "---\ntitle: 一\ntags: [港, 魚\n---\n", "---\ntags: [\n\n---"],
)
def test_front_matter_that_breaks_off_before_other_line_ends(text: str) -> None:
    check_text(text, "kramdown")


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        ("港の朝。\n\n^\n\n。\n", "kramdown"),
        ("## 港の朝 {#asa .port}\n\n早い。\n", "hugo"),
        ("港の朝は\n\n@[youtube](abc)\n\n早い。\n", "zenn"),
    ],
)
def test_markup_of_a_dialect_at_the_end_of_lines(text: str, dialect: str) -> None:
    check_text(text, dialect)
    blocks = [
        [block.text for block in Document(each, dialect=dialect).blocks] for each in (text, text.replace("\n", "\r\n"))
    ]
    assert blocks[0] == blocks[1]


def test_a_passage_of_short_lines_that_starts_in_mid_sentence() -> None:
    check_text("港の町に出し\n\nし出見る\n" + "し出見る#\n" * 7 + "見る\n", "hugo")


def test_a_long_paragraph_of_nothing_but_line_separators() -> None:
    check_text("\u2028 " * 100, "qiita")


@pytest.mark.parametrize("circles", ["〇〇\n", "○◯", "●●", "△△\n"])
def test_a_long_row_of_circles(circles: str) -> None:
    check_text(circles * 40_000, "kramdown")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_separator_becomes_a_line_end_as_the_file_has_them(line_end: str) -> None:
    fix_text(f"港の朝。{line_end}{line_end}早い\u2028遅い。{line_end}", "kramdown")


def test_more_than_one_byte_order_mark() -> None:
    fix_text("\ufeff" * 30 + "考えてみて\ufeffください。\n\n設定をを変える。\n", "hugo")


@pytest.mark.parametrize(
    "configuration",
    [
        {"rules": [1]},
        {"rules": {}, "filters": ["comments"]},
        {"rules": {_MIXED_STYLE: {"preferInBody": ["である"]}}},
        {"rules": {"sentence-length": {"max": "many"}}},
        {"rules": {"ja-no-weak-phrase": {"allow": ["", "/(/", "かも"]}}},
        {"rules": {"max-ten": {"touten": {}}, "ja-no-mixed-period": {"periodMark": "。。"}}},
        {"rules": {"typo": {"words": ["港"]}, "9-lives": {"words": ["猫"]}}},
        {"rules": {"no\nsuch: {": True, "\x1b[31m": True}},
        {"rules": {"pattern": {"patterns": [{"pattern": "/(?<=港+)町/", "allows": 3}]}}},
        {"rules": {"ja-no-weak-phrase": True}, "filters": {"allowlist": {"allow": ["/(/", ""]}}},
    ],
)
def test_textlint_configurations_that_are_wrong(configuration: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / ".textlintrc").write_text(json.dumps(configuration, ensure_ascii=False), "utf-8")
    (tmp_path / "a.md").write_text("港の朝は早い。\n", "utf-8")
    check_migration(tmp_path, ".textlintrc")


def test_a_glob_that_python_warns_of(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text('exclude: ["[[a]*.mdx"]\n', "utf-8")
    (tmp_path / "b.md").write_text("港の朝は早い。\n", "utf-8")
    ended = jlint("check", "--config", str(tmp_path / "rules.yaml"), str(tmp_path / "b.md"))
    assert (ended.code, ended.err) == (0, "")
