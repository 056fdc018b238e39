"""File names in a diff, as git writes and reads them with `core.quotePath` off."""

from __future__ import annotations

import os

from jlint.printable import printable

_LETTERS = {"\a": "a", "\b": "b", "\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r", '"': '"', "\\": "\\"}


def diff_name(side: str, path: str) -> str:
    """What follows `---` and `+++`: the path below `side`, `a` or `b`.

    The name is quoted as in C if it holds quotes, backslashes or unprintable characters, whose bytes are written in
    octal, or if it ends with a space, which `patch` would cut off. A tab follows a name with spaces, where otherwise a
    date could seem to begin.
    """
    name = f"{side}/{os.path.normpath(path).replace(os.sep, '/')}"
    quoted = "".join(map(_quoted, name))
    return (name if quoted == name and not name.endswith(" ") else f'"{quoted}"') + "\t" * (" " in name)


def _quoted(character: str) -> str:
    if character in _LETTERS:
        return "\\" + _LETTERS[character]
    if printable(character) == character:
        return character
    return "".join(f"\\{byte:03o}" for byte in character.encode("utf-8", "surrogateescape"))
