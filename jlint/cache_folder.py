"""The folder of jlint's caches."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "JLINT_CACHE_DIR"


def cache_folder() -> Path | None:
    """The folder that JLINT_CACHE_DIR names, else jlint's folder in the user's cache directory. It need not exist.

    None for a user without a home directory.
    """
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    try:
        folder = user_cache_path("jlint", appauthor=False)
    except RuntimeError:
        return None
    return folder if folder.is_absolute() else None  # older versions leave an unresolvable ~ in the path
