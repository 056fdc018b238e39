"""A word or phrase that is repeated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, doc
from jlint.rules.helpers.typo.doubled import doubled, doubled_conjunctions
from jlint.spelling.doubling import Kind


class DoubledWord(Rule):
    """同じ語句が続けて二度書かれている。

    書き直しや生成の跡が残ったもの。一つ消す。数えるとき（一つ一つ、部落部落で）、強めるとき（長い長い道、静かに静かに）、
    並べるとき（人々と人々と）、続けるとき（繰り返し繰り返し読む）、呼ぶとき（火事だ火事だと）の繰り返しは指摘しない。
    言い回し（休みは休み、あるにはある）、擬態語（やわやわ）、二つ以上の文で重ねて書いてある語（その文章の用語）、条文で、号の名詞が
    区切りなく続くところも指摘しない。
    """

    id = "doubled-word"
    category = "typo"
    severity = Severity.INFO
    english = """The same word or phrase is written twice in a row.

    It is what rewording or generation left behind. Drop one. Words said twice to count, to stress, to list, to go on or
    to call are left alone, and so are turns of phrase, sounds, terms (nouns that stand doubled in two or more
    sentences) and nouns in a law whose items run together.
    """
    examples = (
        Bad("作業の時間を⟦大幅に大幅に⟧縮めた。\n", fixed="作業の時間を大幅に縮めた。\n"),
        Bad("事前の確認が必要⟦ですです⟧。\n", fixed="事前の確認が必要です。\n"),
        Bad("社内の⟦エージェントエージェント⟧が答える。\n", fixed="社内のエージェントが答える。\n"),
        Bad("窓口で⟦手続手続⟧を済ませる。\n", fixed="窓口で手続を済ませる。\n"),
        Bad("機材を確認⟦するする⟧必要がある。\n", fixed="機材を確認する必要がある。\n"),
        Bad(
            "---\ntitle: 祭りの⟦準備を準備を⟧始める\n---\n窓口は朝に開く。\n",
            fixed="---\ntitle: 祭りの準備を始める\n---\n窓口は朝に開く。\n",
        ),
        Bad("⟦また、また⟧新しい店が開く。\n", fixed="また、新しい店が開く。\n"),
        Bad("⟦そのため、そのため⟧、港は静かだ。\n", fixed="そのため、港は静かだ。\n"),
        Bad("彼は⟦人の人の⟧道を歩く。\n", fixed="彼は人の道を歩く。\n"),
        Good("また、またとない機会が来た。しかし、しかし舟は出ない。二人の人の足跡と、友達の友達の家を見る。\n"),
        Good("一つ一つ、一人一人、一台一台、一行一行を、日に日に何度も何度も見直す。\n"),
        Good("長い長い道で「おいおい」「来るぞ来るぞ」と声がし、もっともっと進んだ。\n"),
        Good("北海道大学大学院の人々は、節目節目でコツコツと記録した。\n"),
        Good("部落部落で祭りが違い、客が後から後から来る。火事だ火事だと騒ぎ、心の底の底で静かに静かに待つ。\n"),
        Good("片付けがめんどくさくてめんどくさくて、いつも後手後手という気がするが、休みは休みだ。\n"),
        Good("型のテンプレートテンプレートを足す。\n\n次に、値のテンプレートテンプレートを見る。\n"),
        Good("港湾法第三条第二項の倉庫の使用倉庫の使用の申立てをする者は、第五条の定めによる。\n"),
        Good("祭りの準備を準備を始める。\n", options={"phrases": False}),
        Good("また、また新しい店が開く。\n", options={"phrases": False}),
        Bad("機材を確認⟦するする⟧必要がある。\n", options={"phrases": False}, fixed="機材を確認する必要がある。\n"),
        Good("入力ファイルと出力ファイルとで、友達の友達の友達にまで配る。\n"),
    )

    class Options(RuleOptions):
        phrases: Annotated[
            bool,
            doc(
                "二語以上の語句（準備を準備を）や、読点を挟んだ接続詞（また、また）も見る",
                "Look at phrases of two words or more, and at conjunctions with a comma between, too",
            ),
        ] = True

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        phrases = self.options.phrases
        for span, copy, fix in (
            *(each for each in doubled(document, Kind.WORD, safe=False) if phrases or _is_one_word(each.copy)),
            *(doubled_conjunctions(document) if phrases else ()),
        ):
            yield self.finding(
                span,
                ja=f"「{copy}」が続けて二度書かれています。一つ消してください",
                en=f"{copy} is written twice in a row. Drop one",
                fix=fix,
            )


def _is_one_word(text: str) -> bool:
    from jlint.document.token import tokenize

    return len(tokenize(text)) == 1
