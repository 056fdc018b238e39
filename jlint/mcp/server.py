"""The server: the tools, as the protocol's SDK calls them."""

from __future__ import annotations

from functools import partial

import anyio
import mcp_types as types
from anyio.from_thread import run as run_in_loop
from anyio.to_thread import run_sync
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.shared.exceptions import MCPError

from jlint import __version__
from jlint.mcp.job import Job
from jlint.mcp.schema import schema_of
from jlint.mcp.tools import INSTRUCTIONS, TOOLS, Answer, answer
from jlint.mcp.wire import messages_of_stdin
from jlint.mcp.workplace import Workplace

_AT_ONCE = 4
"""So many calls are worked on at a time: a long check_files lets a check_text pass."""
_STEPS = 50
"""So often at most progress is told."""

_BY_NAME = {tool.name: tool for tool in TOOLS}


def serve(workplace: Workplace) -> None:
    """Answers the client on standard input and output until it goes away.

    Work that nobody waits for any more may go on in threads: the process has to be ended without waiting for them.
    """
    try:
        anyio.run(_serve, workplace)
    except* (OSError, anyio.BrokenResourceError):
        pass  # the client is gone in the middle of an answer: there is nobody to tell


async def _serve(workplace: Workplace) -> None:
    server = _server(workplace)
    async with stdio_server(messages_of_stdin()) as (received, sent):
        await server.run(received, sent, server.create_initialization_options())


def _server(workplace: Workplace) -> Server:
    limiter = anyio.CapacityLimiter(_AT_ONCE)

    async def list_tools(_: ServerRequestContext, __: types.PaginatedRequestParams | None) -> types.ListToolsResult:
        return types.ListToolsResult(tools=_descriptions())

    async def call_tool(context: ServerRequestContext, params: types.CallToolRequestParams) -> types.CallToolResult:
        tool = _BY_NAME.get(params.name)
        if tool is None:
            known = ", ".join(_BY_NAME)
            raise MCPError(types.INVALID_PARAMS, f"There is no tool {params.name}, but these: {known}")
        job = Job(partial(_tell_progress, context))
        try:
            work = partial(answer, tool, params.arguments or {}, workplace, job)
            return _result(await run_sync(work, abandon_on_cancel=True, limiter=limiter))
        finally:
            job.cancel()

    return Server(
        "jlint",
        title="jlint",
        version=__version__,
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def _descriptions() -> list[types.Tool]:
    hints = types.ToolAnnotations(
        read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
    )
    return [
        types.Tool(
            name=tool.name,
            title=tool.title,
            description=tool.description,
            input_schema=schema_of(tool.arguments),
            output_schema=schema_of(tool.answer),
            annotations=hints,
        )
        for tool in TOOLS
    ]


def _result(answer: Answer) -> types.CallToolResult:
    content: list[types.ContentBlock] = [types.TextContent(type="text", text=text) for text in answer.texts]
    return types.CallToolResult(content=content, structured_content=answer.data, is_error=answer.is_error)


def _tell_progress(context: ServerRequestContext, done: int, total: int) -> None:
    """Tells the client, if it wants to know, how many files of how many are done. Called from a worker thread."""
    every = -(-total // _STEPS)
    if done % every == 0 or done == total:
        run_in_loop(context.session.report_progress, float(done), float(total))
