"""Merges one value of an option into another: what a later file doesn't set stays."""

from __future__ import annotations

from typing import Any

import msgspec


def merged(base: Any, top: Any) -> Any:
    """`top` over `base`: mappings and the groups of settings in them key by key; for all else, also lists, `top`."""
    if isinstance(base, dict) and isinstance(top, dict):
        return base | {key: merged(base[key], value) if key in base else value for key, value in top.items()}
    if isinstance(base, msgspec.Struct) and type(base) is type(top):
        return msgspec.structs.replace(base, **_given(top))
    return top


def _given(group: msgspec.Struct) -> dict[str, Any]:
    """The settings of a group that differ from their defaults."""
    defaults = {field.name: field.default for field in msgspec.structs.fields(group)}
    return {name: value for name, value in msgspec.structs.asdict(group).items() if value != defaults[name]}
