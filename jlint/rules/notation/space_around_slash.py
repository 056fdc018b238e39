"""Spaces on either side of a slash."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, replace
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.notation.prose import EDGE, prose_of

_BESIDE = rf"[\s{EDGE}/]"
_SLASH = rf"(?<!{_BESIDE})(?:[ \u3000]+[/／][ \u3000]*|[/／][ \u3000]+)(?!{_BESIDE})"


class SpaceAroundSlash(Rule):
    """スラッシュの前後に空白がある。

    「東京/大阪」のように並べるときのスラッシュは、前後を空けないのが普通。空白を消す。
    """

    id = "space-around-slash"
    category = "notation"
    severity = None
    english = """A space stands next to a slash.

    A slash that parts alternatives is set without spaces. Remove them.
    """
    examples = (
        Bad("東京⟦ / ⟧大阪へ行く。\n", fixed="東京/大阪へ行く。\n"),
        Bad("東京⟦/　⟧大阪へ行く。\n", fixed="東京/大阪へ行く。\n"),
        Good("東京/大阪へ行く。HTTP/2 で1/2の時間になる。\n"),
        Good("場所は `a / b` と ./path/to か // で始まる。\n"),
    )
    Options = AllowOptions
    options: AllowOptions

    def check(self, document: Document) -> Iterator[Finding]:
        for found in prose_of(document).find(_SLASH, "/", "／"):
            start, end = found.match.span()
            if not found.is_unbroken() or found.prose.is_allowed(self.options.allow, start, end):
                continue
            slash = found[0].strip()
            span = found.span()
            yield self.finding(
                span,
                ja="スラッシュの前後に空白があります。詰めてください",
                en="A space stands next to a slash; remove it",
                fix=replace(span, slash, ja="空白を消す", en="Remove the space", safe=True),
            )
