"""How a loanword is usually written, where it is written in another way."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple

from jlint.compiled import compiled
from jlint.rules.data import FOLDER
from jlint.rules.helpers.notation.katakana_variants import LONGEST

_E, _I, _O, _A, _U = (
    "エケセテネヘメレゲゼデベペェ",
    "イキシチニヒミリギジヂビピィ",
    "オコソトノホモヨロゴゾドボポョォ",
    "アカサタナハマラヤワガザダバパャァ",
    "ウクスツヌフムユルグズヅブプュゥ",
)
_RESPELLINGS = (
    ("ヴァ", "バ"),
    ("ヴィ", "ビ"),
    ("ヴェ", "ベ"),
    ("ヴォ", "ボ"),
    ("ヴュ", "ビュ"),
    ("ヴ", "ブ"),
    (f"(?<=[{_I}])ヤ", "ア"),
    (f"(?<=[{_E}])イ(?!ン|$)", "ー"),
    (f"(?<=[{_O}])ウ", "ー"),
    (f"(?<=[{_U}])ウ", "ー"),
    (f"(?<=[{_I}])イ", "ー"),
    (f"(?<=[{_A}])ア", "ー"),
    ("アー$", "ア"),
    ("ティ", "チ"),
    ("ディ", "ジ"),
    ("ディ", "デ"),
    (f"(?<=[{_E}])ー", "イ"),
    ("(?<=[タダラカサ])$", "ー"),
)
"""How writings differ from the usual one: ヴ, ヤ behind イ, vowels for the mark of length, ティ for チ."""
_KNOWN_TOO = _RESPELLINGS[:7]
"""Those by which a writing is unusual that the dictionary has too; of メイン and メーン both are usual."""
_NAME = "外国"
"""How the dictionary marks a foreign name."""
_FEWEST = 3


class Respelt(NamedTuple):
    """The characters `start` to `end` of a run of katakana are usually written `better`."""

    start: int
    end: int
    better: str


@lru_cache(maxsize=20_000)
def respelt(run: str) -> tuple[Respelt, ...]:
    """What a run of katakana has that is usually written in another way."""
    if len(run) > LONGEST:
        return ()
    listed = tuple(_listed(run))
    if listed:
        return listed
    better = None if len(run) < _FEWEST or _is_word(run) else _as_word(run)
    if better:
        return (Respelt(0, len(run), better),)
    return tuple(_known_too(run))


def _listed(run: str) -> Iterator[Respelt]:
    """The words of the list at the run's ends, the rest being none or words of the dictionary."""
    words = _list()
    if run in words:
        yield Respelt(0, len(run), words[run])
        return
    for cut in range(_FEWEST, len(run) - 1):
        head, tail = run[:cut], run[cut:]
        if head in words and not tail.startswith("ー") and _is_word(tail):
            yield Respelt(0, cut, words[head])
            return
        if len(tail) >= _FEWEST and tail in words and _is_word(head):
            yield Respelt(cut, len(run), words[tail])
            return


def _as_word(run: str) -> str | None:
    """The word of the dictionary that an unknown run becomes by one or two respellings."""
    changed = [(old, new) for old, new in _RESPELLINGS if compiled(old).search(run)]
    tried = {run}
    for count in (1, 2, 3):
        for several in combinations(changed, count):
            word = run
            for old, new in several:
                word = compiled(old).sub(new, word)
            if word in tried:
                continue
            tried.add(word)
            if word != run + "ー" and _is_headword(word, may_be_name=word.count("ア") > run.count("ア")):
                return word
    return None


def _known_too(run: str) -> Iterator[Respelt]:
    """The words of the dictionary in the run that it files under a writing with ブ for ヴ, or ア for ヤ."""
    from jlint.document.token import tokenize

    for token in tokenize(run):
        if len(token.surface) < _FEWEST:
            continue
        headword, _, origin = token.lemma.partition("-")
        word = token.surface
        for old, new in _KNOWN_TOO:
            word = compiled(old).sub(new, word)
        is_name = origin[:1].isupper() and word.count("ア") == token.surface.count("ア")
        if word != token.surface and word == headword and origin.isascii() and origin and not is_name:
            yield Respelt(token.start, token.end, word)


@lru_cache(maxsize=20_000)
def _is_word(run: str) -> bool:
    from jlint.document.token import tokenize

    tokens = tokenize(run)
    return len(tokens) == 1 and bool(tokens[0].lemma) and not tokens[0].lemma.endswith(_NAME)


def _is_headword(word: str, *, may_be_name: bool) -> bool:
    """Whether the dictionary files a word under this writing. Names are written in many ways, but アジヤ is アジア."""
    from jlint.document.token import tokenize

    tokens = tokenize(word)
    if len(tokens) != 1:
        return False
    headword, _, origin = tokens[0].lemma.partition("-")
    return headword == word and bool(origin) and origin.isascii() and (may_be_name or not origin[0].isupper())


@cache
def _list() -> dict[str, str]:
    lines = (FOLDER / "loanwords.tsv").read_text("utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {other: usual for usual, others in pairs for other in others.split()}
