"""Every rule and preset of textlint's that jlint can translate, by their short names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import ModuleType

from jlint.finding import Text
from jlint.textlint import ai_writing, house_presets, jtf, single, spacing, technical
from jlint.textlint.names import short_name
from jlint.textlint.presets import PRESETS
from jlint.textlint.translation import Given, On, Translator

_FAMILIES: tuple[ModuleType, ...] = (technical, jtf, spacing, ai_writing, single, house_presets)

RULES: Mapping[str, Translator] = {name: rule for family in _FAMILIES for name, rule in family.RULES.items()}

ADVICE: Mapping[str, Text] = {
    name: advice for family in _FAMILIES for name, advice in getattr(family, "ADVICE", {}).items()
}
"""What to do instead of rules without a counterpart in jlint; a family may have such advice."""


def translator(name: str) -> Translator | None:
    """How the rule is translated. Inside a preset, `preset-x/rule`, it may be one from outside or from JTF's preset."""
    short = short_name(name)
    inside = short_name(short.partition("/")[2])
    return RULES.get(short) or RULES.get(inside) or RULES.get(f"{jtf.PRESET}/{inside}")


@cache
def rules_for(name: str) -> tuple[str, ...]:
    """jlint's rules for a rule or preset of textlint's; the `preset-` before a preset's name may be missing."""
    preset, slash, rule = name.partition("/")
    inside = PRESETS.get(preset) or PRESETS.get(f"preset-{preset}")
    if inside is not None and not slash:
        return tuple(dict.fromkeys(found for each in inside for found in rules_for(f"{preset}/{each}")))
    translate = translator(name) or translator(f"preset-{name}") or (translator(rule) if slash else None)
    parts = translate(Given({})) if translate else ()
    return tuple(part.rule for part in parts if isinstance(part, On))
