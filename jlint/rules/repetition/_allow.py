"""The option `allow`: texts that may be repeated."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Annotated

from msgspec import Meta

from jlint.rules.base import RuleError, RuleOptions, doc

_SECONDS = 1.0
"""How long one of a user's own patterns may take on one sentence."""


class AllowOptions(RuleOptions):
    """The option that all rules about repetition share."""

    allow: Annotated[
        tuple[Annotated[str, Meta(min_length=1)], ...],
        doc(
            "くり返してよい文。その文字列を含む文は指摘しない。/…/ と書くと正規表現。",
            "Texts that may repeat: a sentence that contains one is left alone. /…/ is a regular expression",
        ),
    ] = ()

    def __post_init__(self) -> None:
        """Raises RuleError for a regular expression that can't be read."""
        allowed(self.allow)


@lru_cache(maxsize=64)
def allowed(allow: tuple[str, ...]) -> Callable[[str], bool]:
    """Whether a sentence may be repeated. Raises RuleError for a regular expression that can't be read."""
    if not allow:
        return lambda text: False
    texts = tuple(entry for entry in allow if not _is_pattern(entry))
    patterns = tuple(_matcher(entry[1:-1]) for entry in allow if _is_pattern(entry))
    return lambda text: any(entry in text for entry in texts) or any(matches(text) for matches in patterns)


def _is_pattern(entry: str) -> bool:
    return len(entry) > 2 and entry.startswith("/") and entry.endswith("/")


def _matcher(pattern: str) -> Callable[[str], bool]:
    import regex

    try:
        compiled = regex.compile(pattern)
    except regex.error as error:
        raise RuleError(
            ja=f"allow の正規表現 /{pattern}/ が読めません: {error}。書き直してください",
            en=f"The regular expression /{pattern}/ in allow can't be read: {error}. Correct it",
        ) from None

    def matches(text: str) -> bool:
        try:
            return compiled.search(text, timeout=_SECONDS) is not None
        except (TimeoutError, MemoryError):
            raise RuleError(
                ja=f"allow の正規表現 /{pattern}/ に時間がかかりすぎます。書き直してください",
                en=f"The regular expression /{pattern}/ in allow takes too long. Rewrite it",
            ) from None

    return matches
