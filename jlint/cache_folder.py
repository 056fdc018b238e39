"""Where jlint keeps what it would otherwise compute again."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "JLINT_CACHE_DIR"


def cache_folder() -> Path:
    """The folder that JLINT_CACHE_DIR names, else jlint's own among the user's caches. It need not exist."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("jlint", appauthor=False)
