"""What goes on between the editor and the worker: open files, what is known of them, and who waits for it.

All methods are to be called in the thread of the event loop, except where they say otherwise.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import Protocol

from jlint.document.token import forget
from jlint.engine.result import ReportedFinding
from jlint.internal_error import internal_error
from jlint.lsp.documents import OpenDocument
from jlint.lsp.folders import Folders
from jlint.lsp.moves import Move
from jlint.lsp.rounds import Round
from jlint.lsp.shown import Shown, State, go_on, lint_state
from jlint.lsp.worker import IsWanted, Worker
from jlint.span import Span

DEBOUNCE = 0.075
"""Seconds of rest after an edit before the first round."""
REST = 0.15
"""Seconds after the first round before the second."""
_FORGOTTEN_AFTER = 400
"""Rounds after which sentences that were typed and changed again are forgotten by the tokenizer."""


class Client(Protocol):
    """What the session tells the client."""

    def show(self, document: OpenDocument, shown: Shown) -> None:
        """Something new is known of an open file."""

    def say(self, message: str) -> None:
        """Something went wrong inside."""


class _Known:
    """What is known of one open file. `full` is the last full round and the number of its state."""

    def __init__(self, document: OpenDocument) -> None:
        self.document = document
        self.shown: Shown | None = None
        self.full: tuple[int, Round] | None = None
        self.across: tuple[int, list[tuple[Span, ReportedFinding]]] = (0, [])
        self.waiting: list[tuple[asyncio.Future[Shown], bool]] = []
        self.under_way: int | None = None
        """The number of the state that is being linted, or is next."""


class Session:
    """The open files and the worker that lints them."""

    def __init__(self, loop: asyncio.AbstractEventLoop, client: Client, folders: Folders) -> None:
        self._loop = loop
        self._client = client
        self.folders = folders
        self._known: dict[str, _Known] = {}
        self._rounds = 0
        self._is_frozen = False
        self.worker: Worker[Shown | None] = Worker(self._done, self._failed)
        self.worker.start()

    def open(self, document: OpenDocument) -> None:
        """Takes up a file, or one that is opened once more."""
        self.close(document.uri)
        self._known[document.uri] = _Known(document)

    def close(self, uri: str) -> None:
        """Forgets a file."""
        known = self._known.pop(uri, None)
        self.worker.drop(uri)
        if known:
            _let_go(known.shown)
            for future, _ in known.waiting:
                future.cancel()

    def stop(self) -> None:
        """Ends the worker."""
        for uri in [*self._known]:
            self.close(uri)
        self.worker.stop()

    def document(self, uri: str) -> OpenDocument | None:
        """The open file at an address."""
        known = self._known.get(str(uri))
        return known.document if known else None

    def documents(self) -> Iterator[OpenDocument]:
        """All open files."""
        return (known.document for known in [*self._known.values()])

    def last_shown(self, uri: str) -> Shown | None:
        """What is known of the file, perhaps in an earlier state."""
        known = self._known.get(str(uri))
        return known.shown if known else None

    def changed(self, uri: str) -> None:
        """The file was edited: what runs on its last state is stopped."""
        known = self._known[uri]
        self.worker.drop(uri)
        known.under_way = None
        _let_go(known.shown)
        if known.waiting:
            self.lint(uri, full=False)

    def lint(self, uri: str, *, full: bool, delay: float = 0.0) -> None:
        """Has the file linted as it is."""
        known = self._known.get(str(uri))
        if known is None or not known.document.is_prose:
            return
        state = self._state(known)
        known.under_way = None if delay else state.number
        folder = self.folders.of(state.path)
        self.worker.put(uri, lambda is_wanted: self._linted(lint_state, state, folder, is_wanted, full=full), delay)

    def lint_all(self) -> None:
        """Has all open files linted anew: something that they hang on has changed."""
        for uri in [*self._known]:
            self.lint(uri, full=True)

    def look_at_configuration(self, path: str, then: Callable[[], object]) -> None:
        """Has the configuration for a file read, and `then` something done."""
        folder = self.folders.of(path)

        def work(_: IsWanted) -> None:
            folder.configurations.of(path)
            self.call_in_loop(then)

        self.worker.put(("configuration", path), work)

    async def known(self, uri: str, *, full: bool) -> Shown | None:
        """What is found in the file as it is now, with `full` by all rules; None for one that isn't linted."""
        known = self._known.get(str(uri))
        if known is None or not known.document.is_prose:
            return None
        shown = known.shown
        if shown and shown.state.number == known.document.number and (shown.is_full or not full):
            return shown
        future: asyncio.Future[Shown] = self._loop.create_future()
        known.waiting.append((future, full))
        self._hurry(known, full=full)
        return await future

    def found_across(self, uri: str, number: int, findings: Sequence[ReportedFinding]) -> None:
        """Sets what comparing the file, in the state with this number, to others has found."""
        known = self._known.get(str(uri))
        if known is None or known.document.number != number:
            return
        before = known.across[1]
        known.across = (number, _placed(findings, known.document))
        if before != known.across[1]:
            self.lint(uri, full=True)

    def full_results(self) -> dict[str, Shown]:
        """By path, what all rules have found in each open file as it is now, as far as they have run."""
        found = {known.document.path: (known.shown, known.document.number) for known in self._known.values()}
        return {
            path: shown
            for path, (shown, number) in found.items()
            if shown and shown.round and shown.is_full and shown.state.number == number
        }

    def _hurry(self, known: _Known, *, full: bool) -> None:
        """Has the file linted now, unless that is being done."""
        shown, number = known.shown, known.document.number
        if known.under_way == number:
            return
        if shown and shown.linting and shown.state.number == number:
            known.under_way = number
            self._second_round(shown, 0.0)
        else:
            self.lint(known.document.uri, full=full)

    def _second_round(self, shown: Shown, delay: float) -> None:
        folder = self.folders.of(shown.state.path)
        work = partial(self._linted, go_on, shown, folder)
        self.worker.put(shown.state.uri, work, delay)

    def _state(self, known: _Known) -> State:
        document = known.document
        since, last = known.full or (0, None)
        moves = document.moves_since(since) if last else []
        across = _moved(known.across[1], document.moves_since(known.across[0]), document)
        return State(document.uri, document.path, document.number, document.version, document.text, last, moves, across)

    def _linted(
        self, run: Callable[..., Shown], what: object, folder: object, is_wanted: IsWanted, **more: bool
    ) -> Shown:
        """Runs a round, in the worker's thread, and keeps its memory small."""
        shown = run(what, folder, is_wanted, **more)
        self._rounds += 1
        if shown.is_full and not self._is_frozen:
            self._is_frozen = True
            gc.collect()
            gc.freeze()  # rules, statistics and modules stay to the end: no need to look at them again
        elif self._rounds % _FORGOTTEN_AFTER == 0:
            forget()
            gc.collect()
        return shown

    def _done(self, uri: Hashable, shown: Shown | None) -> None:
        """Called in the worker's thread."""
        if shown is not None:
            self.call_in_loop(self._received, uri, shown)

    def _failed(self, uri: Hashable, error: Exception) -> None:
        """Called in the worker's thread."""
        self.call_in_loop(self._report, uri, error)

    def call_in_loop(self, function: Callable[..., object], *arguments: object) -> None:
        """Has a function called in the thread of the loop. To be called from any thread."""
        with suppress(RuntimeError):  # the loop has come to its end meanwhile
            self._loop.call_soon_threadsafe(function, *arguments)

    def _report(self, uri: Hashable, error: Exception) -> None:
        known = self._known.get(str(uri))
        language = (known.shown.language if known and known.shown else None) or self.folders.fallback
        self._client.say(internal_error(error).to(language))
        if known:
            known.under_way = None
            for future, _ in known.waiting:
                future.cancel()
            known.waiting.clear()

    def _received(self, uri: Hashable, shown: Shown) -> None:
        known = self._known.get(str(uri))
        if known is None or known.document.number != shown.state.number:
            _let_go(shown)
            return
        known.shown = shown
        known.under_way = None
        if shown.is_full and shown.round:
            known.full = (shown.state.number, shown.round)
            known.document.remember(shown.state.number, shown.state.text)
            known.across = (shown.state.number, _placed(shown.state.across, known.document))
        wants_full = False
        for future, full in known.waiting[:]:
            if shown.is_full or not full:
                known.waiting.remove((future, full))
                if not future.done():
                    future.set_result(shown)
            else:
                wants_full = True
        self._client.show(known.document, shown)
        if not shown.is_full:
            known.under_way = shown.state.number if wants_full else None
            self._second_round(shown, 0.0 if wants_full else REST)


def _placed(findings: Sequence[ReportedFinding], document: OpenDocument) -> list[tuple[Span, ReportedFinding]]:
    """The findings, each with its span in the document as it is."""
    return [(document.positions.span_of(each.place), each) for each in findings]


def _moved(
    findings: Sequence[tuple[Span, ReportedFinding]], moves: Sequence[Move], document: OpenDocument
) -> tuple[ReportedFinding, ...]:
    """The findings at the places that the moves have led them to, without those whose place was edited."""
    found: list[ReportedFinding] = []
    for span, finding in findings:
        place: Span | None = span
        for move in moves:
            place = move.moved(place) if place and not move.is_inside(place) else None
        if place:
            found.append(finding._replace(place=document.positions.place(place)))
    return tuple(found)


def _let_go(shown: Shown | None) -> None:
    if shown and shown.linting:
        shown.linting.release()
