"""Completion and hover of names: of rules, categories, options and their values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, get_args

import msgspec

from jlint.config.layers.chain import DEFAULT, NONE, presets
from jlint.config.reading.rule_lines import SEVERITY
from jlint.config.reading.shape import General, Override, Pattern, SeverityWord
from jlint.finding import Language, Text
from jlint.lsp.explanation import category_explained, explained, option_line, rule_named
from jlint.lsp.names import Spot
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.contract.base import CATEGORIES
from jlint.rules.contract.documentation import Described, fields_of, summary_of
from jlint.rules.table import all_rules


class Offer(NamedTuple):
    """A name that may stand there, what it is in short, and its explanation, made when it is asked for."""

    name: str
    detail: str
    explanation: Callable[[], str]


_DIRECTIVES = {
    "disable-next": Text("次の段落で止める", "silence the next block"),
    "disable-line": Text("この行で止める", "silence this line"),
    "disable-file": Text("このファイルで止める", "silence the file"),
    "disable": Text("ここから enable まで止める", "silence up to an enable"),
    "enable": Text("止めるのを終える", "end a disable"),
}
_KEYS = {
    "extends": Text("もとにする設定", "what the configuration is based on"),
    "rules": Text("ルールごとの重要度と設定", "severities and options of rules"),
    "patterns": Text("自分たちのルール", "rules of your own"),
    "overrides": Text("一部のファイルだけの設定", "other settings for some files"),
}
_SEVERITY = Text("指摘の重要度", "The finding's severity.")


def offers(spot: Spot, language: Language, active: Sequence[ActiveRule] = ()) -> Iterator[Offer]:
    """What may stand at a spot. `active` are the rules in force, with the patterns of the configuration."""
    if spot.kind == "directive":
        for name, text in _DIRECTIVES.items():
            yield _plain(name, text.to(language))
    elif spot.kind == "rule":
        yield from _rules(language, active)
    elif spot.kind == "key":
        yield from _keys(spot.path, language, active)
    else:
        yield from _values(spot.path, language)


def explanation_at(spot: Spot, language: Language, active: Sequence[ActiveRule] = ()) -> str | None:
    """What the name at a spot means; None for one that isn't known."""
    found = next((offer for offer in offers(spot, language, active) if offer.name == spot.name), None)
    return found and found.explanation()


def _rules(language: Language, active: Sequence[ActiveRule]) -> Iterator[Offer]:
    for rule in all_rules():
        yield Offer(rule.id, summary_of(rule).to(language), lambda rule=rule: explained(rule, language))  # type: ignore[misc]
    for category in CATEGORIES:
        text = Text("分類", "A category").to(language)
        yield Offer(category, text, lambda name=category: category_explained(name, language) or name)  # type: ignore[misc]
    known = {rule.id for rule in all_rules()}
    for entry in active:
        if entry.rule.id not in known:
            yield Offer(entry.rule.id, entry.rule.category, lambda rule=entry.rule: explained(rule, language))  # type: ignore[misc]


def _keys(path: tuple[str, ...], language: Language, active: Sequence[ActiveRule]) -> Iterator[Offer]:
    match path:
        case ():
            for name, text in _KEYS.items():
                yield _plain(name, text.to(language))
            yield from _fields(General, language)
        case ("rules",) | ("overrides", "rules"):
            yield from _rules(language, active)
        case ("rules", name) | ("overrides", "rules", name):
            yield _plain(SEVERITY, _SEVERITY.to(language))
            rule = rule_named(name)
            if rule:
                yield from _fields(rule.Options, language)
        case ("patterns",):
            yield from _fields(Pattern, language)
        case ("overrides",):
            yield from _fields(Override, language)


def _values(path: tuple[str, ...], language: Language) -> Iterator[Offer]:
    match path:
        case ("extends",):
            for name in (DEFAULT, NONE, *presets()):
                yield _plain(name, "")
        case (
            ("rules", _) | ("overrides", "rules", _) | ("rules", _, "severity") | ("overrides", "rules", _, "severity")
        ):
            for word in get_args(SeverityWord):
                yield _plain(word, _SEVERITY.to(language))
        case ("rules", rule_id, option) | ("overrides", "rules", rule_id, option):
            rule = rule_named(rule_id)
            yield from _values_of(rule.Options, option, language) if rule else ()
        case (key,):
            yield from _values_of(General, key, language)
        case ("patterns", key):
            yield from _values_of(Pattern, key, language)
        case ("overrides", key):
            yield from _values_of(Override, key, language)


def _fields(struct: type[msgspec.Struct], language: Language) -> Iterator[Offer]:
    for field in fields_of(struct):
        yield Offer(field.name, field.meaning.to(language), lambda field=field: _explained_field(field, language))  # type: ignore[misc]


def _explained_field(field: Described, language: Language) -> str:
    if field.default is msgspec.NODEFAULT or field.default is msgspec.UNSET:
        return f"`{field.name}` {field.meaning.to(language)}"
    return option_line(field, language).removeprefix("- ")


def _values_of(struct: type[msgspec.Struct], name: str, language: Language) -> Iterator[Offer]:
    for field in fields_of(struct):
        if field.name == name:
            for word in dict.fromkeys(_words_of(field.type)):
                yield _plain(word, field.meaning.to(language))


def _words_of(hint: Any) -> Iterator[str]:
    """The words that a value of a type may be: those of its literals, and true and false."""
    if hint is bool:
        yield from ("true", "false")
    for inner in get_args(hint):
        if isinstance(inner, str):
            yield inner
        elif not isinstance(inner, msgspec.Meta):
            yield from _words_of(inner)


def _plain(name: str, detail: str) -> Offer:
    return Offer(name, detail, f"`{name}` {detail}".rstrip)
