"""Regular expressions that are compiled on first use: each would add up to some milliseconds to start-up."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled at its first use."""
    return re.compile(pattern)
