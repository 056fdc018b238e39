"""What needs no SDK of the protocol: a plain sentence where it is missing, and the reading of messages."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mcp.asking import ENVIRONMENT

MISSING = "import sys; sys.modules.update(dict.fromkeys({!r})); from jlint.cli import main; main()"


@pytest.mark.parametrize("modules", [("mcp", "mcp_types", "anyio"), ("mcp_types",)])
@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("ja", "MCP の SDK（mcp 2.0 以降）が要ります。jlint のフォルダーで python -m pip install '.[mcp]'"),
        ("en", "The SDK of MCP (mcp 2.0 or newer) is needed; python -m pip install '.[mcp]' in the folder of jlint"),
    ],
)
def test_without_the_sdk_it_says_what_to_install(
    tmp_path: Path, modules: tuple[str, ...], language: str, message: str
) -> None:
    command = (sys.executable, "-c", MISSING.format(modules), "mcp", "--lang", language)
    done = subprocess.run(command, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, input=b"", check=False)
    (line,) = done.stderr.decode("utf-8").splitlines()
    assert (done.returncode, done.stdout) == (2, b"")
    assert line.startswith(f"jlint: {message}")


def test_the_command_line_starts_without_the_sdk() -> None:
    script = (
        "import sys; from jlint.cli.program import run; run(); assert not {'mcp', 'jlint.mcp.tools'} & {*sys.modules}"
    )
    command = (sys.executable, "-c", script, "rules")
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.mcp
@pytest.mark.parametrize(
    ("sent", "read"),
    [
        (r'"あ"', "あ"),
        (r'"\ud83d\ude00"', "😀"),
        (r'"\ud800"', "\ufffd"),
        (r'"\udc00\ud800x"', "\ufffd\ufffdx"),
        (r'"\ud800\ud83d\ude00"', "\ufffd😀"),
        (r'"\\ud800"', r"\ud800"),
        (r'"\\\ud800"', "\\\ufffd"),
        (r'"\"\uD800\n"', '"\ufffd\n'),
    ],
)
def test_half_characters_in_messages(sent: str, read: str) -> None:
    from jlint.mcp.wire import without_lone_surrogates

    assert json.loads(without_lone_surrogates(sent)) == read
