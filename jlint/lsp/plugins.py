"""The rules of plugins, for a server that is to have them."""

from __future__ import annotations

import sys

from jlint.distributions import trusted_path
from jlint.finding import Text
from jlint.plugins.error import PluginError
from jlint.rules.table import allow_plugins


def plugin_problems() -> list[Text]:
    """Takes up the rules of installed plugins; what is wrong if one can't be used, and then there are none of them."""
    sys.path[:] = trusted_path()  # also for what plugins import later
    try:
        allow_plugins()
    except PluginError as error:
        return [*error.problems]
    return []
