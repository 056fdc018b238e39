"""A site's rules for front matter: every kind of mismatch with its message, presets, and the finding's place."""

from __future__ import annotations

import time
from typing import Any

import msgspec
import pytest

from jlint.document import Document
from jlint.rules.front_matter.front_matter_mismatch import FrontMatterMismatch
from jlint.rules.helpers.front_matter.fields import FieldCheck, FieldOptions, characters
from jlint.rules.helpers.front_matter.presets import PRESETS
from jlint.user_error import RuleError


def reported(text: str, **options: Any) -> list[tuple[str, str]]:
    """The marked text and the Japanese message of each finding."""
    rule = FrontMatterMismatch(msgspec.convert(options, FrontMatterMismatch.Options))
    return [(finding.span.of(text), finding.message.ja) for finding in rule.check(Document(text))]


@pytest.mark.parametrize(
    ("written", "field", "marked", "message"),
    [
        ("a:", {"required": True}, "a", "「a」が空です。値を書いてください"),
        ("a: ' '", {"required": True}, "' '", "「a」が空です。値を書いてください"),
        ("a: 2026", {"type": "text"}, "2026", "「a」の 2026 は文字として読まれません。引用符で囲んでください"),
        ("a: 三", {"type": "number"}, "三", "「a」には数を書きますが、「三」が書かれています。直してください"),
        ("a: 1.5", {"type": "integer"}, "1.5", "「a」には整数を書きますが、「1.5」が書かれています。直してください"),
        (
            "a: はい",
            {"type": "boolean"},
            "はい",
            "「a」には true か false を書きますが、「はい」が書かれています。直してください",
        ),
        ("a: [b]", {"type": "text"}, "[b]", "「a」には文字を書きますが、リストが書かれています。直してください"),
        (
            "a: [b, 2026]",
            {"type": "list"},
            "2026",
            "「a」には文字のリスト（[甲, 乙] など）を書きますが、リストの中に文字でない「2026」が書かれています。"
            "直してください",
        ),
        (
            "a: {b: c}",
            {"type": ["text", "list"]},
            "{b: c}",
            "「a」には文字、または文字のリスト（[甲, 乙] など）を書きますが、「項目: 値」の並びが書かれています。"
            "直してください",
        ),
        ("a: 連截", {"allowed": ["連載", "特集"]}, "連截", "「a」に「連截」は使えません。連載 のことですか？"),
        ("a: 甲", {"allowed": ["連載", "特集"]}, "甲", "「a」に「甲」は使えません。使えるのは 連載, 特集 です"),
        ("a: [特集, 連截]", {"allowed": ["連載", "特集"]}, "連截", "「a」に「連截」は使えません。連載 のことですか？"),
        ("a: Ab", {"pattern": "[a-z]+"}, "Ab", "「a」の「Ab」は決まった形（[a-z]+）に合いません。書き直してください"),
        ("a: あいう", {"max-characters": 2}, "あいう", "「a」は3字で、2字までの決まりを超えています。短くしてください"),
        ("a: あ", {"min-characters": 2}, "あ", "「a」は1字で、2字以上の決まりに足りません。書き足してください"),
        (
            "a: [い, あいう]",
            {"max-characters": 2},
            "あいう",
            "「a」の「あいう」は3字で、2字までの決まりを超えています。短くしてください",
        ),
        ("a: 9", {"maximum": 5}, "9", "「a」は 9 で、5 までの決まりを超えています。直してください"),
        ("a: 1", {"minimum": 1.5}, "1", "「a」は 1 で、1.5 以上の決まりに足りません。直してください"),
        ("a: [b, c]", {"max-items": 1}, "[b, c]", "「a」は2個で、1個までの決まりを超えています。減らしてください"),
        ("a: [b]", {"min-items": 2}, "[b]", "「a」は1個で、2個以上の決まりに足りません。書き足してください"),
        ("a: [本, 本棚, 本]", {"unique": True}, "本", "「a」に「本」が二度あります。一つにしてください"),
    ],
)
def test_breaches(written: str, field: dict[str, Any], marked: str, message: str) -> None:
    assert reported(f"---\n{written}\n---\n", fields={"a": field}) == [(marked, message)]


def test_an_item_that_comes_twice_is_marked_the_second_time() -> None:
    text = "---\na: [本, 本棚, 本]\n---\n"
    rule = FrontMatterMismatch(msgspec.convert({"fields": {"a": {"unique": True}}}, FrontMatterMismatch.Options))
    (finding,) = rule.check(Document(text))
    assert finding.span.start == text.rindex("本")


@pytest.mark.parametrize(
    ("written", "field"),
    [
        ("a: true", {"allowed": ["true"], "type": "boolean"}),
        ("a: 2026-05-01", {"type": "date"}),
        ("a: 5", {"type": "number", "minimum": 5, "maximum": 5}),
        ("a: 一つ", {"type": ["text", "list"]}),
        ("a:\n  - 一つ\n  - 二つ", {"type": ["text", "list"], "min-items": 2}),
        ("a:", {"type": "text", "min-characters": 3}),
        ("a:", {"required": True, "may-be-empty": True, "type": "text"}),
        ("b: 1", {"type": "text"}),
        ("a: が👨‍👩‍👧é", {"max-characters": 3}),
    ],
)
def test_kept(written: str, field: dict[str, Any]) -> None:
    assert reported(f"---\n{written}\n---\n", fields={"a": field}) == []


def test_characters_are_counted_as_readers_do() -> None:
    assert [characters(text) for text in ("abc", "か\u3099", "👨‍👩‍👧‍👦", "葛\U000e0100城", "")] == [3, 1, 1, 2, 0]


def test_all_that_is_missing_is_reported_at_once() -> None:
    fields = {"title": {"required": True}, "date": {"required": True}, "tags": {}}
    assert reported("---\ntags: []\n---\n", fields=fields) == [
        ("---", "front matter に「title」「date」がありません。書き足してください")
    ]
    assert reported('{"tags": []}\n', fields=fields)[0][0] == "{"


def test_unknown_fields() -> None:
    text = "---\ntitel: あ\nほか: い\njlint: {disable: [typo]}\n---\n"
    assert reported(text, fields={"title": {}}, **{"unknown-fields": False}) == [
        ("titel", "「titel」という項目は決まりにありません。title のことですか？"),
        ("ほか", "「ほか」という項目は決まりにありません。消すか、名前を直してください"),
    ]


def test_a_field_of_the_preset_keeps_what_the_site_leaves_open() -> None:
    text = "---\ntitle: 題名\nemoji: 📚\ntype: note\ntopics: [zenn]\npublished: true\n---\n"
    assert len(reported(text, preset="zenn")) == 1
    assert reported(text, preset="zenn", fields={"type": {"allowed": ["note"]}}) == []
    assert reported(text, preset="zenn", fields={"type": {"allowed": ["note"]}, "title": {"min-characters": 3}}) == [
        ("題名", "「title」は2字で、3字以上の決まりに足りません。書き足してください")
    ]
    assert "title" in reported("---\nemoji: 📚\n---\n", preset="zenn", fields={"title": {"max-characters": 9}})[0][1]


GOOD = {
    "jekyll": "---\nlayout: post\ntitle: あ\ncategories: 本 棚\ntags: [本]\ndate: 2026-05-01\n---\n",
    "hugo": "+++\ntitle = 'あ'\ndate = 2026-05-01\ndraft = true\nweight = 3\ntags = ['本']\n+++\n",
    "zenn": "---\ntitle: あ\nemoji: 📚\ntype: tech\ntopics: [a]\npublished: false\npublished_at: 2026-05-01\n---\n",
    "qiita": (
        "---\ntitle: あ\ntags:\n  - 本\nprivate: false\nupdated_at: ''\nid: null\norganization_url_name: null\n"
        "slide: false\nignorePublish: false\n---\n"
    ),
    "none": "---\n何でも: よい\n---\n",
}
BAD = {
    "jekyll": "---\npublished: 'yes please'\n---\n",
    "hugo": "+++\ndraft = 'no'\n+++\n",
    "zenn": "---\ntitle: あ\nemoji: 📚\ntype: tech\ntopics: [a, b, c, d, e, f]\npublished: false\n---\n",
    "qiita": "---\ntitle: あ\ntags: []\nprivate: no\nupdated_at:\nid:\norganization_url_name:\nslide: no\n---\n",
}


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_presets(preset: str) -> None:
    assert reported(GOOD[preset], preset=preset) == []
    if preset in BAD:
        assert len(reported(BAD[preset], preset=preset)) == 1


@pytest.mark.parametrize(
    ("preset", "required"),
    [
        ("none", set()),
        ("jekyll", set()),
        ("hugo", set()),
        ("zenn", {"title", "emoji", "type", "topics", "published"}),
        ("qiita", {"title", "tags", "private", "updated_at", "id", "organization_url_name", "slide"}),
    ],
)
def test_what_presets_require(preset: str, required: set[str]) -> None:
    assert {name for name, field in PRESETS[preset].items() if field.required} == required  # type: ignore[index]


def test_a_pattern_that_is_none_is_refused() -> None:
    with pytest.raises(RuleError, match="no regular expression"):
        FieldCheck("a", FieldOptions(pattern="(a"))


def test_a_pattern_that_runs_away_is_stopped() -> None:
    started = time.process_time()
    with pytest.raises(RuleError, match="was stopped"):
        reported(f"---\na: {'a' * 40}b\n---\n", fields={"a": {"pattern": "(a|aa)+"}})
    assert time.process_time() - started < 5


def test_many_breaches_cost_little() -> None:
    started = time.process_time()
    items = ", ".join(f"w{number}" for number in range(10_000))
    assert len(reported(f"---\na: [{items}]\n---\n", fields={"a": {"allowed": ["本", "棚"]}})) == 100
    keys = "".join(f"key{number}: 1\n" for number in range(8_000))
    assert len(reported(f"---\n{keys}---\n", fields={"a": {}}, **{"unknown-fields": False})) == 100
    assert time.process_time() - started < 5
