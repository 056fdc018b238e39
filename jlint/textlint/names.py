"""textlint's names: one rule may be written in several ways."""

from __future__ import annotations

from jlint.compiled import lazy_pattern

_SCOPE = lazy_pattern(r"^@[^/]+/")
_KIND = lazy_pattern(r"^textlint-(?:filter-)?rule-")


def short_name(name: str) -> str:
    """The name without scope and prefix: `no-todo`, `preset-japanese`, inside a preset `preset-japanese/max-ten`.

    `@textlint-ja/preset-ai-writing` and `@textlint-ja/textlint-rule-preset-ai-writing` are the same rule; the scope
    says only who published it.
    """
    return _KIND.sub("", _SCOPE.sub("", name.strip()))
