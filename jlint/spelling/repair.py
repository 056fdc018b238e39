"""How much likelier a repair makes a text: the criterion of the typo rules.

UniDic's path cost is a language model: the cost of a stretch of text falls sharply when a slip in it is repaired.
Only the surroundings of the slip are looked at, so that the result doesn't depend on the rest of the sentence.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from jlint.document.token import path_cost, tokenize

if TYPE_CHECKING:
    from jlint.document.token import Token

REACH = 9
"""How many characters on either side of a slip are looked at."""

_MOST_COSTLY = 4000
"""How much a character of real text costs at most around a repair (327 slips); random kana cost 4,750 at the median."""
_SHORTEST = 10
"""A sentence's own beginning and end cost too, so shorter windows would look costlier than they are."""


class Repair:
    """`right` in the place of the characters `start` to `end` of a text, assessed by the text around them.

    `start` and `end` are kept as offsets in the `window`, and so are those of the words.
    """

    def __init__(self, text: str, start: int, end: int, right: str) -> None:
        self.start = min(start, REACH)
        self.end = self.start + end - start
        self.right = right
        self.window = text[start - self.start : end + REACH]

    @property
    def repaired(self) -> str:
        """The window with the repair made."""
        return self.window[: self.start] + self.right + self.window[self.end :]

    @cached_property
    def gain(self) -> int:
        """How far the cost of the text falls; a text without a slip has little to gain."""
        return path_cost(self.window) - path_cost(self.repaired)

    @property
    def reads_as_japanese(self) -> bool:
        """Whether the repaired text is likely in itself: no repair makes a jumble of kana or a code listing right."""
        return path_cost(self.repaired) <= _MOST_COSTLY * max(len(self.repaired), _SHORTEST)

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The 形態素 of the window without the repair."""
        return tokenize(self.window)

    def words_at(self, start: int, end: int) -> tuple[Token, ...]:
        """The 形態素 that lie wholly or partly between two offsets."""
        return tuple(word for word in self.words if word.start < end and word.end > start)

    def word_before(self, offset: int) -> Token | None:
        """The last 形態素 that ends at or before an offset."""
        return next((word for word in reversed(self.words) if word.end <= offset), None)

    def word_after(self, offset: int) -> Token | None:
        """The first 形態素 that starts at or after an offset."""
        return next((word for word in self.words if word.start >= offset), None)

    @property
    def leaves_unknown(self) -> bool:
        """Whether there still is a word at the repaired place that the dictionary doesn't have."""
        end = self.start + len(self.right)
        words = tokenize(self.repaired)
        return any(is_unknown(word) for word in words if word.start <= end and word.end >= self.start)


def is_unknown(word: Token) -> bool:
    """Whether the dictionary lacks the word."""
    return not word.lemma


class Copies:
    """Two equal stretches in the window of a repair that drops one of them."""

    def __init__(self, repair: Repair, shift: int, length: int) -> None:
        self.repair = repair
        self.length = length
        self.start = repair.start + shift
        self.middle = self.start + length
        self.end = self.middle + length
        self.text = repair.window[self.start : self.middle]

    @property
    def first(self) -> tuple[Token, ...]:
        """The words of the first copy."""
        return self.repair.words_at(self.start, self.middle)

    @property
    def second(self) -> tuple[Token, ...]:
        """The words of the second copy."""
        return self.repair.words_at(self.middle, self.end)

    @property
    def before(self) -> Token | None:
        """The word before both."""
        return self.repair.word_before(self.start)

    @property
    def after(self) -> Token | None:
        """The word after both."""
        return self.repair.word_after(self.end)

    @property
    def starts_a_word(self) -> bool:
        """Whether a word starts where the first copy does."""
        return self.first[0].start == self.start

    @property
    def ends_a_word(self) -> bool:
        """Whether a word ends where the second copy does."""
        return self.second[-1].end == self.end

    @property
    def are_separate(self) -> bool:
        """Whether no word belongs to both."""
        return self.second[0].start == self.middle

    @property
    def are_words(self) -> bool:
        """Whether each of them is a word or several."""
        return self.are_separate and self.starts_a_word and self.ends_a_word
