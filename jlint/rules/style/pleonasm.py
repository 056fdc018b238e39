"""Two words say the same thing."""

from __future__ import annotations

from jlint.finding import Text
from jlint.rules.contract.base import Bad, Good
from jlint.rules.helpers.own_words import OwnWordsRule


class Pleonasm(OwnWordsRule):
    """同じ意味の言葉が重なっている（一番最初、後で後悔、約30分ほど）。

    片方で足りる。引用と「」の中は見ない。
    """

    id = "pleonasm"
    category = "style"
    severity = None
    english = """Two words say the same thing.

    One of them is enough. Quotations are left alone.
    """
    pack = "pleonasm"
    message = Text(
        "「{found}」は同じ意味の言葉が重なっています。片方を消してください",
        "{found} says the same thing twice. Drop one of the two",
    )
    examples = (
        Bad("⟦一番最初⟧に橋を渡った。\n"),
        Bad("⟦約30分ほど⟧待つ。\n"),
        Good("最初に橋を渡った。\n"),
        Good("30分ほど待つ。\n"),
        Good("「頭痛が痛い」は重言だ。\n"),
    )
