"""What installed distributions offer as rules. Nothing of them is imported."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import Distribution, EntryPoint
from pathlib import Path
from typing import NamedTuple

from jlint.distributions import installed, name_of, normalized, trusted_path
from jlint.finding import Text

GROUP = "jlint.rules"
"""The group of the entry points. The name of one is the id of its rule, its value the rule's class."""
OPTION, VARIABLE, SETTING = "--allow-plugins", "JLINT_PLUGINS", "allowPlugins"
"""What turns plugins on: on the command line, in the environment, in an editor."""
OURS = "jlint"
"""What names of distributions hold whose rules comments may name while plugins are off: see `is_offered_by_ours`."""


class Offered(NamedTuple):
    """One entry point, and the distribution that it belongs to. `id` is the name of the rule."""

    distribution: str
    version: str
    id: str
    value: str

    @property
    def plugin(self) -> str:
        """The distribution as messages name it."""
        return f"{self.distribution} {self.version}".rstrip()

    @property
    def entry_point(self) -> EntryPoint:
        """The entry point as importlib has it."""
        return EntryPoint(self.id, self.value, GROUP)


@cache
def offered() -> tuple[Offered, ...]:
    """All that installed distributions offer, by distribution and id."""
    found = [each for distribution in installed() for each in _of(distribution)]
    return tuple(sorted(found, key=lambda each: (normalized(each.distribution), each.id)))


def _of(distribution: Distribution) -> Iterator[Offered]:
    with suppress(Exception):  # a damaged file is no plugin
        entries = [entry for entry in distribution.entry_points if entry.group == GROUP]
        for entry in entries:
            yield Offered(name_of(distribution), distribution.version or "", entry.name, entry.value)


def why_off(id: str) -> Text | None:
    """Says that a rule comes with a plugin, and what turns plugins on; None for what no installed plugin offers."""
    found = next((each for each in offered() if each.id == id), None)
    return found and Text(
        f"{id} はプラグイン {found.plugin} のルールですが、プラグインは使っていません。使うには {OPTION} を付けるか、"
        f"環境変数 {VARIABLE} を 1 にします（エディターでは設定の {SETTING}）",
        f"{id} is a rule of the plugin {found.plugin}, but plugins are off. To use it, add {OPTION} or set "
        f"{VARIABLE}=1 in the environment (in editors the setting {SETTING})",
    )


@cache
def is_offered_by_ours(id: str) -> bool:
    """Whether a distribution with jlint in its name offers a rule of this name.

    Its name is enough to know it by, so this costs little; and the cache knows such distributions from their names (see
    jlint/engine/installed.py), so that what hangs on this is never out of date.
    """
    return any(each.id == id for folder in trusted_path() for each in _of_ours(folder))


def _of_ours(folder: str) -> Iterator[Offered]:
    names: list[str] = []
    with suppress(OSError):
        names = [name for name in os.listdir(folder) if OURS in name.lower() and name.endswith(".dist-info")]
    for name in names:
        yield from _of(Distribution.at(Path(folder, name)))
