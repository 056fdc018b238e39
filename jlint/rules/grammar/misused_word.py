"""A word is used that is often mistaken for another."""

from __future__ import annotations

from jlint.finding import Text
from jlint.rules.contract.base import Bad, Good
from jlint.rules.helpers.own_words import OwnWordsRule


class MisusedWord(OwnWordsRule):
    """誤用されやすい言葉（`規則を適応する`、`的を得た説明`、`先入感`）が誤って使われている。

    国語辞典が誤りとするもの、字の取り違えと分かるものに限って指摘する。引用と「」の中は見ない。「シュミレーション」の
    ような、よくある書き間違いは known-misspelling が指摘する。
    """

    id = "misused-word"
    category = "grammar"
    severity = None
    english = """A word is used that is often mistaken for another.

    Only what dictionaries call wrong, or what is plainly a mistaken character, is reported. Quotations are left alone.
    Common misspellings, such as 「シュミレーション」, are reported by known-misspelling.
    """
    pack = "misused-word"
    message = Text("「{found}」は「{better}」の誤りです。直してください", "{found} should be {better}. Correct it")
    examples = (
        Bad("新しい規則を⟦適応⟧する。\n", fixed="新しい規則を適用する。\n"),
        Bad("短く⟦的を得⟧た説明だ。\n", fixed="短く的を射た説明だ。\n"),
        Bad("⟦先入感⟧を捨てる。\n", fixed="先入観を捨てる。\n"),
        Good("環境の変化に適応する。\n"),
        Good("生徒を新しい環境に適応させる。\n"),
        Good("「先入感」は誤りとされる。\n"),
    )
