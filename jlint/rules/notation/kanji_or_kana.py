"""Words in kanji that belong in kana, and the other way round."""

from __future__ import annotations

from collections.abc import Sequence

from jlint.finding import Text
from jlint.rules.contract.base import Bad, Good, Rule
from jlint.rules.helpers.notation.house_rules import ONE_WAY, with_preferred
from jlint.rules.helpers.pack import PackRule


class KanjiOrKana(PackRule):
    """漢字とひらがなの使い分けが、JTF の手引きと違っている。

    JTF 日本語標準スタイルガイド（翻訳用）の 2.2.1 に沿って、漢字で書く語（何も、が欲しい）と、ひらがなで書く語
    （〜てほしい、なかなか、〜のとおり）を見る。語の一覧は packs/kanji-or-kana.yaml にある。
    """

    id = "kanji-or-kana"
    category = "notation"
    severity = None
    heeds = (ONE_WAY,)
    english = """A word is in kanji where the JTF guide writes kana, or the other way round.

    After section 2.2.1 of the Japan Translation Federation's style guide some words go into kanji (「何も」) and some
    into kana (「〜てほしい」, 「なかなか」). The list is packs/kanji-or-kana.yaml.
    """
    pack = "kanji-or-kana"
    message = Text("「{found}」は「{better}」と書いてください", "Write {better} for {found}")
    examples = (
        Bad("⟦なにも⟧言わず、直して⟦欲し⟧い。\n", fixed="何も言わず、直してほしい。\n"),
        Bad("結果は次の⟦通り⟧で、道は3⟦とおり⟧ある。\n", fixed="結果は次のとおりで、道は3通りある。\n"),
        Good("何も言わず、直してほしい。船が欲しい。\n"),
        Good("広い通りの店で、町の出来事を話す。\n"),
    )

    def beside(self, others: Sequence[Rule]) -> Rule:
        return with_preferred(self, others)
