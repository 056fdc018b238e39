"""Sentences with slips made at random, for tests that need many."""

from __future__ import annotations

import random

_SUBJECTS = ["編集者", "プログラム", "新しい版", "この設定", "Ruby", "サーバー", "町の図書館", "3回目の試験", "私たち"]
_OBJECTS = ["原稿の見出し", "配列の要素", "エラーの内容", "一覧", "古い記録", "データベース", "README", "参加者の名前"]
_ACTIONS = [
    "確認しています",
    "書き直すことになりました",
    "読み込めませんでした",
    "お願いします",
    "増やしたいと思います",
]
_REASONS = ["間違いを減らすために、", "時間がかかるので、", "（念のため）", "「最後まで」と言われて、", "", ""]
_LETTERS = "をにがのはでともかてたしるいうすりれっんあきくなこよ"


def sentence(draw: random.Random) -> str:
    """A sentence with up to two slips of a letter."""
    text = f"{draw.choice(_REASONS)}{draw.choice(_SUBJECTS)}は{draw.choice(_OBJECTS)}を{draw.choice(_ACTIONS)}。"
    for _ in range(draw.randrange(3)):
        text = _with_a_slip(text, draw)
    return text


def _with_a_slip(text: str, draw: random.Random) -> str:
    at = draw.randrange(len(text))
    letter = draw.choice(_LETTERS)
    slips = {
        "missing": text[:at] + text[at + 1 :],
        "surplus": text[:at] + letter + text[at:],
        "wrong": text[:at] + letter + text[at + 1 :],
        "swapped": text[:at] + text[at : at + 2][::-1] + text[at + 2 :],
        "doubled": text[:at] + text[at : at + 1] + text[at:],
    }
    return slips[draw.choice(sorted(slips))]
