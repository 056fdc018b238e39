"""Kanji that the official list doesn't contain."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule
from jlint.rules.data import FOLDER
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.notation.prose import prose_of

_KANJI = ("一", "龿")


class KanjiOutsideJoyo(Rule):
    """常用漢字表にない漢字が使われている。

    読めない読者がいる。ひらがなで書くか、言い換えるか、読みがなを付ける。人名や地名、専門用語は allow に足す。
    """

    id = "kanji-outside-joyo"
    category = "notation"
    severity = None
    english = """A kanji isn't on the official list of common kanji (2010).

    Not every reader can read it. Write kana, another word, or add the reading. Names and terms go into `allow`.
    """
    examples = (
        Bad("原稿を推⟦敲⟧する。\n"),
        Good("原稿を書き直す。叱られ、頬を赤くした。\n"),
        Good("`敲` という字。\n"),
        Good("原稿を推敲する。\n", options={"allow": ["推敲"]}),
    )
    Options = AllowOptions
    options: AllowOptions

    def check(self, document: Document) -> Iterator[Finding]:
        prose = prose_of(document)
        first, last = _KANJI
        rare = {char for char in document.characters if first <= char <= last} - _joyo()
        for kanji in sorted(rare):
            for start in prose.places(kanji):
                if not prose.is_allowed(self.options.allow, start, start + 1):
                    yield self.finding(
                        prose.span(start, start + 1),
                        ja=f"「{kanji}」は常用漢字ではありません。ひらがなで書くか、言い換えてください",
                        en=f"{kanji} is not one of the common kanji; write kana or another word",
                    )


@cache
def _joyo() -> frozenset[str]:
    lines = (FOLDER / "joyo.txt").read_text("utf-8").splitlines()
    return frozenset("".join(line for line in lines if not line.startswith("#")))
