"""What paths mean to jlint, and where the files that a repository names have to lie."""

from __future__ import annotations

import os

STDIN = "-"
"""The path that stands for standard input."""


def boundary_of(folder: str) -> str:
    """The real path of the folder that files named in `folder` have to lie in: the root of its repository, else itself.

    `folder` is an absolute path.
    """
    above = folder
    while not os.path.lexists(os.path.join(above, ".git")):
        parent = os.path.dirname(above)
        if parent == above:
            return os.path.realpath(folder)
        above = parent
    return os.path.realpath(above)


def lies_in(path: str, folder: str) -> bool:
    """Whether the file that the path leads to, through whatever links, is in `folder`, a real path."""
    if "\0" in path:
        return True  # it leads nowhere, which whoever reads it says better
    real = os.path.realpath(path)
    return real == folder or real.startswith(folder.rstrip(os.sep) + os.sep)
