"""What is wrong with plugins."""

from __future__ import annotations

from collections.abc import Iterable

from jlint.finding import Text
from jlint.user_error import UserError


class PluginError(UserError):
    """Plugins can't be used. `problems` are sentences, each with the name of a distribution; `message` is all."""

    def __init__(self, problems: Iterable[Text]) -> None:
        self.problems = tuple(dict.fromkeys(problems))
        super().__init__(Text(*("\n".join(texts) for texts in zip(*self.problems, strict=True))))
