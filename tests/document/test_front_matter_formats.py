"""Front matter in TOML and JSON, and front matter that is hostile or broken."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jlint.document import Document
from jlint.document.front_matter import LONGEST, FrontMatter


def matter(text: str) -> FrontMatter:
    found = Document(text).front_matter
    assert found is not None
    return found


def written(text: str) -> dict[str, tuple[str, str]]:
    """Each key with the source text at its place and at its value's place."""
    return {field.key: (field.key_span.of(text), field.value_span.of(text)) for field in matter(text).all_fields}


TOML = """+++
title = "本棚の話" # 仮題
date = 2026-05-01T10:00:00+09:00
tags = ["本", # 一つ目
  '棚']
"組 番号" = 3
url.base = "https://example.com"
url.path = '/a'
text = '''
「+」を三つ
'''
[params]
color = "青"
[[links]]
to = 'a'
[[links]]
to = 'b'
+++
本文です。
"""


def test_toml_has_values_and_places() -> None:
    values: dict[str, Any] = {key: field.value for key, field in matter(TOML).fields.items()}
    assert values == {
        "title": "本棚の話",
        "date": "2026-05-01T10:00:00+09:00",
        "tags": ["本", "棚"],
        "組 番号": 3,
        "url": {"base": "https://example.com", "path": "/a"},
        "text": "「+」を三つ\n",
        "params": {"color": "青"},
        "links": [{"to": "a"}, {"to": "b"}],
    }
    places = written(TOML)
    assert places["title"] == ("title", '"本棚の話"')
    assert places["tags"] == ("tags", "[\"本\", # 一つ目\n  '棚']")
    assert places["組 番号"] == ('"組 番号"', "3")
    assert places["params"] == ("params", '[params]\ncolor = "青"')
    assert Document(TOML).body.of(TOML) == "本文です。\n"
    assert Document(TOML).title == "本棚の話"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_any_line_end_in_toml(newline: str) -> None:
    text = TOML.replace("\n", newline)
    assert matter(text).problem is None
    assert written(text)["url"][0] == "url"
    assert Document(text).body.of(text) == f"本文です。{newline}"


def test_json_has_values_and_places() -> None:
    text = (
        '{\n  "title": "本棚の話",\n  "tags": ["本", "棚"],\n  "params": {"n": 1},\n  "image": null\n}\n\n本文です。\n'
    )
    assert {key: field.value for key, field in matter(text).fields.items()} == {
        "title": "本棚の話",
        "tags": ["本", "棚"],
        "params": {"n": 1},
        "image": None,
    }
    assert written(text)["tags"] == ('"tags"', '["本", "棚"]')
    assert Document(text).body.of(text) == "\n本文です。\n"


def test_a_key_that_comes_twice_in_json_is_kept_twice() -> None:
    text = '{"a": 1, "a": 2}\n'
    assert [field.value for field in matter(text).all_fields] == [1, 2]


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1} は JSON の例です。\n',
        "{% include head.html %}\n",
        "{{ page.title }}\n",
        "{: .lead}\n",
        "{\n",
        "+++\n\n本文です。\n",
        "++++\na = 1\n++++\n",
        "+++ 三つの足し算\n",
    ],
)
def test_no_front_matter(text: str) -> None:
    assert Document(text).front_matter is None


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("+++\ntitle = 題名\n+++\n", 2, 9, "引用符で囲んで"),
        ('+++\na = 1\ntitle = "題名\n+++\n', 3, 11, "引用符が閉じて"),
        ("+++\na = 1\nb = 2\na = 3\n+++\n", 4, 1, "二度書かれて"),
        ("+++\ntitle: 題名\n+++\n", 2, 6, "「項目 = 値」"),
        ("+++\na = [1, 2\n+++\n", 2, 9, "括弧が閉じて"),
        ("+++\na = '''\nb\n+++\n", 3, 1, "引用符や括弧が閉じて"),
        ("+++\na = 1 2\n+++\n", 2, 7, "余分な文字"),
        ("+++\na" + ".a" * 40_000 + " = 1\n+++\n", 2, 1, "入れ子が深すぎ"),
        ("+++\na = " + "[" * 50_000 + "\n+++\n", 2, 1, "入れ子が深すぎ"),
        ("+++\na = " + "9" * 5_000 + "\n+++\n", 2, 1, "桁が多すぎ"),
        ('{\n  "a": 1,\n}\n', 3, 1, "コンマは置けません"),
        ('{\n  "a": 1\n  "b": 2\n}\n', 3, 3, "コンマがない"),
        ('{\n  "a": はい\n}\n', 2, 8, "値として読めません"),
        ('{\n  "a": "はい\n}\n', 2, 10, "引用符の中で行が"),
        ('{\n  "a": "\\d"\n}\n', 2, 9, "\\ の使い方"),
        ('{"a" : 1, "b" 2}\n', 1, 15, "コロンがありません"),
        ('{"a": ' + "[" * 50_000 + "\n", 1, 1, "入れ子が深すぎ"),
        ('{"a": ' + "9" * 5_000 + "}\n", 1, 1, "桁が多すぎ"),
        ("---\na:\n\t- 1\n---\n", 3, 1, "タブ"),
        ("---\na: !<b 1\n---\n", 2, 7, "! で始まる値"),
    ],
)
def test_what_cannot_be_read_has_a_place(text: str, line: int, column: int, words: str) -> None:
    started = time.process_time()
    document = Document(text)
    problem = matter(text).problem
    assert problem is not None
    assert problem.kind == "syntax"
    assert problem.detail is not None
    assert words in problem.detail.ja
    assert document.lines.position(problem.span.start) == (line, column)
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    "text",
    [
        "---\n" + "key: 値\n" * 150_000 + "---\n本文\n",
        "+++\n" + "key = 1\n" * 130_000 + "+++\n本文\n",
        '{"key": "' + "値" * LONGEST + '"}\n本文\n',
    ],
    ids=["yaml", "toml", "json"],
)
def test_too_long_to_be_read(text: str) -> None:
    started = time.process_time()
    problem = matter(text).problem
    assert problem is not None
    assert problem.kind == "too-long"
    assert Document(text).body.of(text) == "本文\n"
    assert time.process_time() - started < 2


def test_json_that_is_never_closed_ends_at_a_blank_line() -> None:
    text = '{\n  "title": "題名",\n  "draft": true\n\n本文です。\n'
    assert Document(text).body.of(text) == "\n本文です。\n"


def test_unclosed_toml_reaches_as_far_as_its_keys() -> None:
    text = "+++\ntitle = '題名'\ntags = [\n  '本',\n]\n\n本文です。\n"
    problem = matter(text).problem
    assert problem is not None
    assert problem.kind == "unclosed"
    assert Document(text).body.of(text) == "本文です。\n"


@pytest.mark.parametrize(
    ("yaml", "places"),
    [
        ("a: !!python/object/apply:os.system [echo]", ["!!python/object/apply:os.system"]),
        ("a:\n  b: [!ruby/object:Post {}, !x y]", ["!ruby/object:Post", "!x"]),
        ("a: !!str 5\nb: !!binary aGk=\nc: !!set {d}", []),
        ("? [k]\n: v", ["[k]"]),
        ("2026: a\ntrue: b\n~: c\n2026-05-01: d", ["2026", "true", "~", "2026-05-01"]),
        ("'2026': a\n\"true\": b", []),
        ("a: &a [*a]", ["a"]),
        ("a: &a {b: {c: *a}}\nd: *a", ["a", "d"]),
        ("a: &a [x]\nb: [*a, *a]\nc: {<<: {d: 1}}", []),
    ],
)
def test_flaws_in_yaml_have_places(yaml: str, places: list[str]) -> None:
    text = f"---\n{yaml}\n---\n"
    found = matter(text)
    assert found.problem is None
    assert [flaw.span.of(text) for flaw in found.flaws] == places


def test_aliases_that_expand_without_end_leave_no_value_behind() -> None:
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    found = matter("---\na0: &a0 [x]\n" + "\n".join(levels) + "\njlint: {disable: *a29}\n---\n")
    assert found.fields["a3"].value is not None
    assert found.fields["a29"].value is None
    assert found.fields["jlint"].value is None
    assert len(found.flaws) == 26


@given(st.sampled_from(["---\n{}\n---\n", "+++\n{}\n+++\n", '{{"a": {}}}\n', "{{{}\n"]), st.text())
def test_nothing_raises(frame: str, inside: str) -> None:
    text = frame.format(inside)
    found = Document(text).front_matter
    for field in found.all_fields if found else ():
        assert 0 <= field.key_span.start <= field.key_span.end <= len(text)
        assert 0 <= field.value_span.start <= field.value_span.end <= len(text)


_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=20)


@given(st.dictionaries(_WORDS, _WORDS | st.integers() | st.booleans() | st.lists(_WORDS), min_size=1))
def test_json_is_read_back(values: dict[str, Any]) -> None:
    import json

    text = json.dumps(values, ensure_ascii=False, indent=1) + "\n"
    fields = matter(text).fields
    assert {key: field.value for key, field in fields.items()} == values
    assert all(json.loads(field.value_span.of(text)) == field.value for field in fields.values())


@given(st.dictionaries(_WORDS, _WORDS | st.integers(-(10**9), 10**9) | st.booleans() | st.lists(_WORDS), min_size=1))
def test_toml_is_read_back(values: dict[str, Any]) -> None:
    import json

    def quoted(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False)

    text = "+++\n" + "".join(f"{quoted(key)} = {quoted(value)} # x\n" for key, value in values.items()) + "+++\n"
    found = matter(text)
    assert found.problem is None
    assert {key: field.value for key, field in found.fields.items()} == values
    assert {key: place[1] for key, place in written(text).items()} == {k: quoted(v) for k, v in values.items()}


def test_half_a_character_in_json_is_reported_and_read_as_a_replacement() -> None:
    text = '{\n "title": "港の\\ud83d朝",\n "mark": "\\ud83d\\ude00"\n}\n'
    found = matter(text)
    assert [found.text_of("title"), found.text_of("mark")] == ["港の\ufffd朝", "😀"]
    assert [flaw.span.of(text) for flaw in found.flaws] == ['"港の\\ud83d朝"']
