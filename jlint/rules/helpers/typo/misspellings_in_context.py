"""Misspellings in kana and okurigana that only the words around them tell from something right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from jlint.compiled import compiled
from jlint.document.token import tokenize
from jlint.document.word_search import WordSearch
from jlint.memoize import memoize
from jlint.rules.data import FOLDER

if TYPE_CHECKING:
    from jlint.document.token import Token

_FAR = 12
"""Characters before a word that its company may take."""
_START = r"(?:^|[\s、。，．,.・：:；;！!？?「『（(【［\]）)」』—…])"
_INFLECTING = ("動詞", "助動詞")
_CONNECTIVE = "連用形"
_IRREALIS = "未然形"


class InContext(NamedTuple):
    """A line of misspellings_in_context.tsv.

    `before` and `behind` are regular expressions of what must stand around `wrong`, empty where nothing has to. `test`
    says what the words of the corrected text must be, `basis` is the evidence for `right`, `example` has `wrong`.
    """

    wrong: str
    right: str
    before: str
    behind: str
    test: str
    basis: str
    example: str


class Found(NamedTuple):
    """A misspelling from `start` to `end`, with its line of the table."""

    start: int
    end: int
    line: InContext


@cache
def lines() -> tuple[InContext, ...]:
    """The table, in its order."""
    rows = (FOLDER / "misspellings_in_context.tsv").read_text("utf-8").splitlines()
    return tuple(InContext(*row.split("\t")) for row in rows if row and not row.startswith("#"))


@cache
def search() -> WordSearch:
    """Finds the wrong forms, whatever their company."""
    return WordSearch(sorted({each.wrong for each in lines()}))


@memoize(4096)
def found_in_context(text: str) -> tuple[Found, ...]:
    """The misspellings in a sentence, in order and without overlaps. Memoized for the rules that ask again."""
    return tuple(_apart(_found(text, search().places(text))))


def overlaps(text: str, start: int, end: int) -> bool:
    """Whether the characters from `start` to `end` of a sentence overlap one of its misspellings."""
    return any(each.start < end and start < each.end for each in found_in_context(text))


def _found(text: str, places: Iterable[tuple[str, int]]) -> Iterator[Found]:
    for wrong, start in places:
        for line in _by_wrong()[wrong]:
            end = start + len(wrong)
            if _is_in_company(line, text, start, end) and _holds(line, text, start, end):
                yield Found(start, end, line)
                break


def _apart(found: Iterable[Found]) -> Iterator[Found]:
    done = 0
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if each.start >= done:
            yield each
            done = each.end


@cache
def _by_wrong() -> dict[str, list[InContext]]:
    found: dict[str, list[InContext]] = {}
    for line in lines():
        found.setdefault(line.wrong, []).append(line)
    return found


def _is_in_company(line: InContext, text: str, start: int, end: int) -> bool:
    if line.before:
        before = compiled(rf"(?:{line.before.replace('{頭}', _START)})\Z")
        first = max(0, start - _FAR)
        if before.search(text[first:start] if first == 0 else "…" + text[first:start]) is None:
            return False
    return not line.behind or compiled(line.behind).match(text, end) is not None


def _holds(line: InContext, text: str, start: int, end: int) -> bool:
    """Whether the words of the corrected text are what the line's test demands."""
    if not line.test:
        return True
    better = text[:start] + line.right + text[end:]
    tokens = tokenize(better)
    number = next((number for number, token in enumerate(tokens) if token.start == start), 0)
    if line.test == "助詞":
        return number > 0 and tokens[number].pos1 == "助詞" and tokens[number - 1].pos1 in ("名詞", "代名詞", "接尾辞")
    return number > 0 and _is_stem(tokens[number - 1], _IRREALIS if line.test == "未然" else _CONNECTIVE)


def _is_stem(token: Token, form: str) -> bool:
    return token.pos1 in _INFLECTING and token.cform.startswith(form)
