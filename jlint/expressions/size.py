"""Estimates how large a regular expression becomes before it is compiled: compiling must not exhaust memory."""

from __future__ import annotations

import re

from jlint.finding import Text

LARGEST = 20_000
"""Characters of an expression with its counted repetitions written out. Compiling it takes some megabytes and 0.1 s."""
DEEPEST = 50
"""Levels of brackets inside one another. From about 100 the modules that compile them run out of stack."""
MOST_GROUPS = 1_000
"""Capturing groups. The time to compile them grows with the square of their number."""
LONGEST_TEXT = 500
"""Literal characters in a row. Where such a row repeats itself, the module `regex` needs time that grows with the third
power of its length to prepare its search, and doesn't check its timeout meanwhile."""

_TOKEN = re.compile(
    r"\\(?s:.)|\(\?#[^)]*+\)?|\[\^?\]?|(?P<count>\{(?P<least>\d+)?,?\d*\}|[*+?])[?+]?|(?P<open>\((?:\?:?)?)|(?s:.)"
)
_IN_SET = re.compile(r"\\.|\[:\^?\w+:\]|.", re.DOTALL)
_DIGITS = 9
_LETTER = re.compile(r"[^.^$|()\[\\]|\\[\Wafnrtv]|\[[^\]\\^]\]", re.DOTALL)
"""What matches one literal character. Non-capturing groups, (?: ), don't interrupt a row."""
_PLAIN_BRACKETS = re.compile(r"\(\?(?::|#)|\)")


def why_too_large(pattern: str) -> Text | None:
    """Why an expression must not be compiled; None for one that may be. The expression need not be valid."""
    reading = _Reading(pattern)
    reading.read()
    if reading.groups > MOST_GROUPS:
        return Text(
            f"( ) が {MOST_GROUPS:,} 個を超えています。後で使わないものは (?: ) と書いてください",
            f"it has more than {MOST_GROUPS:,} groups; write (?: ) where nothing refers to one",
        )
    if reading.deepest > DEEPEST:
        return Text(
            f"括弧の入れ子が {DEEPEST} 段を超えています", f"brackets stand inside one another more than {DEEPEST} deep"
        )
    if reading.longest_text > LONGEST_TEXT:
        return Text(
            f"{LONGEST_TEXT} 文字を超える文がそのまま書かれています。リストで書きます",
            f"a text of more than {LONGEST_TEXT} characters stands in it as it is. Write it as a list",
        )
    if reading.size > LARGEST:
        return Text(
            f"長すぎます。{{1000}} などのくり返しを書き並べた長さで {LARGEST:,} 文字までです。"
            "語の並びならリストで書きます",
            f"it is too long: at most {LARGEST:,} characters with what {{1000}} and the like repeat written out. "
            "Words go into a list",
        )
    return None


class _Reading:
    """Adds up the size of an expression from left to right, and stops once it is too large."""

    def __init__(self, pattern: str) -> None:
        self.size = len(pattern)
        self.deepest = 0
        self.groups = 0
        self.longest_text = 0
        self._text = 0
        self._pattern = pattern
        self._nests_sets = "V1" in pattern
        self._levels = [[0, 0]]
        """For each open bracket: the size of its content so far, and of the last part of that."""

    def read(self) -> None:
        """Reads the whole expression."""
        place = 0
        while place < len(self._pattern) and self.size <= LARGEST and self.deepest <= DEEPEST:
            token = _TOKEN.match(self._pattern, place)
            if token is None:
                break
            place = token.end()
            self._follow_text(token)
            if token["count"]:
                self._repeat(token["count"], token["least"] or "0")
            elif token[0].startswith("["):
                place = self._read_set(place)
            elif token["open"]:
                self.groups += token["open"] == "("
                self._levels.append([0, 0])
                self.deepest = max(self.deepest, len(self._levels) - 1)
            elif token[0] == ")":
                inside = self._levels.pop() if len(self._levels) > 1 else [0, 0]
                self._add(inside[0] + 1)
            else:
                self._add(len(token[0]))

    def _follow_text(self, token: re.Match[str]) -> None:
        """Counts the literal characters in a row; a quantifier ends the row."""
        if not token["count"] and _LETTER.match(self._pattern, token.start()):
            self._text += 1
            self.longest_text = max(self.longest_text, self._text)
        elif not _PLAIN_BRACKETS.match(self._pattern, token.start()):
            self._text = 0

    def _add(self, size: int) -> None:
        level = self._levels[-1]
        level[0] += size
        level[1] = size
        self.size = max(self.size, level[0])

    def _repeat(self, mark: str, digits: str) -> None:
        """Adds a copy of the last part for each time that it must occur; the one counted already is for the rest."""
        least = int(mark == "+" or digits) if len(digits) <= _DIGITS else LARGEST
        self._add(self._levels[-1][1] * least)

    def _read_set(self, place: int) -> int:
        """Where the set that was opened before `place` ends. Only in the newer syntax, (?V1), can sets be nested."""
        depth, start = 1, place
        while place < len(self._pattern) and depth:
            token = _IN_SET.match(self._pattern, place)
            if token is None:
                break
            place = token.end()
            depth += (token[0] == "[" and self._nests_sets) - (token[0] == "]")
            self.deepest = max(self.deepest, depth)
        self._add(place - start + 1)
        return place
