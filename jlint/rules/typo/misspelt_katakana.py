"""A slip in a katakana word."""

from __future__ import annotations

from jlint.rules.contract.base import Bad, Good, Severity
from jlint.rules.helpers.typo.slip_rule import SlipRule
from jlint.spelling.slips import FoundSlip, Kind


class MisspeltKatakana(SlipRule):
    """カタカナ語のつづりが一か所違っている。

    文字の抜け、余分、打ち間違い。よく知られた語に一文字で直るところを指摘する。長音の有無など、どちらも行われる書き方は
    指摘しない。
    """

    id = "misspelt-katakana"
    category = "typo"
    severity = Severity.INFO
    kind = Kind.MISSPELT_KATAKANA
    english = """A katakana word is misspelt in one place.

    A letter is missing, too much, or another. A place is reported where one letter makes it a well-known word.
    Spellings that are both in use, with and without a long vowel, are left alone.
    """
    examples = (
        Bad("ディ⟦レト⟧リを作成します。\n", fixed="ディレクトリを作成します。\n"),
        Bad("アプ⟦ル⟧ケーションを開きます。\n", fixed="アプリケーションを開きます。\n"),
        Bad("社内のコンプライア⟦ミ⟧ンスを見直す。\n", fixed="社内のコンプライアンスを見直す。\n"),
        Good("パラメタとパラメーターのどちらも使われる。\n"),
        Good("ダウンロードの進みを、メニューの横で確かめる。\n"),
    )

    def ja(self, slip: FoundSlip) -> str:
        if not slip.wrong:
            return f"カタカナ語に「{slip.right}」が抜けているようです。補ってください"
        if not slip.right:
            return f"カタカナ語の「{slip.wrong}」が余分なようです。消してください"
        return f"カタカナ語の「{slip.wrong}」は「{slip.right}」の間違いのようです。確かめてください"

    def en(self, slip: FoundSlip) -> str:
        if not slip.wrong:
            return f"{slip.right} seems to be missing in a katakana word. Add it"
        if not slip.right:
            return f"{slip.wrong} seems to be too much in a katakana word. Drop it"
        return f"{slip.wrong} seems to be a slip for {slip.right} in a katakana word. Correct it"
