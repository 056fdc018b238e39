"""What UniDic makes of the corpora: rows of word classes, words that are read alike, and katakana words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from jlint.document.token import Token, tokenize
from jlint.spelling.homophones import LONGEST_WORD, ONE_WORD
from jlint.spelling.katakana import WordsByEdge, one_slip
from jlint.spelling.word_classes import class_of

LEAST_CLASSES = 4
"""How often a row of word classes must stand in the corpora to be kept."""
LEAST_WORD = 6
"""How often a word must stand in the corpora to be taken for another that is read alike."""
MOST_FORMS, MOST_WORDS = 4, 14
"""Ways of writing one word, and words of one reading, that are kept, the most common first."""
USUAL_KATAKANA, COMMON_KATAKANA, KNOWN_KATAKANA = 60, 8, 3
"""How often a katakana word must stand in the corpora for each line of the list."""
_CERTAIN_KATAKANA = 300
"""How often a word must stand in the corpora to make a rare one that is a slip away from it suspect."""
_TIMES_AS_COMMON = 100
_INDEPENDENT = frozenset(["名詞", "形状詞", "動詞", "形容詞", "副詞", "接尾辞", "接頭辞", "代名詞", "連体詞"])
_KANJI = re.compile("[一-鿿]")
_NUMERALS = re.compile("[〇一二三四五六七八九十百千万億兆]+")
_KATAKANA = re.compile("(?<![ァ-ヺー・])[ァ-ヺー]{2,}(?![ァ-ヺー])")


@dataclass(slots=True)
class WordCounts:
    """Counts of rows of one to three word classes, and of words with kanji by reading, lemma and 表層形."""

    classes: Counter[tuple[str, ...]] = field(default_factory=Counter)
    readings: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def add(self, texts: Iterable[str]) -> None:
        """Counts the 形態素 of sentences."""
        for text in texts:
            words = tokenize(text)
            names = [class_of(word) for word in words]
            for at in range(len(names)):
                for first in range(max(0, at - 2), at + 1):
                    self.classes[tuple(names[first : at + 1])] += 1
            self.readings.update(
                (word.kana, word.lemma.partition("-")[0], word.surface) for word in words if may_be_confused(word)
            )

    def kept_classes(self) -> dict[tuple[str, ...], int]:
        """The rows of classes that are common enough."""
        return {row: count for row, count in self.classes.items() if len(row) == 1 or count >= LEAST_CLASSES}

    def homophones(self) -> list[str]:
        """Lines of words that are read alike, the most common first; ways of writing one word are joined.

        One word are those of one lemma, and those with the same kanji: 割当て is a noun of its own in UniDic, 割り当て
        a form of a verb.
        """
        alike: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        for (kana, lemma, surface), count in self.readings.items():
            alike[kana][surface, lemma] += count
        lines = []
        for _, counts in sorted(alike.items()):
            words: list[tuple[set[str], list[str]]] = []
            for (surface, lemma), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
                if count < LEAST_WORD:
                    continue
                names = {lemma, "".join(_KANJI.findall(surface))}
                word = next((word for word in words if word[0] & names), None)
                if word is None:
                    words.append((names, [surface]))
                else:
                    word[0].update(names)
                    if surface not in word[1]:
                        word[1].append(surface)
            if len(words) > 1:
                lines.append(" ".join(ONE_WORD.join(forms[:MOST_FORMS]) for _, forms in words[:MOST_WORDS]))
        return lines


def katakana_lines(texts: Iterable[str]) -> list[str]:
    """Three lines of the katakana words of texts, from the most common ones to rare ones, each the most common first.

    A rare word that is one slip away from a very common one is a typo of the corpora and left out.
    """
    counts = Counter(word for text in texts for word in _KATAKANA.findall(text))
    words = sorted(counts.items(), key=_rank)
    certain = WordsByEdge(word for word, count in words if count >= _CERTAIN_KATAKANA)

    def is_suspect(word: str, times: int) -> bool:
        return any(one_slip(word, right) and counts[right] >= times * counts[word] for right in certain.near(word))

    common = [(word, count) for word, count in words if COMMON_KATAKANA <= count < USUAL_KATAKANA]
    known = [word for word, count in words if KNOWN_KATAKANA <= count < COMMON_KATAKANA]
    return [
        " ".join(word for word, count in words if count >= USUAL_KATAKANA),
        " ".join(word for word, _ in common if not is_suspect(word, _TIMES_AS_COMMON)),
        " ".join(word for word in known if not is_suspect(word, 1)),
    ]


def may_be_confused(word: Token) -> bool:
    """Whether a converter may offer another word for it: single kanji and numerals have too many readings."""
    return (
        bool(word.lemma and word.kana)
        and 2 <= len(word.surface) <= LONGEST_WORD
        and word.pos1 in _INDEPENDENT
        and _KANJI.search(word.surface) is not None
        and not _NUMERALS.fullmatch(word.surface)
    )


def _rank(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]
