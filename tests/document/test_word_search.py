"""Both ways of searching for words find the same, and what an expression of alternatives finds."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jlint.document import Document, word_search
from jlint.document.own_words import OwnWords
from jlint.document.word_search import WordSearch
from jlint.span import Span

LETTERS = st.text("あいう𠮷a\ud800", max_size=12)
WORDS = st.lists(st.text("あいう𠮷a\ud800", min_size=1, max_size=4), min_size=1, max_size=8, unique=True)


def by_expression(words: Sequence[str], text: str) -> list[tuple[int, int]]:
    longest_first = sorted(words, key=len, reverse=True)
    return [match.span() for match in re.finditer("|".join(map(re.escape, longest_first)), text)]


@pytest.fixture(params=[0, word_search.MANY], ids=["many", "few"])
def _either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_search, "MANY", request.param)


@given(WORDS, LETTERS)
def test_the_longest_at_a_place_counts(words: list[str], text: str) -> None:
    wanted = by_expression(words, text)
    for finder in (word_search._Index(words), word_search._Automaton(words)):
        assert [(start, start + len(word)) for word, start in finder.longest(text)] == wanted


@given(WORDS, LETTERS)
def test_places_of_words_that_overlap(words: list[str], text: str) -> None:
    wanted = sorted((word, at) for word in words for at in range(len(text)) if text.startswith(word, at))
    for finder in (word_search._Index(words), word_search._Automaton(words)):
        assert sorted(finder.places(text)) == wanted


@given(st.lists(WORDS, min_size=1, max_size=4), st.lists(LETTERS, min_size=1, max_size=3))
def test_automata_searched_together_find_what_each_finds_alone(lists: list[list[str]], texts: list[str]) -> None:
    together = word_search._Together()
    automata = [word_search._Automaton(words) for words in lists]
    for text in [*["い"] * word_search._FEW, *texts, *texts]:
        for each, words in zip(automata, lists, strict=True):
            found = together.places(each, words, text)
            assert found in (None, list(each.places(text)))
    assert found is not None


def test_an_automaton_that_is_gone_is_not_searched_for() -> None:
    together = word_search._Together()
    gone, stays = word_search._Automaton(["猫"]), word_search._Automaton(["犬"])
    for each, words in [(gone, ["猫"]), (stays, ["犬"])] * word_search._FEW:
        together.places(each, words, "猫と犬")
    del gone, each
    assert together.places(stays, ["犬"], "猫と犬") == [("犬", 2)]
    assert together._common._words == ["犬"]


@pytest.mark.usefixtures("_either_way")
def test_a_match_behaves_like_one_of_an_expression() -> None:
    (match,) = WordSearch(["猫", "黒猫"]).matches("白い黒猫")
    assert (match[0], match.start(), match.end(), match.span()) == ("黒猫", 2, 4, (2, 4))
    assert WordSearch([]).matches("猫") == []
    assert list(WordSearch([]).places("猫")) == []


@given(WORDS, LETTERS, st.integers(0, 12), st.integers(0, 3))
def test_own_words_around_a_place(words: list[str], text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    span = Span(start, min(start + length, len(text)))
    wanted = any(
        text.startswith(word, at)
        and at <= span.start
        and span.end <= at + len(word)
        and (span.start < span.end or at < span.start < at + len(word))
        for word in words
        for at in range(len(text))
    )
    assert OwnWords(words).cover(text, span) == wanted


def test_own_words_may_be_long() -> None:
    long = "猫" * 100
    document = Document(f"白い{long}。", words=(long, "犬"))
    assert document.in_own_word(Span(50, 60))
    assert not document.in_own_word(Span(0, 5))


def test_very_many_own_words_cost_little_at_a_place() -> None:
    words = OwnWords([f"語{number:06}" for number in range(300_000)])
    text = "普通の文に語123456がある。" * 50
    started = time.process_time()
    assert sum(words.cover(text, Span(at, at + 2)) for at in range(400)) == 150
    assert time.process_time() - started < 20


def test_a_digest_follows_the_words() -> None:
    assert OwnWords(("猫", "犬")).digest == OwnWords(("猫", "犬")).digest
    assert OwnWords(("猫", "犬")).digest != OwnWords(("猫犬",)).digest
