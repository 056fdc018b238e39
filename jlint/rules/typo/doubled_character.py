"""A character that is repeated inside a word."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity
from jlint.rules.helpers.typo.doubled import doubled
from jlint.spelling.doubling import Kind


class DoubledCharacter(Rule):
    """単語の中で、同じ文字が二つ重なっている。

    打ち間違いや、生成された文章のつなぎ目でよく起きる。一つ消す。重ねて正しい語（そのまま、人々、中国国内、お話しします）は
    辞書と前後の文で見分けるので、指摘しない。語と語のつなぎ目（潜水艦艦長、夢みたいななんだか不思議な話）や、々で書ける語
    （担担麺）、擬音語、仮名で書いた名前（ささださん）、話し言葉（座ってて）、ほかのサイトや作品の題、埋め込んだ投稿も同じ。
    """

    id = "doubled-character"
    category = "typo"
    severity = Severity.ERROR
    english = """The same character stands twice inside a word.

    It comes from typing, or from the seams of generated text. Drop one. Words that are correctly written so are
    told apart by the dictionary and the words around them, and so are seams between words (潜水艦艦長), words that 々
    may be written in (担担麺), sounds, names in kana and spoken forms. Titles of other sites' pages and of works, and
    embedded posts, are left alone.
    """
    examples = (
        Bad("結果はご⟦存存⟧じのとおりだ。\n", fixed="結果はご存じのとおりだ。\n"),
        Bad("アル⟦ゴゴ⟧リズムを改める。\n", fixed="アルゴリズムを改める。\n"),
        Bad("来週には届くはずで⟦すす⟧。\n", fixed="来週には届くはずです。\n"),
        Bad("会場はシンガ⟦ポポ⟧ールに決まった。\n", fixed="会場はシンガポールに決まった。\n"),
        Good("中国国内の工場をそのまま使い、米国国内へ運ぶ。\n"),
        Good("条件が緩和されれば、学ぶこととともに働くことも楽になる。\n"),
        Good("明日お話しします。すすむ道は人々が決める。\n"),
        Good("タタ自動車とララポートの担当者は「ああああ」と声を上げた。\n"),
        Good("潜水艦艦長が担担麺を食べ、k 回回して翌翌日に戻る。キリリッと走って荷を捨てて置いた。\n"),
        Good("ささださんは夢みたいななんだか不思議な話を、ずっと座ってて、『ししりばの畑』に書いた。\n"),
        Good("全国津津浦浦から毎月月末に決済済みの明細が届く。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for span, copy, fix in doubled(document, Kind.CHARACTER, safe=False):
            yield self.finding(
                span,
                ja=f"「{copy}」が重なっています。一つ消してください",
                en=f"{copy} stands twice. Drop one",
                fix=fix,
            )
