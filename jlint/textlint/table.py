"""Every rule and preset of textlint's that jlint can translate, by their short names."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType
from typing import Any

from jlint.finding import Text
from jlint.textlint import ai_writing, jtf, single, spacing, technical
from jlint.textlint.names import short_name
from jlint.textlint.translation import Translator

_FAMILIES: tuple[ModuleType, ...] = (technical, jtf, spacing, ai_writing, single)

RULES: Mapping[str, Translator] = {name: rule for family in _FAMILIES for name, rule in family.RULES.items()}
PRESETS: Mapping[str, Mapping[str, Any]] = {
    name: rules for family in _FAMILIES for name, rules in family.PRESETS.items()
}

ADVICE: Mapping[str, Text] = {
    name: advice for family in _FAMILIES for name, advice in getattr(family, "ADVICE", {}).items()
}
"""What to do instead of rules without a counterpart in jlint; a family may have such advice."""


def translator(name: str) -> Translator | None:
    """How the rule is translated. Inside a preset, `preset-x/rule`, it may be one that exists outside of presets."""
    short = short_name(name)
    return RULES.get(short) or RULES.get(short_name(short.partition("/")[2]))
