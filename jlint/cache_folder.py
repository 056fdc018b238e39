"""Where jlint keeps what it would otherwise compute again."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "JLINT_CACHE_DIR"


def cache_folder() -> Path | None:
    """The folder that JLINT_CACHE_DIR names, else jlint's own among the user's caches. It need not exist.

    None for a user without a home, who has no place for caches.
    """
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    try:
        folder = user_cache_path("jlint", appauthor=False)
    except RuntimeError:
        return None
    return folder if folder.is_absolute() else None  # older versions leave a ~ as it is that stands for nothing
