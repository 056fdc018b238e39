"""Commands that the client has done by the server: their actions can't be said as edits of an open file."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from lsprotocol import types

from jlint.cache_folder import cache_folder
from jlint.engine.baseline import BaselineError
from jlint.engine.words_file import add_word
from jlint.finding import Language, Text
from jlint.lsp import words
from jlint.lsp.actions import ACCEPT, ADD_WORD, APPLY_ALL, SHOW_WHY, Actions
from jlint.lsp.documents import uri_of
from jlint.lsp.explanation import explained, rule_named
from jlint.lsp.server import Server
from jlint.rules.contract.base import Rule
from jlint.user_error import UserError

EXPLANATIONS = "jlint-explanations"
"""The folder of texts that explain rules: they hold bad examples and aren't linted."""


def register(server: Server) -> None:
    """Has the server do the commands."""
    commands = Commands(server)
    server.on_command(ADD_WORD, commands.add_word)
    server.on_command(ACCEPT, commands.accept)
    server.on_command(SHOW_WHY, commands.show_why)
    server.on_command(APPLY_ALL, commands.fix_all)


class Commands:
    """Does the commands. Arguments come from the client and may be anything."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._actions = Actions(server)

    async def add_word(self, *arguments: object) -> None:
        """Adds a word, the second argument, to the file of words that holds for a file."""
        uri, word = _texts(arguments, 2)
        document = self._server.session.document(uri)
        if document is None or not word.strip() or not word.isprintable():
            return
        folder = self._server.folders.of(document.path)
        file = words.file_for(document.path, folder.configurations.file)
        try:
            add_word(word.strip(), file)
        except UserError as error:
            self._server.tell([Text(f"{file}: {error.message.ja}", f"{file}: {error.message.en}")])
            return
        self._server.session.lint_all()

    async def accept(self, *arguments: object) -> None:
        """Records a finding, known by rule and fingerprint, in the baseline."""
        uri, rule, fingerprint = _texts(arguments, 3)
        target = await self._actions.target(uri)
        if target is None:
            return
        findings = target.shown.told.findings
        told = next((each for each in findings if (each.rule, each.fingerprint) == (rule, fingerprint)), None)
        if told is None:
            return
        path = target.shown.state.path
        try:
            self._server.folders.of(path).baselines.accept(path, target.shown.parts_of(told))
        except BaselineError as error:
            self._server.tell([error.message])
            return
        self._server.session.lint_all()

    async def show_why(self, *arguments: object) -> str | None:
        """Shows what a rule is about, and returns it as Markdown."""
        name, uri = _texts(arguments, 2)
        shown = self._server.session.last_shown(uri)
        rule: type[Rule] | Rule | None = rule_named(name)
        if rule is None and shown and shown.settings:
            rule = next((each.rule for each in shown.settings.active if each.rule.id == name), None)
        if rule is None:
            return None
        language = shown.language if shown else self._server.language
        text = explained(rule, language)
        if self._server.abilities.shows_documents and (file := _written(rule.id, text, language)):
            await self._server.window_show_document_async(types.ShowDocumentParams(uri_of(file), take_focus=True))
        else:
            self._server.window_show_message(types.ShowMessageParams(types.MessageType.Info, text))
        return text

    async def fix_all(self, *arguments: object) -> None:
        """Fixes all that can be fixed safely."""
        (uri,) = _texts(arguments, 1)
        target = await self._actions.target(uri)
        edits = await self._actions.edits_of_all(target.shown) if target else []
        if target and edits:
            edit = self._actions.edit(target, edits)
            await self._server.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit, label="jlint"))


def _texts(arguments: tuple[object, ...], count: int) -> list[str]:
    """The first arguments as texts, empty ones where they are missing or none."""
    given = [each if isinstance(each, str) else "" for each in arguments[:count]]
    return given + [""] * (count - len(given))


def _written(rule: str, text: str, language: Language) -> str | None:
    """The path of a file with the explanation, None where there is no place for one."""
    folder = (cache_folder() or Path(tempfile.gettempdir())) / EXPLANATIONS
    path = folder / f"{rule}.{language}.md"
    try:
        os.makedirs(folder, exist_ok=True)
        path.write_text(f"{text}\n", encoding="utf-8")
    except OSError:
        return None
    return str(path)
