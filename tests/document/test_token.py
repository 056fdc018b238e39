"""形態素 and path costs."""

from __future__ import annotations

from random import Random

import pytest

from jlint.document.token import LONGEST_RUN, LONGEST_TEXT, parts, path_cost, tokenize


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


def test_a_slip_raises_the_cost_of_a_text() -> None:
    assert path_cost("会議の資料を読む") < path_cost("会議の資料をを読む")


@pytest.mark.parametrize("character", list("アー々、。「（1１xＡ〇◯\u3000・…！ｱ😀\u3099\ufffc\x01가ж-"))
def test_long_runs_are_cut_before_mecab_sees_them(character: str) -> None:
    text = f"前の{character * 2_000}後の"
    pieces = list(parts(text))
    assert "".join(piece for _, piece in pieces) == text
    assert [start for start, _ in pieces] == [sum(len(piece) for _, piece in pieces[:n]) for n in range(len(pieces))]
    assert max(map(len, pieces_of(text))) <= LONGEST_RUN + 2
    assert all(text[token.start : token.end] == token.surface for token in tokenize(text))
    assert "".join(token.surface for token in tokenize(text)) == text


def pieces_of(text: str) -> list[str]:
    return [piece for _, piece in parts(text)]


def test_runs_are_cut_whatever_mixes_in_them() -> None:
    text = "".join(Random(5).choices("アイウーｱｲ가ж…😀、。「」１a\u3000", k=5_000))
    assert max(map(len, pieces_of(text))) <= LONGEST_RUN


def test_words_and_sentences_of_any_real_length_stay_whole() -> None:
    for text in (
        "ア" * LONGEST_RUN,
        "会議の資料を読むことができますから、" * 400,
        "あ" * 5_000,
        "word " * 1_000,
        "漢" * 5_000,
    ):
        assert pieces_of(text) == [text]


def test_a_text_without_end_is_cut_behind_commas() -> None:
    text = "会議の資料を読むことができますから、" * 2_000
    pieces = pieces_of(text)
    assert "".join(pieces) == text
    assert all(len(piece) <= LONGEST_TEXT and piece.endswith("、") for piece in pieces)
    assert [token.surface for token in tokenize(text)] == [
        token.surface for piece in pieces for token in tokenize(piece)
    ]
    bare = "あ" * 25_000
    assert [len(piece) for piece in pieces_of(bare)] == [LONGEST_TEXT, LONGEST_TEXT, 5_000]
    assert "".join(token.surface for token in tokenize(bare)) == bare


def test_tokens_of_cut_texts_stand_where_they_do_in_the_whole() -> None:
    start = "ア" * 1_000 + "を読む。"
    tokens = tokenize(start)
    assert [(token.start, token.surface) for token in tokens[-3:]] == [(1000, "を"), (1001, "読む"), (1003, "。")]
    assert path_cost(start) > path_cost("ア" * 1_000)
