"""JSON Schemas of arguments and answers, as clients of the protocol want them."""

from __future__ import annotations

from typing import Any

import msgspec


def schema_of(kind: type[msgspec.Struct]) -> dict[str, Any]:
    """The schema of a struct: an object at its root, as the protocol wants it, with a type beside each enumeration."""
    _, definitions = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    root = definitions.pop(kind.__name__)
    schema: dict[str, Any] = _completed({**root, "$defs": definitions} if definitions else root)
    return schema


def _completed(part: Any) -> Any:
    if isinstance(part, list):
        return [_completed(each) for each in part]
    if not isinstance(part, dict):
        return part
    whole = {name: _completed(value) for name, value in part.items() if (name, value) != ("required", [])}
    is_enumeration = isinstance(whole.get("enum"), list) and "type" not in whole
    return {"type": "string", **whole} if is_enumeration else whole
