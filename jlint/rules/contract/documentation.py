"""The documentation of rules and options, in both languages."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import msgspec
from msgspec import Struct

from jlint.finding import Text
from jlint.rules.contract.base import Rule


class Described(Struct, frozen=True):
    """A field of a Struct: its name in rules.yaml, its type, its default, and what it means."""

    name: str
    type: Any
    default: Any
    meaning: Text


def summary_of(rule: type[Rule] | Rule) -> Text:
    """The sentence that names the defect."""
    return Text(*(part.partition("\n")[0] for part in documentation_of(rule)))


def documentation_of(rule: type[Rule] | Rule) -> Text:
    """The whole documentation of a rule."""
    return Text(inspect.getdoc(rule) or "", inspect.cleandoc(rule.english))


def fields_of(struct: type[msgspec.Struct]) -> Iterator[Described]:
    """The fields of options, or of another part of rules.yaml, in order."""
    hints = get_type_hints(struct, include_extras=True)
    for field in msgspec.structs.fields(struct):
        default = field.default
        if field.default_factory is not msgspec.NODEFAULT:
            default = field.default_factory()
        yield Described(field.encode_name, hints[field.name], default, _meaning(hints[field.name]))


def groups_in(hint: Any) -> Iterator[type[msgspec.Struct]]:
    """The groups of settings that a value of this type may hold."""
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        yield hint
    for inner in get_args(hint):
        yield from groups_in(inner)


def _meaning(hint: Any) -> Text:
    for meta in getattr(hint, "__metadata__", ()):
        if isinstance(meta, msgspec.Meta) and meta.description:
            return Text(meta.description, (meta.extra or {}).get("en", ""))
    return Text("", "")


def translations(hint: Any) -> dict[str, str]:
    """Every Japanese description inside a type, with its English one."""
    found: dict[str, str] = {}
    for meta in getattr(hint, "__metadata__", ()):
        if isinstance(meta, msgspec.Meta) and meta.description:
            found[meta.description] = (meta.extra or {}).get("en", "")
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        for field in get_type_hints(hint, include_extras=True).values():
            found |= translations(field)
    for inner in get_args(hint):
        found |= translations(inner)
    return found
