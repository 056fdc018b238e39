"""The file of the house's own usage: its first line names the version, then comes one turn a line, sorted.

    jlint usage 1
    願ってやみま⇥learnt⇥12

A turn, its state and the number of posts that it stands in, with tabs between them. `^` begins a turn that stands where
a sentence begins, or behind a space; `$` ends one before the end or a space. So that files of two branches can be
merged line by line, a turn may stand there twice: what was refused wins, then what was confirmed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from jlint.document.house_usage import EDGE, LONGEST, with_edges
from jlint.finding import Text

VERSION = 1
MOST_BYTES = 5_000_000
_HEADER = "jlint usage "
_BEGINS, _ENDS = "^", "$"
_MOST_DIGITS = 9


class State(Enum):
    """How a turn came into the file; later ones win where it stands there twice."""

    LEARNT = "learnt"
    CONFIRMED = "confirmed"
    REFUSED = "refused"


_RANK = {state: rank for rank, state in enumerate(State)}


class Entry(NamedTuple):
    """A turn, with `EDGE` for an edge, and in how many posts it stood when they were read."""

    turn: str
    state: State
    posts: int

    @property
    def counts(self) -> bool:
        """Whether what stands in the turn is no slip."""
        return self.state is not State.REFUSED

    def line(self) -> str:
        """The line of the file, without its end."""
        return f"{shown(self.turn)}\t{self.state.value}\t{self.posts}"


class WrongLine(NamedTuple):
    """A line of the file, from 1, that can't be read, and why."""

    line: int
    why: Text


def shown(turn: str) -> str:
    """The turn with visible edges."""
    start, end = turn.startswith(EDGE), turn.endswith(EDGE)
    return _BEGINS * start + turn[start : len(turn) - end] + _ENDS * end


def written(entries: Iterable[Entry]) -> str:
    """The text of a file with these entries."""
    lines = sorted(entry.line() for entry in merged(entries))
    return "".join(f"{line}\n" for line in [f"{_HEADER}{VERSION}", *lines])


def merged(entries: Iterable[Entry]) -> list[Entry]:
    """The entries with each turn once."""
    by_turn: dict[str, Entry] = {}
    for entry in entries:
        known = by_turn.setdefault(entry.turn, entry)
        state = max(known.state, entry.state, key=_RANK.__getitem__)
        by_turn[entry.turn] = Entry(entry.turn, state, max(known.posts, entry.posts))
    return list(by_turn.values())


def read(text: str) -> tuple[list[Entry], list[WrongLine]]:
    """The entries of a file, each turn once, and the lines that can't be read. An empty file has none."""
    text = text.removeprefix("\ufeff")
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    if not text.strip():
        return [], []
    wrong_start = _why_other_version(lines[0])
    if wrong_start:
        return [], [WrongLine(1, wrong_start)]
    read_lines = [(number, _entry(line)) for number, line in enumerate(lines[1:], 2) if line]
    wrong = [WrongLine(number, entry) for number, entry in read_lines if isinstance(entry, Text)]
    return merged(entry for _, entry in read_lines if isinstance(entry, Entry)), wrong


def _why_other_version(line: str) -> Text | None:
    if line == f"{_HEADER}{VERSION}":
        return None
    if line.startswith(_HEADER) and line.removeprefix(_HEADER).isdecimal():
        return Text(
            f"この jlint が読めるのは版 {VERSION} だけです。jlint を新しくするか、jlint learn で作り直してください",
            f"This jlint reads version {VERSION} only; update it, or make the file again with jlint learn",
        )
    return Text(
        f"言い回しのファイルの一行目は「{_HEADER}{VERSION}」です",
        f'The first line of a file of usage is "{_HEADER}{VERSION}"',
    )


def _entry(line: str) -> Entry | Text:
    """The entry of a line, or why there is none."""
    turn, *others = line.split("\t")
    if len(others) != 2:
        return Text(
            "「言い回し、learnt か confirmed か refused、記事の数」をタブで区切って書きます",
            "A line has a turn, learnt or confirmed or refused, and a number of posts, with tabs between them",
        )
    state = next((each for each in State if each.value == others[0]), None)
    if state is None:
        return Text(
            "二つ目は learnt, confirmed, refused のどれかです", "The second part is learnt, confirmed or refused"
        )
    if not (others[1].isascii() and others[1].isdecimal() and len(others[1]) <= _MOST_DIGITS):
        return Text("三つ目は記事の数です", "The third part is a number of posts")
    inner = turn.removeprefix(_BEGINS).removesuffix(_ENDS)
    if len(inner) < 2 or len(turn) > LONGEST or EDGE in _letters(inner):
        return Text(
            f"言い回しは 2 字から {LONGEST} 字で、空白や記号 ^ $ を中に含みません",
            f"A turn has 2 to {LONGEST} characters, with no space and no ^ or $ inside",
        )
    edged = EDGE * turn.startswith(_BEGINS) + inner + EDGE * turn.endswith(_ENDS)
    return Entry(edged, state, int(others[1]))


def _letters(text: str) -> str:
    return with_edges(text)[1:-1]


def turns_of(entries: Iterable[Entry]) -> Iterator[str]:
    """The turns in which there is no slip."""
    return (entry.turn for entry in entries if entry.counts)
