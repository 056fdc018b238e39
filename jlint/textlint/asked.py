"""The rules that a textlint configuration turns on, one by one, those of presets too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from jlint.textlint.names import short_name
from jlint.textlint.presets import PRESETS

SEVERITY = "severity"
"""The option that every rule of textlint has."""


class EnabledRule(Struct, frozen=True):
    """A rule that a configuration turns on. Inside a preset its name is `preset/rule`.

    `is_chosen`: the configuration itself sets its options, and not only the preset. `is_off_in_preset`: the preset
    leaves the rule off, and the configuration says `true`, which for textlint means: as the preset has it.
    """

    name: str
    options: Mapping[str, Any]
    is_chosen: bool = True
    is_off_in_preset: bool = False


def rules_in(rules: Mapping[str, Any]) -> Iterator[EnabledRule]:
    """The rules that are on, those of presets one by one."""
    settings = {short_name(name): value for name, value in rules.items()}
    inside: dict[str, dict[str, Any]] = {}
    for name, value in settings.items():
        preset, slash, rule = name.partition("/")
        if slash and preset in settings:
            inside.setdefault(preset, {})[rule] = value
    for name, value in settings.items():
        if _is_off(value) or ("/" in name and name.partition("/")[0] in inside):
            continue
        if name in PRESETS:
            own = _options(value)
            yield from _in_preset(name, {short_name(rule): given for rule, given in own.items()} | inside.get(name, {}))
        else:
            yield EnabledRule(name, _options(value))


def _in_preset(preset: str, chosen: Mapping[str, Any]) -> Iterator[EnabledRule]:
    """The rules of a preset that are on. Of a rule's options the configuration's replace the preset's as a whole."""
    for rule in dict.fromkeys([*PRESETS[preset], *chosen]):
        name, default, value = f"{preset}/{rule}", PRESETS[preset].get(rule, True), chosen.get(rule)
        if rule == SEVERITY or value is False:
            continue
        if isinstance(value, dict | list):
            yield EnabledRule(name, _options(value))
        elif default is not False:
            yield EnabledRule(name, _options(default), is_chosen=False)
        elif value is not None:
            yield EnabledRule(name, {}, is_off_in_preset=True)


def _is_off(value: Any) -> bool:
    """Whether textlint leaves out a rule or preset with this value."""
    return not value and not isinstance(value, dict | list)


def _options(value: Any) -> dict[str, Any]:
    """The options of a rule; a few rules take a list as their only option."""
    if isinstance(value, dict):
        return {str(name): item for name, item in value.items()}
    return {"": value} if is_list(value) else {}


def names_in(value: Any) -> list[str]:
    """The names that a list or a mapping holds."""
    return [str(name) for name in value] if isinstance(value, list | dict) else []


def is_list(value: Any) -> bool:
    """Whether it is a list."""
    return isinstance(value, list)


def texts_in(options: Any, name: str) -> list[str]:
    """The items of an option that takes a list, as texts."""
    value = options.get(name) if isinstance(options, dict) else None
    return [str(item) for item in value] if isinstance(value, list) else []
