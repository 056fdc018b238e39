"""The rules about idioms, prefixes and foreign words, beyond their examples."""

from __future__ import annotations

import pytest

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Rule
from jlint.rules.typo.broken_idiom import BrokenIdiom
from jlint.rules.typo.foreign_word import ForeignWord
from jlint.rules.typo.stranded_prefix import StrandedPrefix


def found(rule: type[Rule], text: str, *words: str) -> list[Finding]:
    return list(rule().check(Document(text, words=frozenset(words))))


@pytest.mark.parametrize(
    ("rule", "text", "word"),
    [
        (BrokenIdiom, "社名は群雄割商会である。\n", "群雄割商会"),
        (StrandedPrefix, "雑誌の不もはやを読む。\n", "不もはや"),
        (ForeignWord, "店のđộtへ行く。\n", "đột"),
    ],
)
def test_words_of_the_project_are_left_alone(rule: type[Rule], text: str, word: str) -> None:
    assert len(found(rule, text)) == 1
    assert not found(rule, text, word)


def test_an_idiom_broken_by_something_else_than_kanji_has_no_fix() -> None:
    (finding,) = found(BrokenIdiom, "市場は群雄割 allの様相だ。\n")
    assert finding.fix is None


@pytest.mark.parametrize("text", ["行錯誤を重ねた。\n", "かれは行錯誤を重ねた。\n"])
def test_the_first_kanji_of_an_idiom_may_be_missing(text: str) -> None:
    (finding,) = found(BrokenIdiom, text)
    assert finding.fix is not None
    (edit,) = finding.fix.edits
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == text.replace("行錯誤", "試行錯誤")


def test_many_vietnamese_words_are_the_topic() -> None:
    assert len(found(ForeignWord, "店のđột đột đột độtへ行く。\n")) == 4
    assert not found(ForeignWord, "店のđột đột đột đột độtへ行く。\n")
