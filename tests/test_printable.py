"""How text that others wrote is shown on a terminal or in a CI log."""

from __future__ import annotations

import json
import unicodedata

import pytest

from jlint.printable import printable, printable_line, shown
from jlint.report.json_text import as_json

_VISIBLE_FORMATS = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
"""Format characters with a glyph: Unicode's Prepended_Concatenation_Mark."""


def _is_hidden(code: int) -> bool:
    is_noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    is_hidden = unicodedata.category(chr(code)) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp") and code not in _VISIBLE_FORMATS
    return is_noncharacter or is_hidden


def test_every_hidden_character_is_escaped_and_no_other() -> None:
    escaped = {code for code in range(0x110000) if printable(chr(code)) != chr(code)}
    hidden = {code for code in range(0x110000) if _is_hidden(code)}
    bidi = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
    assert bidi | {0x7F, 0x85, 0x2028, 0x2029, 0xFEFF, 0xDC80} <= escaped
    assert hidden <= escaped
    assert {unicodedata.category(chr(code)) for code in escaped - hidden} <= {"Cn"}


@pytest.mark.parametrize(
    "text",
    [
        "記事「表」ー〜　あ",
        "葛\U000e0100、が\u3099",
        "👨‍👩‍👧 ❤️‍🔥 👩🏽‍💻 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 🇯🇵",
        "a\xa0b\u2003c",
        r"C:\x1b\n",
        "## [見出し](x) と ##[見出し](x)",
        ":::message",
        "std::vector #1",
    ],
)
def test_what_people_write_stays(text: str) -> None:
    assert printable_line(text) == printable(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\n\tb", r"a\r\n\tb"),
        ("\x1b[2J\x85\x7f", r"\x1b[2J\x85\x7f"),
        ("\u202e\u2066\u2028\ufeff", r"\u202e\u2066\u2028\ufeff"),
        ("\udcff.md", r"\udcff.md"),
        ("\ue200cite\U0010fffd", r"\ue200cite\U0010fffd"),
        ("漢\u200d字\U000e0041", r"漢\u200d字\U000e0041"),
        ("##[error]x ##vso[task.x]", r"\x23#[error]x \x23#vso[task.x]"),
    ],
)
def test_what_is_acted_upon_is_shown(text: str, expected: str) -> None:
    assert printable(text) == printable_line(text) == expected
    assert printable(expected) == expected


@pytest.mark.parametrize("blanks", ["", "  ", "\u3000", "\xa0"])
def test_a_line_is_no_command(blanks: str) -> None:
    assert printable_line(f"{blanks}::error::x") == rf"{blanks}\x3a:error::x"
    assert printable(f"{blanks}::error::x") == f"{blanks}::error::x"


def test_each_character_has_its_piece() -> None:
    assert shown("::\x1bあ") == [r"\x3a", ":", r"\x1b", "あ"]


def test_json_keeps_the_data_and_shows_nothing_raw() -> None:
    data = "a\x1b\x7f\x85\u202e\u2028\U000e0041 ##[x] \\##vso[x] \ufeff、👨‍👩‍👧"
    text = as_json(data)
    assert json.loads(text) == data
    assert printable_line(text.replace("\\u200d", "")) == text.replace("\\u200d", "")
    assert json.loads(as_json("\udcff.md")) == r"\udcff.md"
