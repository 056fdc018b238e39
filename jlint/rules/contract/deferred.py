"""What is known of a rule without importing it, and rules that are imported when they are needed."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

from jlint import __version__

if TYPE_CHECKING:
    from jlint.finding import Severity
    from jlint.rules.contract.base import Category, Rule


Status = Literal["new", "stable", "deprecated"]
_FIRST_TO_BE_QUIET = (0, 3)
"""The first minor version whose new rules begin as infos."""


def status_of(since: str, version: str, *, deprecated: bool = False) -> Status:
    """The status, in a version of jlint, of a rule that is there since another one."""
    if deprecated:
        return "deprecated"
    first = _minor(since)
    return "new" if first >= _FIRST_TO_BE_QUIET and first >= _minor(version) else "stable"


def next_minor(version: str) -> str:
    """The version from which on a rule that is new in this one is stable."""
    major, minor = _minor(version)
    return f"{major}.{minor + 1}.0"


def _minor(version: str) -> tuple[int, int]:
    major, minor, *_ = version.split(".")
    return int(major), int(minor)


class Listed(NamedTuple):
    """A line of the table of rules. All fields up to `heeds` are those of the class with this id.

    `varies`: its `state` is not only that of its options. `reviews`: it has something to say about directives. `since`
    is the first version that has the rule, and `deprecated` says that a later one won't.
    """

    id: str
    category: Category
    severity: Severity | None
    needs: str | None = ""
    needs_unprintable: bool = False
    needs_in_front_matter: str | None = None
    across: bool = False
    reviews: bool = False
    varies: bool = False
    heeds: tuple[str, ...] = ()
    since: str = "0.1.0"
    deprecated: bool = False

    @property
    def status(self) -> Status:
        """A rule is new in the minor version that brings it, stable from the next one on."""
        return status_of(self.since, __version__, deprecated=self.deprecated)

    @property
    def by_default(self) -> Severity | None:
        """The severity where the user names neither the rule nor a severity, None for off: a new rule is an info."""
        if self.severity is None or self.status != "new":
            return self.severity
        from jlint.finding import Severity

        return min(self.severity, Severity.INFO)

    def load(self) -> type[Rule]:
        """The rule's class, imported if it hasn't been."""
        module = import_module(f"jlint.rules.{self.category.replace('-', '_')}.{self.id.replace('-', '_')}")
        found: type[Rule] = getattr(module, "".join(map(str.capitalize, self.id.split("-"))))
        return found


class DeferredRule:
    """A rule with its default options. It is imported when it is asked for more than its line of the table tells."""

    _rule: Rule | None = None

    def __init__(self, listed: Listed) -> None:
        self.listed = listed
        self.id = listed.id
        self.category = listed.category
        self.severity = listed.severity
        self.across = listed.across
        self.reviews = listed.reviews
        self.heeds = listed.heeds

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if self._rule is None:
            self._rule = self.listed.load()()
        return getattr(self._rule, name)

    @property
    def state(self) -> str:
        """As that of the rule; one with its default options depends on nothing else but jlint's version."""
        state: str = self.__getattr__("state") if self.listed.varies else ""
        return state

    def beside(self, others: Sequence[Rule]) -> Rule:
        """As the rule's own, which changes nothing where there are no others."""
        return cast("Rule", self.__getattr__("beside")(others) if others else self)


def deferred(listed: Listed) -> Rule:
    """The rule with its default options: to whom uses it, it is the rule itself."""
    return cast("Rule", DeferredRule(listed))
