"""A word is used that may be taken as offensive."""

from __future__ import annotations

from jlint.finding import Text
from jlint.rules.contract.base import Bad, Good
from jlint.rules.helpers.own_words import OwnWordsRule


class InappropriateWord(OwnWordsRule):
    """差別的と受け取られることのある言葉が使われている。

    新聞や放送の用語集が言い換えを示している語を指摘する。言い換えるか、削る。作品名や歴史上の言葉として書くときは
    allow に書く。
    """

    id = "inappropriate-word"
    category = "style"
    severity = None
    english = """A word is used that may be taken as offensive.

    Glossaries of newspapers and broadcasters give other words for it. Use one of them, or none. What is said as a title
    or as history goes to `allow`.
    """
    pack = "inappropriate-word"
    message = Text(
        "「{found}」は差別的と受け取られることがあります。言い換えてください",
        "{found} may be taken as offensive. Say it in another way",
    )
    reads_quotations = True
    examples = (
        Bad("村の⟦看護婦⟧に聞く。\n"),
        Bad("「⟦つんぼ⟧」という語がある。\n"),
        Good("村の看護師に聞く。\n"),
        Good("本を読むかたわら、網を編む。\n"),
        Good("ページをめくらない。\n"),
        Good("看護婦と書く。\n", options={"allow": ["看護婦"]}),
    )
