"""形態素 and path costs."""

from __future__ import annotations

from jlint.document.token import path_cost, tokenize


def test_features_of_known_and_unknown_words() -> None:
    tokens = tokenize("本を読んだ。Qwertzui")
    assert [token.surface for token in tokens] == ["本", "を", "読ん", "だ", "。", "Qwertzui"]
    read = tokens[2]
    assert (read.pos1, read.ctype, read.cform, read.base, read.kana) == (
        "動詞",
        "五段-マ行",
        "連用形-撥音便",
        "読む",
        "ヨン",
    )
    assert (tokens[5].pos1, tokens[5].lemma, tokens[5].kana) == ("名詞", "", "")


def test_offsets_skip_white_space_and_survive_nul() -> None:
    text = "前 後\0末\u3000\t尾"
    assert [(text[token.start : token.end], token.start) for token in tokenize(text) if token.pos1 != "空白"] == [
        ("前", 0), ("後", 2), ("末", 4), ("尾", 7),
    ]  # fmt: skip


def test_nothing_has_no_tokens() -> None:
    assert tokenize("") == ()
    assert tokenize(" ") == ()


def test_a_slip_makes_a_text_dearer() -> None:
    assert path_cost("会議の資料を読む") < path_cost("会議の資料をを読む")
