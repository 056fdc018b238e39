"""All rules: their lines of the table, and their classes, which are imported when they are asked for.

`RULES` holds the classes of jlint's own in the order in which rules.yaml and `jlint rules` list them. Those of plugins
come behind them, once `allow_plugins` has been called: it is for the process as a whole.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from jlint.rules.contract.base import Rule
from jlint.rules.contract.deferred import Listed
from jlint.rules.listed import LISTED

if TYPE_CHECKING:
    from jlint.plugins.offered import Offered

__all__ = [
    "BY_ID",
    "LISTED",
    "RULES",
    "all_rules",
    "allow_plugins",
    "plugin_of",
    "plugins",
    "plugins_allowed",
    "rules_named",
]

RULES: tuple[type[Rule], ...]
_by_id: dict[str, Listed] = {listed.id: listed for listed in LISTED}
BY_ID: Mapping[str, Listed] = _by_id
"""All lines by id; those of plugins are added when plugins are allowed."""
_plugins: tuple[Offered, ...] | None = None


def allow_plugins() -> None:
    """Takes up the rules of all installed plugins, whose code is run. Raises PluginError if one can't be used.

    For users to allow, on the command line, in the environment or in their editor: never for what a repository says.
    Configurations that were read before don't know these rules.
    """
    global _plugins
    if _plugins is not None:
        return
    from jlint.plugins.loading import load
    from jlint.plugins.offered import offered

    entries = offered()
    _by_id.update((listed.id, listed) for listed in load(entries, [listed.id for listed in LISTED]))
    _plugins = entries


def plugins_allowed() -> bool:
    """Whether rules of plugins have been taken up, if there are any."""
    return _plugins is not None


def plugins() -> tuple[Offered, ...]:
    """The rules of plugins that are there now, none where plugins aren't allowed."""
    return _plugins or ()


def plugin_of(id: str) -> str:
    """The name and version of the plugin that a rule comes with; empty for those of jlint."""
    return next((each.plugin for each in plugins() if each.id == id), "")


def all_rules() -> tuple[type[Rule], ...]:
    """The classes of all rules, those that are on by default and those that are off; plugins' last."""
    return tuple(listed.load() for listed in BY_ID.values())


def rules_named(ids: Collection[str]) -> list[type[Rule]]:
    """The classes of the rules with these ids, in their order."""
    return [listed.load() for listed in BY_ID.values() if listed.id in ids]


@cache
def _own() -> tuple[type[Rule], ...]:
    return tuple(listed.load() for listed in LISTED)


def __getattr__(name: str) -> Any:
    """Returns `RULES`, built on first use."""
    if name == "RULES":
        return _own()
    raise AttributeError(name)
