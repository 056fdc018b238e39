"""What docs/mcp.md says of the tools is so. `python -m tests.mcp.test_document` writes the answers in it anew."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from jlint.mcp.arguments import MOST_FINDINGS
from jlint.mcp.findings import MOST_CHARACTERS
from jlint.mcp.job import Job
from jlint.mcp.schema import schema_of
from jlint.mcp.tools import TOOLS, answer
from jlint.mcp.workplace import workplace
from tests.cli.run import jlint
from tests.conftest import ROOT

DOCUMENT = ROOT / "docs" / "mcp.md"
TEXT = DOCUMENT.read_text("utf-8")
_CALL = re.compile(
    r'^```json\n(?P<call>\{"name":[^\n]*)\n```(?P<between>.*?)^```text\n.*?^```$', re.MULTILINE | re.DOTALL
)


def answered(call: dict[str, Any]) -> str:
    """The first text of the answer to a call, in Japanese."""
    tool = next(tool for tool in TOOLS if tool.name == call["name"])
    done = answer(tool, call["arguments"], workplace(os.curdir, None), Job())
    assert not done.is_error
    return done.texts[0]


def with_real_answers(text: str) -> str:
    """The document's text, with the answers that its calls have now."""

    def real(shown: re.Match[str]) -> str:
        said = answered(json.loads(shown["call"]))
        return f"```json\n{shown['call']}\n```{shown['between']}```text\n{said}\n```"

    return _CALL.sub(real, text)


def test_the_answers_are_real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(_CALL.findall(TEXT)) == 2
    assert with_real_answers(TEXT) == TEXT


def test_every_tool_is_named_with_its_arguments() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*?) \|", TEXT, re.MULTILINE))
    assert {name: re.findall(r"`(\w+)`", row) for name, row in rows.items()} == {
        tool.name: list(schema_of(tool.arguments)["properties"]) for tool in TOOLS
    }
    limit = schema_of(TOOLS[0].arguments)["properties"]["limit"]
    assert f"省くと {limit['default']}、{MOST_FINDINGS} まで" in TEXT
    assert f"約 {MOST_CHARACTERS // 10_000} 万字" in TEXT


def test_configurations_call_what_there_is() -> None:
    servers = [json.loads(block) for block in re.findall(r'^```json\n(\{"mcpServers".*)\n```$', TEXT, re.MULTILINE)]
    assert servers
    known = jlint("mcp", "--help").out
    for server in servers:
        entry = server["mcpServers"]["jlint"]
        assert (entry["command"], entry["args"][0]) == ("jlint", "mcp")
        assert all(option in known for option in entry["args"] if option.startswith("--"))


if __name__ == "__main__":
    DOCUMENT.write_text(with_real_answers(TEXT), "utf-8")
