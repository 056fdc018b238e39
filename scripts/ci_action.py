"""What action.yml does besides calling jlint, in lines for the file that $GITHUB_OUTPUT names.

    python -I scripts/ci_action.py key
    python -I scripts/ci_action.py outputs REPORT.json SARIF

The first prints the key of what pip downloads: it changes with Python, jlint's dependencies and $PACKAGES. The second
prints how many findings a JSON report has, by severity, and the path of the SARIF report. Needs Python alone, for it
runs before jlint is installed.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

_PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
_SEVERITIES = ("errors", "warnings", "infos")


def key() -> str:
    """The key of the cache."""
    depends_on = [sys.version.encode(), _PYPROJECT.read_bytes(), os.environ.get("PACKAGES", "").encode()]
    return hashlib.sha256(b"\0".join(depends_on)).hexdigest()[:32]


def outputs(report: str, sarif: str) -> Iterator[tuple[str, str]]:
    """The outputs of the action. Without a report, which jlint didn't get to write, the counts are empty."""
    summary: dict[str, int] = {}
    if os.path.exists(report):
        summary = json.loads(Path(report).read_text("utf-8"))["summary"]
    for name in _SEVERITIES:
        yield name, str(summary.get(name, ""))
    yield "sarif", sarif if sarif and os.path.exists(sarif) else ""


def main() -> int:
    """Prints the lines; exits with 2 for a value that would be several of them."""
    found = [("key", key())] if sys.argv[1] == "key" else [*outputs(*sys.argv[2:])]
    if any("\n" in value or "\r" in value for _, value in found):
        print("the path of the SARIF report has to be one line", file=sys.stderr)
        return 2
    for name, value in found:
        print(f"{name}={value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
