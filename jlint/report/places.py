"""Paths as CI servers want them."""

from __future__ import annotations

import os


def relative_path(path: str) -> str:
    """The path, with slashes, from the current folder where it lies in it: CI servers drop `./` and absolute paths."""
    if os.path.isabs(path):
        inside = os.path.relpath(path)
        path = path if inside.split(os.sep, 1)[0] == os.pardir else inside
    return os.path.normpath(path).replace(os.sep, "/")
