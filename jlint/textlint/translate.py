"""Puts together what the rules of a textlint configuration become."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec

from jlint.compiled import lazy_pattern
from jlint.finding import Text
from jlint.nearest import did_you_mean
from jlint.rules.contract.base import CATEGORIES
from jlint.rules.helpers.allow import allowed
from jlint.rules.table import RULES as JLINT_RULES
from jlint.textlint.accepted_by_jlint import why_no_option, why_no_pattern
from jlint.textlint.asked import SEVERITY, EnabledRule, is_list, names_in, rules_in, texts_in
from jlint.textlint.names import short_name
from jlint.textlint.table import ADVICE, PRESETS, RULES, translator
from jlint.textlint.translation import Dictionary, Given, Lost, On, SitePattern
from jlint.user_error import RuleError

_HEAVIER = ("info", "warning", "error")
_ANYTHING = "any"
"""The value by which one of two rules leaves to the other what it doesn't check."""
_NAMES_WORDS = lazy_pattern("phrases?$|words?$|terms?$", re.IGNORECASE)
_UNFIT_FOR_ID = lazy_pattern("[^a-z0-9]+")
_BANNED = Text("使わないことにしている言葉です。言い換えてください", "A banned phrase. Use other words")


class Unsupported(NamedTuple):
    """A rule, filter or plugin without a counterpart in jlint, and what to do instead."""

    name: str
    instead: Text


class Line:
    """A rule of jlint's that is turned on, and the textlint rules that it replaces."""

    def __init__(self, severity: str) -> None:
        self.severity = severity
        self.options: dict[str, Any] = {}
        self.origins: list[str] = []


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
        self.allow: list[str] = []
        self.allow_files: list[str] = []
        self.unsupported: list[Unsupported] = []
        self.remarks: list[Text] = []

    def _add(self, asked: EnabledRule) -> None:
        translate = translator(asked.name)
        severity = asked.options.get(SEVERITY)
        severity = severity if severity in _HEAVIER else "error"
        if translate is None:
            self._add_unsupported(asked, severity)
            return
        given = Given({name: value for name, value in asked.options.items() if name != SEVERITY})
        for part in translate(given):
            if isinstance(part, On):
                self._turn_on(part, severity, asked.name)
            elif isinstance(part, SitePattern):
                self._add_pattern(Entry(self._free_id(part.name), severity, part.fields, asked.name))
            elif isinstance(part, Dictionary):
                self.dictionaries.append(part.path)
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

    def _turn_on(self, part: On, severity: str, origin: str) -> None:
        part = self._usable(part, origin)
        line = self.rules.get(part.rule)
        if line is None:
            line = self.rules[part.rule] = Line(severity)
            line.options = dict(part.options)
        else:
            self._merge(part, line, origin)
        line.origins.append(origin)
        line.severity = max(line.severity, severity, key=_HEAVIER.index)

    def _merge(self, part: On, line: Line, origin: str) -> None:
        """Merges a textlint rule into the line of another: lists are joined, and true wins over false."""
        defaults = default_options(part.rule)
        for name in dict.fromkeys([*line.options, *part.options]):
            before = line.options.get(name, defaults.get(name))
            value = part.options.get(name, defaults.get(name))
            if isinstance(before, list) and isinstance(value, list):
                line.options[name] = list(dict.fromkeys([*before, *value]))
            elif isinstance(before, bool) and isinstance(value, bool):
                line.options[name] = before or value
            elif _ANYTHING in (before, value):
                line.options[name] = before if value == _ANYTHING else value
            else:
                if before != value:
                    self.remarks.append(_two_values(part.rule, name, before, value, origin))
                line.options[name] = value

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


def default_options(rule: str) -> dict[str, Any]:
    """The options of a rule of jlint's at their defaults, as rules.yaml writes them."""
    options = next((known.Options for known in JLINT_RULES if known.id == rule), None)
    values: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(options())) if options else {}
    return values


def spread_allow(translation: Translation) -> None:
    """Adds the passages of an allow list, which textlint has for all rules, to each rule that has the option."""
    passages = [passage for passage in dict.fromkeys(translation.allow) if _may_be_allowed(passage, translation)]
    if not passages:
        return
    without: list[str] = []
    for rule, line in translation.rules.items():
        if "allow" in default_options(rule):
            line.options["allow"] = list(dict.fromkeys([*line.options.get("allow", ()), *passages]))
        else:
            without.append(rule)
    translation.patterns = [
        entry._replace(fields={**entry.fields, "allow": [*entry.fields.get("allow", ()), *passages]})
        for entry in translation.patterns
    ]
    if without:
        names = ", ".join(without)
        translation.remarks.append(
            Text(
                f"filters の allowlist は次のルールには効きません: {names}。"
                "止めたい所に <!-- jlint-disable-next ルール名 --> と書きます",
                f"The allowlist of filters has no effect on {names}. "
                "Write <!-- jlint-disable-next RULE --> where findings are to stop",
            )
        )


def _may_be_allowed(passage: str, translation: Translation) -> bool:
    if not passage:
        return False
    try:
        allowed((passage,))
    except RuleError as error:
        translation.remarks.append(Text(f"filters の allowlist: {error.message.ja}", f"filters: {error.message.en}"))
        return False
    return True


def translate(config: Mapping[str, Any]) -> Translation:
    """What the configuration becomes."""
    translation = Translation()
    # where two rules become one, what the user wrote beats what a preset sets
    for asked in sorted(rules_in(_mapping(config, "rules", translation)), key=lambda asked: asked.is_chosen):
        translation._add(asked)
    _filters(_mapping(config, "filters", translation), translation)
    for plugin in names_in(config.get("plugins")):
        if "markdown" not in plugin and plugin not in ("@textlint/text", "text"):
            translation.unsupported.append(
                Unsupported(
                    plugin,
                    Text("jlint が読むのは Markdown だけです", "jlint reads Markdown only"),
                )
            )
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


def _filters(filters: Mapping[str, Any], translation: Translation) -> None:
    for name, value in filters.items():
        short = short_name(name)
        if value is False or short == "comments":
            continue
        if short in ("allowlist", "whitelist"):
            translation.allow += texts_in(value, "allow")
            translation.allow_files += texts_in(value, "allowlistConfigPaths") + texts_in(value, "whitelistConfigPaths")
        else:
            translation.unsupported.append(
                Unsupported(
                    name,
                    Text(
                        "指摘を止めたい所に <!-- jlint-disable-next ルール名 --> と書きます",
                        "Write <!-- jlint-disable-next RULE --> where findings are to stop",
                    ),
                )
            )


def _is_list_of_texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, str) for item in value)


def _instead(asked: EnabledRule) -> Text:
    preset, slash, rule = asked.name.partition("/")
    known = ADVICE.get(asked.name) or ADVICE.get(rule)
    if known:
        return known
    if slash and preset in PRESETS and rule not in PRESETS[preset]:
        return Text(
            f"{preset} にこのルールはありません。textlint も読み飛ばしています。設定から消せます",
            f"{preset} has no such rule, and textlint passes over it too. Remove it",
        )
    ja, en, near = did_you_mean(asked.name, [*RULES, *PRESETS])
    if near:
        return Text(f"知らないルールです。{ja}", f"An unknown rule. {en}")
    return Text(
        "当たるルールがありません。決まった言葉なら patterns（jlint init がひな型を書きます）で作れます",
        "jlint has no such rule. If it is about words, write it under patterns (jlint init writes an example)",
    )


def _two_values(rule: str, option: str, before: Any, value: Any, origin: str) -> Text:
    return Text(
        f"{rule} の {option} が二通り（{before} と {value}）になりました。{origin} の {value} にします",
        f"{option} of {rule} has two values, {before} and {value}; that of {origin} is taken",
    )
