"""What a keystroke costs in a warm language server, in CPU time of its process (Linux).

`python -m benchmarks.keystroke` types 200 edits of five kinds into each of four drafts, waits for the findings after
each, and tells median and 95th percentile of the first round and of both rounds together, beside plain fugashi over the
same text.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from benchmarks.draft import draft

SIZES = (18_000, 40_000)
SEEDS = (1, 2)
EDITS = int(os.environ.get("EDITS", "200"))
_IDLE = 0.12
"""Seconds without any work after which both rounds are over; the second begins 0.15 seconds after the first."""


class Server:
    """A language server and its pipes."""

    def __init__(self) -> None:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        command = [sys.executable, "-m", "jlint", "lsp"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
        self._ids = 0

    def request(self, method: str, params: Any) -> Any:
        """The result of a request."""
        self._ids += 1
        self._send({"id": self._ids, "method": method, "params": params})
        while True:
            answer = self.receive()
            if answer.get("id") == self._ids and "method" not in answer:
                return answer.get("result")

    def notify(self, method: str, params: Any) -> None:
        """Sends a notification."""
        self._send({"method": method, "params": params})

    def receive(self) -> dict[str, Any]:
        """The next message."""
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        answer: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return answer

    def wait_for(self, version: int) -> list[Any]:
        """The diagnostics of this version, once they are published."""
        while True:
            message = self.receive()
            if (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"].get("version") == version
            ):
                diagnostics: list[Any] = message["params"]["diagnostics"]
                return diagnostics

    def cpu(self) -> float:
        """The CPU time of all threads so far, in seconds."""
        tasks = Path(f"/proc/{self._process.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9

    def cpu_at_rest(self) -> float:
        """The CPU time once nothing more is being done."""
        before, since = self.cpu(), time.monotonic()
        time.sleep(0.15)
        while time.monotonic() - since < 0.15 + _IDLE:
            time.sleep(0.02)
            if (now := self.cpu()) - before > 0.0005:
                before, since = now, time.monotonic() - 0.15
        return self.cpu()

    def memory(self) -> float:
        """The private memory in megabytes."""
        rollup = Path(f"/proc/{self._process.pid}/smaps_rollup").read_text()
        kilobytes = [int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Private")]
        return sum(kilobytes) / 1024

    def end(self) -> None:
        """Ends the server."""
        self.request("shutdown", None)
        self.notify("exit", None)
        self._process.wait(10)

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()


def edits(text: str, chance: random.Random) -> Iterator[tuple[int, int, str]]:
    """Edits as people make them, each for the text that the earlier ones have made: start, end, new text."""

    def place() -> int:
        return chance.randrange(len(text) // 20, len(text) - 40)

    kinds: list[Callable[[], tuple[int, int, str]]] = [
        lambda: ((at := place()), at, chance.choice("のをにがはもとでかし漢記録")),
        lambda: ((at := place()), at + 1, ""),
        lambda: ((at := text.find("。", place()) + 1), at, "\n\n"),
        lambda: (
            (at := text.find("。", place()) + 1),
            at,
            f"朝の{chance.randint(2, 99)}時には、庭の水やりを終えていた。",
        ),
        lambda: ((at := place()), at + chance.randint(2, 8), "ことになりました"),
    ]
    while True:
        start, end, new = chance.choice(kinds)()
        text = text[:start] + new + text[end:]
        yield start, end, new


def position(text: str, offset: int) -> dict[str, int]:
    """The position of an offset in a text without CR."""
    return {"line": text.count("\n", 0, offset), "character": offset - text.rfind("\n", 0, offset) - 1}


def typed(server: Server, size: int, seed: int) -> tuple[list[float], list[float]]:
    """The CPU time of each edit in seconds: of the first round, and of both."""
    text = draft(size, seed)
    uri = f"file:///draft-{size}-{seed}.md"
    item = {"uri": uri, "languageId": "markdown", "version": 0, "text": text}
    server.notify("textDocument/didOpen", {"textDocument": item})
    server.wait_for(0)
    first: list[float] = []
    both: list[float] = []
    wanted = edits(text, random.Random(seed))
    for version in range(1, EDITS + 1):
        start, end, new = next(wanted)
        place = {"start": position(text, start), "end": position(text, end)}
        text = text[:start] + new + text[end:]
        change = {"textDocument": {"uri": uri, "version": version}, "contentChanges": [{"range": place, "text": new}]}
        before = server.cpu()
        server.notify("textDocument/didChange", change)
        server.wait_for(version)
        first.append(server.cpu() - before)
        both.append(server.cpu_at_rest() - before)
    server.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    return first, both


def fugashi(text: str) -> float:
    """The CPU time of plain fugashi over the text, in seconds, the best of five."""
    import fugashi as module

    tagger = module.Tagger("-Owakati")
    times: list[float] = []
    for _ in range(5):
        started = time.process_time()
        for line in text.split("\n"):
            tagger.parse(line)
        times.append(time.process_time() - started)
    return min(times)


def told(name: str, seconds: list[float], floor: float) -> str:
    """A line of the report, in milliseconds."""
    p95 = quantiles(seconds, n=20)[-1]
    return (
        f"  {name:12} median {median(seconds) * 1e3:5.1f}  p95 {p95 * 1e3:5.1f}  ({p95 / floor:.2f} passes of fugashi)"
    )


def main() -> None:
    """Measures and prints."""
    started = time.monotonic()
    server = Server()
    capabilities = {"general": {"positionEncodings": ["utf-32", "utf-16"]}}
    server.request("initialize", {"processId": os.getpid(), "rootUri": None, "capabilities": capabilities})
    server.notify("initialized", {})
    item = {"uri": "file:///first.md", "languageId": "markdown", "version": 0, "text": "設定をを変える。\n"}
    server.notify("textDocument/didOpen", {"textDocument": item})
    server.wait_for(0)
    print(f"first findings after {time.monotonic() - started:.2f} s, {server.cpu():.2f} s of them CPU")
    for size in SIZES:
        floor = min(fugashi(draft(size, seed)) for seed in SEEDS)
        runs = [typed(server, size, seed) for seed in SEEDS]
        print(f"{size:,} characters, {EDITS * len(SEEDS)} edits, milliseconds of CPU; fugashi {floor * 1e3:.1f}")
        print(told("first round", [each for first, _ in runs for each in first], floor))
        print(told("both rounds", [each for _, both in runs for each in both], floor))
    print(f"private memory {server.memory():.0f} MB")
    server.end()


if __name__ == "__main__":
    main()
