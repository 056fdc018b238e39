"""A phrase avoids saying a thing outright."""

from __future__ import annotations

from jlint.finding import Text
from jlint.rules.contract.base import Bad, Good
from jlint.rules.helpers.own_words import OwnWordsRule


class WeakPhrase(OwnWordsRule):
    """言い切りを避ける言い方（〜と思います、〜かもしれない）が使われている。

    解説や手順では、書き手にも分からないのかと読み手を不安にする。根拠や条件を示して言い切る。引用と「」の中は見ない。
    """

    id = "weak-phrase"
    category = "style"
    severity = None
    english = """A phrase avoids saying a thing outright.

    In explanations and instructions it makes readers doubt. State it, with the reason or the condition. Quotations are
    left alone.
    """
    pack = "weak-phrase"
    message = Text(
        "「{found}」で言い切りが弱くなっています。言い切ってください", "{found} weakens the statement. State it"
    )
    examples = (
        Bad("この橋は古い⟦と思います⟧。\n"),
        Bad("舟が要る⟦かもしれません⟧。\n"),
        Good("この橋は古い。しかも長い。\n"),
        Good("何が流れてきたのかも調べる。\n"),
        Good("彼は「無理だと思います」と言う。\n"),
    )
