"""The lines under `rules`: a severity, or a severity and options, for a rule or a whole category."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import msgspec
import yaml

from jlint.config.in_force.known_names import no_such_rule
from jlint.config.in_force.settings import options_of
from jlint.config.layers.layer import RuleEntry, Setting, severity_named
from jlint.config.reading.shape import SeverityWord
from jlint.config.reading.values import WRONG, read_value
from jlint.finding import Text
from jlint.nearest import did_you_mean
from jlint.rules.contract.base import CATEGORIES
from jlint.rules.table import BY_ID
from jlint.user_error import RuleError
from jlint.yaml_file.source import Entry, Source

SEVERITY = "severity"


def read_rules(source: Source, node: yaml.Node, patterns: Collection[str]) -> dict[str, RuleEntry]:
    """What the mapping sets for each rule and category. `patterns` are the ids of patterns that it may name."""
    if not isinstance(node, yaml.MappingNode):
        read_value(source, node, dict[str, Any], "rules")
        return {}
    names = [*BY_ID, *CATEGORIES, *patterns]
    entries = source.entries(node, names, lambda name: no_such_rule(name, patterns))
    return {entry.name: _line(source, entry) for entry in entries}


def _line(source: Source, entry: Entry) -> RuleEntry:
    if not isinstance(entry.value, yaml.MappingNode):
        kind = SeverityWord if isinstance(entry.value, yaml.ScalarNode) else SeverityWord | dict[str, Any]
        return RuleEntry(_severity(source, entry, kind), {})
    fields = _fields(entry.name)
    severity: Setting | None = None
    options: dict[str, Setting] = {}
    known = [SEVERITY, *fields]
    for part in source.entries(entry.value, known, lambda name: _no_such_option(entry.name, name, known)):
        if part.name == SEVERITY:
            severity = _severity(source, part, SeverityWord)
            continue
        value = read_value(source, part.value, fields[part.name].type, part.name)
        if value is not WRONG:
            options[part.name] = Setting(value, str(source.origin(part.key)))
    _try(source, entry, options)
    return RuleEntry(severity, options)


def _severity(source: Source, entry: Entry, kind: Any) -> Setting | None:
    word = read_value(source, entry.value, kind, entry.name)
    return None if word is WRONG else Setting(severity_named(word), str(source.origin(entry.key)))


def _fields(name: str) -> dict[str, Any]:
    listed = BY_ID.get(name)
    return {field.encode_name: field for field in msgspec.structs.fields(listed.load().Options)} if listed else {}


def _try(source: Source, entry: Entry, options: Mapping[str, Setting]) -> None:
    """Tries the options: a rule may refuse what their types allow, such as an invalid regular expression."""
    listed = BY_ID.get(entry.name)
    if listed is None or not options:
        return
    rule = listed.load()
    try:
        rule(options_of(rule, options))
    except RuleError as error:
        source.wrong(entry.key, *error.message)
    except (TypeError, ValueError) as error:
        source.wrong(entry.key, f"{entry.name} の設定が使えません", f"{entry.name} can't use this: {error}")


def _no_such_option(rule: str, name: str, known: Collection[str]) -> Text:
    ja, en, near = did_you_mean(name, known)
    listing = ", ".join(known)
    return Text(
        f"{rule} に {name} という設定はありません。" + (ja if near else f"書けるのは {listing} です"),
        f"{rule} has no option {name}. " + (en if near else f"It can be one of: {listing}"),
    )
