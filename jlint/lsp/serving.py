"""Runs the server on the streams of the process."""

from __future__ import annotations

import logging
import os
import sys
from contextlib import suppress
from typing import BinaryIO, cast

from jlint.finding import Language
from jlint.lsp.features import made
from jlint.lsp.protocol import Protocol


def serve(language: Language | None, of_locale: Language | None) -> int:
    """Serves a client on standard input and output until it says `exit` or goes away, and returns the exit code.

    `language` and `of_locale` are those of `made`.
    """
    for name in ("pygls", "asyncio", "cattrs"):
        logger = logging.getLogger(name)
        logger.addHandler(logging.NullHandler())
        logger.propagate = False
    server = made(language, of_locale)
    with _streams() as (stdin, stdout):
        server.start_io(stdin, stdout)
    if hasattr(server, "session"):
        server.session.stop()
    code = cast(Protocol, server.protocol).exit_code
    return 1 if code is None else code


class _streams:  # noqa: N801
    """Standard input and output for the protocol alone: what anything else prints goes to standard error."""

    def __enter__(self) -> tuple[BinaryIO, BinaryIO]:
        sys.stdout.flush()
        self._stdout = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        return sys.stdin.buffer, self._stdout

    def __exit__(self, *_: object) -> None:
        with suppress(OSError, ValueError):
            self._stdout.close()
