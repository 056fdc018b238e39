"""形態素 by MeCab with UniDic, and what a text costs on its cheapest path through the dictionary."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from fugashi import GenericTagger

_REMEMBERED = 60_000
"""How many sentences are remembered; beyond that all are forgotten, which bounds the memory of long runs."""


class Token(msgspec.Struct, frozen=True, gc=False):
    """A 形態素. `start` and `end` count code points in the text that was tokenized; feature names follow UniDic.

    A word that the dictionary doesn't know has an empty `lemma`, `base` and `kana`. Tokens hold numbers and texts only,
    so garbage collection passes over them: there are millions in a long run.
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


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of one sentence. White space belongs to none."""
    known = _tokens.get(text)
    if known is None:
        if len(_tokens) >= _REMEMBERED:
            _tokens.clear()
        known = _tokens[text] = tuple(_read(text, _tagger("tokens").parse(_for_mecab(text))))
    return known


def path_cost(text: str) -> int:
    """The cost of the cheapest path through `text`, sentence start and end included.

    The lower, the likelier: UniDic's costs are logarithms of a probability, scaled by 700 (its `cost-factor`).
    """
    known = _costs.get(text)
    if known is None:
        if len(_costs) >= _REMEMBERED:
            _costs.clear()
        known = _costs[text] = int(_tagger("cost").parse(_for_mecab(text)))
    return known


def _read(text: str, lines: str) -> list[Token]:
    tokens: list[Token] = []
    end = 0
    for line in lines.split("\n")[:-1]:
        surface, _, written = line.partition("\t")
        start = text.index(surface, end)
        end = start + len(surface)
        tokens.append(Token(start, end, surface, *_features(written)))
    return tokens


@lru_cache(maxsize=32_768)
def _features(written: str) -> list[str]:
    """The features of a token apart, one copy of each for all tokens that share them."""
    return written.split("\t")


_UNREADABLE = re.compile("[\0\r\n\t]")


def _for_mecab(text: str) -> str:
    """MeCab drops what follows a NUL, and the other characters are what its answer is cut apart by."""
    return _UNREADABLE.sub(" ", text)


@cache
def _tagger(output: str) -> GenericTagger:
    """A tagger that prints `output`, a format of mecab.dicrc; made once a process."""
    from fugashi import GenericTagger
    from unidic_lite import DICDIR

    formats = Path(__file__).with_name("mecab.dicrc").as_posix()
    return GenericTagger(f'-r "{formats}" -d "{Path(DICDIR).as_posix()}" -O{output}')
