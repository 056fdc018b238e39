"""Texts without which a regular expression can't match."""

import re
import sys
from contextlib import suppress
from itertools import product
from typing import Any

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from jlint.expressions.literals import needed_literals
from jlint.prh.terms import FOLDED, folded


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("(?:ない|無い)事[はも]", {"ない事は", "ない事も", "無い事は", "無い事も"}),
        ("港?町", {"町"}),
        ("(?<=橋が)か(?=かる)", {"か"}),
        ("朝市+の", {"朝市"}),
        ("[ぁ-ん]+舟[0-9]", {"舟"}),
        ("(?P<舟>舟)が", {"舟が"}),
        (r"(?a:\b)cargo(?a:\b)", {"cargo"}),
        (r"(?i)\b港の\b", {"港の"}),
        ("(?i:ab)c", {"c"}),
        (r"\u3042いう", {"あいう"}),
        (r"\x41bc", {"Abc"}),
        ("舟{2}で", {"舟舟で"}),
        ("舟+が", {"舟が"}),
        (r"(舟)\12", {"舟"}),
        ("港(?:の|に)?舟(?!屋)", {"港舟", "港の舟", "港に舟"}),
        ("[Ｃc]argo", {"Ｃargo", "cargo"}),
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


_ATOMS = r"""a b c k S Ａ ー 漢 é ab Bc . [ab] [^a] []a] [a-c] [Ａ-Ｃ] [a\]-] \x61 \w \b \B \. ^ $ { - \1 \12
    (?=b) (?<!c) (?<=a) (?!k)"""
_LETTER = st.sampled_from(_ATOMS.split())
_QUANTIFIER = st.sampled_from(["", "?", "*", "+", "{2}", "{0,1}", "{1,2}", "{,2}", "{0}", "??", "+?", "*+"])
_OPENING = st.sampled_from(["(?:", "(", "(?i:", "(?-i:", "(?a:", "(?>", "(?=", "(?!", "(?<=", "(?P<n>"])
_FLAGS = st.sampled_from(["", "(?i)", "(?im)", "(?s)"])


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    choices = st.lists(inner, min_size=1, max_size=3).map("|".join)
    groups = st.builds("{}{}){}".format, _OPENING, choices, _QUANTIFIER)
    return st.one_of(groups, st.lists(inner, min_size=2, max_size=3).map("".join))


_PATTERNS = st.builds("{}{}".format, _FLAGS, st.recursive(_LETTER, _larger, max_leaves=10))
_TEXTS = st.lists(st.text("abckKAſSsＡａ漢ーéÉ.{-]", max_size=8), min_size=5, max_size=5)


@settings(max_examples=400, deadline=None)
@given(_PATTERNS, _TEXTS)
def test_no_match_is_lost_by_looking_for_them_first(pattern: str, texts: list[str]) -> None:
    compilers: tuple[Any, ...] = (re, regex)
    compiled = []
    for compiler in compilers:
        with suppress(re.error, regex.error, FutureWarning):
            compiled.append(compiler.compile(pattern))
    needed, beside = needed_literals(pattern), needed_literals(pattern, FOLDED, beside=True)
    for expression, text in product(compiled, texts):
        for match in expression.finditer(text):
            assert not needed or any(literal in match[0] for literal in needed)
            assert not beside or any(literal in folded(text) for literal in beside)


def test_letters_that_fold_to_one_are_known_where_case_is_ignored() -> None:
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if char.lower() == char.upper() == char or char in "ﬅﬆ":
            continue
        # the other forms of what has forms are never taken for a character without any
        for form in {char.lower(), char.upper(), char.casefold()} - {char}:
            if len(form) == 1 and needed_literals(f"(?i){form}", FOLDED):
                assert folded(char) == folded(form)


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("(?i)Cargo", {"cargo"}),
        ("[Cc][Aa][Rr][Gg][Oo]", {"cargo"}),
        ("(?i:ＣＡＲ)go", {"cargo"}),
        ("(?i)É港", {"港"}),
        ("(?<=船の)舟", {"船の舟"}),
        ("舟(?=[でに])", {"舟で", "舟に"}),
        ("(?i)éa", {"a"}),
    ],
)
def test_folded(pattern: str, needed: set[str]) -> None:
    assert needed_literals(pattern, FOLDED, beside=True) == needed


@pytest.mark.parametrize(
    "pattern",
    [
        r"\N{HIRAGANA LETTER A}いう",
        "(?x) あ い",
        "あ(?#舟)い",
        r"あ\Kい",
        "(?:あ){e<=1}い",
        "[[:alpha:]]い",
        "(?V1)あ",
        "(あ)?(?(1)い|う)",
        "あ)い",
        "あ(",
        "あ[い",
    ],
)
def test_of_what_isnt_read_nothing_is_needed(pattern: str) -> None:
    assert needed_literals(pattern) == frozenset()
