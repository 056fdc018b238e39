"""Formatting of a document or a range: safe fixes, where the settings ask for that."""

from __future__ import annotations

from lsprotocol import types

from jlint.lsp.actions import Actions
from jlint.lsp.fixing import together, within
from jlint.lsp.server import Server


def register(server: Server) -> None:
    """Has the server format, if the settings at the start say so: clients may format without being asked."""
    if not server.folders.settings.format:
        return
    formatting = Formatting(server)
    server.on(types.TEXT_DOCUMENT_FORMATTING, formatting.document)
    server.on(types.TEXT_DOCUMENT_RANGE_FORMATTING, formatting.range)


class Formatting:
    """Applies safe fixes, whatever the settings say of others."""

    def __init__(self, server: Server) -> None:
        self._actions = Actions(server)

    async def document(self, params: types.DocumentFormattingParams) -> list[types.TextEdit] | None:
        """The edits that fix the document."""
        target = await self._actions.target(params.text_document.uri)
        if target is None:
            return None
        edits = await self._actions.edits_of_all(target.shown, unsafe=False)
        return [types.TextEdit(target.positions.range(edit.span), edit.text) for edit in edits]

    async def range(self, params: types.DocumentRangeFormattingParams) -> list[types.TextEdit] | None:
        """The edits of the fixes that lie in the range as a whole."""
        target = await self._actions.target(params.text_document.uri)
        if target is None:
            return None
        inside = within(target.shown.result.findings, target.positions.span(params.range), target.positions)
        edits = together(inside, target.positions)
        return [types.TextEdit(target.positions.range(edit.span), edit.text) for edit in edits]
