"""The settings in force for one file, as lines of YAML, each with the place that it comes from."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from jlint.config.dialect.decision import AUTO
from jlint.config.display.dump import as_yaml, severity_word
from jlint.config.in_force.settings import RuleInForce, Settings
from jlint.config.layers.layer import Setting
from jlint.config.reading.usage import FILE as USAGE
from jlint.finding import Language, Text
from jlint.rules.contract.documentation import fields_of
from jlint.yaml_file.mistake import as_typed


def show(settings: Settings, path: str | None, found: Setting, language: Language) -> Iterator[str]:
    """The lines; without a path those for files that no override matches.

    `found` is the dialect that detection found, with the reason in the place of an origin: it is shown where the
    configuration doesn't name a dialect.
    """
    default = Text("既定", "default").to(language)

    def line(indent: int, name: str, value: str, origin: str) -> str:
        return f"{' ' * indent}{name}: {value}  # {origin or default}"

    absolute = os.path.abspath(path) if path else ""
    if path and settings.exclude and settings.excludes(absolute):
        yield "# " + _excluded(path, settings.exclude).to(language)
    overrides = settings.overrides_for(absolute) if path else ()
    for name, setting in settings.general_for(overrides).items():
        is_found = name == "markdown" and setting.value == AUTO
        value, origin = found if is_found else setting
        yield line(0, name, as_yaml(value), origin)
    globs = Setting(settings.exclude.value.lines, settings.exclude.origin) if settings.exclude else Setting(())
    yield line(0, "exclude", as_yaml(globs.value), globs.origin)
    yield line(0, "dictionaries", as_yaml(list(settings.dictionaries.value)), settings.dictionaries.origin)
    usage = settings.usage
    yield line(0, "usage", as_yaml(as_typed(usage.value.path) if usage.value.path else USAGE), usage.origin)
    yield "rules:"
    for rule in settings.rules(overrides):
        severity = severity_word(rule.severity.value)
        options = list(_options(rule))
        if not options:
            yield line(2, rule.rule.id, severity, rule.severity.origin)
            continue
        yield f"  {rule.rule.id}:"
        yield line(4, "severity", severity, rule.severity.origin)
        for name, setting in options:
            yield line(4, name, as_yaml(setting.value), setting.origin)


def _options(rule: RuleInForce) -> Iterator[tuple[str, Setting]]:
    given: dict[str, Setting] = dict(rule.options)
    for field in fields_of(rule.rule.Options):
        default: Any = Setting(field.default)
        yield field.name, given.get(field.name, default)


def _excluded(path: str, exclude: Setting) -> Text:
    return Text(
        f"{path} は exclude に当てはまるので調べません（{exclude.origin}）",
        f"{path} is not linted: exclude names it ({exclude.origin})",
    )
