"""Rules across files, when a file is saved."""

from __future__ import annotations

from jlint.finding import Text
from jlint.lsp.across import Facts
from jlint.lsp.documents import OpenDocument
from jlint.lsp.folders import Folder
from jlint.lsp.progress import Progress
from jlint.lsp.server import Server
from jlint.lsp.worker import IsWanted

_COMPARING = Text("ほかの記事と比べています", "Comparing with the other posts")


def register(server: Server) -> None:
    """Has the server compare files when one is saved."""
    server.save_listeners.append(Comparing(server).compare)


class Comparing:
    """Compares open files with the others of their folder. The worker does it, between what is being edited."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._facts: dict[str, Facts] = {}

    def compare(self, document: OpenDocument) -> None:
        """Compares the open files with the others of the folder that a saved one is in."""
        folder = self._server.folders.of(document.path)
        if folder.settings.across_files and folder.path in self._server.folders.workspace:
            self._server.spawn(self._compare(document.uri, folder))

    async def _compare(self, uri: str, folder: Folder) -> None:
        session = self._server.session
        await session.known(uri, full=True)
        facts = self._facts.get(folder.path)
        if facts is None or facts.folder is not folder:
            facts = self._facts[folder.path] = Facts(folder)
        progress = Progress(self._server, _COMPARING)

        def work(is_wanted: IsWanted) -> None:
            try:
                shown = {path: each for path, each in session.full_results().items() if each.round}
                results = {path: each.round.result for path, each in shown.items() if each.round}
                found = facts.found(results, is_wanted, session.worker.take_turns, progress)
                for path, findings in found.items():
                    state = shown[path].state
                    session.call_in_loop(session.found_across, state.uri, state.number, findings)
            finally:
                progress.end()

        session.worker.put(("across", folder.path), work)
