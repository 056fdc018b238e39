"""Tells one problem once: findings inside a repeated passage are held back, those of one kind are joined.

This comes last, when suppressions, the baseline and the changed lines have taken out what they take out: a passage that
isn't reported holds nothing back, and a joined finding stands at the first place that is left.
"""

from __future__ import annotations

from binascii import crc32
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from jlint.engine.result import FileResult, HeldBack, Place, ReportedFinding, ReportedFix, ReportedRelated
from jlint.finding import Language, Text

LONG, SHORT = "repeated-passage", "short-repeated-passage"
HOLDING = frozenset({LONG, SHORT})
"""Rules whose findings are copies: whoever deletes one deletes what is wrong in it."""


def gathered(results: Iterable[FileResult], language: Language) -> list[FileResult]:
    """The results with one finding for each problem; what is left out stands in `held_back` or in `related`."""
    return [_of_file(result, language) for result in _without_mirrored(list(results))]


def _of_file(result: FileResult, language: Language) -> FileResult:
    reported, held_back = _held_back(result.findings)
    groups = _groups(reported)
    joined = [group[0] if len(group) == 1 else _as_one(group, language) for group in groups]
    told_by = {member: number for number, group in enumerate(groups) for member in group}
    counts = Counter(told_by[each.by] for each in held_back)
    findings = [_telling(finding, counts[number], language) for number, finding in enumerate(joined)]
    held = tuple(each._replace(by=findings[told_by[each.by]]) for each in held_back)
    return result._replace(findings=tuple(findings), held_back=held)


def _without_mirrored(results: Sequence[FileResult]) -> list[FileResult]:
    """The results without findings that are told from the other end too, in each file that they are related to."""
    by_place: dict[tuple[str, str, Place], ReportedFinding] = {}
    across = [finding for result in results for finding in result.findings if _leads_to_files(finding)]
    for finding in across:
        by_place[finding.rule, finding.path, finding.place] = finding
    dropped: set[ReportedFinding] = set()
    for finding in across:
        mirrors = [by_place.get((finding.rule, related.path, related.place)) for related in finding.related]
        if all(mirror is not None and mirror not in dropped for mirror in mirrors):
            dropped.add(finding)
    if not dropped:
        return list(results)
    return [
        result._replace(findings=tuple(finding for finding in result.findings if finding not in dropped))
        for result in results
    ]


def _leads_to_files(finding: ReportedFinding) -> bool:
    """Whether all places that it is related to are in other files."""
    return bool(finding.related) and all(related.path != finding.path for related in finding.related)


def _held_back(findings: Sequence[ReportedFinding]) -> tuple[list[ReportedFinding], list[HeldBack]]:
    """The findings that are told, and those that another one tells with it."""
    passages = sorted((each for each in findings if each.rule in HOLDING), key=lambda each: each.place)
    starts = [each.place[:2] for each in passages]
    largest = max(passages, key=lambda each: each.characters, default=None)
    chains = {each.group: each for each in reversed(passages) if each.rule == LONG and each.group}
    holders = {(each.place.line, rule): each for each in findings for rule in each.holds_back}
    reported: list[ReportedFinding] = []
    held: list[HeldBack] = []
    for finding in findings:
        by = chains.get(finding.group) if finding.rule == SHORT else holders.get((finding.place.line, finding.rule))
        if by is None and finding.rule not in HOLDING:
            by = largest if finding.ends_with_repeats else _passage_around(passages, starts, finding.place)
        if by is None:
            reported.append(finding)
        else:
            held.append(HeldBack(finding, by))
    return reported, _told_at_last(held)


def _told_at_last(held: Sequence[HeldBack]) -> list[HeldBack]:
    """The findings, each with the one that is told: who holds one back may be held back itself, however often."""
    holder = {each.finding: each.by for each in held}
    told: list[HeldBack] = []
    for each in held:
        last = each.by
        while last in holder:
            last = holder[last]
        told.append(each._replace(by=last))
    return told


def _passage_around(
    passages: Sequence[ReportedFinding], starts: Sequence[tuple[int, int]], place: Place
) -> ReportedFinding | None:
    index = bisect_right(starts, place[:2]) - 1
    if index < 0:
        return None
    passage = passages[index]
    return passage if place[:2] < passage.place[2:] else None


def _telling(passage: ReportedFinding, held_back: int, language: Language) -> ReportedFinding:
    """The passage, its message with how many findings it holds back."""
    if not held_back or passage.rule not in HOLDING:
        return passage
    more = Text(
        f"。このくり返しの中にほかに{held_back}件の指摘があります",
        f". {held_back} more {'finding lies' if held_back == 1 else 'findings lie'} within this repetition",
    )
    return passage._replace(message=passage.message.rstrip("。.") + more.to(language))


def _groups(findings: Iterable[ReportedFinding]) -> list[list[ReportedFinding]]:
    """The findings, those of one rule and group together, in the order of the first ones."""
    groups: dict[tuple[str, str], list[ReportedFinding]] = {}
    for finding in findings:
        groups.setdefault((finding.rule, finding.group or f"\0{len(groups)}"), []).append(finding)
    return list(groups.values())


def _as_one(group: Sequence[ReportedFinding], language: Language) -> ReportedFinding:
    if group[0].rule in HOLDING:
        return _stretch(group, language)
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


def _stretch(group: Sequence[ReportedFinding], language: Language) -> ReportedFinding:
    """Passages that follow each other as one, at the place of the first."""
    first, *others = group
    line = max(each.place.end_line for each in group)
    more = Text(
        f"。すぐ後にほかに{len(others)}つのくり返しが{line}行目まで続きます",
        f". {len(others)} more right behind it, up to line {line}",
    )
    behind = Text("すぐ後のくり返しです", "The next repetition").to(language)
    here = [ReportedRelated(each.path, each.place, behind) for each in others]
    sources = dict.fromkeys(related for finding in group for related in finding.related)
    return first._replace(
        message=first.message.rstrip("。.") + more.to(language),
        related=(*here, *sources),
        repeats=tuple(name for finding in group for name in finding.repeats),
        characters=sum(finding.characters for finding in group),
    )


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
