"""Compiled regular expressions, kept from run to run: to compile those of one run takes longer than to use them.

They are kept beside Python's own bytecode of this package (in `__pycache__`, or where PYTHONPYCACHEPREFIX says) and
nowhere else: codes of a damaged or hostile file could make the interpreter crash, or worse, so they have to be trusted
as bytecode has. Nobody who can't change what `import jlint` runs can change them, and no linted repository can. A
checksum tells what the disk has damaged. Where that folder can't be written, expressions are compiled in each run.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from contextlib import suppress
from typing import Any
from zlib import crc32

import jlint

_MOST = 2_000
"""With more expressions than this the table is begun anew: of a checkout that is worked on it keeps old ones too."""
_CHECK = 4
"""Bytes of the checksum."""

_Key = tuple[str, int]
_Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]

_known: dict[_Key, _Code] | None = None
_new: dict[_Key, None] = {}


def compile_or_recall(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled expression, from an earlier run if one has left it. Raises re.error for one that is wrong."""
    global _known
    if _known is None:
        _known = _read()
    key = (pattern, int(flags))
    code = _known.get(key)
    if code is not None:
        # what is private to Python may change: then the expression is compiled
        with suppress(Exception):
            return _recalled(pattern, code)
    made = re.compile(pattern, flags)
    _new[key] = None
    return made


def keep() -> None:
    """Leaves the expressions that were compiled in this process to later runs. Nothing is raised."""
    if not _new or sys.dont_write_bytecode:
        return
    with suppress(Exception):
        known = dict(_known or {}) if len(_known or {}) + len(_new) <= _MOST else {}
        known.update((key, _code_of(*key)) for key in _new)
        _new.clear()
        _write(marshal.dumps(known))


def _recalled(pattern: str, code: _Code) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]

    flags, words, groups, by_name, names = code
    made: re.Pattern[str] = _sre.compile(pattern, flags, memoryview(words).cast("I").tolist(), groups, by_name, names)
    return made


def _code_of(pattern: str, flags: int) -> _Code:
    """What `re.compile` hands to the engine."""
    from array import array

    compiler: Any = vars(re)["_compiler"]
    parsed = vars(re)["_parser"].parse(pattern, flags)
    by_name: dict[str, int] = dict(parsed.state.groupdict)
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in by_name.items():
        names[number] = name
    code = array("I", compiler._code(parsed, flags)).tobytes()
    return flags | parsed.state.flags, code, parsed.state.groups - 1, by_name, tuple(names)


def _path() -> str | None:
    bytecode = __spec__.cached if __spec__ else None
    return bytecode and os.path.join(os.path.dirname(bytecode), f"expressions.{sys.implementation.cache_tag}.pyc")


def _head() -> bytes:
    """Names all that codes depend on: Python, its engine, and how the machine writes numbers."""
    import _sre

    parts = ("jlint's expressions", jlint.__version__, sys.version, _sre.MAGIC, _sre.CODESIZE, sys.byteorder)
    return f"{parts}\n".encode()


def _read() -> dict[_Key, _Code]:
    with suppress(Exception):
        path, head = _path(), _head()
        if path is not None:
            with open(path, "rb") as file:
                found = file.read()
            content = found[len(head) + _CHECK :]
            if found.startswith(head) and found[len(head) : len(head) + _CHECK] == _checksum(content):
                known: dict[_Key, _Code] = marshal.loads(content)
                return known
    return {}


def _write(content: bytes) -> None:
    """Replaces the file as a whole: a process that reads it meanwhile finds the old one or the new one."""
    path = _path()
    if path is None:
        return
    unfinished = f"{path}.{os.getpid()}"
    try:
        with open(unfinished, "xb") as file:
            file.write(_head() + _checksum(content) + content)
        os.replace(unfinished, path)
    except OSError:
        with suppress(OSError):
            os.remove(unfinished)


def _checksum(content: bytes) -> bytes:
    return crc32(content).to_bytes(_CHECK)
