"""The rules that a textlint configuration turns on, one by one, those of presets too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from jlint.textlint.names import short_name
from jlint.textlint.table import PRESETS

SEVERITY = "severity"
"""The option that every rule of textlint has."""


class EnabledRule(NamedTuple):
    """A rule that a configuration turns on. Inside a preset its name is `preset/rule`.

    `is_chosen`: the configuration itself turns it on, inside a preset with options, and not only the preset.
    """

    name: str
    options: Mapping[str, Any]
    is_chosen: bool = True


def rules_in(rules: Mapping[str, Any]) -> Iterator[EnabledRule]:
    """The rules that are on, those of presets one by one."""
    settings = {short_name(name): value for name, value in rules.items()}
    inside: dict[str, dict[str, Any]] = {}
    for name, value in settings.items():
        preset, slash, rule = name.partition("/")
        if slash and preset in settings:
            inside.setdefault(preset, {})[rule] = value
    for name, value in settings.items():
        if value is False or ("/" in name and name.partition("/")[0] in inside):
            continue
        if name in PRESETS:
            own = _options(value)
            chosen = {short_name(rule): given for rule, given in own.items()} | inside.get(name, {})
            yield from _in_preset(name, {**PRESETS[name], **chosen}, chosen)
        else:
            yield EnabledRule(name, _options(value))


def _in_preset(preset: str, rules: Mapping[str, Any], chosen: Mapping[str, Any]) -> Iterator[EnabledRule]:
    for rule, value in rules.items():
        if value is not False and rule != SEVERITY:
            yield EnabledRule(f"{preset}/{rule}", _options(value), is_chosen=isinstance(chosen.get(rule), dict))


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
