"""Code actions."""

from __future__ import annotations

from lsprotocol import types

from jlint.engine.result import ReportedFinding
from jlint.lsp.diagnostics import Diagnostics
from jlint.lsp.documents import OpenDocument
from jlint.lsp.server import Server
from jlint.span import Span


def register(server: Server) -> None:
    """Has the server answer the methods."""
    actions = Actions(server)
    options = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    server.on(types.TEXT_DOCUMENT_CODE_ACTION, actions.answer, options)


class Actions:
    def __init__(self, server: Server) -> None:
        self._server = server

    async def answer(self, params: types.CodeActionParams) -> list[types.CodeAction] | None:
        shown = await self._server.session.known(params.text_document.uri, full=False)
        document = self._server.session.document(params.text_document.uri)
        if shown is None or document is None or document.number != shown.state.number:
            return None
        wanted = document.positions.span(params.range)
        make = self._server.diagnostics_for(document)
        return [
            action
            for finding in shown.told.findings
            if _touch(document.positions.span_of(finding.place), wanted)
            for action in self._of(finding, document, make)
        ]

    def _of(self, finding: ReportedFinding, document: OpenDocument, make: Diagnostics):
        if finding.fix:
            edit = types.WorkspaceEdit(changes={document.uri: make.edits(finding.fix)})
            yield types.CodeAction(finding.fix.title, kind=types.CodeActionKind.QuickFix, edit=edit, diagnostics=[make.of_finding(finding)], is_preferred=finding.fix.safe)


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end
