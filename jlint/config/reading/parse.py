"""Turns the nodes of one configuration file into a layer: what the file itself sets."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import msgspec
import yaml

from jlint.config.in_force.glob import Globs, why_no_glob
from jlint.config.layers.layer import Layer, Override, RuleEntry, Setting
from jlint.config.reading.dictionaries import read_dictionaries
from jlint.config.reading.exempt import check_exempt
from jlint.config.reading.patterns import ids_in, read_patterns
from jlint.config.reading.rule_lines import read_rules
from jlint.config.reading.shape import General
from jlint.config.reading.shape import Override as OverrideShape
from jlint.config.reading.usage import read_usage
from jlint.config.reading.values import WRONG, read_value
from jlint.config.reading.words import read_words
from jlint.yaml_file.source import Entry, Source, no_such_key

_GENERAL = {field.encode_name: field.type for field in msgspec.structs.fields(General)}
_OVERRIDE = {field.encode_name: field.type for field in msgspec.structs.fields(OverrideShape)}
CHANGES = ("rules", "markdown", "cjk-friendly-emphasis")
"""What an override can change: at least one of these must be in it."""
KEYS = ("extends", *_GENERAL, "rules", "overrides", "patterns")
"""Every key that a configuration may have."""


def entries_of(source: Source, root: yaml.MappingNode) -> dict[str, Entry]:
    """The file's entries; unknown and repeated keys are recorded as mistakes."""
    return {entry.name: entry for entry in source.entries(root, KEYS, lambda name: no_such_key(name, KEYS))}


def read_layer(source: Source, entries: Mapping[str, Entry], inherited: Collection[str]) -> Layer:
    """What the file sets, except `extends`. `inherited` are the ids of the patterns of the files that it extends.

    A list or mapping whose items are all commented out counts as empty. A severity in a pattern counts as that
    pattern's own line under `rules`.
    """
    nodes = {name: None if _is_blank(entry.value) else entry.value for name, entry in entries.items()}
    patterns = None
    if "patterns" in nodes:
        patterns = read_patterns(source, nodes["patterns"]) if nodes["patterns"] else ()
    ids = inherited if patterns is None else ids_in(nodes["patterns"])
    general = {
        name: setting for name, entry in entries.items() if name in _GENERAL and (setting := _general(source, entry))
    }
    exclude = general.pop("exclude", None)
    words = read_words(source, entries.get("words"), general.pop("words", None))
    if words:
        general["words"] = words
    dictionaries = general.pop("dictionaries", None)
    if general.get("exempt"):
        check_exempt(source, entries["exempt"].value, ids)
    rules_node = nodes.get("rules")
    rules = read_rules(source, rules_node, ids) if rules_node else {}
    for entry in patterns or ():
        if entry.severity_said:
            rules.setdefault(entry.spec.id, RuleEntry(Setting(entry.spec.severity, entry.origin), {}))
    overrides = None
    if "overrides" in nodes:
        overrides = _overrides(source, nodes["overrides"], ids) if nodes["overrides"] else ()
    return Layer(
        path=source.shown,
        general=general,
        exclude=exclude and Setting(Globs(source.globs, exclude.value), exclude.origin),
        dictionaries=dictionaries
        and Setting(tuple(read_dictionaries(source, nodes["dictionaries"], dictionaries.value)), dictionaries.origin),
        usage=read_usage(source, entries.get("usage"), general.pop("usage", None)),
        rules=rules,
        overrides=overrides,
        patterns=patterns,
    )


MAY_BE_BLANK = frozenset({"exclude", "exempt", "words", "dictionaries", "rules", "overrides", "patterns"})
"""Keys whose value may be left out, as where all items are commented out."""


def _is_blank(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag.endswith(":null") and not node.value


def _general(source: Source, entry: Entry) -> Setting | None:
    if entry.name in MAY_BE_BLANK and _is_blank(entry.value):
        return Setting((), str(source.origin(entry.key)))
    value = read_value(source, entry.value, _GENERAL[entry.name], entry.name)
    if value is WRONG:
        return None
    if entry.name == "exclude":
        _check_globs(source, entry.value)
    return Setting(value, str(source.origin(entry.key)))


def _check_globs(source: Source, node: yaml.Node) -> None:
    for item in node.value:
        why = why_no_glob(item.value)
        if why:
            source.wrong(
                item,
                f"パス「{item.value}」は使えません: {why.ja}",
                f'The path "{item.value}" can\'t be used: {why.en}',
            )


def _overrides(source: Source, node: yaml.Node, patterns: Collection[str]) -> tuple[Override, ...]:
    if not isinstance(node, yaml.SequenceNode):
        read_value(source, node, tuple[OverrideShape, ...], "overrides")
        return ()
    return tuple(override for item in node.value if (override := _override(source, item, patterns)))


def _override(source: Source, node: yaml.Node, patterns: Collection[str]) -> Override | None:
    if not isinstance(node, yaml.MappingNode):
        read_value(source, node, OverrideShape, "overrides")
        return None
    entries = {e.name: e for e in source.entries(node, _OVERRIDE, lambda name: no_such_key(name, _OVERRIDE))}
    if "files" not in entries:
        source.wrong(node, "files がありません。書いてください", "files is missing; add it")
    if entries.keys().isdisjoint(CHANGES):
        ja, en = ", ".join(CHANGES), ", ".join(CHANGES[:-1]) + f" or {CHANGES[-1]}"
        source.wrong(node, f"{ja} のどれかを書いてください", f"Nothing is changed for the files; add {en}")
    globs: Any = read_value(source, entries["files"].value, _OVERRIDE["files"], "files") if "files" in entries else ()
    rules = read_rules(source, entries["rules"].value, patterns) if "rules" in entries else {}
    general = {
        name: setting for name in CHANGES[1:] if name in entries and (setting := _general(source, entries[name]))
    }
    if globs is WRONG or not globs:
        return None
    _check_globs(source, entries["files"].value)
    return Override(Globs(source.globs, globs), rules, general)
