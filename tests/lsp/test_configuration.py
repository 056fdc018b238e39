"""Configurations and settings that change while the server runs."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.uris import from_fs_path

from jlint.engine.baseline import Baseline
from jlint.lsp.baselines import Baselines
from jlint.lsp.configurations import Configurations
from jlint.lsp.settings import Settings
from tests.lsp.editor import Editor, capabilities, editing, rules
from tests.plugins.making import plugin

pytestmark = pytest.mark.asyncio

TEXT = "設定をを変える。\n\nアプルケーションを開きます。\n"
JAPANESE = "助詞「を」が重なっています。一つ消してください"
ENGLISH = "The particle を stands twice. Drop one"
BOTH = ("doubled-particle", "misspelt-katakana")


def told(editor: Editor, path: Path) -> None:
    """Tells the server that a file has changed, as an editor that watches does."""
    event = types.FileEvent(from_fs_path(str(path)) or "", types.FileChangeType.Changed)
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))


@pytest.mark.parametrize("watches", [True, False])
async def test_a_change_holds_at_once(tmp_path: Path, watches: bool) -> None:
    config = tmp_path / "rules.yaml"
    async with editing(tmp_path, can=capabilities(full=watches)) as editor:
        uri = editor.open(tmp_path / "a.md", TEXT)
        await editor.until(uri, *BOTH)
        assert bool(editor.registered) == watches
        for text, found in (
            ("rules: {misspelt-katakana: off}\n", BOTH[:1]),
            ("rules: {doubled-particle: off}\n", BOTH[1:]),
            ("exclude: [a.md]\n", ()),
        ):
            config.write_text(text, "utf-8")
            if watches:
                told(editor, config)
            await editor.until(uri, *found)


async def test_files_that_a_configuration_names_are_watched(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text("extends: base.yaml\ndictionaries: [terms.yml]\n", "utf-8")
    (tmp_path / "base.yaml").write_text("rules: {doubled-particle: off}\n", "utf-8")
    (tmp_path / "terms.yml").write_text("rules: [{expected: 庭, pattern: ガーデン}]\n", "utf-8")
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", TEXT)
        await editor.until(uri, "misspelt-katakana")
        (tmp_path / "base.yaml").write_text("rules: {typo: off}\n", "utf-8")
        await editor.until(uri)
        (tmp_path / "terms.yml").write_text("rules: [{expected: 変更する, pattern: 変える}]\n", "utf-8")
        await editor.until(uri, "dictionary-term")
        (tmp_path / "base.yaml").write_text("rules: {doubled-particle: off}\n", "utf-8")
        (tmp_path / "terms.yml").write_text("rules: [{expected: 庭, pattern: ガーデン}]\n", "utf-8")
        (tmp_path / "words.txt").write_text("アプルケーション\n", "utf-8")
        await editor.until(uri)


async def test_a_mistake_is_shown_where_it_is_and_the_last_good_one_stays(tmp_path: Path) -> None:
    config = tmp_path / "rules.yaml"
    config.write_text("# 設定\nrules: {misspelt-katakana: off}\n", "utf-8")
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", TEXT)
        await editor.until(uri, "doubled-particle")
        broken = "# 𠮷\nrules:\n  misspelt-katakana: of\n  doubled-partcle: off\n"
        config.write_text(broken, "utf-8")
        told(editor, config)
        config_uri = from_fs_path(str(config)) or ""
        found = await editor.until(config_uri, "None", "None")
        assert [(each.range.start.line, each.range.start.character) for each in found] == [(2, 21), (3, 2)]
        assert "doubled-particle" in found[1].message
        editor.replace(uri, (0, 0, "朝の"))
        assert rules(await editor.diagnostics(uri)) == ["doubled-particle"]
        config.write_text("rules: {doubled-particle: off}\n", "utf-8")
        told(editor, config)
        await editor.until(config_uri)
        await editor.until(uri, "misspelt-katakana")


async def test_a_configuration_is_checked_without_any_draft(tmp_path: Path) -> None:
    config = tmp_path / ".jlint.yaml"
    config.write_text("rulse: {}\n", "utf-8")
    async with editing(tmp_path, can=capabilities(pull=True)) as editor:
        uri = editor.open(config, "rulse: {}\n", "yaml")
        (found,) = await editor.until(uri, "None")
        assert "rules" in found.message
        config.write_text("rules: {}\n", "utf-8")
        editor.save(uri)
        await editor.until(uri)


async def test_a_configuration_that_was_never_right_lints_nothing(tmp_path: Path) -> None:
    config = tmp_path / "rules.yaml"
    config.write_text("rules: [\n", "utf-8")
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", TEXT)
        await editor.until(from_fs_path(str(config)) or "", "None")
        assert rules(await editor.diagnostics(uri)) == []
        config.unlink()
        await editor.until(uri, *BOTH)


async def test_the_client_names_a_configuration(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text("rules: {doubled-particle: off}\n", "utf-8")
    (tmp_path / "lint").mkdir()
    (tmp_path / "lint" / "own.yaml").write_text("rules: {misspelt-katakana: off}\n", "utf-8")
    async with editing(tmp_path, settings={"config": "lint/own.yaml"}) as editor:
        uri = editor.open(tmp_path / "a.md", TEXT)
        await editor.until(uri, "doubled-particle")
    async with editing(tmp_path, settings={"config": "lint/none.yaml"}) as editor:
        uri = editor.open(tmp_path / "a.md", TEXT)
        assert rules(await editor.diagnostics(uri)) == []
        for _ in range(200):
            if editor.client.messages:
                break
            await asyncio.sleep(0.05)
        assert "none.yaml" in editor.client.messages[0].message


async def test_two_folders_have_settings_of_their_own(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
    (one / "rules.yaml").write_text("rules: {doubled-particle: off}\n", "utf-8")
    async with editing(one, other, can=capabilities(configuration=True)) as editor:
        ours = {"jlint": {"ignore": ["misspelt-katakana"]}}
        editor.client.set_configuration(ours, scope_uri=from_fs_path(str(other)))
        editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings=None))
        first, second = editor.open(one / "a.md", TEXT), editor.open(other / "a.md", TEXT)
        await editor.until(first, "misspelt-katakana")
        await editor.until(second, "doubled-particle")
        third = editor.open(tmp_path / "third" / "a.md", TEXT)
        await editor.until(third, *BOTH)


async def test_settings_may_be_sent(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", TEXT)
        await editor.until(uri, *BOTH)
        editor.client.workspace_did_change_configuration(
            types.DidChangeConfigurationParams(settings={"jlint": {"select": ["misspelt-katakana"]}})
        )
        await editor.until(uri, "misspelt-katakana")


@pytest.mark.parametrize("allowed", [True, False])
async def test_plugins_run_where_the_client_allows_them_at_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, allowed: bool
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(plugin(tmp_path / "site")))
    async with editing(tmp_path, settings={"allowPlugins": allowed}) as editor:
        uri = editor.open(tmp_path / "a.md", "設定をを変える。\n\n朝の波止場へ行く。\n")
        await editor.until(uri, "doubled-particle", *(["house-harbor"] if allowed else []))
        settings = {"jlint": {"allowPlugins": True, "ignore": ["typo"]}}
        editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings))
        await editor.until(uri, *(["house-harbor"] if allowed else []))


async def test_a_plugin_that_cannot_be_used_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(plugin(tmp_path / "site", "import nowhere\n")))
    async with editing(tmp_path, settings={"allowPlugins": True, "lang": "en"}) as editor:
        uri = editor.open(tmp_path / "a.md", "設定をを変える。\n")
        await editor.until(uri, "doubled-particle")
        (message,) = editor.client.messages
        assert message.message.startswith("The rule house-harbor of the plugin jlint-harbor 1.0 can't be used: ")


async def test_a_configuration_that_appears_while_a_file_is_linted_is_a_change(tmp_path: Path) -> None:
    configurations = Configurations(str(tmp_path), Settings())
    configurations.of(str(tmp_path / "a.md"))
    place = tmp_path / "rules.yaml"
    place.write_text("extends: none\n", "utf-8")
    assert configurations.stamps[str(place)] is None


async def test_a_baseline_that_goes_away_while_a_file_is_linted_is_a_change(tmp_path: Path) -> None:
    baselines = Baselines(str(tmp_path))
    Baseline(str(tmp_path), {}).write(baselines.path)
    before = baselines.stamp
    baselines.all_without_accepted([])
    os.unlink(baselines.path)
    assert before is not None
    assert baselines.stamp == before


@pytest.mark.parametrize(
    ("given", "locale", "variables", "configured", "message"),
    [
        (None, None, {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "de_DE.UTF-8"}, "", ENGLISH),
        (None, "ja", {"LC_ALL": "en_US.UTF-8"}, "", JAPANESE),
        (None, "en", {"LC_ALL": "ja_JP.UTF-8"}, "", JAPANESE),
        (None, "en", {"LC_ALL": "C.UTF-8"}, "", ENGLISH),
        (None, "en", {"LC_ALL": "en_US.UTF-8"}, "language: ja\n", JAPANESE),
        (None, "en", {"JLINT_LANG": "ja"}, "language: en\n", JAPANESE),
        ({"lang": "en"}, "ja", {"JLINT_LANG": "ja"}, "language: ja\n", ENGLISH),
    ],
)
async def test_the_language(
    tmp_path: Path,
    given: dict[str, str] | None,
    locale: str | None,
    variables: dict[str, Any],
    configured: str,
    message: str,
) -> None:
    """The client's setting, JLINT_LANG, the configuration, the client's locale, that of the environment."""
    (tmp_path / "rules.yaml").write_text(configured + "rules: {misspelt-katakana: off}\n", "utf-8")
    settings = {**(given or {}), "run": "never"}
    async with editing(tmp_path, settings=settings, locale=locale, **variables) as editor:
        uri = editor.open(tmp_path / "a.md", TEXT)
        (diagnostic,) = await editor.until(uri, "doubled-particle")
        assert diagnostic.message == message
        (warning,) = editor.client.messages
        assert ("can't be used" in warning.message) is (message == ENGLISH), "what belongs to no file is told alike"
