"""Long passages that occur twice in the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity, doc
from jlint.rules.helpers.repetition.allow import AllowOptions
from jlint.rules.helpers.repetition.passages import LONG_CHARACTERS, LONG_SENTENCES, passages

_PASSAGE = """庭の隅に古い井戸があります。祖父が掘ったものだそうです。夏には近所の子どもたちが水をくみに来ました。

**井戸のふた**

ふたは厚い杉の板でできています。雨の日にはいつも、その上で猫が眠っていました。"""
_FLAT = _PASSAGE.replace("\n\n", " ").replace("**", "")


class RepeatedPassage(Rule):
    """まとまった文章が、記事の中でもう一度くり返されている。

    生成や貼り付けの途中で原稿が最初に戻り、同じ節が二度入ると起きる。読み手は同じことを二度読まされ、どちらが
    正しいのか分からない。改行や箇条書きの記号、太字が違っていても、少し新しい文がまじっていても見つける。
    片方を消し、新しい文があれば残すほうへ移す。原稿が何度も最初に戻っていれば、一度ごとに見つけ、続いたものは
    まとめて示す。短い行の並ぶ歌の文句と、番号だけが違う節や、関数や設定の説明が大半を占めるものは指摘しない。
    """

    id = "repeated-passage"
    category = "repetition"
    severity = Severity.ERROR
    supersedes = ("short-repeated-passage",)
    told_with = ("short-repeated-passage", "repeated-sentence", "sentence-said-before", "near-copy")
    english = """A long passage stands in the post a second time.

    It comes of text that was generated or pasted twice. The reader reads the same thing again and can't tell which one
    counts. Found whatever line breaks, list markers and emphasis have become of it, and with a few new sentences
    inside. Remove one of the two, and move what is new to the one that stays. Each time that the text starts over is
    found, and those that follow each other are told as one. The short lines of a song, and what mostly tells of
    functions, options or numbered sections of one form, are left alone.
    """
    examples = (
        Bad(f"⟨{_PASSAGE}⟩\n\n水はいまも澄んでいます。\n\n⟦{_PASSAGE}⟧\n", options={"sentences": 6}),
        Bad(f"⟨{_PASSAGE}⟩\n\n水はいまも澄んでいます。\n\n⟦{_FLAT}⟧\n", options={"characters": 80}),
        Good(f"{_PASSAGE}\n\n水はいまも澄んでいます。\n"),
        Good(f"{_PASSAGE}\n\n> {_FLAT}\n\n作文の一節を引いた。\n", options={"sentences": 3}),
        Good(f"{_PASSAGE}\n\n水はいまも澄んでいます。\n\n{_PASSAGE}\n", options={"sentences": 3, "allow": ["/./"]}),
    )

    class Options(AllowOptions):
        sentences: Annotated[
            int, doc("これだけの数の文がくり返されたら指摘する。", "Speak from this many sentences on", ge=2)
        ] = LONG_SENTENCES
        characters: Annotated[
            int,
            doc("文が少なくても、くり返しがこれだけの文字数なら指摘する。", "Or from this many characters on", ge=1),
        ] = LONG_CHARACTERS

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        for passage in passages(document, self.options.allow):
            if passage.is_reference:
                continue
            if passage.sentences >= self.options.sentences or passage.characters >= self.options.characters:
                ja, en = passage.message
                yield self.finding(passage.span, ja=ja, en=en, related=passage.related, problem=passage.problem)
