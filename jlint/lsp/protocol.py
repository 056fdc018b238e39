"""pygls's protocol where it leaves a client without the answer that the specification asks for."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from lsprotocol import types
from pygls.protocol import LanguageServerProtocol, lsp_method

_INVALID_REQUEST, _INVALID_PARAMS, _NOT_INITIALIZED = -32600, -32602, -32002


class Protocol(LanguageServerProtocol):
    """The protocol of jlint's server. `exit_code` is set once the client has said `exit`."""

    exit_code: int | None = None
    _is_initialized = False

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(self, params: types.InitializeParams) -> Generator[Any, Any, types.InitializeResult]:
        """Agrees on UTF-32 where the client knows it: then no position has to be counted. Else on UTF-16."""
        self._is_initialized = True
        if params.capabilities.general:
            offered = params.capabilities.general.position_encodings or ()
            wanted = types.PositionEncodingKind.Utf32
            chosen = wanted if wanted in offered else types.PositionEncodingKind.Utf16
            params.capabilities.general.position_encodings = [chosen]
        result: types.InitializeResult = yield from super().lsp_initialize(params)
        return result

    @lsp_method(types.EXIT)
    def lsp_exit(self, *args: Any) -> Generator[Any, Any, None]:
        """Notes the exit code, which pygls doesn't pass on."""
        self.exit_code = 0 if self._shutdown else 1
        yield from super().lsp_exit(*args)

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> Generator[Any, Any, None]:
        """Leaves the text to `jlint.lsp.documents`, as the next two do: pygls ends lines where the protocol doesn't."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Generator[Any, Any, None]:
        """Takes over edits. pygls would also change positions in `params` that it finds behind the end of a line."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> Generator[Any, Any, None]:
        """Forgets the text."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Answers a request with wrong parameters by an error: the client waits for one."""
        try:
            return super().structure_message(data)
        except Exception:
            if "id" in data and "method" in data:
                self._refuse(data["id"], _INVALID_PARAMS, f"{data['method']}: wrong parameters")
            raise

    def handle_message(self, message: Any) -> None:
        """Answers requests before `initialize` and after `shutdown` by an error, and drops notifications there."""
        method = getattr(message, "method", None)
        if method is None or method == types.EXIT:
            super().handle_message(message)
        elif self._shutdown:
            self._refuse(getattr(message, "id", None), _INVALID_REQUEST, "the server is shutting down")
        elif not self._is_initialized and method != types.INITIALIZE:
            self._refuse(getattr(message, "id", None), _NOT_INITIALIZED, "the server is not initialized")
        elif self._is_initialized and method == types.INITIALIZE:
            self._refuse(getattr(message, "id", None), _INVALID_REQUEST, "the server is initialized already")
        else:
            super().handle_message(message)

    def _refuse(self, id: int | str | None, code: int, message: str) -> None:
        if id is not None:
            self._send_response(id, error=types.ResponseError(code, message))
