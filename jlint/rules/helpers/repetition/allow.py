"""The option `allow`: texts that may be repeated."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from msgspec import Meta

from jlint.rules.contract.base import RuleOptions, doc
from jlint.rules.helpers.allow import allowed as passages


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


def allowed(allow: tuple[str, ...]) -> Callable[[str], bool]:
    """Whether a sentence may be repeated. Raises RuleError for a regular expression that can't be read."""
    return passages(allow).stand_in
