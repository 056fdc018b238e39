"""Code actions: what can be done about the findings in a range."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from typing import Any

from lsprotocol import types
from msgspec import Struct

from jlint.engine.baseline import DEFAULT_NAME
from jlint.engine.fix import UnstableFixError
from jlint.engine.result import ReportedFinding
from jlint.engine.silencing import Wanted, silenced_here, silenced_in_file
from jlint.finding import Edit, Text
from jlint.lsp import words
from jlint.lsp.diagnostics import Diagnostics
from jlint.lsp.fixing import all_fixed, edits_of, together
from jlint.lsp.positions import Positions
from jlint.lsp.server import Server
from jlint.lsp.shown import Shown
from jlint.span import Span

FIX_ALL = "source.fixAll.jlint"
ADD_WORD, ACCEPT, SHOW_WHY, APPLY_ALL = "jlint.addWord", "jlint.accept", "jlint.showWhy", "jlint.fixAll"
_QUICK = types.CodeActionKind.QuickFix


def register(server: Server) -> None:
    """Has the server answer the methods."""
    actions = Actions(server)
    options = types.CodeActionOptions(code_action_kinds=[_QUICK, FIX_ALL], resolve_provider=True)
    server.on(types.TEXT_DOCUMENT_CODE_ACTION, actions.answer, options)
    server.on(types.CODE_ACTION_RESOLVE, actions.resolve)


_REASON = Text("理由", "reason")
"""Stands where the author is to write one."""


class Target(Struct, frozen=True):
    """A file in the editor as it was when it was asked about; another thread may look at it."""

    uri: str
    version: int | None
    positions: Positions
    shown: Shown
    make: Diagnostics


class Actions:
    """Answers from what the server itself has found: a client's context may be old or empty."""

    def __init__(self, server: Server) -> None:
        self._server = server

    async def answer(self, params: types.CodeActionParams) -> list[types.CodeAction] | None:
        """The actions for a range, those for the findings in it first."""
        target = await self.target(params.text_document.uri)
        if target is None:
            return None
        return await asyncio.to_thread(self._offered, target, params.range, params.context.only)

    async def resolve(self, action: types.CodeAction) -> types.CodeAction:
        """Adds the edit to an action that was offered without it."""
        uri = action.data.get("uri") if isinstance(action.data, dict) else None
        target = await self.target(str(uri)) if uri else None
        if target:
            action.edit = self.edit(target, await self.edits_of_all(target.shown))
        return action

    async def target(self, uri: str) -> Target | None:
        """The file as it is now, and what is known of it; None for one that isn't linted or is edited meanwhile."""
        shown = await self._server.session.known(uri, full=False)
        document = self._server.session.document(uri)
        if shown is None or shown.settings is None or document is None or document.number != shown.state.number:
            return None
        return Target(uri, document.version, document.positions, shown, self._server.diagnostics_for(document))

    async def edits_of_all(self, shown: Shown, *, unsafe: bool | None = None) -> list[Edit]:
        """The edits of all safe fixes; of the others too if `unsafe`, by default the setting, says so.

        None, and a message, where fixing has no end.
        """
        if unsafe is None:
            unsafe = self._server.folders.of(shown.state.path).settings.unsafe_fixes
        try:
            return await asyncio.to_thread(all_fixed, shown, unsafe=unsafe)
        except UnstableFixError as error:
            self._server.tell([error.message])
            return []

    def edit(self, target: Target, edits: Sequence[Edit]) -> types.WorkspaceEdit:
        """The edits of a file as one of the workspace, bound to the version where the client knows that."""
        text_edits = [types.TextEdit(target.positions.range(edit.span), edit.text) for edit in edits]
        if not self._server.abilities.versions:
            return types.WorkspaceEdit(changes={target.uri: text_edits})
        identifier = types.OptionalVersionedTextDocumentIdentifier(uri=target.uri, version=target.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(identifier, text_edits)])

    def _offered(self, target: Target, range: types.Range, only: Sequence[str] | None) -> list[types.CodeAction]:
        shown = target.shown
        found: list[types.CodeAction] = []
        if _asks_for(_QUICK, only):
            wanted = target.positions.span(range)
            spans = ((finding, target.positions.span_of(finding.place)) for finding in shown.told.findings)
            touched = [(finding, span) for finding, span in spans if _touch(span, wanted)]
            found += [action for finding, _ in touched for action in self._fixes(finding, target)]
            found += [action for finding, span in touched for action in self._others(finding, span, target)]
        if _asks_for(FIX_ALL, only) and any(self._counts(each, shown) for each in shown.result.findings):
            found.append(self._fix_all(target))
        return found

    def _counts(self, finding: ReportedFinding, shown: Shown) -> bool:
        settings = self._server.folders.of(shown.state.path).settings
        return finding.fix is not None and (finding.fix.safe or settings.unsafe_fixes)

    def _fixes(self, finding: ReportedFinding, target: Target) -> Iterator[types.CodeAction]:
        """The fix, those of what the finding is told for, and that of all places in the file."""
        shown, positions = target.shown, target.positions
        diagnostic = target.make.of_finding(finding)
        parts = [each for each in shown.parts_of(finding) if each.fix and each.rule != finding.rule]
        offered = [each for each in (finding, *parts) if each.fix]
        seen: set[tuple[Edit, ...]] = set()
        for each in offered:
            if each.fix is None or (edits := tuple(edits_of(each.fix, positions))) in seen:
                continue
            seen.add(edits)
            yield types.CodeAction(
                each.fix.title,
                kind=_QUICK,
                diagnostics=[diagnostic],
                is_preferred=each is finding and each.fix.safe,
                edit=self.edit(target, edits),
            )
        for choice in finding.choices:
            if (edits := tuple(edits_of(choice, positions))) in seen:
                continue
            seen.add(edits)
            edit = self.edit(target, edits)
            yield types.CodeAction(choice.title, kind=_QUICK, diagnostics=[diagnostic], edit=edit)
        alike = [each for each in shown.result.findings if each.rule == finding.rule and each.fix]
        everywhere = together(alike, positions)
        if len(alike) > 1 and finding.fix and len(everywhere) > len(finding.fix.edits):
            title = Text(
                f"このファイルの {finding.rule} をすべて直す（{len(alike)}か所）",
                f"Fix all of {finding.rule} in this file ({len(alike)})",
            )
            yield types.CodeAction(
                title.to(shown.language), kind=_QUICK, diagnostics=[diagnostic], edit=self.edit(target, everywhere)
            )

    def _others(self, finding: ReportedFinding, span: Span, target: Target) -> Iterator[types.CodeAction]:
        """What can be done besides repairing: silence it, add the word, accept it, read why."""
        shown, positions = target.shown, target.positions
        diagnostic = target.make.of_finding(finding)
        read, language, rule = shown.document(), shown.language, finding.rule
        inside = Span(positions.in_document(span.start), positions.in_document(span.end))

        def action(
            title: Text, *, edit: Edit | None = None, command: str = "", given: Sequence[Any] = ()
        ) -> types.CodeAction:
            text = title.to(language)
            if edit is not None:
                placed = Edit(positions.from_document(edit.span), edit.text)
                return types.CodeAction(text, kind=_QUICK, diagnostics=[diagnostic], edit=self.edit(target, [placed]))
            called = types.Command(text, command, arguments=list(given))
            return types.CodeAction(text, kind=_QUICK, diagnostics=[diagnostic], command=called)

        word = words.word_at(shown, finding, inside)
        if word:
            title = Text(f"「{word}」を words.txt に加える", f"Add {word} to words.txt")
            yield action(title, command=ADD_WORD, given=[target.uri, word])
        wanted, reason = Wanted(rule, finding.category, inside), _REASON.to(language)
        here = silenced_here(wanted, read, reason)
        if here:
            yield action(Text(f"ここで {rule} を止める", f"Silence {rule} here"), edit=here)
        in_file = silenced_in_file(wanted, read, reason)
        if in_file:
            yield action(Text(f"このファイルで {rule} を止める", f"Silence {rule} in this file"), edit=in_file)
        title = Text(f"この指摘を受け入れて {DEFAULT_NAME} に記録する", f"Accept it: record it in {DEFAULT_NAME}")
        yield action(title, command=ACCEPT, given=[target.uri, rule, finding.fingerprint])
        title = Text(f"{rule} の説明を読む", f"Read why: {rule}")
        yield action(title, command=SHOW_WHY, given=[rule, target.uri])

    def _fix_all(self, target: Target) -> types.CodeAction:
        """The action that fixes all. What it changes is found out when it is wanted: that takes several rounds."""
        title = Text("安全に直せるところをすべて直す", "Fix everything that can be fixed safely").to(
            target.shown.language
        )
        if self._server.abilities.resolves_edits:
            return types.CodeAction(title, kind=FIX_ALL, data={"uri": target.uri})
        return types.CodeAction(title, kind=FIX_ALL, command=types.Command(title, APPLY_ALL, arguments=[target.uri]))


def _asks_for(kind: str, only: Sequence[str] | None) -> bool:
    """Whether a client that asks only for some kinds asks for this one, as one of them or of a kind of theirs."""
    return only is None or any(each == "" or kind == each or kind.startswith(f"{each}.") for each in only)


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end
