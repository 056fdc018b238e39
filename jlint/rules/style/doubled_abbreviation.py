"""Abbreviations followed by the word that they end in."""

from __future__ import annotations

from jlint.finding import Text
from jlint.rules.contract.base import Bad, Good
from jlint.rules.helpers.pack import PackRule


class DoubledAbbreviation(PackRule):
    """略語に、その略語の最後の語と同じ意味の語が続いている（「TCPプロトコル」など）。

    略語がもう言っていることなので、後ろの語を消すか、略語を元の語句にする。慣用として定着したものは allow に書く。
    """

    id = "doubled-abbreviation"
    category = "style"
    severity = None
    english = """An abbreviation is followed by the word that its last letter stands for, as in 「TCPプロトコル」.

    The abbreviation says it already: remove the word, or write the abbreviation out. List what is usual under `allow`.
    """
    pack = "doubled-abbreviation"
    message = Text(
        "「{found}」は後ろの語が重なっています。「{better}」で足ります",
        "{found} says its last word twice. {better} is enough",
    )
    examples = (
        Bad("通信には⟦TCPプロトコル⟧を使う。\n", fixed="通信にはTCPを使う。\n"),
        Bad("Enter the ⟦PIN number⟧.\n", fixed="Enter the PIN.\n"),
        Good("通信には TCP を使う。\n"),
        Good("TCP のプロトコル番号を調べる。\n"),
    )
