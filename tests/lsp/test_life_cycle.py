"""How a server begins and ends, and what it makes of messages that aren't right."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jlint.cli import lsp
from tests.cli.run import jlint

PATIENCE = 60


class Process:
    """A server at the other end of two pipes."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "jlint", "lsp"]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ}
        )
        assert self.process.stdin
        assert self.process.stdout
        self.stdin, self.stdout = self.process.stdin, self.process.stdout

    def send(self, **message: Any) -> None:
        """Sends a message."""
        self.raw(json.dumps({"jsonrpc": "2.0", **message}).encode())

    def raw(self, body: bytes) -> None:
        """Sends some bytes as a message."""
        self.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.stdin.flush()

    def answer(self, id: int) -> dict[str, Any]:
        """The answer to a request; other messages are passed over."""
        while True:
            message = self.message()
            if message.get("id") == id and "method" not in message:
                return message

    def message(self) -> dict[str, Any]:
        """The next message."""
        length = 0
        while line := self.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        message: dict[str, Any] = json.loads(self.stdout.read(length))
        return message

    def begin(self, process_id: int | None = None) -> dict[str, Any]:
        """Initializes the server."""
        self.send(id=1, method="initialize", params={"processId": process_id, "rootUri": None, "capabilities": {}})
        answer = self.answer(1)
        self.send(method="initialized", params={})
        return answer

    def end(self) -> tuple[int, str]:
        """Waits for the end: the exit code, and what was written to standard error."""
        code = self.process.wait(PATIENCE)
        assert self.process.stderr
        return code, self.process.stderr.read().decode()


@pytest.fixture
def server() -> Iterator[Process]:
    process = Process()
    yield process
    process.process.kill()
    process.process.wait(PATIENCE)
    for stream in (process.process.stdin, process.process.stdout, process.process.stderr):
        if stream:
            stream.close()


def opened(text: str) -> dict[str, Any]:
    return {"textDocument": {"uri": "file:///a.md", "languageId": "markdown", "version": 1, "text": text}}


def test_it_says_who_it_is_and_what_it_can(server: Process) -> None:
    result = server.begin()["result"]
    assert result["serverInfo"]["name"] == "jlint"
    can = result["capabilities"]
    assert can["positionEncoding"] == "utf-16"
    assert can["textDocumentSync"] == {"openClose": True, "change": 2, "save": {"includeText": False}}
    assert "jlint.checkWorkspace" in can["executeCommandProvider"]["commands"]
    assert "diagnosticProvider" not in can


@pytest.mark.parametrize(("says_shutdown", "code"), [(True, 0), (False, 1)])
def test_exit_codes(server: Process, says_shutdown: bool, code: int) -> None:
    server.begin()
    server.send(method="textDocument/didOpen", params=opened("設定をを変える。\n"))
    if says_shutdown:
        server.send(id=2, method="shutdown")
        assert server.answer(2)["result"] is None
        server.send(id=3, method="textDocument/hover", params={})
        assert server.answer(3)["error"]["code"] in (-32600, -32602)
    server.send(method="exit")
    assert server.end() == (code, "")


def test_a_client_that_goes_away_takes_the_server_with_it(server: Process) -> None:
    server.begin()
    server.send(method="textDocument/didOpen", params=opened("設定をを変える。\n" * 2000))
    server.stdin.close()
    assert server.end() == (1, "")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no signals")
def test_a_killed_client_takes_the_server_with_it_though_others_hold_the_pipe(server: Process) -> None:
    client = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    server.begin(client.pid)
    client.kill()
    client.communicate()
    assert server.end()[0] == 1


def test_what_comes_before_initialize_is_refused(server: Process) -> None:
    server.send(id=7, method="textDocument/hover", params={})
    assert "error" in server.answer(7)
    place = {"textDocument": {"uri": "file:///a.md"}, "position": {"line": 0, "character": 0}}
    server.send(id=8, method="textDocument/hover", params=place)
    assert server.answer(8)["error"]["code"] == -32002
    server.send(method="textDocument/didOpen", params=opened("設定をを変える。\n"))
    assert "result" in server.begin()
    server.send(id=9, method="initialize", params={"processId": None, "rootUri": None, "capabilities": {}})
    assert server.answer(9)["error"]["code"] == -32600


BROKEN = (
    b"",
    b"{",
    b"[]",
    b"null",
    b'"text"',
    b"\xff\xfe",
    b'{"jsonrpc": "2.0"}',
    b'{"jsonrpc": "1.0", "id": 5, "method": "shutdown"}',
    b'{"jsonrpc": "2.0", "method": "no/such/notification", "params": {"a": 1}}',
    b'{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": 3}}',
    b'{"jsonrpc": "2.0", "method": "textDocument/didOpen"}',
    b'{"jsonrpc": "2.0", "id": 99, "result": {}}',
    b"[" * 5000,
    json.dumps(
        {
            "jsonrpc": "2.0",
            "method": "textDocument/didChange",
            "params": {"textDocument": {"uri": "file:///none.md", "version": 3}, "contentChanges": [{"text": ""}]},
        }
    ).encode(),
    json.dumps(
        {"jsonrpc": "2.0", "method": "textDocument/didClose", "params": {"textDocument": {"uri": "http://["}}}
    ).encode(),
)


def test_broken_messages_break_nothing(server: Process) -> None:
    server.begin()
    for body in BROKEN:
        server.raw(body)
    server.stdin.write(b"Content-Length: x\r\n\r\nContent-Length: 5\r\nFoo: bar\r\n\r\nhello")
    server.send(id=20, method="no/such/request", params={})
    assert server.answer(20)["error"]["code"] == -32601
    server.send(id=21, method="textDocument/codeAction", params={"range": 3})
    assert server.answer(21)["error"]["code"] == -32602
    server.send(method="textDocument/didOpen", params=opened("\ud800設定をを変える。\n"))
    while (message := server.message()).get("method") != "textDocument/publishDiagnostics":
        pass
    assert [each["code"] for each in message["params"]["diagnostics"]][-1] == "doubled-particle"
    server.send(id=22, method="shutdown")
    server.answer(22)
    server.send(method="exit")
    assert server.end() == (0, "")


def test_arguments_of_commands_may_be_anything(server: Process) -> None:
    server.begin()
    given: list[list[Any]] = [[], [1, None], ["file:///none.md", {}, []], ["x"] * 9]
    id = 30
    for command in ("jlint.addWord", "jlint.accept", "jlint.showWhy", "jlint.fixAll"):
        for arguments in given:
            id += 1
            params = {"command": command, "arguments": arguments}
            server.send(id=id, method="workspace/executeCommand", params=params)
            assert server.answer(id)["result"] is None
    server.send(id=1000, method="workspace/executeCommand", params={"command": "jlint.noSuchThing"})
    assert server.answer(1000)["error"]["code"] == -32602


def test_changes_outside_the_text_are_taken_for_its_end(server: Process) -> None:
    server.begin()
    server.send(method="textDocument/didOpen", params=opened("設定"))
    far = {"line": 99, "character": 99}
    changes = [
        {"range": {"start": far, "end": far}, "text": "をを変える。"},
        {"range": {"start": {"line": 0, "character": 50}, "end": {"line": 0, "character": 0}}, "text": "\n"},
    ]
    params = {"textDocument": {"uri": "file:///a.md", "version": 2}, "contentChanges": changes}
    server.send(method="textDocument/didChange", params=params)
    while True:
        message = server.message()
        if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["version"] == 2:
            break
    assert [each["code"] for each in message["params"]["diagnostics"]] == ["doubled-particle"]


def test_without_pygls_a_sentence_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lsp, "find_spec", lambda name: None)
    assert lsp.command.main([], standalone_mode=False) == 2
    assert "python -m pip install '.[lsp]'" in capsys.readouterr().err


def test_it_is_listed() -> None:
    assert "\n  lsp " in jlint("--help").out


def test_nothing_else_imports_pygls(tmp_path: Path) -> None:
    draft = tmp_path / "a.md"
    draft.write_text("庭を歩いた。\n", "utf-8")
    script = (
        "import sys\nfrom jlint.cli.program import run\n"
        f"sys.argv = ['jlint', 'check', {str(draft)!r}]\nrun()\n"
        "sys.exit([name for name in ('pygls', 'lsprotocol', 'asyncio', 'jlint.lsp') if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stderr.strip() in ("", "[]")
