"""The table of kanji that are mistaken for others, with the company in which that is certain."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from jlint.compiled import compiled
from jlint.document.token import tokenize
from jlint.document.word_search import WordSearch
from jlint.letters import is_hiragana, is_kanji
from jlint.rules.data import FOLDER
from jlint.rules.helpers.typo.quoted import is_quoted

if TYPE_CHECKING:
    from jlint.document.block import Sentence

_FAR = 24
"""Characters before a word that its company may take."""
_LONGEST_QUOTATION = 40
_MACROS = {
    "{頭}": r"(?:^|[\s、。，．,.・：:；;！!？?「『（(【［\]）)」』—…])",
    "{漢}": "[一-鿿々]",
    "{する}": "(?:す[るれべ]|し(?![いかくっゃゅょんろ])|しか(?:ね|け|ら)|さ[れせ]|せ[ずぬよざ]|でき|出来)",
    "{した}": "(?:する|した|している|してる|していた|される|された|できる|できた)",
    "{だ}": "(?:だ|で|な|に|の|と|を|が|は|も|、|。|$)",
}
"""What stands often in the columns of company: the start of a clause, a kanji, forms of する, what follows a noun."""
_PARTS_OF_SPEECH = {
    "{形容}": frozenset({"形容詞", "形状詞"}),
    "{動}": frozenset({"動詞"}),
    "{名}": frozenset({"名詞", "代名詞"}),
}
"""At the end of what stands behind: the part of speech, in UniDic's terms, of the word that begins there."""
_TALK = re.compile(
    "誤変換|変換ミス|誤字|誤記|誤植|誤用|書き間違|書き誤|誤り|間違|正しくは|ではなく|じゃなく|でなく|と書[いかきくけ]|という字"
    "|使い分け|同音異義|表記|漢字|校正|読み方|意味の違い|違いは"
)
_BRACKETS = {"「": "」", "『": "』", "（": "）", "(": ")", "“": "”", '"': '"', "【": "】"}


_FORMS_OF_SURU = "さしす"
"""What may follow a noun: with it UniDic reads the last kanji of a word that doesn't exist as a verb, 派遺する."""


class Confusion(NamedTuple):
    """A line of confused_kanji.tsv.

    `before` and `behind` are regular expressions of what must stand around `wrong`, empty where nothing has to. `why`
    says what the right word means; it is empty if there is no such word as `wrong`. `example` has the wrong form.
    """

    wrong: str
    right: str
    before: str
    behind: str
    why: str
    example: str

    @property
    def is_certain(self) -> bool:
        """Whether the wrong form is no word at all."""
        return not self.why


class FoundConfusion(NamedTuple):
    """A wrong word in a text, from `start` to `end`, and its line of the table."""

    start: int
    end: int
    confusion: Confusion


class Table(msgspec.Struct, frozen=True):
    """The table, in its order.

    `by_literal`: the numbers of its lines, from 0, by what to search for: the wrong word, with what stands behind it. A
    single kanji stands everywhere, so it is searched for together with the characters that may follow.
    """

    lines: tuple[Confusion, ...]
    by_literal: dict[str, tuple[int, ...]]


COMPILED = FOLDER / "compiled" / "confused_kanji.json"
"""The table as JSON, by `scripts.compile_packs`: to work out what to search for takes 30 ms."""


@cache
def table() -> Table:
    """From what `scripts.compile_packs` makes of it; as it is written without that."""
    return msgspec.json.decode(COMPILED.read_bytes(), type=Table) if COMPILED.is_file() else table_as_written()


def table_as_written() -> Table:
    """The same from the file that people write."""
    rows = (FOLDER / "confused_kanji.tsv").read_text("utf-8").splitlines()
    lines = tuple(Confusion(*row.split("\t")) for row in rows if row and not row.startswith("#"))
    numbers: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        for literal in _literals(line):
            numbers.setdefault(literal, []).append(number)
    return Table(lines, {literal: tuple(found) for literal, found in sorted(numbers.items())})


@cache
def search() -> WordSearch:
    """Finds the wrong words, whatever their company."""
    return WordSearch(list(table().by_literal))


_known: dict[str, list[FoundConfusion]] = {}
_MOST_CACHED = 10_000


def found_confusions(text: str, places: Iterable[tuple[str, int]] | None = None) -> list[FoundConfusion]:
    """The wrong words in a sentence, in order and without overlaps; mentioned ones are left out.

    `places` are those of `search` in it, if they are known. Memoized for editors, and for the rules that ask again.
    """
    known = _known.get(text)
    if known is None:
        if len(_known) >= _MOST_CACHED:
            _known.clear()
        known = _known[text] = _found(text, search().places(text) if places is None else places)
    return known


def _found(text: str, places: Iterable[tuple[str, int]]) -> list[FoundConfusion]:
    found: list[FoundConfusion] = []
    done = 0
    starts: frozenset[int] | None = None
    for start, confusion in _candidates(places):
        end = start + len(confusion.wrong)
        if start < done or not _is_in_company(confusion, text, start, end):
            continue
        if _is_mentioned(text, start, end, confusion.right):
            continue
        if starts is None:
            starts = _seams(text)
        is_stem = len(confusion.wrong) == 1 and confusion.before  # that says where it begins: 日変わり is one word
        if not is_stem and _cuts_a_word(text, start, starts):
            continue
        if _cuts_a_word(text, end, starts, even_kana=not confusion.behind):
            continue
        found.append(FoundConfusion(start, end, confusion))
        done = end
    return found


def _candidates(found: Iterable[tuple[str, int]]) -> list[tuple[int, Confusion]]:
    """The wrong words that were found, with the lines about them, in order, the longest first."""
    lines, by_literal = table().lines, table().by_literal
    places = {(start, number) for literal, start in found for number in by_literal[literal]}
    ordered = sorted(places, key=lambda place: (place[0], -len(lines[place[1]].wrong), place[1]))
    return [(start, lines[number]) for start, number in ordered]


def problem_of(sentence: Sentence, start: int, end: int) -> str:
    """What a wrong word that the characters from `start` to `end` of a sentence overlap is known by, empty if none."""
    for each in found_confusions(sentence.text):
        if each.start < end and start < each.end:
            return f"kanji at {sentence.source_span(each.start, each.end).start}"
    return ""


def _literals(confusion: Confusion) -> Collection[str]:
    if len(confusion.wrong) > 1:
        return (confusion.wrong,)
    from jlint.expressions.literals import needed_literals

    literals = needed_literals(confusion.wrong + _expanded(confusion.behind))
    return literals if literals and all(each.startswith(confusion.wrong) for each in literals) else (confusion.wrong,)


def _is_in_company(confusion: Confusion, text: str, start: int, end: int) -> bool:
    before, behind, parts_of_speech = _expressions(confusion)
    if before is not None and before.search(text, max(0, start - _FAR), start) is None:
        return False
    if behind is None:
        return True
    match = behind.match(text, end)
    if match is None or parts_of_speech is None:
        return match is not None
    return any(each.start == match.end() and each.pos1 in parts_of_speech for each in tokenize(text))


@cache
def _expressions(
    confusion: Confusion,
) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None, frozenset[str] | None]:
    """The expressions of what stands before and behind, and the parts of speech that must follow; None for anything."""
    behind = confusion.behind
    parts_of_speech = None
    for macro, parts in _PARTS_OF_SPEECH.items():
        if behind.endswith(macro):
            behind, parts_of_speech = behind.removesuffix(macro), parts
    before = compiled(rf"(?:{_expanded(confusion.before)})\Z") if confusion.before else None
    return before, compiled(_expanded(behind)) if confusion.behind else None, parts_of_speech


def _expanded(expression: str) -> str:
    for macro, meaning in _MACROS.items():
        expression = expression.replace(macro, meaning)
    return expression


def _seams(text: str) -> frozenset[int]:
    """The offsets at which words begin."""
    return frozenset(each.start for each in tokenize(text))


def _cuts_a_word(text: str, at: int, starts: frozenset[int], *, even_kana: bool = False) -> bool:
    """Whether a word lies over the offset, between two kanji, or `even_kana` behind a kanji: 回話 in 三回話す."""
    if not 0 < at < len(text) or at in starts or not is_kanji(text[at - 1]):
        return False
    return is_kanji(text[at]) or (even_kana and is_hiragana(text[at]) and text[at] not in _FORMS_OF_SURU)


def _is_mentioned(text: str, start: int, end: int, right: str) -> bool:
    """Whether the text speaks about the word: alone in brackets, or quoted beside the right one or words on writing."""
    if is_quoted(text, start, end):
        return True
    if right in text and ("→" in text or "⇒" in text or "×" in text or "/" in text or "／" in text):
        return True
    return _is_in_brackets(text, start, end) and (right in text or _TALK.search(text) is not None)


def _is_in_brackets(text: str, start: int, end: int) -> bool:
    """Whether a short quotation or parenthesis lies around the characters."""
    left = text[max(0, start - _LONGEST_QUOTATION) : start]
    opened = max(left.rfind(bracket) for bracket in _BRACKETS)
    if opened < 0:
        return False
    closing = _BRACKETS[left[opened]]
    return closing not in left[opened + 1 :] and text.find(closing, end, end + _LONGEST_QUOTATION) >= 0
