"""`jlint mcp` as a client meets it: the SDK's own client, or messages as they are, and the real process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from jlint import __version__
from jlint.mcp.tools import INSTRUCTIONS, TOOLS
from tests.mcp.asking import COMMAND, ENVIRONMENT, Wire, long_text, talked
from tests.plugins.making import plugin

if TYPE_CHECKING:
    from mcp import Client
    from mcp_types import CallToolResult

pytestmark = pytest.mark.mcp

FAULTY = "庭に水をを撒く。ご存存じですか。\n"


@pytest.fixture(autouse=True)
def _a_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()


def asked(folder: Path, *calls: tuple[str, dict[str, Any]], mode: str = "auto") -> list[CallToolResult]:
    """The answers to calls in one talk. The client holds each against the schema that the server gave for it."""

    async def talk(client: Client) -> list[CallToolResult]:
        await client.list_tools()
        return [await client.call_tool(name, given) for name, given in calls]

    return talked(folder, talk, mode=mode)


def texts_of(result: CallToolResult) -> list[str]:
    return [content.text for content in result.content if content.type == "text"]


def text_of(result: CallToolResult) -> str:
    (text,) = texts_of(result)
    return text


def test_tools_are_described(tmp_path: Path) -> None:
    async def talk(client: Client) -> Any:
        return (await client.list_tools()).tools, client.session.server_info, client.session.instructions

    tools, server, instructions = talked(tmp_path, talk)
    assert [tool.name for tool in tools] == ["check_text", "check_files", "fix_text", "explain_rule", "list_rules"]
    assert (server.name, server.version, instructions) == ("jlint", __version__, INSTRUCTIONS)
    for tool, ours in zip(tools, TOOLS, strict=True):
        assert (tool.title, tool.description) == (ours.title, ours.description)
        assert tool.input_schema["type"] == tool.output_schema["type"] == "object"
        assert tool.annotations.read_only_hint


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_every_tool_answers(tmp_path: Path, mode: str) -> None:
    (tmp_path / "a.md").write_text(FAULTY, "utf-8")
    checked, files, fixed, explained, listed = asked(
        tmp_path,
        ("check_text", {"text": FAULTY, "path": "b.md"}),
        ("check_files", {"paths": ["a.md"]}),
        ("fix_text", {"text": FAULTY}),
        ("explain_rule", {"rule": "doubled-particle"}),
        ("list_rules", {"search": "particle"}),
        mode=mode,
    )
    assert not any(result.is_error for result in (checked, files, fixed, explained, listed))
    for result, path in ((checked, "b.md"), (files, "a.md")):
        assert [finding["rule"] for finding in result.structured_content["findings"]] == [
            "doubled-particle",
            "doubled-character",
        ]
        assert f"{path}:1:4: error The particle を stands twice. Drop one [doubled-particle]" in text_of(result)
    assert fixed.structured_content["text"] == texts_of(fixed)[1] == "庭に水を撒く。ご存存じですか。\n"
    assert explained.structured_content["id"] == "doubled-particle"
    assert "doubled-particle" in text_of(listed)


def test_errors_are_sentences_for_the_model(tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken/rules.yaml").write_text("rules:\n  doubled-partcle: off\n", "utf-8")
    results = asked(
        tmp_path,
        ("check_text", {}),
        ("check_files", {"paths": ["../a.md"]}),
        ("check_text", {"text": FAULTY, "path": "broken/a.md"}),
        ("explain_rule", {"rule": "doubled-partcle"}),
        ("check_text", {"text": FAULTY}),
    )
    assert [result.is_error for result in results] == [True, True, True, True, False]
    assert [text_of(result).partition(". ")[0] for result in results[:4]] == [
        "The arguments of check_text are wrong: Object missing required field `text`",
        "../a.md is refused: give a path without `..`",
        "broken/rules.yaml:2:3: There is no rule or category doubled-partcle",
        "There is no rule or category doubled-partcle",
    ]
    assert not any("Traceback" in text_of(result) for result in results)


def test_a_tool_that_there_is_not(tmp_path: Path) -> None:
    from mcp import MCPError

    async def talk(client: Client) -> None:
        with pytest.raises(MCPError, match="There is no tool check, but these: check_text, "):
            await client.call_tool("check", {})

    talked(tmp_path, talk)


def test_a_folder_by_option(tmp_path: Path) -> None:
    for name in ("posts", "elsewhere"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.md").write_text(FAULTY, "utf-8")

    async def talk(client: Client) -> list[CallToolResult]:
        paths = ("a.md", str(tmp_path / "elsewhere/a.md"))
        return [await client.call_tool("check_files", {"paths": [path]}) for path in paths]

    inside, outside = talked(tmp_path, talk, "--root", "posts", "--lang", "ja")
    assert inside.structured_content["findings"][0]["path"] == "a.md"
    assert "重なって" in text_of(inside)
    assert outside.is_error
    assert "の外を指すので使えません" in text_of(outside)


@pytest.mark.parametrize(
    ("variables", "configured", "english"),
    [
        ({"LC_ALL": "", "LC_MESSAGES": "en_GB.UTF-8"}, "", True),
        ({"LC_ALL": "en_US.UTF-8"}, "language: ja\n", False),
    ],
)
def test_the_language(tmp_path: Path, variables: dict[str, Any], configured: str, english: bool) -> None:
    """That of the configuration, else of the locale, as for `jlint check`; errors are told in it too."""
    (tmp_path / "rules.yaml").write_text(configured + "rules: {}\n", "utf-8")
    (tmp_path / "a.md").write_text(FAULTY, "utf-8")

    async def talk(client: Client) -> list[CallToolResult]:
        calls: list[tuple[str, dict[str, Any]]] = [
            ("check_text", {"text": FAULTY}),
            ("check_text", {"text": FAULTY, "select": ["typo"]}),
            ("check_files", {"paths": ["a.md"]}),
            ("list_rules", {"search": "doubled-particle"}),
            ("explain_rule", {"rule": "no-such"}),
        ]
        return [await client.call_tool(name, given) for name, given in calls]

    results = talked(tmp_path, talk, **{"JLINT_LANG": "", **variables})
    told = [text_of(result) for result in results]
    parts = ("stands twice", "stands twice", "stands twice", "The same particle", "There is no rule")
    assert [part in text for part, text in zip(parts, told, strict=True)] == [english] * len(parts), told


def test_progress_is_told(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("窓を開けます。\n", "utf-8")
    steps: list[tuple[float, float | None]] = []

    async def note(progress: float, total: float | None, message: str | None) -> None:
        steps.append((progress, total))

    async def talk(client: Client) -> None:
        await client.call_tool("check_files", {}, progress_callback=note)

    talked(tmp_path, talk)
    assert steps == [(1, 2), (2, 2)]


def test_a_long_text(tmp_path: Path) -> None:
    text = "".join(f"第{number}倉庫に水をを撒く。\n\n" for number in range(400))
    (result,) = asked(tmp_path, ("check_text", {"text": text, "select": ["doubled-particle"]}))
    assert len(result.structured_content["findings"]) == 50
    assert result.structured_content["left_out"] == 350


def test_half_characters_come_in_as_what_stands_for_them(tmp_path: Path) -> None:
    with Wire(tmp_path) as wire:
        wire.call(1, "fix_text", {"text": "\ud800水をを撒く。😀 \\ud800\n"})
        answered = wire.received()
        assert answered["id"] == 1
        assert answered["result"]["structuredContent"]["text"] == "\ufffd水を撒く。😀 \\ud800\n"


@pytest.mark.skipif(sys.platform != "linux", reason="file names that are no UTF-8")
def test_half_characters_go_out_as_escapes(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xe9.md")).write_text('---\ntitle: "\\ud800ああ"\nexcerpt: "\\ud800ああ"\n---\n', "utf-8")
    files, text = asked(tmp_path, ("check_files", {}), ("check_text", {"text": '---\ntitle: "\\udfff"\n---\n'}))
    assert files.structured_content["findings"][0]["path"] == r"\udce9.md"
    assert not text.is_error


def test_lines_that_are_no_message_stop_nothing(tmp_path: Path) -> None:
    with Wire(tmp_path) as wire:
        for line in ("{", "", "[]", '{"jsonrpc": "2.0"}', "x" * 100_000):
            wire.send_line(line)
        wire.call(1, "check_text", {"text": FAULTY})
        while (answered := wire.received()).get("id") != 1:
            assert "error" in answered
        assert answered["result"]["structuredContent"]["errors"] == 2
        code, out, err = wire.end()
    assert (code, out, err) == (0, b"", b"")


def test_a_cancelled_call_is_not_answered_and_others_are(tmp_path: Path) -> None:
    with Wire(tmp_path) as wire:
        wire.call(1, "check_text", {"text": long_text()})
        wire.send("notifications/cancelled", requestId=1)
        wire.call(2, "check_text", {"text": FAULTY})
        assert wire.received()["id"] == 2
        code, out, err = wire.end()
    assert (code, out, err) == (0, b"", b"")


def test_a_short_call_passes_a_long_one(tmp_path: Path) -> None:
    with Wire(tmp_path) as wire:
        wire.call(1, "explain_rule", {"rule": "doubled-particle"})
        assert wire.received()["id"] == 1  # what it imports is there from now on
        wire.call(2, "check_text", {"text": long_text() * 10})
        wire.call(3, "explain_rule", {"rule": "doubled-particle"})
        assert [wire.received()["id"], wire.received()["id"]] == [3, 2]


def test_a_client_that_goes_away_in_the_middle_of_a_call(tmp_path: Path) -> None:
    with Wire(tmp_path) as wire:
        wire.call(1, "fix_text", {"text": long_text()})
        code, _, err = wire.end()
    assert (code, err) == (0, b"")


def test_a_client_that_listens_no_more(tmp_path: Path) -> None:
    with Wire(tmp_path) as wire:
        assert wire.process.stdout is not None
        wire.process.stdout.close()
        wire.call(1, "check_text", {"text": FAULTY})
        assert wire.process.wait(timeout=300) == 0
        assert wire.process.stderr is not None
        assert wire.process.stderr.read() == b""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_ends_it_quietly(tmp_path: Path) -> None:
    with Wire(tmp_path) as wire:
        wire.process.send_signal(signal.SIGINT)
        code, out, err = wire.end()
    assert (code, out, err) == (-signal.SIGINT, b"", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="the root of POSIX")
def test_the_whole_disk_has_to_be_asked_for() -> None:
    done = subprocess.run(COMMAND, cwd="/", env=ENVIRONMENT, capture_output=True, input=b"", check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"jlint: The current folder is /, so any file could be checked. Name a folder with --root\n"
    done = subprocess.run((*COMMAND, "--root", "/"), env=ENVIRONMENT, capture_output=True, input=b"", check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_a_folder_that_there_is_not(tmp_path: Path) -> None:
    command = (*COMMAND, "--root", "gone", "--lang", "ja")
    done = subprocess.run(command, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, input=b"", check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode("utf-8") == "jlint: gone は使えません: ファイルかフォルダーがありません\n"


@pytest.mark.parametrize("options", [(), ("--allow-plugins",)])
def test_plugins_are_used_where_who_starts_the_server_allows_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    monkeypatch.setitem(ENVIRONMENT, "PYTHONPATH", str(plugin(tmp_path / "site")))

    async def talk(client: Client) -> CallToolResult:
        return await client.call_tool("check_text", {"text": "朝の波止場へ行く。\n", "path": "a.md"})

    answer = text_of(talked(tmp_path, talk, *options))
    assert ("house-harbor" in answer) == bool(options)
