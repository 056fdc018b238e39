"""Places in the turns that the house writes by right."""

from __future__ import annotations

import pytest

from jlint.document.house_usage import HouseUsage, with_edges


def covers(turn: str, text: str, start: int, end: int) -> bool:
    return HouseUsage([turn]).covers(text, start, end, rule="surplus-character", right="")


@pytest.mark.parametrize(
    ("turn", "text", "place", "expected"),
    [
        ("願ってやみま", "心から願ってやみません。", (5, 7), True),
        ("願ってやみま", "心から願ってやまない。", (5, 6), False),
        ("願ってやみま", "心から願ってやみません。", (8, 10), False),
        # an empty span must be inside
        ("責任ある", "責任ある人が来る。", (2, 2), True),
        ("責任ある", "責任ある人が来る。", (0, 0), False),
        ("責任ある", "責任ある人が来る。", (4, 4), False),
        # katakana is a word as a whole
        ("パスコード", "新しいパスコードを使う。", (5, 6), True),
        ("パスコード", "新しいパスコードロックを使う。", (5, 6), False),
        ("パスコード", "新しいサブパスコードを使う。", (7, 8), False),
        ("パスコード", "パスコード", (2, 3), True),
        # edges are the ends of a text, spaces and code
        ("\nいいっす", "いいっすね。", (2, 3), True),
        ("\nいいっす", "彼はいいっすね。", (4, 5), False),
        ("\nいいっす", "ruff いいっすね。", (7, 8), True),
        ("\nいいっす", "\ufffcいいっすね。", (3, 4), True),
        ("っすね\n", "いいっすね", (3, 4), True),
    ],
)
def test_places(turn: str, text: str, place: tuple[int, int], expected: bool) -> None:
    assert covers(turn, text, *place) is expected


def test_nothing_by_default() -> None:
    assert not HouseUsage().covers("願ってやみません", 3, 4, rule="surplus-character", right="")


def test_equality_and_digest_go_by_the_turns() -> None:
    one, other = HouseUsage(["責任ある", "あり方を"]), HouseUsage(["あり方を", "責任ある"])
    assert one == other
    assert hash(one) == hash(other)
    assert one.digest == other.digest != HouseUsage(["あり方を"]).digest


def test_edges_move_offsets_by_one() -> None:
    text = "水を\u3000飲む^"
    assert with_edges(text) == "\n水を\n飲む\n\n"
    assert len(with_edges(text)) == len(text) + 2
