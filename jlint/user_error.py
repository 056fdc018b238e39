"""What stops a part of a run for a reason that a person can mend."""

from __future__ import annotations

from jlint.finding import Text


class UserError(Exception):
    """`message` says what is wrong and what to do, in both languages."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


class RuleError(Exception):
    """A rule can't do its work on a document, for a reason that is not a fault in jlint: told as it is."""

    def __init__(self, *, ja: str, en: str) -> None:
        super().__init__(en)
        self.message = Text(ja, en)
