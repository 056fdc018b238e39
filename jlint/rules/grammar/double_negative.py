"""A double negative says what the affirmative would say."""

from __future__ import annotations

from jlint.finding import Text
from jlint.rules.contract.base import Bad, Good
from jlint.rules.helpers.own_words import OwnWordsRule


class DoubleNegative(OwnWordsRule):
    """否定を二つ重ねた言い方（〜ないわけではない、〜なくもない）が使われている。

    肯定なのか否定なのか、読み手は考え直すことになる。肯定で言い切る。「〜なければならない」「〜ざるを得ない」のような
    定型は指摘しない。引用と「」の中は見ない。
    """

    id = "double-negative"
    category = "grammar"
    severity = None
    english = """A double negative says what the affirmative would say.

    Readers have to work out which of the two it is. Say it in the affirmative. Set forms such as 「〜なければならない」
    are left alone, and so are quotations.
    """
    pack = "double-negative"
    message = Text(
        "「{found}」は二重否定です。肯定で言い切ってください", "{found} is a double negative. Say it in the affirmative"
    )
    examples = (
        Bad("この橋は渡れ⟦ないわけではない⟧。\n"),
        Bad("長いと言え⟦なくもない⟧。\n"),
        Good("この橋は渡らなければならない。\n"),
        Good("引き返さざるを得ない。\n"),
        Good("彼は「渡れないわけではない」と言う。\n"),
        Good("> 渡れないわけではない。\n"),
    )
