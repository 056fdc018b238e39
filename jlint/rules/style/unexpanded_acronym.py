"""Acronyms that the text never explains."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, doc
from jlint.rules.helpers.style.initials import Expansions, words_of

_ACRONYM = lazy_pattern(r"[A-Z](?<![A-Za-z0-9_][A-Z])[A-Z]+(?![A-Za-z0-9_])")


class UnexpandedAcronym(Rule):
    """何の略かを、本文のどこにも書いていない略語がある。

    初めて出る所で、略さない形を示す。誰でも知っている略語は allow に並べる。略語ごとに、最初の一か所を指摘する。
    """

    id = "unexpanded-acronym"
    category = "style"
    severity = None
    english = """The text never says what an acronym stands for.

    Give the words where it first stands. List those that everybody knows under `allow`. Each is reported once.
    """
    examples = (
        Bad("⟦GDP⟧ は国の大きさを示す。GDP は年に一度出る。\n"),
        Good("GDP（Gross Domestic Product）は国の大きさを示す。\n"),
        Good("In the Ministry of Public Works, MPW for short, ten people work.\n"),
        Good("XHR（XMLHttpRequest）で JSON を受け取る。JSON は JavaScript Object Notation の略だ。\n"),
        Good("GDP を使う。\n", options={"allow": ["GDP"]}),
        Good("ID と IT と PPPPPP を使う。\n"),
    )

    class Options(RuleOptions):
        shortest: Annotated[int, doc("これより短い語は見ない。", "Shorter words are not looked at.", ge=2)] = 3
        longest: Annotated[int, doc("これより長い語は見ない。", "Longer words are not looked at.", ge=2)] = 5
        allow: Annotated[tuple[str, ...], doc("説明の要らない略語。", "Acronyms that need no explanation.")] = ()

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        expansions: Expansions | None = None
        seen: set[str] = set(self.options.allow)
        for block in document.prose:
            for match in _ACRONYM.finditer(block.text):
                acronym = match[0]
                if acronym in seen or not self.options.shortest <= len(acronym) <= self.options.longest:
                    continue
                seen.add(acronym)
                if expansions is None:
                    words = [word for other in document.prose for word in words_of(other.text)]
                    expansions = Expansions(words, self.options.longest)
                if not expansions.stand_for(acronym):
                    yield self.finding(
                        block.source_span(*match.span()),
                        ja=f"「{acronym}」が何の略か、どこにも書かれていません。初めて出る所で説明してください",
                        en=f"Nothing says what {acronym} stands for. Explain it here",
                    )
