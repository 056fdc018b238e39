"""A double negative says what the affirmative would say."""

from __future__ import annotations

from jlint.document import Block
from jlint.finding import Text
from jlint.rules.contract.base import Bad, Good
from jlint.rules.helpers.own_words import AllWordsRule
from jlint.rules.helpers.pack import Hit

_BEHIND_NEVER, _NEVER = "behind-never", "決して"
_NEGATIONS = frozenset({"ない", "無い", "ます"})


class DoubleNegative(AllWordsRule):
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
        Bad("行か⟦ないものでもない⟧。\n"),
        Bad("決して避けられ⟦ないものではない⟧。\n"),
        Bad("不安も⟦なくはなかっ⟧た。\n"),
        Bad("「渡れ⟦ないわけではない⟧」と言う。\n", options={"quotations": True}),
        Good("この橋は渡らなければならない。\n"),
        Good("引き返さざるを得ない。\n"),
        Good("舟は少なくはない。橋が危ないわけではない。\n"),
        Good("避けられないものではない。\n"),
        Good("彼は「渡れないわけではない」と言う。\n"),
        Good("> 渡れないわけではない。\n"),
    )

    def is_wrong(self, hit: Hit, block: Block) -> bool:
        if not super().is_wrong(hit, block):
            return False
        place = hit.match.start()
        sentence = next(sentence for sentence in block.sentences if sentence.start <= place < sentence.end)
        if hit.entry.group == _BEHIND_NEVER and _NEVER not in block.text[sentence.start : place]:
            return False
        token = next(token for token in sentence.tokens if token.end > place - sentence.start)
        # the end of 少ない or 危ない negates nothing
        return token.start + sentence.start >= place or token.lemma in _NEGATIONS
