"""Matches files with lists of globs, as in .gitignore, relative to the folder of the file that holds them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msgspec import Struct

from jlint.finding import Text

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_specs: dict[tuple[str, ...], GitIgnoreSpec] = {}


class Globs(Struct, frozen=True):
    """Globs and the folder that they are relative to."""

    folder: str
    lines: tuple[str, ...]

    def match(self, path: str) -> bool:
        """Whether the globs match the file; `path` is absolute. Files outside the folder never match."""
        inside = self.folder.rstrip(os.sep) + os.sep
        if not path.startswith(inside):
            return False
        return self._spec().match_file(path[len(inside) :].replace(os.sep, "/"))

    def _spec(self) -> GitIgnoreSpec:
        if self.lines not in _specs:
            from jlint.config.in_force.gitignore import spec_of

            _specs[self.lines] = spec_of(self.lines)
        return _specs[self.lines]


def why_no_glob(glob: str) -> Text | None:
    """Why a glob can never match a file; None for a good one."""
    if not glob.strip() or glob.startswith("#"):
        return Text(
            "何にも当てはまりません。# で始まるときは \\# と書きます",
            "It names nothing; write \\# for a # at the start",
        )
    if ".." in glob.split("/"):
        return Text(
            ".. は使えません。このファイルのあるフォルダーから下だけを指せます",
            ".. can't be used; only paths below this file's folder can be named",
        )
    from jlint.config.in_force.gitignore import names_something

    if names_something(glob):
        return None
    return Text("括弧や ! や \\ の使い方が違います", "A bracket, ! or \\ is used wrongly")
