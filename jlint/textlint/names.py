"""textlint's names: one rule may be written in several ways."""

from __future__ import annotations

import re

_SCOPE = re.compile(r"^@[^/]+/")
_KIND = re.compile(r"^textlint-(?:filter-)?rule-")


def short_name(name: str) -> str:
    """The name without scope and prefix: `no-todo`, `preset-japanese`, inside a preset `preset-japanese/max-ten`.

    `@textlint-ja/preset-ai-writing` and `@textlint-ja/textlint-rule-preset-ai-writing` are the same rule; the scope
    says only who published it.
    """
    return _KIND.sub("", _SCOPE.sub("", name.strip()))
