"""What was found about the dialects of a folder's files, in words."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.config.dialect.decision import AUTO, NO_EVIDENCE
from jlint.config.dialect.evidence import Evidence
from jlint.config.dialect.repository import Overview
from jlint.finding import Text


def summary_of(overview: Overview) -> tuple[str, Text]:
    """The dialect of the folder's files, `auto` where that differs by sub-folder, and what shows it."""
    if not overview.parts:
        return (overview.here or NO_EVIDENCE).dialect, (overview.here or NO_EVIDENCE).reason
    lines = list(kinds_of(overview))
    return AUTO, Text("、".join(line.ja for line in lines), ", ".join(line.en for line in lines))


def the_only_one(overview: Overview) -> Evidence | None:
    """What the folder shows, if it is one dialect, no guess, and no sub-folder shows another; else None.

    What only a sub-folder shows of itself says nothing about the files beside it.
    """
    here = [overview.here] if overview.here else []
    shown = [*here, *(part.evidence for part in overview.parts)]
    own = [*here, *(part.evidence for part in overview.parts if part.by_parent)]
    is_one = len({evidence.dialect for evidence in shown}) == 1 and not any(evidence.is_guess for evidence in shown)
    return own[0] if own and is_one else None


def kinds_of(overview: Overview) -> Iterator[Text]:
    """For each dialect where it is found, and what shows it."""
    if overview.here:
        yield _kind(Text("ここは", "here"), overview.here)
    where: dict[Evidence, list[str]] = {}
    for part in overview.parts:
        where.setdefault(part.evidence, []).append(part.name)
    for evidence, names in where.items():
        yield _kind(Text("・".join(names) + " は", " and ".join(names)), evidence)


def _kind(where: Text, evidence: Evidence) -> Text:
    dialect, reason = evidence.dialect, evidence.reason
    return Text(f"{where.ja} {dialect}（{reason.ja}）", f"{where.en}: {dialect} ({reason.en})")
