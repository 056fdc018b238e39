"""JSON Schema (draft-07) of rules.yaml, by which editors complete names and check values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from jlint.config.layers.chain import DEFAULT, NONE, presets
from jlint.config.reading.parse import CHANGES, MAY_BE_BLANK
from jlint.config.reading.shape import General, Override, Pattern, SeverityWord
from jlint.finding import Language, Text
from jlint.rules.contract.base import CATEGORIES, Rule
from jlint.rules.contract.documentation import Described, fields_of, summary_of, translations
from jlint.rules.table import all_rules

_DRAFT = "http://json-schema.org/draft-07/schema#"
_SEVERITY = {"$ref": "#/definitions/severity"}
_WORDS = {
    "extends": Text(
        "引き継ぐ設定: default, none, プリセットの名前、ファイルのパス、package:配布物の名前、またはそのリスト。",
        "What this file stands on: default, none, the name of a preset, the path of a file, package:NAME for an "
        "installed distribution, or a list of these.",
    ),
    "rules": Text("ルールや分類の名前ごとの設定。", "Settings by the names of rules and categories."),
    "overrides": Text("一部のファイルだけの設定。後のものが勝つ。", "Settings for some of the files; later ones win."),
    "patterns": Text("コードを書かずに作るルール。", "Rules without code."),
    "category": Text("この分類のルールすべて。", "All rules of this category."),
}


def schema(language: Language, patterns: Iterable[str] = ()) -> dict[str, Any]:
    """The schema, its descriptions in `language`. `patterns` are ids that `rules` may name besides jlint's."""
    return _Builder(language).whole(patterns)


class _Builder:
    def __init__(self, language: Language) -> None:
        self._language = language
        self._english: dict[str, str] = {}
        self._definitions: dict[str, Any] = {}

    def whole(self, patterns: Iterable[str]) -> dict[str, Any]:
        self._definitions["severity"] = self._type(SeverityWord)
        self._definitions["rules"] = self._rules(patterns)
        rules = {"$ref": "#/definitions/rules"}
        override = self._object(fields_of(Override))
        override["properties"]["rules"] = rules
        override["anyOf"] = [{"required": [name]} for name in CHANGES]
        several = self._type(str | tuple[str, ...])
        properties = {
            "extends": {**several, **self._described("extends"), "examples": [DEFAULT, NONE, *presets()]},
            **{field.name: self._general(field) for field in fields_of(General)},
            "rules": {"anyOf": [rules, {"type": "null"}], **self._described("rules")},
            "overrides": {**_list_of(override), **self._described("overrides")},
            "patterns": {**_list_of(self._object(fields_of(Pattern))), **self._described("patterns")},
        }
        whole = {
            "$schema": _DRAFT,
            "title": "jlint rules.yaml",
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
            "definitions": self._definitions,
        }
        translated: dict[str, Any] = self._translated(whole) if self._language == "en" else whole
        return translated

    def _general(self, field: Described) -> dict[str, Any]:
        described = self._field(field)
        if field.name in MAY_BE_BLANK:
            described["type"] = [described["type"], "null"]
        return described

    def _described(self, name: str) -> dict[str, str]:
        return {"description": _WORDS[name].to(self._language)}

    def _rules(self, patterns: Iterable[str]) -> dict[str, Any]:
        alone = {"anyOf": [_SEVERITY, _closed({"severity": _SEVERITY})]}
        properties: dict[str, Any] = {rule.id: self._rule(rule) for rule in all_rules()}
        properties |= {category: {**alone, **self._described("category")} for category in CATEGORIES}
        properties |= dict.fromkeys(patterns, alone)
        return _closed(properties)

    def _rule(self, rule: type[Rule]) -> dict[str, Any]:
        options = {field.name: self._field(field) for field in fields_of(rule.Options)}
        return {
            "description": summary_of(rule).to(self._language),
            "anyOf": [_SEVERITY, _closed({"severity": _SEVERITY, **options})],
        }

    def _object(self, fields: Iterable[Described]) -> dict[str, Any]:
        listed = list(fields)
        required = [field.name for field in listed if field.default is msgspec.NODEFAULT]
        return {**_closed({field.name: self._field(field) for field in listed}), "required": required}

    def _field(self, field: Described) -> dict[str, Any]:
        described = self._type(field.type)
        if field.default not in (msgspec.NODEFAULT, msgspec.UNSET):
            described["default"] = msgspec.to_builtins(field.default)
        return described

    def _type(self, hint: Any) -> dict[str, Any]:
        self._english |= translations(hint)
        (described,), components = msgspec.json.schema_components([hint], ref_template="#/definitions/{name}")
        for name, component in components.items():
            # a Struct's own docstring is for readers of the code
            self._definitions[name] = {k: v for k, v in component.items() if k not in ("title", "description")}
        return described

    def _translated(self, part: Any) -> Any:
        if isinstance(part, list):
            return [self._translated(item) for item in part]
        if not isinstance(part, dict):
            return part
        return {
            key: self._english.get(value, value)
            if key == "description" and isinstance(value, str)
            else self._translated(value)
            for key, value in part.items()
        }


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _list_of(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": ["array", "null"], "items": items}
