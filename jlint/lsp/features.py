"""Which module answers which method."""

from __future__ import annotations

from lsprotocol import types

from jlint.finding import Language
from jlint.lsp import actions, asking, commands, comparing, editing, formatting, pulling, watching, workspace
from jlint.lsp.server import Server

_PARTS = (editing, pulling, watching, actions, commands, asking, formatting, comparing, workspace)


def made(language: Language | None, of_locale: Language | None) -> Server:
    """A server that answers everything, not yet started.

    `language` is that of messages where the client's settings name none, None where configurations decide; where those
    say nothing either, it is that of the client's locale and of the environment's, `of_locale`: English where one names
    another language and none Japanese, as editors of Japanese texts use English programs, too.
    """
    server = Server(language, of_locale)

    def initialize(params: types.InitializeParams) -> None:
        server.start(params)
        for part in _PARTS:
            part.register(server)

    server.feature(types.INITIALIZE)(initialize)
    return server
