"""Two consecutive stretches of text: what the second repeats of the first, and whether it continues it."""

from __future__ import annotations

from functools import cached_property

from jlint.compiled import lazy_pattern
from jlint.document.token import path_cost, tokenize
from jlint.letters import letters
from jlint.rules.helpers.artifact.opening import begins_with_suru, is_one_word, opens_mid_sentence

_LEADING_DOTS = lazy_pattern(r"[.…・\s]*(?:(?<=[.…・])[。．]\s*)?")
"""With the full stop of a silence that stands for a sentence: ……。"""
_HIRAGANA = lazy_pattern("[ぁ-ん]")
_ABOUT = lazy_pattern("[はがをのにでも]|とは")
"""What follows a noun that a sentence is about."""
_FAR = 240
"""Characters on either side of a seam in which an overlap is looked for."""
_SURE_OVERLAP = 4
_SHORTEST_OVERLAP = 2
_SHORTEST_SENTENCE = 12
"""Letters from which on a sentence is the same one wherever it occurs in the text after it."""
_MOST_SKIPPED = 8
"""How many letters may stand before an overlap: the rest of the word that broke off, or the subject repeated."""
_AROUND = 12
_GAIN = 2_500
_GAIN_AT_OPENING = 4_500
"""How much less two texts must cost together than apart, in UniDic's costs, for one to continue the other.

Of 2,301 sentences broken at random, half do; of as many followed by another paragraph, one in a hundred.
"""
_OPENING_WORDS = ("接続詞", "感動詞", "副詞", "連体詞")
_BRACKETS = ("「」", "『』", "（）")


def without_leading_dots(text: str) -> str:
    """`text` without leading dots, which mark that something was left out before it."""
    return _LEADING_DOTS.sub("", text, count=1)


class Seam:
    """The place where `before`, whose last sentence begins at `start`, meets the text after it.

    `joins_latin`: a Latin word may be cut in two there.
    """

    def __init__(self, before: str, start: int, after: str, *, joins_latin: bool = True) -> None:
        self._joins_latin = joins_latin
        self.before = before
        self.sentence = before[start:]
        self.after = without_leading_dots(after)

    @cached_property
    def sentence_letters(self) -> str:
        return letters(self.sentence)

    @cached_property
    def after_letters(self) -> str:
        return letters(self.after)

    @cached_property
    def overlap(self) -> int:
        """How many of the last letters before the seam are also the first after it."""
        before, after = letters(self.before[-_FAR:]), letters(self.after[:_FAR])
        longest = min(len(before), len(after))
        return next((n for n in range(longest, 0, -1) if before.endswith(after[:n])), 0)

    @property
    def is_written_again_at_once(self) -> bool:
        """Whether the text after the seam begins with the whole sentence, perhaps with those before it too."""
        return 0 < len(self.sentence_letters) <= self.overlap

    @property
    def is_written_again(self) -> bool:
        """Whether the whole sentence occurs in the text after the seam."""
        is_long = len(self.sentence_letters) >= _SHORTEST_SENTENCE
        return self.is_written_again_at_once or (is_long and self.sentence_letters in self.after_letters)

    @property
    def surely_overlaps(self) -> bool:
        """Whether both sides share more than they would by chance, and more text follows."""
        shared = self.after_letters[: self.overlap + 1]
        return self.overlap >= _SURE_OVERLAP and len(shared) > self.overlap and not shared[:-1].isascii()

    @property
    def takes_up_a_noun(self) -> bool:
        """Whether what both sides share is a noun, which the text after the seam says something about."""
        shared = self.after_letters[: self.overlap]
        is_noun = self.overlap > 0 and not _HIRAGANA.search(shared) and not self.is_written_again_at_once
        return is_noun and _ABOUT.match(self.after_letters, self.overlap) is not None

    @property
    def overlaps(self) -> bool:
        """Whether the text after the seam begins with the end of the sentence."""
        return self.surely_overlaps or self._overlaps_shortly or self._overlaps_further_on

    @property
    def _overlaps_shortly(self) -> bool:
        shared = max(self.overlap, self._same_characters)
        is_word = shared >= _SHORTEST_OVERLAP and not self.after[:shared].isascii()
        return is_word and (self.surely_goes_on or not self.opens_anew)

    @property
    def _same_characters(self) -> int:
        """The overlap with brackets and commas counted, where it is short."""
        return next((n for n in (3, 2) if self.sentence.endswith(self.after[:n]) and len(self.after) > n), 0)

    @property
    def _overlaps_further_on(self) -> bool:
        """Whether an overlap begins a few letters later; the later it begins, the longer it must be."""
        for skipped in range(1, _MOST_SKIPPED + 1):
            shortest = _SURE_OVERLAP + 2 * (skipped - 1)
            at = self.after_letters[skipped : skipped + shortest]
            end = self.sentence_letters.rfind(at) if len(at) == shortest and not at.isascii() else -1
            if end >= 0 and self.after_letters.startswith(self.sentence_letters[end:], skipped):
                return True
        return False

    @cached_property
    def opens_anew(self) -> bool:
        """Whether the text after the seam begins with a word that opens sentences: また, しかし, この."""
        tokens = tokenize(self.after[:_AROUND])
        return bool(tokens) and tokens[0].pos1 in _OPENING_WORDS

    @cached_property
    def surely_goes_on(self) -> bool:
        """Whether the text after the seam is incomplete without what is before it."""
        is_latin = self.sentence[-1:].isascii() and self.after[:1].isascii()
        may_be_one = self._joins_latin or not is_latin
        return opens_mid_sentence(self.after) or (may_be_one and is_one_word(self.sentence, self.after))

    @property
    def goes_on_as_verb(self) -> bool:
        """Whether the text after the seam turns the noun before it into a verb."""
        return begins_with_suru(self.after)

    @property
    def goes_on(self) -> bool:
        """Whether the two read better as one sentence than as two."""
        if self.surely_goes_on or self._closes_bracket:
            return True
        left, right = self.sentence[-_AROUND:], self.after[:_AROUND]
        if left[-1:].isascii() and right[:1].isascii():
            return False
        gain = path_cost(left) + path_cost(right) - path_cost(left + right)
        return gain > (_GAIN_AT_OPENING if self.opens_anew else _GAIN)

    @property
    def _closes_bracket(self) -> bool:
        return any(_is_open(self.sentence, pair) and _closes(self.after, pair) for pair in _BRACKETS)


def _is_open(text: str, pair: str) -> bool:
    return text.rfind(pair[0]) > text.rfind(pair[1])


def _closes(text: str, pair: str) -> bool:
    """Whether a bracket is closed before one is opened."""
    close, open_ = text.find(pair[1]), text.find(pair[0])
    return close >= 0 and (open_ < 0 or close < open_)
