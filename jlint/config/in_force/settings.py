"""A chain of configuration files merged: later ones win, key by key, inside an option too; lists replace each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import msgspec

from jlint.config.dialect.decision import dialect_named
from jlint.config.layers.layer import Chain, Override, PatternEntry, RuleEntry, Setting, UsageInForce
from jlint.config.layers.merge import merged
from jlint.config.reading.shape import General
from jlint.document.dialect import Dialect
from jlint.document.own_words import OwnWords
from jlint.finding import Severity
from jlint.rules.contract.base import Rule
from jlint.rules.contract.deferred import Listed, deferred
from jlint.rules.table import BY_ID

_DICTIONARIES = "dictionary-term"
"""The rule that dictionaries turn on."""


class RuleInForce(NamedTuple):
    """A rule with its options, the severity it has (None: off), and the options that are set, with their places."""

    rule: Rule
    severity: Setting
    options: Mapping[str, Setting]


class Settings:
    """The settings of one configuration for the files that it applies to."""

    def __init__(self, chain: Chain) -> None:
        self._layers = chain.layers
        self._from_nothing = chain.from_nothing

    @cached_property
    def general(self) -> dict[str, Setting]:
        """The keys of `General` except `exclude`, `dictionaries` and `usage`, defaults included."""
        defaults = General()
        merged = {
            field.encode_name: Setting(getattr(defaults, field.name)) for field in msgspec.structs.fields(General)
        }
        del merged["exclude"], merged["dictionaries"], merged["usage"]
        for layer in self._layers:
            merged.update(layer.general)
        return merged

    def general_for(self, overrides: Sequence[int]) -> dict[str, Setting]:
        """`general` as it is in force under these overrides."""
        merged = dict(self.general)
        for number in overrides:
            merged.update(self._overrides[number].general)
        return merged

    @property
    def dialect_of_examples(self) -> Dialect:
        """The dialect in which the texts in the configuration itself are read."""
        return dialect_named(self.general["markdown"].value, self.general["cjk-friendly-emphasis"].value)

    @cached_property
    def exclude(self) -> Setting | None:
        """The globs of the files that are not linted."""
        exclude: Setting | None = _last([layer.exclude for layer in self._layers])
        return exclude

    @cached_property
    def dictionaries(self) -> Setting:
        """The absolute paths of the dictionaries in force."""
        return _last([layer.dictionaries for layer in self._layers]) or Setting(())

    @cached_property
    def patterns(self) -> tuple[PatternEntry, ...]:
        """The patterns in force."""
        return _last([layer.patterns for layer in self._layers]) or ()

    @cached_property
    def words(self) -> OwnWords:
        """The project's own words."""
        return OwnWords(self.general["words"].value)

    @cached_property
    def usage(self) -> Setting:
        """The house's own usage, and the file that it is in."""
        return _last([layer.usage for layer in self._layers]) or Setting(UsageInForce())

    @cached_property
    def _overrides(self) -> tuple[Override, ...]:
        return _last([layer.overrides for layer in self._layers]) or ()

    def excludes(self, path: str) -> bool:
        """Whether the file, an absolute path, is not to be linted."""
        return self.exclude is not None and self.exclude.value.match(path)

    def overrides_for(self, path: str) -> tuple[int, ...]:
        """The numbers of the overrides that apply to the file, an absolute path."""
        return tuple(number for number, override in enumerate(self._overrides) if override.files.match(path))

    def rules(self, overrides: Sequence[int] = (), *, may_defer: bool = False) -> Iterator[RuleInForce]:
        """Every rule and pattern as it is in force under these overrides.

        With `may_defer`, rules that have their default options are imported when they are needed.
        """
        for listed in BY_ID.values():
            default = Setting(None if self._from_nothing else listed.by_default)
            dictionaries = self.dictionaries if listed.id == _DICTIONARIES and self.dictionaries.value else None
            if dictionaries:
                default = Setting(listed.severity, dictionaries.origin)
            severity, options = self._of(listed, default, overrides)
            if may_defer and not options and not dictionaries:
                yield RuleInForce(deferred(listed), severity, options)
                continue
            rule = listed.load()
            built: Any = rule(options_of(rule, options)) if options else rule()
            if dictionaries:
                built.dictionaries = dictionaries.value
            yield RuleInForce(built, severity, options)
        if self.patterns:
            from jlint.rules.helpers.pattern import PatternRule
        for entry in self.patterns:
            pattern = PatternRule(entry.spec)
            severity, _ = self._of(pattern, Setting(entry.spec.severity, entry.origin), overrides)
            yield RuleInForce(pattern, severity, {})

    def _of(
        self, rule: Listed | Rule, severity: Setting, overrides: Sequence[int]
    ) -> tuple[Setting, dict[str, Setting]]:
        """The rule's severity, by default `severity`, and its options.

        Within one file a rule's own line beats its category's; a later file, and then an override, beats both.
        Options without a severity turn on a rule that no file has turned off.
        """
        options: dict[str, Setting] = {}
        for lines in self._lines(overrides):
            category, own = lines.get(rule.category), lines.get(rule.id)
            if category and category.severity:
                severity = category.severity
            if own is None:
                continue
            for name, setting in own.options.items():
                base = options[name].value if name in options else None
                options[name] = Setting(merged(base, setting.value), setting.origin)
            if own.severity:
                severity = own.severity
            elif own.options and severity == Setting(None):
                origin = next(iter(own.options.values())).origin
                severity = Setting(rule.severity or Severity.WARNING, origin)
        return severity, options

    def _lines(self, overrides: Sequence[int]) -> Iterator[Mapping[str, RuleEntry]]:
        for layer in self._layers:
            yield layer.rules
        for number in overrides:
            yield self._overrides[number].rules


def _last(values: Sequence[Any]) -> Any:
    return next((value for value in reversed(values) if value is not None), None)


def options_of(rule: type[Rule], options: Mapping[str, Setting]) -> Any:
    """The rule's options, with what the configuration sets in the place of their defaults."""
    names = {field.encode_name: field.name for field in msgspec.structs.fields(rule.Options)}
    return rule.Options(**{names[name]: setting.value for name, setting in options.items()})
