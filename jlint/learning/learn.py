"""Reads a repository's posts and decides what is learnt from them, and what is asked about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from jlint.engine.run import each_file
from jlint.finding import Text
from jlint.learning.counting import Counted, Counter, total
from jlint.learning.doubts import DoubtFinder, Evidence, Found, Read, Suspect
from jlint.learning.judging import Reason, Verdict, verdict
from jlint.usage_file import Entry, State

if TYPE_CHECKING:
    from jlint.config import Config
    from jlint.engine.run import Watch

CATEGORY = "typo"
"""The category of the rules whose doubts are looked at: the configuration is to select it."""


class Judged(Struct, frozen=True):
    """A turn, the verdict on it, and a place where it was found; `turns` are all turns for that place."""

    verdict: Verdict
    turns: tuple[str, ...]
    path: str
    example: str


class Learnt(Struct, frozen=True):
    """What the posts gave.

    `right` are the turns that are learnt, `doubtful` those that aren't unless somebody says so, the commonest first. Of
    `few` turns there were too few. `against` are the verdicts against turns of any width. `failures` are files that
    can't be read, with why.
    """

    right: tuple[Judged, ...]
    doubtful: tuple[Judged, ...]
    few: int
    against: tuple[Verdict, ...]
    posts: int
    drafts: int
    failures: tuple[tuple[str, Text], ...]


def learn(files: Sequence[str], config: Config, *, jobs: int | None = None, watch: Watch | None = None) -> Learnt:
    """Reads the files twice: first for the places where a rule speaks, then for how often the turns there occur."""
    reads = list(each_file(files, DoubtFinder(config), _lost, jobs=jobs, watch=watch))
    posts = [path for path, read in zip(files, reads, strict=True) if read.is_post and not read.failure]
    found = [place for read in reads for place in read.found]
    verdicts = _verdicts(found, posts, config, jobs, watch)
    judged = _judged(found, verdicts)
    doubtful = [each for each in judged if each.verdict.reason not in (None, Reason.FEW)]
    return Learnt(
        right=tuple(each for each in judged if each.verdict.reason is None),
        doubtful=tuple(sorted(doubtful, key=lambda each: (-each.verdict.posts, each.verdict.turn))),
        few=len([each for each in judged if each.verdict.reason is Reason.FEW]),
        against=tuple(each for each in verdicts.values() if each.reason not in (None, Reason.FEW)),
        posts=len(posts),
        drafts=len([read for read in reads if read.is_draft]),
        failures=tuple((path, read.failure) for path, read in zip(files, reads, strict=True) if read.failure),
    )


def _lost(path: str, why: Text) -> Read:
    return Read(failure=why)


def _lost_count(path: str, why: Text) -> Counted:
    return {}


def _verdicts(
    found: Iterable[Found], posts: Sequence[str], config: Config, jobs: int | None, watch: Watch | None
) -> Mapping[str, Verdict]:
    """The verdict on each turn. Of several places in one turn each must be right."""
    evidence: dict[Suspect, Evidence] = {}
    for place in found:
        for suspect, said in place.widths:
            evidence[suspect] = said & evidence.get(suspect, said)
    suspects = list(evidence)
    if not suspects:
        return {}
    counted = each_file(posts, Counter(config, suspects), _lost_count, jobs=jobs, watch=watch)
    counts = total(counted)
    verdicts: dict[str, Verdict] = {}
    for number, suspect in enumerate(suspects):
        new = verdict(suspect, counts.get(number, {}), evidence[suspect])
        known = verdicts.get(suspect.turn)
        verdicts[suspect.turn] = known if known and known.reason else new
    return verdicts


def _judged(found: Iterable[Found], verdicts: Mapping[str, Verdict]) -> list[Judged]:
    """For each place one turn: the narrowest that is right, else the narrowest to which the house prefers no other."""
    judged: dict[str, Judged] = {}
    for place in found:
        turns = tuple(suspect.turn for suspect, _ in place.widths)
        ranked = [verdicts[turn] for turn in turns]
        right = [each for each in ranked if each.reason is None]
        others = [each for each in ranked if each.reason not in (Reason.FEW, Reason.COMMONER_HERE)]
        chosen = [*right, *others, *ranked][0]
        judged.setdefault(chosen.turn, Judged(chosen, turns, place.path, place.example))
    return list(judged.values())


class Updated(NamedTuple):
    """The entries of a file with what was learnt: how many are new, and the turns that are no longer held for right."""

    entries: list[Entry]
    new: int
    dropped: tuple[Verdict, ...]


def updated(entries: Iterable[Entry], learnt: Learnt) -> Updated:
    """The entries with what was learnt. What was confirmed or refused stays so."""
    known = {entry.turn: entry for entry in entries}
    before = set(known)
    dropped = tuple(each for each in learnt.against if _is_only_learnt(known.get(each.turn)))
    for each in dropped:
        del known[each.turn]
    for judged in learnt.right:
        settled = [known[turn] for turn in judged.turns if turn in known]
        if not settled:
            known[judged.verdict.turn] = Entry(judged.verdict.turn, State.LEARNT, judged.verdict.posts)
        for entry in settled:
            if entry.turn == judged.verdict.turn:
                known[entry.turn] = entry._replace(posts=max(entry.posts, judged.verdict.posts))
    return Updated(list(known.values()), len(known.keys() - before), dropped)


def _is_only_learnt(entry: Entry | None) -> bool:
    return entry is not None and entry.state is State.LEARNT


def to_ask(entries: Iterable[Entry], learnt: Learnt) -> list[Judged]:
    """The turns that nobody has decided on."""
    known = {entry.turn for entry in entries if entry.state is not State.LEARNT}
    return [judged for judged in learnt.doubtful if known.isdisjoint(judged.turns)]
