"""`jlint.allow_plugins`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jlint.api.arguments import language_named
from jlint.api.errors import PluginError
from jlint.api.nearest_config import forget_nearest_configs

if TYPE_CHECKING:
    from jlint.finding import Language


def allow_plugins(*, lang: Language | None = None) -> None:
    """Takes up the rules of installed plugins in this process, whose code is run (docs/plugins.md).

    To be called first: a Config made before doesn't know these rules; one made after takes them along when it is
    pickled.
    Plugins stay until the process ends. Raises PluginError, in `lang` or else in Japanese, if one can't be used.
    """
    from jlint.plugins.error import PluginError as EngineError
    from jlint.rules.table import allow_plugins as take_up

    language = language_named(lang) or "ja"
    try:
        take_up()
    except EngineError as error:
        raise PluginError(problem.to(language) for problem in error.problems) from None
    forget_nearest_configs()
