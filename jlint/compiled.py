"""Regular expressions that are compiled once they are needed: each costs a start-up up to some milliseconds."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled at its first use."""
    return re.compile(pattern)
