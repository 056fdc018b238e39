"""Errors that stop a part of a run and that the user can resolve."""

from __future__ import annotations

from jlint.finding import Text


class UserError(Exception):
    """`message` says what is wrong and what to do, in both languages."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


class RuleError(Exception):
    """A rule can't run on a document, for a reason that is no error in jlint: `message` is reported as it is."""

    def __init__(self, *, ja: str, en: str) -> None:
        super().__init__(en)
        self.message = Text(ja, en)
