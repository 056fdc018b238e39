"""Front matter: its place, its values and its problems."""

from __future__ import annotations

import time

import pytest

from jlint.document import Document
from jlint.document.front_matter import FrontMatter


def matter(text: str) -> FrontMatter:
    found = Document(text).front_matter
    assert found is not None
    return found


def test_fields_have_values_and_places() -> None:
    text = '---\ntitle: "題名"\ntags: [甲, 乙]\ndate: 2026-05-01 10:00:00 +0900\ndraft: no\n---\n本文\n'
    document = Document(text)
    fields = matter(text).fields
    assert {key: field.value for key, field in fields.items()} == {
        "title": "題名",
        "tags": ["甲", "乙"],
        "date": "2026-05-01 10:00:00 +0900",
        "draft": False,
    }
    assert fields["title"].value_span.of(text) == '"題名"'
    assert fields["tags"].value_span.of(text) == "[甲, 乙]"
    assert document.body.of(text) == "本文\n"
    assert document.title == "題名"


def test_the_last_of_two_keys_counts_and_both_are_kept() -> None:
    found = matter("---\na: 1\na: 2\n---\n")
    assert found.fields["a"].value == 2
    assert [field.value for field in found.all_fields] == [1, 2]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_any_line_end(newline: str) -> None:
    text = "---\ntitle: あ\n---\n本文\n".replace("\n", newline)
    assert matter(text).fields["title"].value == "あ"
    assert Document(text).body.of(text) == f"本文{newline}"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("---\ntitle: あ\n\n本文\n", "unclosed"),
        ("---\ntitle: あ\n\n本文\n\n---\n\n続き\n", "unclosed"),
        ("--- title: あ date: い ---\n本文\n", "one-line"),
        ("---\na: b: c\n---\n", "syntax"),
        ("---\n- a\n---\n", "not-a-mapping"),
    ],
)
def test_problems_are_distinguished(text: str, kind: str) -> None:
    problem = matter(text).problem
    assert problem is not None
    assert problem.kind == kind


@pytest.mark.parametrize("text", ["本文\n\n---\n\n続き\n", "---\n\n本文\n", "----\na: b\n----\n", "- 項目\n", ""])
def test_no_front_matter(text: str) -> None:
    assert Document(text).front_matter is None


@pytest.mark.parametrize("mark", ["---", "+++"])
def test_blank_lines_may_come_before_it_in_hugo(mark: str) -> None:
    equals = ":" if mark == "---" else " ="
    text = f"\n  \r\n{mark}\ntitle{equals} '港'\n{mark}\n本文\n"
    document = Document(text, dialect="hugo")
    assert document.title == "港"
    assert document.body.of(text) == "本文\n"
    assert document.front_matter is not None
    assert document.front_matter.opening.of(text) == mark
    assert document.front_matter.fields["title"].key_span.of(text) == "title"
    assert Document(text).front_matter is None
    assert Document("\n\n港だ。\n", dialect="hugo").front_matter is None


def test_unclosed_front_matter_reaches_as_far_as_its_keys() -> None:
    text = "---\ntitle: あ\ntags:\n  - 甲\n\n本文です。\n"
    assert Document(text).body.of(text) == "本文です。\n"


def test_empty_front_matter_has_no_fields() -> None:
    found = matter("---\n---\n本文\n")
    assert found.fields == {}
    assert found.problem is None


def test_aliases_that_expand_without_end_cost_nothing() -> None:
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    text = "---\na0: &a0 [x]\n" + "\n".join(levels) + "\nb: &b [*b]\n---\n"
    started = time.process_time()
    found = matter(text)
    assert len(found.fields) == 31
    assert found.problem is None
    assert time.process_time() - started < 5


def test_tags_construct_nothing() -> None:
    found = matter("---\na: !!python/object/apply:os.system [echo]\nb: !!python/name:os.system x\n---\n")
    assert found.fields["a"].value == ["echo"]
    assert found.fields["b"].value == "x"


def test_deep_nesting_is_a_problem_with_a_place() -> None:
    problem = matter("---\na: " + "[" * 50_000 + "\n---\n").problem
    assert problem is not None
    assert problem.kind == "syntax"
