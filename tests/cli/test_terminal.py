"""Colours and links: by option, by environment, by terminal."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from jlint.cli.terminal import shows_colour, shows_links
from tests.cli.run import jlint
from tests.report.test_formats import written

VARIABLES = ("NO_COLOR", "FORCE_COLOR", "FORCE_HYPERLINK", "TERM", "TERM_PROGRAM", "VTE_VERSION", "WT_SESSION")
LINK = "\x1b]8;;https://example.com/repeated-sentence\x1b\\[repeated-sentence]\x1b]8;;\x1b\\"


@pytest.fixture(autouse=True)
def _plain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (*VARIABLES, "KONSOLE_VERSION", "KITTY_WINDOW_ID", "DOMTERM"):
        monkeypatch.delenv(name, raising=False)
    Path("a.md").write_text("設定をを変える。\n", "utf-8")


@pytest.mark.parametrize(
    ("options", "environment", "coloured"),
    [
        ((), {}, False),
        (("--color", "always"), {}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "0"}, False),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour(options: tuple[str, ...], environment: dict[str, str], coloured: bool) -> None:
    assert ("\x1b[31merror" in jlint("check", "a.md", *options, **environment).out) is coloured


def test_a_terminal_has_colours_unless_it_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert shows_colour("auto")
    monkeypatch.setenv("TERM", "dumb")
    assert not shows_colour("auto")


@pytest.mark.parametrize(
    ("variables", "shown"),
    [
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM_PROGRAM": "iTerm.app"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"VTE_VERSION": "6003"}, True),
        ({"VTE_VERSION": "4600"}, False),
        ({"WT_SESSION": "x"}, True),
        ({"TERM_PROGRAM": "vscode", "FORCE_HYPERLINK": "0"}, False),
        ({"TERM": "dumb", "VTE_VERSION": "6003"}, False),
    ],
)
def test_links_where_the_terminal_is_known_to_show_them(
    variables: dict[str, str], shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert not shows_links("auto")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert shows_links("auto") is shown
    assert not shows_links("never")


@pytest.mark.parametrize("name", ["text", "concise"])
def test_rules_are_links(name: str) -> None:
    assert LINK in written(name, docs_url="https://example.com/{rule}", links=True)
    assert "\x1b" not in written(name, docs_url="https://example.com/{rule}")
    assert "\x1b" not in written(name, links=True)


def test_links_come_from_the_configuration_with_and_without_the_cache() -> None:
    Path("rules.yaml").write_text("docs-url: https://example.com/{rule}\n", "utf-8")
    for number in range(12):
        Path(f"{number}.md").write_text("設定をを変える。\n", "utf-8")
    plain, linked, again = (jlint("check", "-f", "concise", FORCE_HYPERLINK=value).out for value in ("0", "1", "1"))
    assert "\x1b" not in plain
    assert linked.count("\x1b]8;;https://example.com/doubled-particle\x1b\\") == 13
    assert again == linked


def test_an_address_can_hold_no_commands_to_the_terminal() -> None:
    Path("rules.yaml").write_text('docs-url: "https://example.com/\\e]0;x{rule}"\n', "utf-8")
    assert jlint("check", "a.md", FORCE_HYPERLINK="1").code == 2
