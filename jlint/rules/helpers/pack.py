"""Rules made of data: their entries are in a YAML file in the folder `packs`, for editors to read and change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec
from msgspec import Struct

from jlint.compiled import compiled, lazy_pattern
from jlint.document.block import OBJECT
from jlint.document.word_search import WordSearch
from jlint.finding import Finding, Fix, Text
from jlint.rules.contract.base import Rule, Span, replace
from jlint.rules.helpers.allow import AllowOptions, allowed

if TYPE_CHECKING:
    from jlint.document import Block, Document
    from jlint.document.prose_text import ProseText

FOLDER = Path(__file__).parents[1] / "packs"
COMPILED = FOLDER / "compiled"
"""The packs as JSON, with what their expressions need: to read 38 KB of YAML takes 13 ms, and its expressions 40."""

_ALONE = lazy_pattern(r"\\[1-9]|\(\?P=|\(\?P<|\(\?\(|\(\?[a-zA-Z-]+[:)]")
"""References to groups, names, flags: matches of such an entry are reported even if they overlap those of others."""


class Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The message of a finding, in both languages. {found} stands for what was found, {better} for its replacement."""

    ja: str
    en: str


class Examples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Texts that an entry is tried on."""

    bad: tuple[str, ...]
    good: tuple[str, ...] = ()


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of a pack. `match` is a regular expression; in `replace` \\1 and the like stand for its groups."""

    match: str
    examples: Examples
    replace: str | None = None
    message: Message | None = None
    group: str = ""
    """A name by which an option of the rule may turn entries on and off."""
    needed: tuple[str, ...] = ()
    """Literals of which every match has at least one, none where they aren't known; worked out, never written."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """The entry's own regular expression."""
        return compiled(self.match)


class Hit(Struct, frozen=True):
    """A place where an entry matches."""

    entry: Entry
    match: re.Match[str]


class PackRule(Rule):
    """A rule whose entries are in packs/NAME.yaml. A subclass names the file and the message of a finding.

    `message` is for entries without a message of their own. `safe`: the replacements may be applied without review.
    """

    pack: ClassVar[str]
    message: ClassVar[Text]
    safe: ClassVar[bool] = False
    Options = AllowOptions
    options: AllowOptions

    def entries(self) -> Sequence[Entry]:
        """The entries in force; a subclass may choose by its options."""
        return read_pack(self.pack)

    def is_concerned(self, block: Block) -> bool:
        """Whether the block is checked."""
        return True

    def is_wrong(self, hit: Hit, block: Block) -> bool:
        """Whether the match is a defect, for conditions that a regular expression can't express."""
        return True

    @cached_property
    def _scanner(self) -> Scanner:
        return Scanner(self.entries())

    def check(self, document: Document) -> Iterator[Finding]:
        return self.hits(document)

    def hits(self, document: Document) -> Iterator[Finding]:
        """A finding for each place where an entry matches."""
        allow = allowed(self.options.allow)
        for block, entries in self._scanner.concerned(document.prose_text):
            for hit in self._scanner.hits(block.text, entries) if self.is_concerned(block) else ():
                if self.is_wrong(hit, block) and not allow.covers(block.text, *hit.match.span()):
                    yield self._finding(hit, block, document)

    def _finding(self, hit: Hit, block: Block, document: Document) -> Finding:
        span = block.source_span(*hit.match.span())
        found = hit.match[0]
        better = found if hit.entry.replace is None else hit.match.expand(hit.entry.replace)
        ja, en = (hit.entry.message.ja, hit.entry.message.en) if hit.entry.message else self.message
        fix = self._fix(span, better) if better != found and span.of(document.text) == found else None
        return self.finding(span, ja=_filled(ja, found, better), en=_filled(en, found, better), fix=fix)

    def _fix(self, span: Span, better: str) -> Fix:
        title = Text(f"「{better}」にする", f"Write {better}") if better else Text("消す", "Remove it")
        return replace(span, better, ja=title.ja, en=title.en, safe=self.safe)


class Scanner:
    """Finds the matches of all entries; of several that overlap, the first one counts.

    Most texts contain none of the words that an entry needs: all words are searched at once in the whole document,
    and an expression is tried only in blocks that contain one of its words.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._is_alone = [_ALONE.search(entry.match) is not None for entry in entries]
        self._by_word: dict[str, list[int]] = {}
        self._always: list[int] = []
        for number, entry in enumerate(entries):
            for word in entry.needed:
                self._by_word.setdefault(word, []).append(number)
            if not entry.needed:
                self._always.append(number)

    @cached_property
    def _search(self) -> WordSearch:
        return WordSearch(list(self._by_word))

    def concerned(self, prose: ProseText) -> Iterator[tuple[Block, list[int]]]:
        """The blocks that may contain a match, each with the numbers of the entries that may match."""
        if self._always:
            yield from ((block, self._in(block.text)) for block in prose.blocks)
            return
        for block, words in prose.blocks_by_word(self._search):
            yield block, sorted({number for word in words for number in self._by_word[word]})

    def _in(self, text: str) -> list[int]:
        words = {word for word, _ in self._search.places(text)}
        return sorted({*self._always, *(number for word in words for number in self._by_word[word])})

    def hits(self, text: str, entries: Iterable[int] | None = None) -> Iterator[Hit]:
        """The matches in `text` that are neither empty nor span code; only of the numbered `entries`, if given."""
        numbers = self._in(text) if entries is None else entries
        together: list[Hit] = []
        apart: list[Hit] = []
        for number in numbers:
            (apart if self._is_alone[number] else together).extend(_matches(self._entries[number], text))
        if len(together) > 1:
            together.sort(key=lambda hit: hit.match.start())
        end = 0
        for hit in together:
            if hit.match.start() >= end:
                end = hit.match.end()
                yield hit
        yield from apart


def _matches(entry: Entry, text: str) -> Iterator[Hit]:
    for match in entry.pattern.finditer(text):
        if match[0] and OBJECT not in match[0]:
            yield Hit(entry, match)


def _filled(message: str, found: str, better: str) -> str:
    return message.replace("{found}", found).replace("{better}", better)


@cache
def read_pack(name: str) -> tuple[Entry, ...]:
    """The entries of a pack, in order, from what `scripts.compile_packs` makes of it; as it is written without that."""
    compiled_pack = COMPILED / f"{name}.json"
    if not compiled_pack.is_file():
        return pack_as_written(name)
    return msgspec.json.decode(compiled_pack.read_bytes(), type=tuple[Entry, ...])


def pack_as_written(name: str) -> tuple[Entry, ...]:
    """The entries of a pack, in order, from its YAML file."""
    import yaml

    from jlint.expressions.literals import needed_literals

    loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (FOLDER / f"{name}.yaml").read_text("utf-8")
    entries = msgspec.convert(yaml.load(text, Loader=loader), tuple[Entry, ...])
    return tuple(msgspec.structs.replace(each, needed=tuple(sorted(needed_literals(each.match)))) for each in entries)
