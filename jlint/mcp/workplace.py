"""The folder that an assistant may have checked, and the language that it is answered in."""

from __future__ import annotations

import os

from msgspec import Struct

from jlint.finding import Language, Text
from jlint.language_choice import language_around
from jlint.paths import STDIN, lies_in
from jlint.printable import printable
from jlint.user_error import UserError


class Workplace(Struct, frozen=True):
    """`folder` is a real path and the current folder of the process, `named` the path it was given by.

    `language` is that of messages, None where the configuration decides; where that names none, it is `fallback`.
    """

    folder: str
    named: str
    language: Language | None
    fallback: Language = "ja"

    @property
    def language_of_errors(self) -> Language:
        """The language of what is said before any configuration is read."""
        return self.language or language_around(self.folder, self.fallback)

    def path_of(self, given: str) -> str:
        """The path relative to the folder, with `/`. Nothing need exist there.

        Raises UserError for what is no path, has a `..`, or leads out of the folder, links followed.
        """
        name = printable(given)
        if not given or "\0" in given:
            raise UserError(
                Text("パスが空か、使えない文字を含みます", "A path is empty or has a character that no path has")
            )
        if os.pardir in given.replace(os.sep, "/").split("/"):
            raise UserError(
                Text(
                    f"{name} は使えません。「..」を含まないパスを指定してください",
                    f"{name} is refused: give a path without `..`",
                )
            )
        relative = self._relative(given)
        if relative is None or not lies_in(os.path.join(self.folder, relative), self.folder):
            folder = printable(self.folder)
            raise UserError(
                Text(
                    f"{name} は {folder} の外を指すので使えません。このフォルダーの中のパスを指定してください",
                    f"{name} is refused: it leads out of {folder}. Give a path in that folder",
                )
            )
        # the one path that jlint would take for standard input
        return "./-" if relative == STDIN else relative.replace(os.sep, "/")

    def _relative(self, given: str) -> str | None:
        if not os.path.isabs(given):
            return os.path.normpath(given)
        path = os.path.normpath(given)
        for folder in (self.named, self.folder):
            if path == folder or path.startswith(folder.rstrip(os.sep) + os.sep):
                return os.path.relpath(path, folder)
        real = os.path.realpath(path)  # the folder may be known by a third name
        return os.path.relpath(real, self.folder) if lies_in(real, self.folder) else None


def workplace(folder: str, language: Language | None, fallback: Language = "ja") -> Workplace:
    """The workplace in a folder, which becomes the current one. Raises OSError where that can't be."""
    named = os.path.abspath(folder)
    os.chdir(folder)
    return Workplace(os.path.realpath(os.curdir), named, language, fallback)
