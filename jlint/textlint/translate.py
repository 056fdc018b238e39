"""Puts together what the rules of a textlint configuration become."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from jlint.compiled import lazy_pattern
from jlint.document.exempt import Exempt
from jlint.finding import Text
from jlint.nearest import did_you_mean
from jlint.rules.contract.base import CATEGORIES
from jlint.rules.table import RULES as JLINT_RULES
from jlint.textlint.accepted_by_jlint import why_no_option, why_no_pattern
from jlint.textlint.asked import SEVERITY, EnabledRule, is_list, names_in, rules_in
from jlint.textlint.exemptions import Exemptions
from jlint.textlint.filters import exempt_by_filters
from jlint.textlint.merge import Line
from jlint.textlint.names import short_name
from jlint.textlint.presets import PRESETS
from jlint.textlint.table import ADVICE, RULES, rules_for, translator
from jlint.textlint.translation import Dictionary, Given, Lost, On, SitePattern

_HEAVIER = ("info", "warning", "error")
_NAMES_WORDS = lazy_pattern("phrases?$|words?$|terms?$", re.IGNORECASE)
_UNFIT_FOR_ID = lazy_pattern("[^a-z0-9]+")
_BANNED = Text("使わないことにしている言葉です。言い換えてください", "A banned phrase. Use other words")


class Unsupported(NamedTuple):
    """A rule, filter or plugin without a counterpart in jlint, and what to do instead."""

    name: str
    instead: Text


class Entry(NamedTuple):
    """An entry under `patterns`, and the textlint rule that it replaces."""

    id: str
    severity: str
    fields: Mapping[str, Any]
    origin: str


class Translation:
    """What a textlint configuration becomes. `remarks` are for the user, a sentence each."""

    def __init__(self) -> None:
        self.rules: dict[str, Line] = {}
        self.patterns: list[Entry] = []
        self.dictionaries: list[str] = []
        self.exemptions = Exemptions()
        self.unsupported: list[Unsupported] = []
        self.remarks: list[Text] = []

    def _add(self, asked: EnabledRule) -> None:
        translate = None if _is_missing(asked.name) else translator(asked.name)
        severity = asked.options.get(SEVERITY)
        severity = severity if severity in _HEAVIER else "error"
        if translate is None:
            self._add_unsupported(asked, severity)
            return
        if asked.is_off_in_preset:
            self.remarks.append(
                Text(
                    f"{asked.name} は、プリセットが使わないルールです。textlint では true と書いても働きませんが、"
                    "jlint では使います",
                    f"The preset leaves {asked.name} off, and true doesn't turn it on in textlint. jlint turns it on",
                )
            )
        given = Given({name: value for name, value in asked.options.items() if name != SEVERITY})
        for part in translate(given):
            if isinstance(part, On):
                self._turn_on(part, severity, asked)
            elif isinstance(part, SitePattern):
                entry = Entry(self._free_id(part.name), severity, part.fields, asked.name)
                if self._add_pattern(entry) and part.exempt:
                    self.exemptions.add(Exempt(within=part.exempt, rules=(entry.id,)))
            elif isinstance(part, Dictionary):
                self.dictionaries.append(part.path)
            elif isinstance(part, Exempt):
                self.exemptions.add(part, asked.name)
            else:
                self._remark_lost(asked.name, part)
        for name in given.ignored():
            self._remark_lost(
                asked.name, Lost(name, Text("jlint には当たるものがありません", "jlint has nothing for it"))
            )

    def _add_unsupported(self, asked: EnabledRule, severity: str) -> None:
        """Adds an unknown rule. Lists of words among its options show what is meant: they become patterns."""
        instead = _instead(asked)
        for option, words in asked.options.items():
            if not _NAMES_WORDS.search(option) or not _is_list_of_texts(words):
                continue
            id = self._free_id(_UNFIT_FOR_ID.sub("-", asked.name.rpartition("/")[2].lower()).strip("-") or "house-word")
            fields = {
                "match": [word for word in words if word],
                "message": dict(_BANNED._asdict()),
                "category": "style",
            }
            if not self._add_pattern(Entry(id, severity, fields, asked.name)):
                continue
            instead = Text(
                f"{instead.ja}。{option} の言葉は patterns の {id} に移しました",
                f"{instead.en}. The words of {option} have become {id} under patterns",
            )
        self.unsupported.append(Unsupported(asked.name, instead))

    def _add_pattern(self, entry: Entry) -> bool:
        """Adds the entry if jlint accepts it, else a remark. Returns whether it was added."""
        why = why_no_pattern(entry.id, entry.fields)
        if why is None:
            self.patterns.append(entry)
        else:
            self._remark_lost(entry.origin, Lost(entry.id, why))
        return why is None

    def _usable(self, part: On, origin: str) -> On:
        """The part without values that jlint doesn't accept; of a list only the items that are wrong are left out."""
        options = dict(part.options)
        for name, value in part.options.items():
            why = why_no_option(part.rule, name, value)
            if why is None:
                continue
            self._remark_lost(origin, Lost(f"{part.rule} {name}", why))
            del options[name]
            left = [item for item in value if not why_no_option(part.rule, name, [item])] if is_list(value) else []
            if left:
                options[name] = left
        return On(part.rule, options)

    def _turn_on(self, part: On, severity: str, asked: EnabledRule) -> None:
        part = self._usable(part, asked.name)
        line = self.rules.setdefault(part.rule, Line(part.rule, severity))
        self.remarks += line.add(part.options, asked.name, is_chosen=asked.is_chosen)
        line.severity = max(line.severity, severity, key=_HEAVIER.index)

    def _free_id(self, name: str) -> str:
        taken = {*(entry.id for entry in self.patterns), *(rule.id for rule in JLINT_RULES), *CATEGORIES}
        name = name if name[:1].isalpha() else f"house-{name}"
        ids = (name if number == 1 else f"{name}-{number}" for number in range(1, len(taken) + 2))
        return next(id for id in ids if id not in taken)

    def _remark_lost(self, rule: str, lost: Lost) -> None:
        self.remarks.append(
            Text(
                f"{rule} の {lost.what} は引き継げません: {lost.instead.ja}",
                f"{lost.what} of {rule} is not carried over: {lost.instead.en}",
            )
        )


def translate(config: Mapping[str, Any], folder: str = "") -> Translation:
    """What the configuration becomes. `folder` is the one that it is in."""
    translation = Translation()
    # where two rules become one, what a preset sets is the base of what the user wrote
    for asked in sorted(rules_in(_mapping(config, "rules", translation)), key=lambda asked: asked.is_chosen):
        translation._add(asked)
    for name, value in _mapping(config, "rules", Translation()).items():
        if short_name(name) in PRESETS and isinstance(value, dict) and SEVERITY in value:
            translation.remarks.append(
                Text(
                    f"{name} の severity は textlint では効きません。ルール一つずつに書きます",
                    f"severity of {name} has no effect in textlint. Write it for each rule",
                )
            )
    for part in exempt_by_filters(_mapping(config, "filters", translation), folder, rules_for):
        if isinstance(part, Lost):
            translation.unsupported.append(Unsupported(part.what, part.instead))
        else:
            translation.exemptions.add(part)
    for plugin in names_in(config.get("plugins")):
        if "markdown" not in plugin and plugin not in ("@textlint/text", "text"):
            instead = Text("jlint が読むのは Markdown だけです", "jlint reads Markdown only")
            translation.unsupported.append(Unsupported(plugin, instead))
    return translation


def _mapping(config: Mapping[str, Any], key: str, translation: Translation) -> dict[str, Any]:
    """The key's value with names that are text; nothing, and a remark, where it is no mapping."""
    value = config.get(key) or {}
    if isinstance(value, dict):
        return {str(name): item for name, item in value.items()}
    translation.remarks.append(
        Text(f"{key} が「名前: 設定」の形ではないので、引き継げません", f"{key} is no mapping and is not carried over")
    )
    return {}


def _is_missing(name: str) -> bool:
    """Whether the rule is said to be in a preset that has none of this name."""
    preset, slash, rule = name.partition("/")
    return bool(slash) and preset in PRESETS and rule not in PRESETS[preset]


def _is_list_of_texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, str) for item in value)


def _instead(asked: EnabledRule) -> Text:
    preset, slash, rule = asked.name.partition("/")
    known = ADVICE.get(asked.name) or ADVICE.get(rule)
    if known:
        return known
    if _is_missing(asked.name):
        return Text(
            f"{preset} にこのルールはありません。textlint も読み飛ばしています。設定から消せます",
            f"{preset} has no such rule, and textlint passes over it too. Remove it",
        )
    if not slash and preset.startswith("preset-"):
        return Text(
            "知らないプリセットです。中のルールを一つずつ rules に書けば、jlint にあるものは移せます",
            "An unknown preset. List its rules one by one under rules; those that jlint has can be carried over",
        )
    ja, en, near = did_you_mean(asked.name, RULES)
    if near:
        return Text(f"知らないルールです。{ja}", f"An unknown rule. {en}")
    return Text(
        "当たるルールがありません。決まった言葉なら patterns（jlint init がひな型を書きます）で作れます",
        "jlint has no such rule. If it is about words, write it under patterns (jlint init writes an example)",
    )
