"""Words whose writings are in the list variants.txt."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from jlint.document.token import Token
from jlint.document.word_search import WordSearch
from jlint.rules.data import FOLDER
from jlint.rules.helpers.notation.prose import Prose
from jlint.rules.helpers.notation.variant_group import FirstUse, VariantGroup, in_order
from jlint.rules.helpers.notation.ways import Use

_LIST = FOLDER / "variants.txt"
_INFLECTING = "活用"
_NOTHING: tuple[str, ...] = ()
_BRACKETS = "（("
"""Directly after one of these, a writing may be a gloss: 全て（すべて）."""
_GLOSSED = 6
"""How many characters before the bracket the other writing may begin."""
_OTHER_THAN: dict[str, tuple[str, ...]] = {"かかわ": ("らず",), "関わ": ("らず",)}
"""What turns a stem into another word: にもかかわらず has nothing to do with 関わる."""
_OBJECT_OF: dict[str, tuple[str, ...]] = {
    "はじめて": ("を",),
    "分か": ("袂を", "たもとを", "苦楽を", "明暗を", "生死を", "喜びを", "昼夜を"),
}
"""What stands before another word that looks the same: 勉強をはじめて is 始めて, and 袂を分かって is 分かつ."""

Stems = Mapping[str, str]
"""The writings of one word, each with the part that doesn't inflect."""


def listed_variants(prose: Prose, prefer: tuple[str, ...], *, latin: bool = True) -> Iterator[VariantGroup]:
    """The words of the list that the text writes in more than one way.

    Of words with a preferred writing, every use counts. Without `latin`, writings in Latin letters don't.
    """
    counts = Counter(stem for stem, _ in _search().places(prose.text) if latin or not stem.isascii())
    present = Counter(number for stem in counts for number in _lines_with()[stem])
    for number in sorted(present):
        stems = _list()[number]
        preferred = not stems.keys().isdisjoint(prefer)
        if present[number] > 1 or preferred:
            writings = [writing for writing, stem in stems.items() if stem in counts]
            rarest_first = sorted(writings, key=lambda writing: counts[stems[writing]])
            yield from _groups(prose, rarest_first, stems, needs_two=not preferred)


def first_uses(prose: Prose, allow: tuple[str, ...] = ()) -> Iterator[FirstUse]:
    """Every writing in the text of the listed words, at its first place outside allowed passages."""
    present = {stem for stem, _ in _search().places(prose.text)}
    for stems in _list():
        for writing, stem in stems.items():
            if stem in present:
                use = next(_uses(prose, writing, stems, allow), None)
                if use:
                    yield FirstUse(f"{next(iter(stems))} {' '.join(use[0])}", use[1])


def own_variants(prose: Prose, sets: Iterable[str]) -> Iterator[VariantGroup]:
    """The same for a user's own sets: writings separated by slashes, taken as one word whatever the dictionary has."""
    for own in sets:
        writings = [writing for writing in own.split("/") if writing]
        uses = [
            Use(writing, writing, prose.span(start, start + len(writing)))
            for writing in writings
            for start in prose.places(writing)
            if prose.is_unbroken(start, start + len(writing)) and _is_word(prose, start, start + len(writing))
        ]
        yield VariantGroup(in_order(uses), {writing: writing for writing in writings})


def _is_word(prose: Prose, start: int, end: int) -> bool:
    """Whether the range begins and ends where a word of the dictionary does."""
    _, first, begin = prose.tokens_at(start)
    sentence, _ = prose.sentence_at(start)
    last = bisect_left(sentence.tokens, end - begin, key=lambda token: token.end)
    return first is not None and last < len(sentence.tokens) and sentence.tokens[last].end == end - begin


def _groups(prose: Prose, rarest_first: list[str], stems: Stems, *, needs_two: bool) -> Iterator[VariantGroup]:
    uses: dict[tuple[str, str], list[Use]] = defaultdict(list)
    for number, writing in enumerate(rarest_first, 1):
        if needs_two and number == len(rarest_first) and not uses:
            return
        for word, use in _uses(prose, writing, stems):
            uses[word].append(use)
    for same_word in uses.values():
        yield VariantGroup(in_order(same_word), stems)


def _uses(
    prose: Prose, writing: str, stems: Stems, allow: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, str], Use]]:
    """The uses of a writing as a word of its own outside allowed passages, each with the key of that word."""
    stem = stems[writing]
    for start in prose.places(stem):
        end = start + len(stem)
        _, token, _ = prose.tokens_at(start)
        is_other = _is_gloss(prose.text, start, stem, stems) or prose.text.startswith(
            _OTHER_THAN.get(stem, _NOTHING), end
        )
        is_other = is_other or prose.text.endswith(_OBJECT_OF.get(stem, _NOTHING), 0, start)
        is_word = token and not is_other and writing in (token.base, token.surface) and prose.is_unbroken(start, end)
        if token and is_word and not prose.is_allowed(allow, start, end):
            yield _word(token), Use(writing, stem, prose.span(start, end))


def _is_gloss(text: str, start: int, stem: str, stems: Stems) -> bool:
    """Whether a bracket opens right before `start`, and another writing of the word stands before it.

    A Latin word behind a bracket may begin a name in full: WCAG（Web Content …）.
    """
    if text[start - 1] not in _BRACKETS or stem.isascii():
        return text[start - 1] in _BRACKETS
    before = text[max(0, start - 1 - _GLOSSED) : start - 1]
    return any(stem in before for stem in stems.values())


@cache
def _search() -> WordSearch:
    return WordSearch(list(_lines_with()))


@cache
def _lines_with() -> dict[str, list[int]]:
    """For each stem the numbers of the lines that contain it."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, stems in enumerate(_list()):
        for stem in dict.fromkeys(stems.values()):
            numbers[stem].append(number)
    return numbers


@cache
def _list() -> tuple[Stems, ...]:
    lines = _LIST.read_text("utf-8").splitlines()
    return tuple(_stems(line.split()) for line in lines if line and not line.startswith("#"))


def _stems(words: list[str]) -> Stems:
    if words[0] == _INFLECTING:
        return {word: word[:-1] for word in words[1:]}
    return {word: word for word in words}


def _word(token: Token) -> tuple[str, str]:
    """The key that two writings of one word share. Foreign words have an empty one: Web is not in the dictionary."""
    if not token.lemma or "-" in token.lemma:
        return ("", "")
    return (token.lemma, token.pos1)
