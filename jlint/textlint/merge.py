"""Merges what several rules of textlint's say about one rule of jlint's.

In textlint all of them run, so what any of them reports is to be reported: the stricter value holds. What the user
wrote beats what a preset sets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from jlint.finding import Text
from jlint.rules.table import RULES as JLINT_RULES

_OPEN = ("any", "majority", "around")
"""Values by which a rule leaves to others what it doesn't ask for; the first asks for least. `around` is the default
of the marks that are no brackets."""
_FORMS = ("dearu", "ends", "copula", "all")
"""Which endings count as a style, fewest first."""
_STRICTER: Mapping[str, Callable[[Any, Any], Any]] = {
    "max": min,
    "share": min,
    "shortest": min,
    "longest": max,
    "interval": max,
}
"""Which of two numbers makes a rule report more, by option."""
_LENIENT = frozenset({"emoji", "punctuation"})
"""Options that make a rule report less where they are true."""
_EXCEPTIONS = "allow"


class _Value(NamedTuple):
    """A value, the rule of textlint's that it comes from, and whether the user wrote that rule's options."""

    value: Any
    origin: str
    is_chosen: bool


class Line:
    """A rule of jlint's that is turned on, and the textlint rules that it replaces."""

    def __init__(self, rule: str, severity: str) -> None:
        self.severity = severity
        self.origins: list[str] = []
        self._rule = rule
        self._values: dict[str, _Value] = {}
        self._is_chosen = False

    @property
    def options(self) -> dict[str, Any]:
        """The options, as rules.yaml writes them."""
        return {name: each.value for name, each in self._values.items()}

    def add(self, options: Mapping[str, Any], origin: str, *, is_chosen: bool) -> Iterator[Text]:
        """Adds the options that a rule of textlint's sets, and yields a remark for each value that is dropped."""
        added = {name: _Value(value, origin, is_chosen) for name, value in options.items()}
        if self.origins:
            defaults = default_options(self._rule)
            is_same = _inside(origin) in map(_inside, self.origins)
            before, self._values = self._values, {}
            for name in dict.fromkeys([*before, *added]):
                first = before.get(name) or _Value(defaults.get(name), self.origins[0], self._is_chosen)
                second = added.get(name) or _Value(defaults.get(name), origin, is_chosen)
                self._values[name], why = _combined(name, first, second, is_same=is_same)
                if why:
                    yield _dropped(self._rule, name, first, second, why)
        else:
            self._values = added
        self.origins.append(origin)
        self._is_chosen |= is_chosen


def default_options(rule: str) -> dict[str, Any]:
    """The options of a rule of jlint's at their defaults, as rules.yaml writes them."""
    options = next((known.Options for known in JLINT_RULES if known.id == rule), None)
    values: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(options())) if options else {}
    return values


def _combined(option: str, first: _Value, second: _Value, *, is_same: bool) -> tuple[_Value, Text | None]:
    """The value that holds, and why the other is dropped; None where nothing of it is lost.

    `is_same`: both are the same rule of textlint's, as in two presets; then what the user wrote replaces the other.
    """
    one, other = first.value, second.value
    chosen = second if second.is_chosen else first
    is_settled = first.is_chosen != second.is_chosen
    written = Text(f"自分で書いた {chosen.value} にします", f"{chosen.value}, which you wrote, holds")
    if one == other:
        return chosen, None
    if isinstance(one, list) and isinstance(other, list):
        if option != _EXCEPTIONS or not is_same:
            return chosen._replace(value=list(dict.fromkeys([*one, *other]))), None
        # what one of the two excepts, the other still reports
        return chosen if is_settled else chosen._replace(value=[item for item in one if item in other]), None
    if one in _OPEN or other in _OPEN:
        return max(first, second, key=lambda each: _OPEN.index(each.value) if each.value in _OPEN else len(_OPEN)), None
    if option == "forms":
        return max(first, second, key=lambda each: _FORMS.index(each.value)), None
    if is_settled and is_same:
        return chosen, written
    if isinstance(one, bool) and isinstance(other, bool):
        return chosen._replace(value=one and other if option in _LENIENT else one or other), None
    if option in _STRICTER:
        best = _STRICTER[option](one, other)
        return chosen._replace(value=best), Text(f"厳しいほうの {best} にします", f"{best}, the stricter, holds")
    if is_settled:
        return chosen, written
    return first, Text(f"両方は満たせないので、{one} にします", f"Both can't hold; {one} does")


def _dropped(rule: str, option: str, first: _Value, second: _Value, why: Text) -> Text:
    return Text(
        f"{rule} の {option} が二通り（{first.origin} の {first.value} と {second.origin} の {second.value}）"
        f"になりました。{why.ja}",
        f"{option} of {rule} has two values: {first.value} of {first.origin}, {second.value} of {second.origin}. "
        f"{why.en}",
    )


def _inside(origin: str) -> str:
    """The name of a rule without that of its preset."""
    return origin.rpartition("/")[2]
