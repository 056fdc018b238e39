"""Tells one problem once: what another finding tells with it is held back, findings of one kind are joined.

This comes last, when suppressions, the baseline and the changed lines have taken out what they take out: a finding that
isn't reported holds nothing back, and a joined finding stands at the first place that is left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from jlint.engine.holders import holders
from jlint.engine.joined import of_one_kind, of_one_problem, with_places
from jlint.engine.result import FileResult, HeldBack, ReportedFinding
from jlint.finding import Language


def gathered(results: Iterable[FileResult], language: Language) -> list[FileResult]:
    """The results with one finding for each problem; what is left out stands in `held_back` or in `related`."""
    return [gathered_file(result, language) for result in _without_mirrored(list(results))]


def gathered_file(result: FileResult, language: Language) -> FileResult:
    """The file's result with one finding for each problem, once those that are told in another file are left out."""
    held_by = holders(result.findings)
    held: dict[ReportedFinding, list[ReportedFinding]] = defaultdict(list)
    for finding, by in held_by.items():
        held[by].append(finding)
    groups = _groups(finding for finding in result.findings if finding not in held_by)
    findings: list[ReportedFinding] = []
    held_back: list[HeldBack] = []
    for group in groups:
        told, others = _told(group, held, language)
        findings.append(told)
        held_back += [HeldBack(each, told) for each in others]
    order = {finding: number for number, finding in enumerate(result.findings)}
    held_back.sort(key=lambda each: order[each.finding])
    return _with_fewer(result, findings)._replace(held_back=tuple(held_back))


def parts_of(
    told: ReportedFinding, findings: Iterable[ReportedFinding], held_back: Iterable[HeldBack]
) -> list[ReportedFinding]:
    """Those of a file's findings that one is told for, itself among them, as they were before they were gathered."""

    def belongs(each: ReportedFinding) -> bool:
        if each.rule != told.rule:
            return False
        return (
            each.place == told.place
            or (each.group != "" and each.group == told.group)
            or (each.problem != "" and each.problem == told.problem)
        )

    held = [each.finding for each in held_back if each.by == told]
    return list(dict.fromkeys([*filter(belongs, findings), *held]))


def _told(
    group: Sequence[ReportedFinding], held: Mapping[ReportedFinding, Sequence[ReportedFinding]], language: Language
) -> tuple[ReportedFinding, list[ReportedFinding]]:
    """What is told of findings of one kind, and what it holds back."""
    others = [each for finding in group for each in held.get(finding, ())]
    first = group[0]
    if len(group) > 1:
        return with_places(of_one_kind(group, language), [], others, language), others
    pieces: list[ReportedFinding] = []
    effects: list[ReportedFinding] = []
    for each in others:
        is_piece = each.rule == first.rule and each.problem != "" and each.problem == first.problem
        (pieces if is_piece else effects).append(each)
    places = [each.place for each in (first, *pieces)]
    return with_places(of_one_problem(first, pieces, language), places, effects, language), effects


def _groups(findings: Iterable[ReportedFinding]) -> list[list[ReportedFinding]]:
    """The findings, those of one rule and group together, in the order of the first ones."""
    groups: dict[tuple[str, str], list[ReportedFinding]] = {}
    for finding in findings:
        groups.setdefault((finding.rule, finding.group or f"\0{len(groups)}"), []).append(finding)
    return list(groups.values())


def _without_mirrored(results: Sequence[FileResult]) -> list[FileResult]:
    """The results without findings that are told from the other end too, in each file that they are related to."""
    dropped = mirrored(finding for result in results for finding in result.findings)
    if not dropped:
        return list(results)
    return [_with_fewer(result, [each for each in result.findings if each not in dropped]) for result in results]


def _with_fewer(result: FileResult, findings: Sequence[ReportedFinding]) -> FileResult:
    behind = result.behind + len(result.findings) - len(findings)
    return result._replace(findings=tuple(findings), behind=behind)


def mirrored(findings: Iterable[ReportedFinding]) -> set[ReportedFinding]:
    """Those of the findings of a run, in its order, that are told from the other end too."""
    across = [finding for finding in findings if _leads_to_files(finding)]
    by_place = {(finding.rule, finding.path, finding.place): finding for finding in across}
    dropped: set[ReportedFinding] = set()
    for finding in across:
        mirrors = [by_place.get((finding.rule, related.path, related.place)) for related in finding.related]
        if all(mirror is not None and mirror not in dropped for mirror in mirrors):
            dropped.add(finding)
    return dropped


def _leads_to_files(finding: ReportedFinding) -> bool:
    """Whether all places that it is related to are in other files."""
    return bool(finding.related) and all(related.path != finding.path for related in finding.related)
