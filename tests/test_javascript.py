"""Regular expressions of JavaScript, as Python and the module regex read them."""

from __future__ import annotations

import pytest
import regex

from jlint.javascript import js_replacement, python_regex


@pytest.mark.parametrize(
    ("body", "flags", "text", "found"),
    [
        (r"\u3042[\u3041-\u3093]", "", "ああ", "ああ"),
        (r"\u{20BB7}野", "u", "𠮷野", "𠮷野"),
        (r"(?<y>\d{4})/\k<y>", "", "2024/2024", "2024/2024"),
        (r"\d+", "", "１２3", "3"),
        (r"[\w/]+", "", "港a/b", "a/b"),
        (r"\bgo\b", "i", "今日もGOで", "GO"),
        (r"\p{Script=Han}+", "u", "ab港町", "港町"),
        (r"a\/b", "", "a/b", "a/b"),
        (r"(?<=港)町", "", "港町", "町"),
        (r"[^\]]\s", "", "]a　", "a　"),
        (r"港[^]町[[^]", "u", "港\n町[", "港\n町["),
        (r"[]|町", "u", "港町", "町"),
        (r"[\uD842\u{91CE}]|\uD842\uDFB7野", "u", "𠮷野", "𠮷野"),
    ],
)
def test_matches(body: str, flags: str, text: str, found: str) -> None:
    pattern = python_regex(body, flags)
    assert pattern is not None
    match = regex.search(pattern, text)
    assert match is not None
    assert match[0] == found


@pytest.mark.parametrize("body", ["(", "[", "*a"])
def test_what_is_none(body: str) -> None:
    assert python_regex(body) is None


def test_replacements() -> None:
    assert regex.sub(r"(\d+)/(?P<n>\d+)", js_replacement(r"$2-$1 $<n> $& $$ \d"), "1/2") == r"2-1 2 1/2 $ \d"


@pytest.mark.parametrize("template", ["$2円", "$<n>円", "$10円"])
def test_a_replacement_that_names_no_group_stands_for_itself(template: str) -> None:
    assert regex.sub(r"(\d+)エン", js_replacement(template, r"(\d+)エン"), "100エン") == template
    assert js_replacement("$1", r"\p{Han}(\d)") == r"\g<1>"
