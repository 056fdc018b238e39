"""One value of an option on top of another: what a later file doesn't speak of stays."""

from __future__ import annotations

from typing import Any

import msgspec


def merged(base: Any, top: Any) -> Any:
    """Mappings key by key, and so the groups of settings inside them; of all else, lists too, `top` alone."""
    if isinstance(base, dict) and isinstance(top, dict):
        return base | {key: merged(base[key], value) if key in base else value for key, value in top.items()}
    if isinstance(base, msgspec.Struct) and type(base) is type(top):
        return msgspec.structs.replace(base, **_given(top))
    return top


def _given(group: msgspec.Struct) -> dict[str, Any]:
    """The settings of a group that aren't what they are if nothing is said."""
    defaults = {field.name: field.default for field in msgspec.structs.fields(group)}
    return {name: value for name, value in msgspec.structs.asdict(group).items() if value != defaults[name]}
