"""Headings of an event's pauses, which divide its report and have no section of their own."""

from __future__ import annotations

import re

from jlint.compiled import lazy_pattern

_PAUSE = lazy_pattern(
    r"[\W\d]*(?:(?:お?昼|小|長|ランチ|コーヒー|おやつ|お茶|トイレ)?(?:の)?(?:休憩|休み|ブレイク|タイム)(?:時間|タイム)?|ランチ|昼食"
    r"|(?:(?:lunch|coffee|tea|morning|afternoon|short|long|snack)\s*)?break(?:\s*time)?|lunch(?:\s*time)?)[\W\d分]*",
    re.IGNORECASE,
)


def is_pause(heading: str) -> bool:
    """Whether a heading names a break of a meeting and nothing else: 休憩, 昼休み（60分）, Afternoon Break."""
    return _PAUSE.fullmatch(heading.strip()) is not None
