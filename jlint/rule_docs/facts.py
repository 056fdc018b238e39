"""What there is to be known of a rule, beside what its class says."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from msgspec import Struct

from jlint.config.layers.chain import presets
from jlint.finding import Severity, Text
from jlint.rules.contract.base import Bad, Rule
from jlint.rules.contract.deferred import Status
from jlint.rules.table import BY_ID, all_rules, plugin_of

_MORE_THAT_HEED_WORDS = frozenset({"misspelt-product-name"})
_TYPOS_THAT_DO_NOT = frozenset({"stray-letter"})


class Relation(Struct, frozen=True):
    """Rules whose findings are told as one with those of another rule, and how."""

    key: str
    meaning: Text
    rules: tuple[str, ...]


def since_of(rule: type[Rule] | Rule) -> str:
    """The version of jlint that brought the rule; empty for one of a plugin."""
    return "" if plugin_of(rule.id) else BY_ID[rule.id].since


def default_severity(rule: type[Rule] | Rule) -> Severity | None:
    """The severity where the user says nothing, None for off; a rule that is new may have another than later on."""
    return BY_ID[rule.id].by_default


def status_of(rule: type[Rule] | Rule) -> Status:
    """Whether the rule is `new`, `stable` or `deprecated`."""
    return BY_ID[rule.id].status


def has_fixes(rule: type[Rule] | Rule) -> bool:
    """Whether some of its findings have a fix."""
    return any(isinstance(example, Bad) and example.fixed is not None for example in rule.examples)


def heeds_words(rule: type[Rule] | Rule) -> bool:
    """Whether it is silent about the words of `words` and words.txt."""
    return (rule.category == "typo" and rule.id not in _TYPOS_THAT_DO_NOT) or rule.id in _MORE_THAT_HEED_WORDS


def relations_of(rule: type[Rule] | Rule) -> Iterator[Relation]:
    """With which findings of other rules its findings are told as one, as far as rules say so."""
    holding = tuple(known.id for known in all_rules() if rule.id in known.holds_back)
    for relation in (
        Relation(
            "told_with",
            Text("原因が同じ次の指摘とは、一つにします", "Told as one with what has the same cause"),
            rule.told_with,
        ),
        Relation(
            "holds_back",
            Text("同じ行の次の指摘は、これに含めます", "Tells on its line what these find"),
            rule.holds_back,
        ),
        Relation(
            "held_back_by",
            Text("同じ行の次の指摘があれば、それに含めます", "Told on its line by"),
            holding,
        ),
        Relation(
            "leads_to",
            Text("すぐ後から次のくり返しが始まれば、一つにします", "Told as one with what starts over behind it"),
            rule.leads_to,
        ),
    ):
        if relation.rules:
            yield relation


def presets_with(rule: type[Rule] | Rule) -> tuple[str, ...]:
    """The presets that turn on a rule that is off by default."""
    if rule.severity is not None:
        return ()
    return tuple(name for name in presets() if _severities(name).get(rule.id, "off") != "off")


def textlint_names(rule: type[Rule] | Rule) -> tuple[str, ...]:
    """The rules of textlint's that become this one, or this one among others, by their short names."""
    return _names_by_rule().get(rule.id, ())


@cache
def _names_by_rule() -> dict[str, tuple[str, ...]]:
    from jlint.textlint.table import RULES as TEXTLINT_RULES
    from jlint.textlint.table import rules_for

    found: dict[str, list[str]] = {}
    for name in sorted(TEXTLINT_RULES):
        for rule in rules_for(name):
            found.setdefault(rule, []).append(name)
    return {rule: tuple(names) for rule, names in found.items()}


@cache
def _severities(preset: str) -> dict[str, str]:
    """The severities that a preset sets, by rule."""
    text = files("jlint.config.layers").joinpath("presets", f"{preset}.yaml").read_text("utf-8")
    content: dict[str, Any] = yaml.safe_load(text)
    found: dict[str, str] = {}
    for name in content.get("extends", ()):
        found |= _severities(name)
    for rule, value in content["rules"].items():
        word = value.get("severity") if isinstance(value, dict) else value
        if word is not None:
            found[rule] = "off" if word is False else str(word)
    return found
