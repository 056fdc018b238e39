"""GitLab's code quality report (https://docs.gitlab.com/ci/testing/code_quality/)."""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b
from typing import Any, TextIO

from jlint.engine.result import ReportedFinding, RunResult
from jlint.finding import Severity
from jlint.report import Style
from jlint.report.json_text import as_json
from jlint.report.places import relative_path

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """Writes an entry for each finding; a failure is a blocker. Fingerprints are unique, as GitLab requires.

    It drops what isn't under the project's root: paths are relative, without `./`.
    """
    seen: Counter[str] = Counter()
    entries = [_entry(finding, _unique(f"{finding.path} {finding.fingerprint}", seen)) for finding in result.findings]
    entries += [
        {
            "description": failure.message,
            "check_name": failure.rule or "jlint",
            "fingerprint": _unique(f"{failure.path} {failure.rule} {failure.message}", seen),
            "severity": "blocker",
            "location": {"path": relative_path(failure.path), "lines": {"begin": 1}},
        }
        for failure in result.failures
    ]
    out.write(as_json(entries, indent=1) + "\n")


def _entry(finding: ReportedFinding, fingerprint: str) -> dict[str, Any]:
    return {
        "description": finding.message,
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": relative_path(finding.path),
            "lines": {"begin": finding.place.line, "end": finding.place.end_line},
        },
    }


def _unique(name: str, seen: Counter[str]) -> str:
    """A fingerprint of the name, with its number among those of the same name."""
    seen[name] += 1
    return blake2b(f"{name} {seen[name]}".encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
