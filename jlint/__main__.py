"""`python -m jlint` is the command `jlint`."""

import os
import sys
from contextlib import suppress

if __name__ == "__main__":
    # Python puts the working folder first where it looks for modules: a repository's own yaml.py would be run
    with suppress(OSError):  # the working folder may be gone
        if not sys.flags.safe_path and sys.path and sys.path[0] in ("", os.getcwd()):
            del sys.path[0]
    from jlint.cli import main

    main()
