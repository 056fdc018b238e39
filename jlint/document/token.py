"""形態素 by MeCab with UniDic, and the cost of the cheapest path through the dictionary for a text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from jlint.compiled import lazy_pattern
from jlint.lock import ProcessLock

if TYPE_CHECKING:
    from fugashi import GenericTagger

_MOST_CACHED = 8_000
"""How many sentences are cached; the cache is cleared beyond that, or for a sentence longer than LONGEST_TEXT."""

LONGEST_RUN = 300
"""Characters in a row without hiragana, kanji and spaces that MeCab is given: its time is quadratic in their number."""
LONGEST_TEXT = 10_000
"""Characters that MeCab is given at once: it holds all paths through them in memory."""
_LATEST_SEAM = 1_000
_RUNS = lazy_pattern(rf"(?<![^ ぁ-ゖ一-鿿])[^ ぁ-ゖ一-鿿]{{{LONGEST_RUN + 1},}}+")
_SEAMS = lazy_pattern(r"[、，,\s](?![、，,\s])")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A 形態素. `start` and `end` count code points in the text that was tokenized; feature names follow UniDic.

    A word that the dictionary doesn't know has an empty `lemma`, `base` and `kana`. Tokens hold numbers and strings
    only, so garbage collection can skip them: there are millions in a long run.
    """

    start: int
    end: int
    surface: str
    pos1: str
    pos2: str
    pos3: str
    ctype: str
    cform: str
    lemma: str
    base: str
    kana: str


_tokens: dict[str, tuple[Token, ...]] = {}
_costs: dict[str, int] = {}
_mecab = ProcessLock()
"""Held while a tagger works: it keeps its text and its paths in itself, so threads have to take turns."""


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of one sentence. White space belongs to none. No token crosses the end of one of its `parts`."""
    known = _tokens.get(text)
    if known is None:
        if len(_tokens) >= _MOST_CACHED or len(text) > LONGEST_TEXT:
            _tokens.clear()
        read = [_read(part, start) for start, part in parts(_for_mecab(text))]
        known = _tokens[text] = tuple(chain.from_iterable(read))
    return known


def forget() -> None:
    """Drops all remembered results, where no text is likely to come again."""
    _tokens.clear()
    _costs.clear()


def path_cost(text: str) -> int:
    """The cost of the cheapest path through `text`, sentence start and end included.

    The lower, the likelier: UniDic's costs are logarithms of a probability, scaled by 700 (its `cost-factor`). If the
    text has several `parts` it is the sum of their costs.
    """
    known = _costs.get(text)
    if known is None:
        if len(_costs) >= _MOST_CACHED:
            _costs.clear()
        known = _costs[text] = sum(int(_parsed("cost", part)) for _, part in parts(_for_mecab(text)))
    return known


def parts(text: str) -> Iterator[tuple[int, str]]:
    """The parts of a text without line ends that MeCab is given one by one, with their offsets: nearly always just one.

    MeCab's time is quadratic in a row of characters of one class, such as very long katakana or a line of marks. No
    word is as long as the rows that are cut, and no sentence of prose is as long as the parts.
    """
    if len(text) <= LONGEST_RUN:
        yield 0, text
        return
    start = 0
    for end in [*_ends(text), len(text)]:
        yield start, text[start:end]
        start = end


def _ends(text: str) -> Iterator[int]:
    """The offsets where the text is cut, in order."""
    start = 0
    runs = [at for run in _RUNS.finditer(text) for at in range(run.start() + LONGEST_RUN, run.end(), LONGEST_RUN)]
    for end in [*runs, len(text)]:
        while end - start > LONGEST_TEXT:
            start = _seam(text, start + LONGEST_TEXT)
            yield start
        if end < len(text):
            yield end
            start = end


def _seam(text: str, latest: int) -> int:
    """The offset after the last comma or white space before `latest`, `latest` itself if none is near."""
    seams = [seam.end() for seam in _SEAMS.finditer(text, latest - _LATEST_SEAM, latest)]
    return seams[-1] if seams else latest


def _read(text: str, offset: int) -> list[Token]:
    """The tokens of a text that begins at an offset."""
    tokens: list[Token] = []
    end = 0
    for line in _parsed("tokens", text).split("\n")[:-1]:
        surface, _, written = line.partition("\t")
        start = text.index(surface, end)
        end = start + len(surface)
        tokens.append(Token(offset + start, offset + end, surface, *_features(written)))
    return tokens


@lru_cache(maxsize=32_768)
def _features(written: str) -> list[str]:
    """The features of a token as a list; cached, so that tokens with the same features share the strings."""
    return written.split("\t")


_UNREADABLE = lazy_pattern("[\0\r\n\t]")


def _for_mecab(text: str) -> str:
    """The text with spaces for characters that break MeCab: it stops at a NUL, and the others separate its output."""
    return _UNREADABLE.sub(" ", text)


def _parsed(output: str, text: str) -> str:
    """What MeCab prints of a text in the format `output`."""
    with _mecab:
        parsed: str = _tagger(output).parse(text)
    return parsed


@cache
def _tagger(output: str) -> GenericTagger:
    """A tagger that prints `output`, a format of mecab.dicrc; made once per process."""
    from fugashi import GenericTagger
    from unidic_lite import DICDIR

    formats = Path(__file__).with_name("mecab.dicrc").as_posix()
    return GenericTagger(f'-r "{formats}" -d "{Path(DICDIR).as_posix()}" -O{output}')
