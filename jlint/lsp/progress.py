"""Shows how far long work is."""

from __future__ import annotations

from uuid import uuid4

from lsprotocol import types

from jlint.finding import Text
from jlint.lsp.server import Server

_SHOWN_FROM = 20
"""With fewer files there is no progress to show."""


class Progress:
    """Shows how far long work is. It is called in the worker's thread."""

    def __init__(self, server: Server, title: Text) -> None:
        self._server = server
        self._title = title
        self._token = ""
        self._percent = -1
        self._has_begun = False
        self._has_ended = False

    def __call__(self, done: int, total: int) -> None:
        percent = 100 * done // max(total, 1)
        if total < _SHOWN_FROM or percent == self._percent or not self._server.abilities.progress:
            return
        self._percent = percent
        self._server.session.call_in_loop(self._tell, percent, f"{done}/{total}")

    def end(self) -> None:
        """Takes the progress away."""
        self._server.session.call_in_loop(self._end)

    def _tell(self, percent: int, message: str) -> None:
        if not self._token:
            self._token = str(uuid4())
            self._server.spawn(self._begin())
        elif self._has_begun and not self._has_ended:
            report = types.WorkDoneProgressReport(percentage=percent, message=message)
            self._server.work_done_progress.report(self._token, report)

    async def _begin(self) -> None:
        try:
            await self._server.work_done_progress.create_async(self._token)
        except Exception:  # a client that says it shows progress, and doesn't
            return
        title = f"jlint: {self._title.to(self._server.language)}"
        self._server.work_done_progress.begin(self._token, types.WorkDoneProgressBegin(title=title, percentage=0))
        self._has_begun = True
        if self._has_ended:
            self._end()

    def _end(self) -> None:
        self._has_ended = True
        if self._has_begun:
            self._server.work_done_progress.end(self._token, types.WorkDoneProgressEnd())
