"""The file of the house's usage: what is written is read again, files of two branches merge, wrong lines are told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jlint.usage_file import Entry, State, merged, read, turns_of, written

ENTRIES = [
    Entry("責任ある", State.LEARNT, 12),
    Entry("\nいいっす", State.CONFIRMED, 3),
    Entry("ていく\n", State.REFUSED, 4),
]


def test_the_form() -> None:
    text = "jlint usage 1\n^いいっす\tconfirmed\t3\nていく$\trefused\t4\n責任ある\tlearnt\t12\n"
    assert written(ENTRIES) == written(reversed(ENTRIES)) == text
    assert sorted(read(text)[0]) == sorted(ENTRIES)


@given(
    st.lists(
        st.builds(
            Entry,
            st.from_regex("\\A\n?[ぁ-ん一-龠ー]{2,20}\n?\\Z"),
            st.sampled_from(State),
            st.integers(0, 999_999_999),
        )
    )
)
def test_what_is_written_is_read_again(entries: list[Entry]) -> None:
    found, wrong = read(written(entries))
    assert wrong == []
    assert sorted(found) == sorted(merged(entries))


@pytest.mark.parametrize("text", ["", "\n", "\ufeff"])
def test_an_empty_file_has_no_turns(text: str) -> None:
    assert read(text) == ([], [])


def test_line_ends_and_a_byte_order_mark() -> None:
    entries, wrong = read("\ufeffjlint usage 1\r\n\r\n責任ある\tlearnt\t3\r\n")
    assert (entries, wrong) == ([Entry("責任ある", State.LEARNT, 3)], [])


def test_of_two_lines_for_a_turn_the_decision_counts() -> None:
    lines = ["責任ある\tlearnt\t9", "責任ある\trefused\t3", "責任ある\tconfirmed\t5"]
    (entry,), _ = read("jlint usage 1\n" + "\n".join(lines))
    assert entry == Entry("責任ある", State.REFUSED, 9)
    assert list(turns_of([entry])) == []
    assert list(turns_of(ENTRIES)) == ["責任ある", "\nいいっす"]


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("責任ある\n", 1, "first line"),
        ("jlint usage 2\n責任ある\tlearnt\t3\n", 1, "version 1 only"),
        ("jlint usage 1\n責任ある\n", 2, "with tabs"),
        ("jlint usage 1\n<<<<<<< ours\n", 2, "with tabs"),
        ("jlint usage 1\n\n責任ある\tright\t3\n", 3, "learnt, confirmed or refused"),
        ("jlint usage 1\n責任ある\tlearnt\tthree\n", 2, "number of posts"),
        ("jlint usage 1\n責任ある\tlearnt\t-1\n", 2, "number of posts"),
        ("jlint usage 1\n責任 ある\tlearnt\t3\n", 2, "no space"),
        ("jlint usage 1\n責\tlearnt\t3\n", 2, "2 to 60"),
        ("jlint usage 1\n\tlearnt\t3\n", 2, "2 to 60"),
        (f"jlint usage 1\n{'責' * 61}\tlearnt\t3\n", 2, "2 to 60"),
    ],
)
def test_wrong_lines(text: str, line: int, part: str) -> None:
    _, (wrong,) = read(text)
    assert wrong.line == line
    assert part in wrong.why.en
    assert wrong.why.ja


def test_every_wrong_line_is_told() -> None:
    entries, wrong = read("jlint usage 1\na\nb\n責任ある\tlearnt\t3\n")
    assert [each.line for each in wrong] == [2, 3]
    assert len(entries) == 1
