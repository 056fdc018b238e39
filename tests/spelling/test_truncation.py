"""Katakana words that break off."""

from __future__ import annotations

import pytest

from jlint.spelling.truncation import truncated_words

BROKEN_OFF = {
    "クラウドのプラットフに載せる。": "プラットフォーム",
    "業務向けのアプリケーシを売る。": "アプリケーション",
    "近くのショッピングセン、": "ショッピングセンター",
    "社内のインフラスト整備を急ぐ。": "インフラストラクチャ",
    "最後のプレゼンテーシ。": "プレゼンテーション",
}


@pytest.mark.parametrize(("text", "word"), BROKEN_OFF.items())
def test_a_word_that_breaks_off_is_found_with_its_rest(text: str, word: str) -> None:
    found = list(truncated_words(text))
    assert [each.right for each in found] == [word]
    assert word.startswith(text[found[0].start : found[0].end])


WHOLE = (
    "リファクタとコンプラとアプデの話をする。",  # abbreviations
    "ペアプロでデザパタを学ぶ。",
    "インフラとコンビニとスマホ。",
    "チュートリアる、ググる、サボった。",  # verbs made of them
    "アーキテクト・デザインの設計図。",
    "フレームレスの窓とソフトタブ。",
    "ネアンデルタールの骨とミトコンドリアの話。",
    "エンタープライズとプラットフォーム。",
    "コーヒーメーカーとストーブ。",
    "ドキュメントとモニタリング。",
)


@pytest.mark.parametrize("text", WHOLE)
def test_whole_words_and_short_forms_are_left_alone(text: str) -> None:
    assert list(truncated_words(text)) == []
