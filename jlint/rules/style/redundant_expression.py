"""Words are used that could be left out without a change of meaning."""

from __future__ import annotations

from jlint.finding import Text
from jlint.rules.contract.base import Bad, Good
from jlint.rules.helpers.own_words import OwnWordsRule


class RedundantExpression(OwnWordsRule):
    """省いても意味の変わらない言い方（〜することができる、〜であると言える）が使われている。

    文が長くなり、要点がぼやける。短く言う。引用と「」の中、リンクの文字は見ない。
    """

    id = "redundant-expression"
    category = "style"
    severity = None
    english = """Words are used that could be left out without a change of meaning.

    They make the sentence long and its point dim. Say it shorter. Quotations and link texts are left alone.
    """
    pack = "redundant-expression"
    message = Text("「{found}」は回りくどい言い方です。短くしてください", "{found} is wordy. Say it shorter")
    examples = (
        Bad("橋を点検⟦することが⟧できる。\n", fixed="橋を点検できる。\n"),
        Bad("この橋は必要⟦であると考えている⟧。\n"),
        Good("橋を渡ることができる。\n"),
        Good("「点検することができる」という言い方を避ける。\n"),
        Good("[点検することができる橋](https://example.com/)を見る。\n"),
        Good("> 点検することができる。\n"),
    )
