"""What a rule of textlint's becomes in rules.yaml."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import Struct

from jlint.document.exempt import Exempt
from jlint.finding import Text

FIX_ONLY = Text("直し方だけの設定です。指摘は変わりません", "It is about fixes; what is reported is the same")
"""Why an option about fixes need not be carried over."""


class On(Struct, frozen=True):
    """A rule of jlint's that is turned on, with its options as rules.yaml writes them."""

    rule: str
    options: Mapping[str, Any] = {}


class SitePattern(Struct, frozen=True):
    """An entry under `patterns`, without its id and severity; in the elements `exempt` it is not looked for."""

    name: str
    fields: Mapping[str, Any]
    exempt: tuple[str, ...] = ()


class Dictionary(Struct, frozen=True):
    """A file under `dictionaries`, as seen from textlint's configuration."""

    path: str


class Lost(Struct, frozen=True):
    """A part of the rule without a counterpart in jlint, with what to do instead."""

    what: str
    instead: Text


Part = On | SitePattern | Dictionary | Exempt | Lost
Translator = Callable[["Given"], Iterable[Part]]
"""Turns the options of a rule of textlint's into its counterparts in jlint."""


class Given:
    """The options that a textlint configuration sets for a rule; `true` sets none.

    The object records which were read, so that the others can be reported to the user: a translator reads every option
    that it knows, also where the value changes nothing.
    """

    def __init__(self, options: Mapping[str, Any]) -> None:
        self._options = options
        self._read: set[str] = set()

    def get(self, name: str, default: Any = None) -> Any:
        """The option's value, `default` where it isn't set."""
        self._read.add(name)
        return self._options.get(name, default)

    def texts(self, name: str) -> list[str]:
        """The option as a list of texts; one text counts as a list of it."""
        value = self.get(name)
        values = value if isinstance(value, list) else [] if value is None else [value]
        return [str(each) for each in values]

    @property
    def are_set(self) -> bool:
        """Whether any option is set."""
        return bool(self._options)

    def ignored(self) -> list[str]:
        """The options that haven't been read."""
        return [name for name in self._options if name not in self._read]


def on(rule: str, **options: Any) -> On:
    """`rule` with these options, those that are None left out: `on("long-sentence", max_length=100)`."""
    return On(rule, {name.replace("_", "-"): value for name, value in options.items() if value is not None})


def simply(rule: str, **options: Any) -> Translator:
    """A translator for a textlint rule whose own options, `allow` and `allows` excepted, don't matter."""

    def translate(given: Given) -> Iterable[Part]:
        allow = given.texts("allow") + given.texts("allows")
        yield on(rule, **options, allow=allow or None)

    return translate
