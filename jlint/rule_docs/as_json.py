"""What is known of a rule, for programs: made of what JSON has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from jlint.config.display.dump import severity_word
from jlint.finding import Language
from jlint.rule_docs.facts import (
    default_severity,
    has_fixes,
    presets_with,
    relations_of,
    since_of,
    status_of,
    textlint_names,
)
from jlint.rule_docs.measured import measured
from jlint.rule_docs.silencing import ways
from jlint.rules.contract.base import Bad, Good, Rule
from jlint.rules.contract.documentation import Described, documentation_of, fields_of, groups_in, summary_of
from jlint.rules.contract.example import unmark
from jlint.rules.helpers.pattern import PatternRule
from jlint.rules.table import plugin_of


def rule_object(rule: Rule, language: Language, *, origin: str = "") -> dict[str, Any]:
    """A rule as an object. `origin` is the place of a pattern in the configuration, which makes it a smaller one."""
    if isinstance(rule, PatternRule):
        return _pattern(rule, origin, language)
    return {
        "id": rule.id,
        "category": rule.category,
        "severity": severity_word(default_severity(rule)),
        "plugin": plugin_of(rule.id) or None,
        "since": since_of(rule) or None,
        "status": status_of(rule),
        "summary": summary_of(rule).to(language),
        "documentation": documentation_of(rule).to(language),
        "has_fixes": has_fixes(rule),
        "examples": [_example(example) for example in rule.examples],
        "options": list(_options(rule, language)),
        "measured": [
            {
                "text": each.text.to(language),
                "read": each.read,
                "right": each.right,
                "trivial": each.trivial,
                "document": f"docs/{each.document}",
                "since": each.since.to(language),
            }
            for each in measured(rule)
        ],
        "silencing": {way.key: way.code for way in ways(rule, language)},
        "presets": list(presets_with(rule)),
        "related": {relation.key: list(relation.rules) for relation in relations_of(rule)},
        "textlint": list(textlint_names(rule)),
    }


def _pattern(rule: PatternRule, origin: str, language: Language) -> dict[str, Any]:
    spec = rule.spec
    return {
        "id": rule.id,
        "category": rule.category,
        "severity": severity_word(rule.severity),
        "origin": origin,
        "summary": spec.message.to(language),
        "match": msgspec.to_builtins(spec.match),
        "replace": spec.replace,
        "examples": [
            {"is_bad": is_bad, "text": text}
            for is_bad, texts in ((True, spec.bad), (False, spec.good))
            for text in texts
        ],
        "silencing": {way.key: way.code for way in ways(rule, language)},
    }


def _example(example: Bad | Good) -> dict[str, Any]:
    """An example. `marked` are the spans that are found, `start` and `end` in code points of `text`."""
    bare = unmark(example.text)
    return {
        "is_bad": isinstance(example, Bad),
        "text": bare.text,
        "marked": [{"start": span.start, "end": span.end} for span in bare.findings],
        "fixed": example.fixed if isinstance(example, Bad) else None,
        "options": msgspec.to_builtins(example.options),
        "markdown": example.dialect,
        "path": example.path,
        "beside": dict(example.beside),
    }


def _options(rule: Rule, language: Language) -> Iterator[dict[str, Any]]:
    for field in fields_of(rule.Options):
        parts = [part for group in groups_in(field.type) for part in fields_of(group)]
        yield {**_option(field, language), "parts": [_option(part, language) for part in parts]}


def _option(field: Described, language: Language) -> dict[str, Any]:
    default = msgspec.json.decode(msgspec.json.encode(field.default)) if _has_default(field) else None
    return {"name": field.name, "default": default, "meaning": field.meaning.to(language)}


def _has_default(field: Described) -> bool:
    return field.default is not msgspec.NODEFAULT
