"""The typo rules are silent where the house's own usage stands, and there only."""

from __future__ import annotations

import pytest

from jlint.document import Document
from jlint.document.house_usage import HouseUsage
from jlint.rules.contract.base import Rule
from jlint.rules.typo.doubled_character import DoubledCharacter
from jlint.rules.typo.doubled_fragment import DoubledFragment
from jlint.rules.typo.doubled_particle import DoubledParticle
from jlint.rules.typo.doubled_word import DoubledWord
from jlint.rules.typo.foreign_word import ForeignWord
from jlint.rules.typo.misspelt_katakana import MisspeltKatakana
from jlint.rules.typo.surplus_character import SurplusCharacter
from jlint.rules.typo.wrong_kanji import WrongKanji


@pytest.mark.parametrize(
    ("rule", "text", "turn"),
    [
        (DoubledCharacter(), "結果はご存存じのとおりだ。", "ご存存じ"),
        (DoubledFragment(), "新しいベンベンダーと契約した。", "いベンベンダー"),
        (DoubledParticle(), "画面で設定をを変える。", "定をを変"),
        (DoubledWord(), "作業の時間を大幅に大幅に縮めた。", "を大幅に大幅に縮"),
        (DoubledWord(), "また、また新しい店が開く。", "\nまた、また新し"),
        (ForeignWord(), "列車は ngột 止まった。", "ngột"),
        (MisspeltKatakana(), "社内のコンプライアミンスを見直す。", "コンプライアミンス"),
        (SurplusCharacter(), "値を取得しまたす。", "しまたす"),
        (WrongKanji(), "変数を仕様します。", "数を仕様しま"),
    ],
)
def test_silent_in_a_turn_of_the_house(rule: Rule, text: str, turn: str) -> None:
    assert len(list(rule.check(Document(text)))) == 1
    assert list(rule.check(Document(text, usage=HouseUsage([turn])))) == []
    assert len(list(rule.check(Document(text, usage=HouseUsage(["港の朝を", turn[:-3]]))))) == 1
