"""What a house writes to say how its values and names are to be: regular expressions and limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec

from jlint.rules.base import RuleError

if TYPE_CHECKING:
    import regex

AtLeastOne = Annotated[int, msgspec.Meta(ge=1)]
"""A number of characters or items."""

_TIME_LIMIT = 1.0


def compiled(pattern: str, where: str) -> regex.Pattern[str]:
    """The expression. Raises RuleError, which names the option `where` it stands, for one that can't be read."""
    import regex

    try:
        return regex.compile(pattern)
    except regex.error as error:
        place = (error.pos or 0) + 1
        raise RuleError(
            ja=f"{where} の「{pattern}」は正規表現として読めません（{place}文字目）",
            en=f'"{pattern}" in {where} is no regular expression (character {place}: {error.msg})',
        ) from None


def fits(pattern: regex.Pattern[str], text: str) -> bool:
    """Whether the whole text fits. Raises RuleError where that takes too long to find out."""
    try:
        return pattern.fullmatch(text, timeout=_TIME_LIMIT) is not None
    except (TimeoutError, MemoryError):
        raise RuleError(
            ja=f"「{pattern.pattern}」は {_TIME_LIMIT:g} 秒で終わらないので止めました。"
            "(a+)+ のように、くり返しの中にくり返しがないか確かめてください",
            en=f'"{pattern.pattern}" was stopped after {_TIME_LIMIT:g} s. '
            "Look for a repetition inside a repetition, such as (a+)+",
        ) from None
