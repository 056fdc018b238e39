"""The special path `-`, and which files a repository's configuration may refer to."""

from __future__ import annotations

import os

STDIN = "-"
"""The path that stands for standard input."""


def boundary_of(folder: str) -> str:
    """The real path of the folder that must contain files named in `folder`: its repository's root, else `folder`.

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
    """Whether the file at the path, all symbolic links followed, is in `folder`, a real path."""
    if "\0" in path:
        return True  # no such file can exist: reading it gives a better message
    real = os.path.realpath(path)
    return real == folder or real.startswith(folder.rstrip(os.sep) + os.sep)
