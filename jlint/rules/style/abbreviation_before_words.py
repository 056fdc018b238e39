"""The short form first and the long one in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding, Fix
from jlint.rules.contract.base import Bad, Good, Rule, replace
from jlint.rules.helpers.style.initials import initials


@cache
def _short_then_long() -> re.Pattern[str]:
    return lazy_pattern(
        r"(?<![A-Za-z])(?P<short>[A-Z]{2,8})\s?"
        r"(?P<open>[（(])\s?(?P<long>[A-Z][A-Za-z]+(?:[ -][A-Za-z]+)*)\s?(?P<close>[)）])"
    )


class AbbreviationBeforeWords(Rule):
    """略語が先にあり、元の語句が括弧の中にある。

    初めて出るときは元の語句を先に書き、略語を括弧に入れる。どちらを先にするかは文書の決まりによる。
    """

    id = "abbreviation-before-words"
    category = "style"
    severity = None
    english = """The abbreviation stands first and what it stands for in brackets.

    Where a house style asks for it, write the words first and the abbreviation in brackets.
    """
    examples = (
        Bad(
            "この版は⟦LTS（Long-Term Support）⟧です。\n",
            fixed="この版はLong-Term Support（LTS）です。\n",
        ),
        Good("この版は Long-Term Support（LTS）です。\n"),
        Good("駅は JR（Tokyo）と地下鉄にある。\n"),
        Good("API（Application）と書いた。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for block in document.prose:
            if "(" not in block.text and "（" not in block.text:
                continue
            for match in _short_then_long().finditer(block.text):
                if initials(match["long"]) != match["short"]:
                    continue
                span = block.source_span(*match.span())
                better = f"{match['long']}{match['open']}{match['short']}{match['close']}"
                fix: Fix | None = None
                if span.of(document.text) == match[0]:
                    fix = replace(span, better, ja=f"「{better}」にする", en=f"Write {better}", safe=False)
                yield self.finding(
                    span,
                    ja=f"略語が先にあります。「{better}」と書いてください",
                    en=f"The abbreviation stands first. Write {better}",
                    fix=fix,
                )
