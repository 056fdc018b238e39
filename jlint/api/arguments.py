"""Checks arguments, so that a wrong one is told as such and not by what comes of it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import cast, get_args

from jlint.finding import Language


def a_text(text: object) -> str:
    """The text. Raises TypeError for anything but a str."""
    if isinstance(text, str):
        return text
    hint = "; decode it first" if isinstance(text, bytes | bytearray) else ""
    raise TypeError(f"text is a str, not {type(text).__name__}{hint}")


def file_path(path: object) -> str:
    """The path as a str. Raises TypeError for anything but a str or a path object, ValueError for an empty one."""
    if not isinstance(path, str | os.PathLike):
        raise TypeError(f"path is a str or a path object, not {type(path).__name__}")
    name: object = os.fspath(path)
    if not isinstance(name, str):
        raise TypeError("path is a str or a path object that stands for one, not for bytes")
    if not name:
        raise ValueError("path is empty; leave it out if the text has none")
    return name


def language_named(lang: object) -> Language | None:
    """The language. Raises ValueError for anything but `ja`, `en` and None."""
    if lang is None or lang in get_args(Language):
        return cast(Language | None, lang)
    raise ValueError(f'lang is "ja", "en" or None, not {lang!r}')


def names(given: Iterable[str], argument: str) -> frozenset[str]:
    """The names of rules or categories. Raises TypeError for anything but some texts."""
    found = None if isinstance(given, str | bytes) or not isinstance(given, Iterable) else frozenset(given)
    if found is None or not all(isinstance(name, str) for name in found):
        raise TypeError(f'{argument} is a list of names, such as ["typo"], not {given!r}')
    return found
