"""The command `jlint`.

Nothing is imported here that takes time, so that Ctrl-C is heard from the start; see `program` for what runs.
"""

from __future__ import annotations

import gc
import sys
import warnings

from jlint.cli.exit_codes import INTERRUPTED

_OBJECTS = 1_000_000
"""So many objects may be made before Python looks for garbage: a run leaves next to none, see `Document.release`."""


def main() -> None:
    """Runs the command line and ends the process."""
    try:
        from jlint.cli.interrupt import QuietEnd, end_by_signal

        with QuietEnd():
            if not sys.warnoptions:
                # Python warns of odd patterns that users may write, in words for programmers
                warnings.simplefilter("ignore")
            gc.set_threshold(_OBJECTS)
            from jlint.cli.program import run
        code = run()
        end_by_signal()
        gc.freeze()  # At its end Python looks for garbage, which takes a tenth of a short run
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)
