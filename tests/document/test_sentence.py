"""Where sentences end."""

from __future__ import annotations

import pytest

from jlint.document.sentence_ends import split_sentences


def split(text: str) -> list[str]:
    return [span.of(text) for span in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("一。二！三？四", ["一。", "二！", "三？", "四"]),
        ("本当に!? はい。", ["本当に!?", "はい。"]),
        ("終わり……。次。", ["終わり……。", "次。"]),
        ("彼は「行く。必ず。」と言った。次。", ["彼は「行く。必ず。」と言った。", "次。"]),
        ("（注。長い。）の後。次。", ["（注。長い。）の後。", "次。"]),
        ("閉じない「括弧。次。", ["閉じない「括弧。", "次。"]),
        ("開かない括弧」。次。", ["開かない括弧」。", "次。"]),
        ("言った。」次。", ["言った。」", "次。"]),
        ("円周率は３．１４です．次．", ["円周率は３．１４です．", "次．"]),
        ("Yahoo!ニュースを読む。", ["Yahoo!ニュースを読む。"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_split(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


def test_breaks_end_a_sentence() -> None:
    assert [tuple(span) for span in split_sentences("名前住所", (2,))] == [(0, 2), (2, 4)]


def test_a_long_run_of_brackets_takes_no_time() -> None:
    text = "「" * 50_000 + "。" + "」" * 50_000
    assert split(text) == [text]
    assert len(split("「。」" * 30_000)) == 1
