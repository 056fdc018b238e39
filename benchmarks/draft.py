"""A Japanese draft of any length, made of sentences of our own, the same for the same seed."""

from __future__ import annotations

import random

_WHO = ["編集部", "開発チーム", "図書館の職員", "新しい担当者", "町の工場", "研究者たち", "私たち", "利用者の多く"]
_WHEN = ["先週", "去年の秋から", "この半年で", "朝のうちに", "会議のあとで", "雨の続いた六月に", "完成の直前に"]
_WHAT = ["資料の整理", "古い機械の点検", "読者への返事", "辞書の見直し", "記録の書き写し", "棚の並べ替え", "計画の検討"]
_HOW = ["少しずつ", "手分けして", "思い切って", "念のため", "予定どおりに", "静かに", "図を描きながら"]
_END = [
    "進めました。",
    "やり直しました。",
    "終えることができました。",
    "始めたところです。",
    "続けています。",
    "あきらめませんでした。",
]
_WHY = ["費用を抑えるために、", "間違いを減らそうとして、", "読みやすさを考えて、", "", "", "人手が足りないので、"]


def draft(characters: int, seed: int = 1) -> str:
    """A post with front matter, headings, paragraphs and lists, of about `characters` code points."""
    chance = random.Random(seed)
    parts = [f"---\ntitle: 仕事の記録 {seed}\ndate: 2026-05-01\n---\n"]
    length = len(parts[0])
    number = 0
    while length < characters:
        number += 1
        part = _section(chance, number)
        parts.append(part)
        length += len(part)
    return "\n".join(parts)


def _section(chance: random.Random, number: int) -> str:
    title = f"## {number}. {chance.choice(_WHEN)}の{chance.choice(_WHAT)}\n"
    paragraphs = ["".join(_sentence(chance, number) for _ in range(5)) + "\n" for _ in range(3)]
    items = "".join(f"- {_sentence(chance, number)}\n" for _ in range(3))
    return "\n".join([title, *paragraphs, items])


def _sentence(chance: random.Random, number: int) -> str:
    count = chance.randint(2, 9999)
    return (
        f"{chance.choice(_WHY)}{chance.choice(_WHO)}は{chance.choice(_WHEN)}、第{number}号の{count}件の"
        f"{chance.choice(_WHAT)}を{chance.choice(_HOW)}{chance.choice(_END)}"
    )
