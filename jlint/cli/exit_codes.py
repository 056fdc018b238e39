"""The exit codes of the command line. Only this package decides on them."""

from __future__ import annotations

OK, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: nothing to report; findings at or above --fail-on; wrong usage or something that failed; Ctrl-C."""
