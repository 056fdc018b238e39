"""Hover and completion."""

from __future__ import annotations

import os
import re

from lsprotocol import types

from jlint.config.in_force.locate import OWN_NAME, SHARED_NAME
from jlint.document.front_matter import split_front_matter
from jlint.finding import Language
from jlint.language_choice import language_around
from jlint.lsp.completion import explanation_at, offers
from jlint.lsp.documents import OpenDocument
from jlint.lsp.explanation import explained, rule_named
from jlint.lsp.names import Spot, in_configuration, in_markdown
from jlint.lsp.server import Server
from jlint.printable import printable_line
from jlint.rules.contract.active_rule import ActiveRule
from jlint.span import LINE_END, Span

_CONFIGURATIONS = (OWN_NAME, SHARED_NAME)
_EXTENDS = re.compile(r"^(?:extends|rules|patterns|overrides)[ \t]*:", re.MULTILINE)


def register(server: Server) -> None:
    """Has the server answer the methods."""
    asking = Asking(server)
    server.on(types.TEXT_DOCUMENT_HOVER, asking.hover)
    options = types.CompletionOptions(trigger_characters=["-", " ", ":", "{", "["], resolve_provider=False)
    server.on(types.TEXT_DOCUMENT_COMPLETION, asking.complete, options)


class Asking:
    """Says what stands at a place, and what could."""

    def __init__(self, server: Server) -> None:
        self._server = server

    async def hover(self, params: types.HoverParams) -> types.Hover | None:
        """What is found at a place and why, or what the name means that stands there."""
        document = self._server.session.document(params.text_document.uri)
        if document is None:
            return None
        spot = self._spot(document, params.position)
        if spot and spot.name:
            text = explanation_at(spot, self._language(document), self._active(document))
            return _hover(text, self._range(spot, params.position.line, document)) if text else None
        return await self._findings_at(params, document)

    async def complete(self, params: types.CompletionParams) -> types.CompletionList | None:
        """The names that may stand at a place."""
        document = self._server.session.document(params.text_document.uri)
        spot = self._spot(document, params.position) if document else None
        if document is None or spot is None:
            return None
        range = self._range(spot, params.position.line, document)
        found = [
            types.CompletionItem(
                label=offer.name,
                detail=offer.detail or None,
                kind=types.CompletionItemKind.Value if spot.kind == "value" else types.CompletionItemKind.Keyword,
                documentation=types.MarkupContent(types.MarkupKind.Markdown, offer.explanation()),
                text_edit=types.TextEdit(range, offer.name),
                sort_text=f"{number:04}",
            )
            for number, offer in enumerate(offers(spot, self._language(document), self._active(document)))
        ]
        return types.CompletionList(is_incomplete=False, items=found) if found else None

    async def _findings_at(self, params: types.HoverParams, document: OpenDocument) -> types.Hover | None:
        shown = await self._server.session.known(document.uri, full=False)
        if shown is None or shown.settings is None or document.number != shown.state.number:
            return None
        offset = document.positions.offset(params.position)
        at = ((finding, document.positions.span_of(finding.place)) for finding in shown.told.findings)
        found = [(finding, span) for finding, span in at if span.start <= offset <= span.end]
        if not found:
            return None
        by_id = {entry.rule.id: entry.rule for entry in shown.settings.active}
        parts: list[str] = []
        for finding, _ in found:
            rule = by_id.get(finding.rule) or rule_named(finding.rule)
            parts.append(_as_it_is(printable_line(finding.message)))
            parts += [explained(rule, shown.language, with_options=False)] if rule else []
        narrowest = min((span for _, span in found), key=lambda span: span.end - span.start)
        return _hover("\n\n".join(parts), document.positions.range(narrowest))

    def _spot(self, document: OpenDocument, position: types.Position) -> Spot | None:
        lines = LINE_END.split(document.text)
        if position.line >= len(lines):
            return None
        start = document.positions.offset(types.Position(position.line, 0))
        column = document.positions.offset(position) - start
        if not document.is_prose:
            return in_configuration(lines, position.line, column) if _is_configuration(document) else None
        line = lines[position.line]
        may_be = "jlint-" in line or "<!--" in line or "{/*" in line
        front = split_front_matter(document.text)
        is_in_front = front is not None and start < front.span.end
        return in_markdown(lines, position.line, column, in_front_matter=is_in_front) if may_be or is_in_front else None

    def _range(self, spot: Spot, line: int, document: OpenDocument) -> types.Range:
        start = document.positions.offset(types.Position(line, 0))
        return document.positions.range(Span(start + spot.start, start + spot.end))

    def _language(self, document: OpenDocument) -> Language:
        shown = self._server.session.last_shown(document.uri)
        if shown:
            return shown.language
        folders = self._server.folders
        asked = folders.of(document.path).settings.lang
        return asked or language_around(os.path.dirname(document.path), folders.fallback)

    def _active(self, document: OpenDocument) -> tuple[ActiveRule, ...]:
        shown = self._server.session.last_shown(document.uri)
        return shown.settings.active if shown and shown.settings else ()


def _is_configuration(document: OpenDocument) -> bool:
    """Whether a file of YAML is a configuration: by its name, or as it has such keys."""
    return os.path.basename(document.path) in _CONFIGURATIONS or _EXTENDS.search(document.text) is not None


def _hover(text: str, range: types.Range) -> types.Hover:
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), range)


def _as_it_is(message: str) -> str:
    """A message, which may quote a draft, as Markdown that shows it as it is."""
    return re.sub(r"([\\`*_{}\[\]<>#|~$])", r"\\\1", message)
