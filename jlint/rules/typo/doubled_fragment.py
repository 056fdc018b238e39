"""A part of a word that is repeated."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity
from jlint.rules.helpers.typo.doubled import doubled
from jlint.spelling.doubling import Kind


class DoubledFragment(Rule):
    """単語の一部が二度書かれている。

    生成された文章によくあり、読み飛ばされて残りやすい。一つ消す。擬音語や擬態語（ピーポーピーポー）や、語のつなぎ目で
    たまたま重なったもの（サインイン、正規表現で表現できる、あとこれとこれ）、人の名（フェイフェイ・リー）、話し言葉
    （やったった、だいじょぶじょぶ）は指摘しない。
    """

    id = "doubled-fragment"
    category = "typo"
    severity = Severity.ERROR
    english = """A part of a word is written twice.

    It is common in generated text and easily overlooked. Drop one. Words for sounds, and words that happen to meet
    so at a seam, are left alone, and so are names and spoken forms.
    """
    examples = (
        Bad("インフラ⟦ストスト⟧ラクチャを整える。\n", fixed="インフラストラクチャを整える。\n"),
        Bad("新しい⟦ベンベン⟧ダーと契約した。\n", fixed="新しいベンダーと契約した。\n"),
        Bad("途中で処理が終わって⟦しましま⟧す。\n", fixed="途中で処理が終わってします。\n"),
        Good("利用者がサインインして、正規表現で表現できる文字列を入れる。\n"),
        Good("救急車がピーポーピーポーと通り過ぎ、プラグインインターフェースは無事だった。\n"),
        Good("フェイフェイ・リーが、みなみなさまに手紙を書き書き、でこでこした箱を屋根屋根に載せる。\n"),
        Good("あとこれとこれが要るが、昨日はかなりそうなりそうで、何もかもから逃げた。古い机も直してやったった。\n"),
        Good("ひとまとまりの作業は、もうやりたくなくなる。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for span, copy, fix in doubled(document, Kind.FRAGMENT, safe=False):
            yield self.finding(
                span,
                ja=f"「{copy}」が二度書かれています。一つ消してください",
                en=f"{copy} is written twice. Drop one",
                fix=fix,
            )
