"""Whether a text is written in the spelling of before the war, as literature still is."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from jlint.compiled import lazy_pattern

if TYPE_CHECKING:
    from jlint.document import Document

_ENOUGH = 3


@cache
def _old() -> re.Pattern[str]:
    """Words that are in kana today."""
    return lazy_pattern(
        "云[いうえっは]|此[のれ処方]|其[のれ処]|[然併]し、|何処|何時[もか]|[るたの]迄|殆[どん]|而[しも]|如[何く]|矢張|兎[にも]角"
        "|斯[うくん]|[総凡]て|漸く|屡々|[てで]居[るたり]|[てで]了[うっ]|呉れ|丁度|勿論|僅か|[ゐゑヰヱ]|へば|思ふ|やう[にな]"
    )


@lru_cache(maxsize=2)
def is_in_old_style(document: Document) -> bool:
    """Whether the prose has several different words of that spelling."""
    seen: set[str] = set()
    for block in document.prose:
        seen.update(match[0] for match in _old().finditer(block.text))
        if len(seen) >= _ENOUGH:
            return True
    return False


@cache
def _old_kana() -> re.Pattern[str]:
    """Historical kana, and the large つ of laws and literature from before the reform of spelling.

    Each branch begins with the letter that is looked for, so that the engine can pass over all others.
    """
    return lazy_pattern(
        "[ゐゑヰヱ]|つ(?<=[一-鿿あかさだとなまらわ]つ)[たて](?=[一-鿿、。とこものがにをはりい])|せ(?<=[まで]せ)う"
        "|や(?<=[るたのいな]や)う[にな]|ふ(?<=[思云言]ふ)|は(?<=[思言云]は)[れずな]|へば"
    )


@lru_cache(maxsize=2)
def is_in_old_kana(document: Document) -> bool:
    """Whether the prose has historical kana three times or more: statistics of today say nothing about it."""
    found = 0
    for block in document.prose:
        found += len(_old_kana().findall(block.text))
        if found >= _ENOUGH:
            return True
    return False
