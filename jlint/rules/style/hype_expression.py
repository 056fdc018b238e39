"""Words that promise more than the text can show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from jlint.finding import Text
from jlint.rules.contract.base import Bad, Good, doc
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.pack import Entry, PackRule, read_pack


class HypeExpression(PackRule):
    """「革命的な」「未来を変える」のような、大げさな決まり文句がある。

    生成された文章や宣伝に多く、何がどうよいのかを伝えない。具体的な事実や数字に替える。
    """

    id = "hype-expression"
    category = "style"
    severity = None
    english = """A stock phrase that exaggerates, such as 「革命的な」 or 「未来を変える」.

    Generated texts and advertisements are full of them; they don't tell what is good about a thing. Give facts or
    figures.
    """
    pack = "hype-expression"
    message = Text(
        "「{found}」は大げさな決まり文句です。具体的な事実や数字で書いてください",
        "{found} is a phrase that exaggerates. Give facts or figures",
    )
    examples = (
        Bad("町の⟦未来を変える⟧橋です。\n"),
        Bad("⟦究極の⟧味をお届けします。\n"),
        Good("橋ができて、町まで5分になりました。\n"),
        Good("究極の味をお届けします。\n", options={"kinds": ["vague", "prophetic"]}),
        Good("市民革命の歴史を学ぶ。\n"),
    )

    class Options(AllowOptions):
        kinds: Annotated[
            tuple[Literal["absolute", "vague", "prophetic"], ...],
            doc(
                "見る種類: absolute 絶対の、vague 何も言わない、prophetic 予言めいた。",
                "The kinds that are looked at: absolute, vague, prophetic.",
            ),
        ] = ("absolute", "vague", "prophetic")

    options: Options

    def entries(self) -> Sequence[Entry]:
        return [entry for entry in read_pack(self.pack) if entry.group in self.options.kinds]
