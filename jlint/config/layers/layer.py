"""What one configuration file sets, checked, each value with its line. Plain data: it can be pickled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct

from jlint.document.house_usage import HouseUsage
from jlint.finding import Severity

if TYPE_CHECKING:
    from jlint.config.in_force.glob import Globs
    from jlint.rules.helpers.pattern import PatternSpec


class Setting(NamedTuple):
    """A value and its place, `rules.yaml:3`; `origin` is empty for a default."""

    value: Any
    origin: str = ""


class UsageInForce(Struct, frozen=True):
    """The house's own usage, and the absolute path of its file, which may not exist yet; empty for none."""

    path: str = ""
    usage: HouseUsage = HouseUsage()


class RuleEntry(Struct, frozen=True):
    """What a file sets for a rule or category. `severity` is None where it sets none; its value is None for `off`."""

    severity: Setting | None
    options: Mapping[str, Setting]


class Override(Struct, frozen=True):
    """What is different for the files that match: rules, and keys of `shape.General` that may differ by file."""

    files: Globs
    rules: Mapping[str, RuleEntry]
    general: Mapping[str, Setting]


class PatternEntry(Struct, frozen=True):
    """A pattern, its place, whether it sets a severity, and the places of its examples."""

    spec: PatternSpec
    origin: str
    severity_said: bool
    bad: tuple[str, ...]
    good: tuple[str, ...]


class Layer(Struct, frozen=True):
    """One file. `general` has the keys of `shape.General` that it sets; a list that it doesn't set is None."""

    path: str
    general: Mapping[str, Setting]
    exclude: Setting | None
    dictionaries: Setting | None
    usage: Setting | None
    rules: Mapping[str, RuleEntry]
    overrides: tuple[Override, ...] | None
    patterns: tuple[PatternEntry, ...] | None


class Chain(Struct, frozen=True):
    """Layers, the later ones winning, over the rules' defaults, or over nothing where `from_nothing`."""

    layers: tuple[Layer, ...] = ()
    from_nothing: bool = False


def severity_named(word: str) -> Severity | None:
    """The severity that a word of rules.yaml means, None for `off`."""
    return None if word == "off" else Severity.named(word)
