"""A particle that is repeated."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity
from jlint.rules.helpers.typo.doubled import doubled
from jlint.spelling.doubling import Kind


class DoubledParticle(Rule):
    """同じ助詞が続けて二つ書かれている。

    書き直しの跡が残ったもの。一つ消す。助詞で始まる別の語が続くもの（とともに、のみ、にもたらす）、動詞や形容詞に続く
    「のの」（死ぬのの違い）、名前の一部（夜ははま寿司へ）は指摘しない。
    """

    id = "doubled-particle"
    category = "typo"
    severity = Severity.ERROR
    english = """The same particle stands twice in a row.

    It is what a rewording left behind. Drop one. A particle before a word or a name that begins like it is left alone,
    and so is 「のの」 behind a verb or an adjective.
    """
    examples = (
        Bad("画面で設定⟦をを⟧変える。\n", fixed="画面で設定を変える。\n"),
        Bad(
            "担当者⟦がが⟧席を外した。今回⟦のの⟧件は後日にする。\n", fixed="担当者が席を外した。今回の件は後日にする。\n"
        ),
        Bad("この棚に⟦はは⟧本が並ぶ。\n", fixed="この棚には本が並ぶ。\n"),
        Good("仲間とともに、小さいものの、確かな成果を得ることと、その記録とを重んじる。\n"),
        Good("どこででも使え、誰かから聞いた話も、ここまでで十分だ。\n"),
        Good("歩くのと走るのの違いを教わり、夜ははま寿司へ行った。荷物は外だしして、あとは友人に頼む。\n"),
        Good("母は「はは」と笑い、桃も木も眺めた。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for span, copy, fix in doubled(document, Kind.PARTICLE, safe=True):
            yield self.finding(
                span,
                ja=f"助詞「{copy}」が重なっています。一つ消してください",
                en=f"The particle {copy} stands twice. Drop one",
                fix=fix,
            )
