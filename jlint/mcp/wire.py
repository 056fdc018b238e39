"""Standard input as the protocol's SDK reads it, one message a line."""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterator
from io import TextIOWrapper

import anyio
from anyio.to_thread import run_sync

_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)"
)
"""An escape of JSON; the group is a surrogate without its partner."""
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class Messages(anyio.AsyncFile[str]):
    """Lines of UTF-8, with U+FFFD for what is none and for lone surrogates.

    The SDK would drop a message with either and leave its sender without an answer. A line that is waited for is given
    up when the server ends, as the SDK's own reader doesn't.
    """

    async def readline(self) -> str:
        """The next line, empty at the end."""
        line = await run_sync(self.wrapped.readline, abandon_on_cancel=True)
        return without_lone_surrogates(line)

    async def __aiter__(self) -> AsyncIterator[str]:
        while line := await self.readline():
            yield line


def messages_of_stdin() -> Messages:
    """The messages on standard input, from which nothing else in this process can read from now on, nor a child."""
    wire = os.dup(0)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return Messages(TextIOWrapper(os.fdopen(wire, "rb"), encoding="utf-8", errors="replace"))


def without_lone_surrogates(message: str) -> str:
    """JSON with U+FFFD for each escape of half a character, which no text can hold."""
    if not _SURROGATE.search(message):
        return message
    return _ESCAPE.sub(lambda found: r"\ufffd" if found[1] else found[0], message)
