"""The command `jlint`.

This module imports nothing slow, so that Ctrl-C is handled from the start; see `program` for what runs.
"""

from __future__ import annotations

import gc
import sys
import warnings

from jlint.cli.exit_codes import INTERRUPTED

_OBJECTS = 1_000_000
"""Python collects garbage only after so many new objects: a run leaves next to none, see `Document.release`."""


def main() -> None:
    """Runs the command line and ends the process."""
    try:
        from jlint.cli.interrupt import QuietEnd, end_by_signal, end_quietly

        with QuietEnd():
            sys.unraisablehook = end_quietly
            if not sys.warnoptions:
                # Python's warnings about dubious patterns of users are worded for programmers
                warnings.simplefilter("ignore")
            gc.set_threshold(_OBJECTS)
            from jlint.cli.languages import choose

            choose(sys.argv[1:])  # before the texts of options are made
            from jlint.cli.program import run
        code = run()
        from jlint.expression_codes import keep

        keep()
        end_by_signal()
        gc.freeze()  # Python collects garbage at exit, which takes a tenth of a short run
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)
