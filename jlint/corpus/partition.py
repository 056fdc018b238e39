"""Lints one partition."""

from __future__ import annotations

import os
from typing import Any

from jlint.api.counts import Counts
from jlint.api.linting import lint
from jlint.api.result import Finding
from jlint.corpus.job import Job, Partition
from jlint.corpus.outputs import Record, opened_outputs, write_record
from jlint.corpus.rows import rows_of
from jlint.corpus.survey import make_sure_unchanged

_NOWHERE = os.path.join(os.devnull, "corpus", "draft.md")
"""The path of each text: nothing that lies about on the machine where it is linted is to be taken for its neighbour."""


def lint_partition(partition: Partition, job: Job) -> Record:
    """Lints the rows of a partition and writes what is found, the record last; returns it.

    Bad rows, and rules that stop at a row, are written beside the findings and don't end the work. Raises OSError or
    CorpusError where the file can't be read, has changed since it was surveyed, or nothing can be written. What is then
    left of the outputs counts for nothing, and the partition can be linted again.
    """
    make_sure_unchanged(partition, job)
    counts, bad = Counts(), 0
    with opened_outputs(partition, job) as (write, write_bad):
        for row in rows_of(partition, job):
            place = {"file": partition.shown, "row": row.number, "id": row.id}
            failures: list[tuple[str | None, str]] = []
            if row.text is None:
                failures.append((None, row.problem.to(job.language) if row.problem else ""))
            else:
                result = lint(row.text, _NOWHERE, job.config, lang=job.language)
                counts.add(result)
                failures += [(failure.rule, failure.message) for failure in result.failures]
                for finding in result.findings:
                    write({**place, **_without_path(finding)})
            bad += any(rule is None for rule, _ in failures)
            for rule, message in failures:
                write_bad({**place, "rule": rule, "message": message, "content": row.content})
    record = Record(
        name=partition.name,
        fingerprint=partition.fingerprint(job),
        path=partition.path,
        shown=partition.shown,
        first=partition.first,
        rows=partition.rows,
        bad=bad,
        format=job.format,
        counts=counts,
    )
    write_record(record, job)
    return record


def _without_path(finding: Finding) -> dict[str, Any]:
    """The finding as a row has it: a text in a row has no path of its own."""
    values = finding.as_dict()
    for each in (values, *values["related"]):
        del each["path"]
    return values
