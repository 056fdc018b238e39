"""Words are used that could be left out without a change of meaning."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from jlint.finding import Text
from jlint.rules.contract.base import Bad, Good, doc
from jlint.rules.helpers.own_words import AllWordsRule, QuotationOptions
from jlint.rules.helpers.pack import Entry, read_pack

_ANY = "any-"

Kind = Literal["ability", "possibility", "statement", "opinion", "intention"]


class RedundantExpression(AllWordsRule):
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
        Bad("庭を広く⟦することが⟧できる。\n", options={"any-word": True}),
        Bad("「点検⟦することが⟧できる」と書く。\n", options={"quotations": True}),
        Good("橋を渡ることができる。\n"),
        Good("町を愛することができる。\n"),
        Good("庭を広くすることができる。\n"),
        Good("橋を点検することができる。\n", options={"kinds": ["possibility"]}),
        Good("「点検することができる」という言い方を避ける。\n"),
        Good("[点検することができる橋](https://example.com/)を見る。\n"),
        Good("> 点検することができる。\n"),
    )

    class Options(QuotationOptions):
        kinds: Annotated[
            tuple[Kind, ...],
            doc(
                "見る種類: ability することができる、possibility することが可能だ、statement であると言える、"
                "opinion であると考える、intention していきたいと思います。",
                "The kinds that are looked at: ability 「することができる」, possibility 「することが可能だ」, "
                "statement 「であると言える」, opinion 「であると考える」, intention 「していきたいと思います」.",
            ),
        ] = ("ability", "possibility", "statement", "opinion", "intention")
        any_word: Annotated[
            bool,
            doc(
                "名詞に付かない「する」も見る（そうすることができる）。",
                "Look at 「する」 without a noun before it too: 「そうすることができる」.",
            ),
        ] = False

    options: Options

    def entries(self) -> Sequence[Entry]:
        kinds: set[str] = {*self.options.kinds}
        if self.options.any_word:
            kinds |= {_ANY + kind for kind in self.options.kinds}
        return [entry for entry in read_pack(self.pack) if entry.group in kinds]
