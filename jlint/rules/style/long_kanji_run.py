"""Long runs of kanji."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, doc
from jlint.rules.helpers.allow import AllowOptions, allowed
from jlint.rules.helpers.own_sentences import own_sentences


class LongKanjiRun(Rule):
    """漢字が長く続いている。

    どこで語が切れるのか、読み手は考えながら読むことになる。「の」などを補って語を分ける。固有名詞は allow に書く。
    """

    id = "long-kanji-run"
    category = "style"
    severity = None
    english = """Many kanji stand in a row.

    Readers have to work out where one word ends and the next begins. Part them with particles. Names go to `allow`.
    """
    examples = (
        Bad("⟦河川流域水位観測⟧を始める。\n"),
        Bad("⟦水位観測所⟧を建てる。\n", options={"max": 4}),
        Good("流域の水位を観測する。\n"),
        Good("国立研究開発法人が発表した。\n", options={"allow": ["国立研究開発法人"]}),
        Good("> 河川流域水位観測計画\n"),
    )

    class Options(AllowOptions):
        max: Annotated[int, doc("続けてよい漢字の数", "How many kanji may stand in a row", ge=1)] = 7

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        long_run = _run_longer_than(self.options.max)
        allow = allowed(self.options.allow)
        for sentence in own_sentences(document):
            for run in long_run.finditer(sentence.text):
                if allow.covers(sentence.text, *run.span()):
                    continue
                yield self.finding(
                    sentence.source_span(*run.span()),
                    ja=f"漢字が{len(run[0])}文字続いています。「の」などを補って語を分けてください",
                    en=f"{len(run[0])} kanji stand in a row. Part the words with particles",
                )


@cache
def _run_longer_than(max: int) -> re.Pattern[str]:
    return re.compile(rf"[一-鿿々〆]{{{max + 1},}}")
