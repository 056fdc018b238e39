"""One finding made of several: places of one kind, pieces of one repetition, and what is told with them."""

from __future__ import annotations

from binascii import crc32
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from jlint.engine.holders import HOLDING
from jlint.engine.result import Place, ReportedFinding, ReportedFix, ReportedRelated
from jlint.finding import Language, Text

_NEAR = 4
"""How many lines on the next piece of a repetition begins to be named with the last one."""
_NAMED = 3
"""How many stretches of lines a message names."""


def of_one_kind(group: Sequence[ReportedFinding], language: Language) -> ReportedFinding:
    """Findings of one rule and group as one, at the first place, with the edits of all."""
    first, *others = group
    places = {finding.place for finding in group}
    here = Text("ここも同じです", "The same here").to(language)
    known = [related for related in first.related if related.place not in places]
    more = Text(f"（ほかに{len(others)}か所）", f" ({len(others)} more)").to(language)
    return first._replace(
        message=first.message + more,
        fix=_fix_of_all([finding.fix for finding in group]),
        related=(*known, *(ReportedRelated(each.path, each.place, here) for each in others)),
        fingerprint=_name_of_group(first),
    )


def of_one_problem(first: ReportedFinding, others: Sequence[ReportedFinding], language: Language) -> ReportedFinding:
    """Findings of one rule and problem as one, at the place of the first; passages say where all of them are."""
    if not others:
        return first
    if first.rule in HOLDING:
        return _passages([first, *others], language)
    more = Text(f"（ほかに{len(others)}か所）", f" ({len(others)} more)").to(language)
    here = [ReportedRelated(each.path, each.place, each.message) for each in others]
    theirs = [related for each in others for related in each.related]
    return first._replace(
        message=first.message + more,
        fix=_fix_of_all([each.fix for each in (first, *others)]) or first.fix,
        related=tuple(dict.fromkeys([*first.related, *here, *theirs])),
    )


def with_places(
    told: ReportedFinding, places: Sequence[Place], held_back: Sequence[ReportedFinding], language: Language
) -> ReportedFinding:
    """The finding with what it holds back, as far as that lies outside its places; a copy says how many lie in it.

    Pieces of the same problem are named before what the copies repeat, other effects behind it.
    """
    starts = sorted(places)
    outside = [each for each in held_back if told.rule not in HOLDING or not _is_in(each, starts)]
    message = told.message
    number = len(held_back) - len(outside)
    if number:
        more = Text(
            f"。このくり返しの中にほかに{number}件の指摘があります",
            f". {number} more {'finding lies' if number == 1 else 'findings lie'} within this repetition",
        )
        message = message.rstrip("。.") + more.to(language)
    if outside and told.rule not in HOLDING:
        more = Text(f"（同じ原因の指摘がほかに{len(outside)}件）", f" ({len(outside)} more of the same cause)")
        message += more.to(language)
    known = {related.place for related in told.related}
    there = [each for each in outside if each.place not in known]
    pieces = [_named(each) for each in there if each.problem and each.problem == told.problem]
    effects = [_named(each) for each in there if not each.problem or each.problem != told.problem]
    return told._replace(message=message, related=(*pieces, *told.related, *effects))


def _named(finding: ReportedFinding) -> ReportedRelated:
    return ReportedRelated(finding.path, finding.place, f"{finding.message} [{finding.rule}]")


def _is_in(finding: ReportedFinding, places: Sequence[Place]) -> bool:
    """Whether it begins in one of the places, which are sorted."""
    start = finding.place[:2]
    index = bisect_right(places, start, key=lambda place: place[:2]) - 1
    return index >= 0 and start < places[index][2:]


def _passages(group: Sequence[ReportedFinding], language: Language) -> ReportedFinding:
    """Pieces of one repetition, at the place of the first, with the message of the longest and where all are."""
    first, *others = group
    longest = max(group, key=lambda each: each.characters)
    characters = sum(each.characters for each in group)
    where = _lines([each.place for each in group])
    more = Text(
        f"{where.ja}に、前に出た文章のくり返しが{len(group)}つあります（あわせて{characters:,}字）。いちばん長い",
        f"{where.en} repeat earlier text {len(group)} times ({characters:,} characters in all). The longest: ",
    )
    behind = Text("これも同じくり返しの一部です: ", "A part of the same: ").to(language)
    here = [ReportedRelated(each.path, each.place, behind + _beginning(each.message)) for each in others]
    sources = dict.fromkeys(related for finding in group for related in finding.related)
    return first._replace(
        message=more.to(language) + longest.message,
        related=(*here, *sources),
        repeats=tuple(name for finding in group for name in finding.repeats),
        characters=characters,
    )


def _beginning(message: str) -> str:
    """What a message says, without what to do."""
    return message.partition("。")[0].partition("; ")[0]


def _lines(places: Iterable[Place]) -> Text:
    """The stretches of lines that the places make, those that follow each other as one."""
    stretches: list[tuple[int, int]] = []
    for line, _, last, _ in sorted(places):
        if stretches and line - stretches[-1][1] <= _NEAR:
            stretches[-1] = stretches[-1][0], max(last, stretches[-1][1])
        else:
            stretches.append((line, last))
    named, more = stretches[:_NAMED], len(stretches) > _NAMED
    ja = "と".join(f"{line}行目" if line == last else f"{line}〜{last}行目" for line, last in named)
    en = " and ".join(f"{line}" if line == last else f"{line}–{last}" for line, last in named)
    return Text(ja + "など" * more, f"Lines {en}" + " and others" * more)


def _fix_of_all(fixes: Sequence[ReportedFix | None]) -> ReportedFix | None:
    """One fix with the edits of all; safe if all are. None where one of them has none or two touch the same place."""
    known = [fix for fix in fixes if fix is not None]
    if len(known) < len(fixes):
        return None
    edits = sorted({edit for fix in known for edit in fix.edits})
    if any(edit.place[2:] > following.place[:2] for edit, following in pairwise(edits)):
        return None
    return known[0]._replace(safe=all(fix.safe for fix in known), edits=tuple(edits))


def _name_of_group(finding: ReportedFinding) -> str:
    """A fingerprint that doesn't depend on how many places there are."""
    name = f"{finding.rule}\0{finding.group}".encode("utf-8", "surrogatepass")
    return f"{crc32(name):08x}{crc32(name[::-1]):08x}"
