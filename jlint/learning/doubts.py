"""The places of the posts where a rule about typos would speak, and the turns that they stand in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.document.house_usage import EDGE, LONGEST, HouseUsage, is_katakana_word, with_edges
from jlint.engine.one_file import lint_document
from jlint.engine.reading import decoded, read_bytes, why_no_text
from jlint.expressions.time import expression_time
from jlint.finding import Text
from jlint.internal_error import internal_error
from jlint.spelling.repair import Repair
from jlint.spelling.slips import Kind

if TYPE_CHECKING:
    from jlint.config import Config, FileSettings

COST_FACTOR = 700
"""UniDic's costs are logarithms scaled by this."""
KATAKANA = Kind.MISSPELT_KATAKANA.value
"""The rule whose turns are whole words."""
WIDTHS = ((2, 2), (3, 2), (4, 4), (6, 5))
"""Characters before and behind a place that make a turn: as few as do, for then it holds for more sentences."""
_LEAST_AROUND = 4
_MOST_DOUBTS = 20
"""A sentence with more is no prose."""
_DRAFTS = "_drafts"
_SHOWN_AROUND = 12


class Doubt(Struct, frozen=True):
    """A place `start` to `end` of a sentence with edges, which `rule` takes for a slip for `right`, None if unknown."""

    rule: str
    text: str
    start: int
    end: int
    right: str | None


class Suspect(Struct, frozen=True):
    """A turn with the place in it that a rule takes for a slip."""

    rule: str
    before: str
    wrong: str
    behind: str
    right: str | None

    @property
    def turn(self) -> str:
        """The turn as it stands."""
        return self.before + self.wrong + self.behind

    @property
    def repaired(self) -> str | None:
        """The turn with what the rule takes for right."""
        return None if self.right is None else self.before + self.right + self.behind


class Evidence(Struct, frozen=True):
    """What a place says about a turn. `is_alone`: no other rule speaks within the turn.

    `gain` is how much likelier the sentence becomes by the repair as UniDic sees it, as a logarithm.
    """

    is_alone: bool = True
    gain: float = 0.0

    def __and__(self, other: Evidence) -> Evidence:
        """What two places say together: the worse of both."""
        return Evidence(self.is_alone and other.is_alone, max(self.gain, other.gain))


class Found(NamedTuple):
    """The same place in turns of several widths, the narrowest first, where it was found, and the words around it."""

    widths: tuple[tuple[Suspect, Evidence], ...]
    path: str
    example: str


class Read(Struct, frozen=True):
    """What one post gave. `is_post` is false for one that is excluded or a draft."""

    found: tuple[Found, ...] = ()
    failure: Text | None = None
    is_post: bool = True
    is_draft: bool = False


class _Listener(HouseUsage):
    """Notes each place that it is asked about, and says of none that it is usage."""

    def __init__(self) -> None:
        super().__init__()
        self.doubts: dict[Doubt, None] = {}

    def covers(self, text: str, start: int, end: int, *, rule: str, right: str | None) -> bool:
        """Notes the place."""
        self.doubts[Doubt(rule, with_edges(text), start + 1, end + 1, right)] = None
        return False


class DoubtFinder:
    """Reads one post a call. Can be pickled, raises nothing."""

    def __init__(self, config: Config) -> None:
        self._config = config

    def __call__(self, path: str) -> Read:
        """What the post gives."""
        try:
            document = post_at(path, self._config)
            if not isinstance(document, Opened):
                return document
            listener = _Listener()
            document.document.usage = listener
            with expression_time(document.settings.max_expression_time):
                failures = lint_document(document.document, document.settings).failures
            found = tuple(_all_found(listener.doubts, path))
        except Exception as error:
            return Read(failure=internal_error(error))
        return Read(found, Text(failures[0].message, failures[0].message) if failures else None)


class Opened(Struct, frozen=True):
    """A post that was read."""

    document: Document
    settings: FileSettings


def post_at(path: str, config: Config) -> Opened | Read:
    """The post, or what to say of a file that is none or can't be read."""
    settings = config.for_file(path)
    if settings is None:
        return Read(is_post=False)
    data = why_no_text(path) or read_bytes(path, settings.max_file_size)
    text = data if isinstance(data, Text) else decoded(data)
    if isinstance(text, Text):
        return Read(failure=text)
    document = Document(text, path, settings.dialect_of(path, text), settings.words)
    if is_draft(document):
        return Read(is_post=False, is_draft=True)
    return Opened(document, settings)


def is_draft(document: Document) -> bool:
    """Whether the front matter or the folder says that it isn't published yet."""
    fields = document.front_matter.fields if document.front_matter else {}
    says = {name: str(fields[name].value).lower() for name in ("draft", "published") if name in fields}
    return says.get("draft") == "true" or says.get("published") == "false" or _DRAFTS in PurePath(document.path).parts


def _all_found(doubts: Iterable[Doubt], path: str) -> Iterator[Found]:
    by_text: defaultdict[str, list[Doubt]] = defaultdict(list)
    for doubt in doubts:
        by_text[doubt.text].append(doubt)
    for near in by_text.values():
        for doubt in near if len(near) <= _MOST_DOUBTS else ():
            found = _found(doubt, [other for other in near if other != doubt], path)
            if found.widths:
                yield found


def _found(doubt: Doubt, others: Sequence[Doubt], path: str) -> Found:
    turns: list[Suspect] = []
    if EDGE not in doubt.text[doubt.start : doubt.end]:
        turns = [turn for turn in _turns_around(doubt) if len(turn.turn) <= LONGEST]
    gain = _gain(doubt)
    widths = tuple((turn, Evidence(_is_alone(turn, doubt, others), gain)) for turn in dict.fromkeys(turns))
    return Found(widths, path, _example(doubt))


def _turns_around(doubt: Doubt) -> Iterator[Suspect]:
    text, start, end = doubt.text, doubt.start, doubt.end
    if doubt.rule == KATAKANA:
        first, last = start, end
        while is_katakana_word(text[first - 1]):
            first -= 1
        while is_katakana_word(text[last : last + 1]):
            last += 1
        yield Suspect(doubt.rule, text[first:start], text[start:end], text[end:last], doubt.right)
        return
    if doubt.right is None:
        yield Suspect(doubt.rule, "", text[start:end], "", None)
        return
    for before, behind in WIDTHS:
        left, right = _up_to_edge(text[:start][::-1], before)[::-1], _up_to_edge(text[end:], behind)
        missing = _LEAST_AROUND - len(left) - len(right)
        if missing > 0:
            right = _up_to_edge(text[end:], len(right) + missing)
        yield Suspect(doubt.rule, left, text[start:end], right, doubt.right)


def _up_to_edge(text: str, length: int) -> str:
    """The first characters of the text, none behind an edge."""
    start, edge, _ = text[:length].partition(EDGE)
    return start + edge


def _gain(doubt: Doubt) -> float:
    if doubt.right is None:
        return 0.0
    return Repair(doubt.text[1:-1], doubt.start - 1, doubt.end - 1, doubt.right).gain / COST_FACTOR


def _is_alone(turn: Suspect, doubt: Doubt, others: Iterable[Doubt]) -> bool:
    """Whether no other place that a rule speaks at lies within the turn: learning the one would silence the other."""
    first, last = doubt.start - len(turn.before), doubt.end + len(turn.behind)
    return not any(first <= other.start and other.end <= last for other in others)


def _example(doubt: Doubt) -> str:
    text, start, end = doubt.text, doubt.start, doubt.end
    before, behind = text[max(0, start - _SHOWN_AROUND) : start], text[end : end + _SHOWN_AROUND]
    repair = "" if doubt.right is None else f"→{doubt.right}"
    return f"{before}⟦{text[start:end]}{repair}⟧{behind}".replace(EDGE, " ").strip()


_KATAKANA_RUN = lazy_pattern("[ァ-ヺー]+")


def katakana_words(text: str) -> Iterator[str]:
    """The runs of katakana."""
    return iter(_KATAKANA_RUN.findall(text))
