"""Calls of the tools, with the protocol and without it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from jlint.mcp.job import Job
from jlint.mcp.tools import TOOLS, Answer, answer
from jlint.mcp.workplace import workplace

if TYPE_CHECKING:
    from mcp import Client

_Result = TypeVar("_Result")
ENVIRONMENT = {**os.environ, "JLINT_LANG": "en"}
COMMAND = (sys.executable, "-P", "-m", "jlint", "mcp")


def told(name: str, /, **given: Any) -> Answer:
    """What a tool answers in the current folder, in English, without a server."""
    tool = next(tool for tool in TOOLS if tool.name == name)
    return answer(tool, given, workplace(".", "en"), Job())


def data_of(name: str, /, **given: Any) -> dict[str, Any]:
    """The data of an answer that is no error."""
    done = told(name, **given)
    assert done.data is not None, done.texts
    return done.data


def error_of(name: str, /, **given: Any) -> str:
    """The message of an answer that is an error."""
    done = told(name, **given)
    assert done.is_error
    (message,) = done.texts
    return message


def talked(
    folder: Path, talk: Callable[[Client], Awaitable[_Result]], *options: str, mode: str = "auto", **environment: str
) -> _Result:
    """What comes of a talk between the SDK's client and the real server, started in the folder."""
    import anyio
    from mcp import Client, StdioServerParameters, stdio_client

    async def connected() -> _Result:
        command, *arguments = COMMAND
        server = StdioServerParameters(
            command=command, args=[*arguments, *options], cwd=folder, env={**ENVIRONMENT, **environment}
        )
        async with Client(stdio_client(server), mode=mode) as client:
            return await talk(client)

    return anyio.run(connected)


class Wire:
    """The real server, and messages to it as they are, for what the SDK's client doesn't do."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.process = subprocess.Popen(
            [*COMMAND, *options],
            cwd=folder,
            env=ENVIRONMENT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        client = {"name": "test", "version": "1"}
        self.send("initialize", 0, protocolVersion="2025-06-18", capabilities={}, clientInfo=client)
        assert self.received()["result"]["serverInfo"]["name"] == "jlint"
        self.send("notifications/initialized")

    def __enter__(self) -> Wire:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def send(self, method: str, number: int | None = None, /, **params: Any) -> None:
        """Sends a request, or, without a number, a notification."""
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        self.send_line(json.dumps(message if number is None else {**message, "id": number}))

    def send_line(self, line: str) -> None:
        """Sends a line as it is."""
        assert self.process.stdin is not None
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def call(self, number: int, tool: str, given: Mapping[str, Any]) -> None:
        """Calls a tool without waiting for it."""
        self.send("tools/call", number, name=tool, arguments=given)

    def received(self) -> dict[str, Any]:
        """The next message of the server."""
        assert self.process.stdout is not None
        message: dict[str, Any] = json.loads(self.process.stdout.readline())
        return message

    def end(self) -> tuple[int, bytes, bytes]:
        """Goes away; how the process ends, and what else it wrote."""
        out, err = self.process.communicate(timeout=300)
        return self.process.returncode, out, err


def long_text() -> str:
    """A text that takes seconds: no two sentences are alike."""
    return "".join(
        f"第{number}棟の倉庫では、{number * 7}箱の荷物を{number % 31 + 1}人で運びました。\n\n"
        for number in range(5_000)
    )
