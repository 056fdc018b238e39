"""Texts without which a regular expression can't match."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jlint.expressions.literals import needed_literals


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("(?:ない|無い)事[はも]", {"ない事は", "ない事も", "無い事は", "無い事も"}),
        ("港?町", {"町"}),
        ("(?<=橋が)か(?=かる)", {"か"}),
        ("朝市+の", {"朝市"}),
        ("[ぁ-ん]+舟[0-9]", {"舟"}),
        ("(?P<舟>舟)が", {"が"}),
        (r"\d*円\b", {"円"}),
        ("舟|", set()),
        ("[^舟]", set()),
        ("", set()),
    ],
)
def test_needed(pattern: str, needed: set[str]) -> None:
    assert needed_literals(pattern) == needed


def test_too_many_texts_are_not_spelled_out() -> None:
    pattern = "[あいうえおか][あいうえおか][あいうえおか]舟"
    assert all(len(text) > 1 for text in needed_literals(pattern))
    assert len(needed_literals(pattern)) <= 36


_LETTER = st.sampled_from(["a", "b", "c", ".", "[ab]", "[^a]", "(?=b)", "(?<!c)", r"\w", r"\b"])
_QUANTIFIER = st.sampled_from(["", "?", "*", "+", "{2}", "{0,1}", "{1,2}", "??"])


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    groups = st.builds("(?:{}){}".format, st.lists(inner, min_size=1, max_size=3).map("|".join), _QUANTIFIER)
    return st.one_of(groups, st.lists(inner, min_size=2, max_size=3).map("".join))


@given(st.recursive(_LETTER, _larger, max_leaves=10), st.text("abcd", max_size=8))
def test_whatever_matches_contains_one_of_them(pattern: str, text: str) -> None:
    needed = needed_literals(pattern)
    for match in re.finditer(pattern, text):
        assert not needed or any(literal in match[0] for literal in needed)


@pytest.mark.parametrize("pattern", [r"\u3042いう", r"\x41bc", r"\N{HIRAGANA LETTER A}いう", "(?x) あ い", "(?i:ab)c"])
def test_of_what_isnt_read_nothing_is_needed(pattern: str) -> None:
    assert needed_literals(pattern) == frozenset()
