"""Characters beyond U+FFFF, which some old systems can't handle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, doc

_SUPPLEMENTARY = lazy_pattern("[\U00010000-\U0010ffff]")
_IDEOGRAPHS = range(0x20000, 0x3FFFE)


class SupplementaryCharacter(Rule):
    """古い環境で扱えないことのある文字（サロゲートペアで表す漢字など）が使われている。

    この文字を扱えない仕組みに載せる文章なら、別の字に替える。
    """

    id = "supplementary-character"
    category = "notation"
    severity = None
    english = """A character stands here that old systems may not handle (beyond U+FFFF, a surrogate pair in UTF-16).

    Where the text goes into such a system, use another character.
    """
    examples = (
        Bad("⟦\U00020bb7⟧野家で食べる。\n"),
        Bad("完成しました⟦🎉⟧\n", options={"emoji": True}),
        Good("吉野家で食べる。\n"),
        Good("完成しました🎉\n"),
    )

    class Options(RuleOptions):
        emoji: Annotated[
            bool, doc("絵文字など、漢字でない文字も指摘する。", "Emoji and others that are no kanji too.")
        ] = False

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        if not _SUPPLEMENTARY.search(document.text):
            return
        for block in document.prose:
            for match in _SUPPLEMENTARY.finditer(block.text):
                if not self.options.emoji and ord(match[0]) not in _IDEOGRAPHS:
                    continue
                code = f"U+{ord(match[0]):04X}"
                yield self.finding(
                    block.source_span(*match.span()),
                    ja=f"「{match[0]}」（{code}）は、扱えない環境があります。別の字に替えられないか確かめてください",
                    en=f"{match[0]} ({code}) can't be handled everywhere. See whether another character will do",
                )
