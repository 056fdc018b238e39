"""Names that were hidden behind a description though everyone knows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, doc


class OverAnonymizedName(Rule):
    """「某生成AI企業」のように、名前が長い説明に置き換えられている。

    名指しを避けるよう指示された生成ツールは、すぐ後で製品名を挙げていても社名だけを伏せる。読者には不自然なので、実名を書くか、
    「ある企業」と短く言う。人が書く文章にもある言い方なので、ふだんは調べない。
    """

    id = "over-anonymized-name"
    category = "artifact"
    severity = None
    english = """A name was replaced by a long description that begins with 某.

    A generator that was told not to name anybody hides the company and names its product in the same breath. Write
    the name, or say shortly that it is some company. People write so too, which is why the rule is off by default.
    """
    examples = (
        Bad("⟦某画像生成AI企業⟧が新しい模型を出した。\n"),
        Bad("⟦某大規模言語モデル企業⟧と提携した。\n"),
        Bad("⟦某通販サイト⟧で買った。\n", options={"names": ["通販サイト"]}),
        Good("某社が新しい模型を出した。\n"),
        Good("某大手企業に勤める。某有名私立大学を出た。\n"),
        Good("何某という人が来た。\n"),
    )

    class Options(RuleOptions):
        characters: Annotated[
            int, doc("「某」の後の説明がこれより短ければ指摘しない", "Shorter descriptions are left alone", ge=1)
        ] = 6
        kinds: Annotated[
            tuple[str, ...],
            doc("説明の最後に来る語。これで終わるものだけを指摘する", "Words that such a description ends with"),
        ] = ("企業", "会社", "メーカー", "ベンダー", "事業者", "サービス", "プラットフォーム", "スタートアップ")
        names: Annotated[
            tuple[str, ...],
            doc("長さによらず指摘する、「某」に続く語", "Words behind 某 that are reported whatever their length"),
        ] = ()

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        if "某" not in document.text:
            return
        for block in document.prose:
            if "某" not in block.text:
                continue
            for match in _description().finditer(block.text):
                description = self._described(match["description"])
                if description:
                    yield self.finding(
                        block.source_span(match.start(), match.start() + 1 + len(description)),
                        ja=f"「某{description}」は伏せすぎです。実名を書くか、短く言い換えてください",
                        en=f"某{description} hides too much. Write the name or say it shortly",
                    )

    def _described(self, text: str) -> str:
        named = next((name for name in self.options.names if text.startswith(name)), "")
        ends = [text.rfind(kind) + len(kind) for kind in self.options.kinds if kind in text]
        description = text[: max(ends)] if ends else ""
        return named or (description if len(description) >= self.options.characters else "")


@cache
def _description() -> re.Pattern[str]:
    return lazy_pattern(r"(?<![何誰])某(?P<description>[一-龠々ァ-ヴーA-Za-zＡ-Ｚａ-ｚ0-9]{2,30})")
