"""Adverbs and conjunctions written in kanji."""

from __future__ import annotations

from collections.abc import Sequence

from jlint.finding import Text
from jlint.rules.contract.base import Bad, Good, Rule
from jlint.rules.helpers.notation.house_rules import ONE_WAY, with_preferred
from jlint.rules.helpers.pack import PackRule


class KanjiAdverb(PackRule):
    """ひらがなで書くと読みやすい副詞や接続の言葉が、漢字で書かれている（予め）。

    漢字が続くと、どこで切れるかが見えにくい。どの語をひらがなにするかは媒体ごとの好みなので、語の一覧
    （packs/kanji-adverb.yaml）と allow で調整する。
    """

    id = "kanji-adverb"
    category = "notation"
    severity = None
    heeds = (ONE_WAY,)
    english = """An adverb or conjunction that reads better in kana is written in kanji (「予め」).

    Where kanji follow kanji, words run together. Which ones go into kana is a matter of house style: see the list
    packs/kanji-adverb.yaml and the option `allow`.
    """
    pack = "kanji-adverb"
    message = Text(
        "「{found}」は、ひらがなで「{better}」と書くと読みやすくなります。直してください",
        "{found} reads better in kana; write {better}",
    )
    examples = (
        Bad("⟦予め⟧席を取り、⟦暫く⟧待つ。\n", fixed="あらかじめ席を取り、しばらく待つ。\n"),
        Good("あらかじめ席を取り、しばらく待つ。\n"),
        Good("変更に備え、真っ直ぐ進む。開発の是非を問う。\n"),
        Good("全て売れた。\n", options={"allow": ["全て"]}),
    )

    def beside(self, others: Sequence[Rule]) -> Rule:
        return with_preferred(self, others)
