"""With what the command line ends. Decided in this package and nowhere else."""

from __future__ import annotations

OK, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: nothing to report; findings at or above --fail-on; wrong usage or something that failed; Ctrl-C."""
