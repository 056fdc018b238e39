"""Rules across files, and checking the workspace."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types
from pygls.uris import from_fs_path

from tests.lsp.editor import capabilities, editing, rules

pytestmark = pytest.mark.asyncio

POST = "---\ntitle: {}\n---\n\n{}\n"


def post(title: str, body: str = "庭を歩いた。") -> str:
    return POST.format(title, body)


async def test_saving_compares_with_the_other_files(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text(post("𠮷野の朝の庭"), "utf-8")
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "new.md", post("夜の庭", "戸を閉めた。"))
        await editor.until(uri)
        start = editor.texts[uri].index("夜の庭")
        editor.replace(uri, (start, start + 3, "𠮷野の朝の庭"))
        await editor.diagnostics(uri)
        editor.save(uri)
        (found,) = await editor.until(uri, "duplicate-title")
        assert editor.marked(uri, found) == "𠮷野の朝の庭"
        assert found.related_information
        assert found.related_information[0].location.uri.endswith("old.md")
        editor.replace(uri, (0, 3, "---"), (len(editor.texts[uri]), len(editor.texts[uri]), "\n水をまいた。\n"))
        assert rules(await editor.diagnostics(uri)) == ["duplicate-title"]
        (tmp_path / "old.md").write_text(post("昼の庭"), "utf-8")
        editor.save(uri)
        await editor.until(uri)


async def test_open_files_are_compared_as_they_are_in_the_editor(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / f"{name}.md").write_text(post(name), "utf-8")
    async with editing(tmp_path) as editor:
        one, other = (editor.open(tmp_path / f"{name}.md", post("朝の庭", name)) for name in ("one", "other"))
        await editor.until(one)
        await editor.until(other)
        editor.save(one)
        await editor.until(one, "duplicate-title")
        await editor.until(other, "duplicate-title")
        start = editor.texts[one].index("朝の庭")
        editor.replace(one, (start, start + 1, "夜"))
        await editor.until(one)
        editor.save(one)
        await editor.until(other)


@pytest.mark.parametrize("pull", [False, True])
async def test_the_workspace_is_checked(tmp_path: Path, pull: bool) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
        for number in range(15):
            text = "設定をを変える。\n" if number % 5 == 0 else f"{number}番目の庭を歩いた。\n"
            (folder / f"{number}.md").write_text(text, "utf-8")
    (other / "rules.yaml").write_text("rules: {doubled-particle: off}\n", "utf-8")
    async with editing(one, other, can=capabilities(pull=pull)) as editor:
        counts = await editor.execute("jlint.checkWorkspace")
        assert (counts["files"], counts["findings"]) == (30, 3)
        with_findings = {from_fs_path(str(one / f"{number}.md")) or "" for number in (0, 5, 10)}
        for uri in with_findings:
            await editor.until(uri, "doubled-particle")
        assert {*editor.published} == with_findings
        uri = editor.open(one / "0.md", "庭を歩いた。\n")
        await editor.until(uri)
        (one / "5.md").write_text("庭を歩いた。\n", "utf-8")
        counts = await editor.execute("jlint.checkWorkspace")
        assert counts["findings"] == 2
        await editor.until(from_fs_path(str(one / "5.md")) or "")


async def test_progress_is_shown_while_the_editor_stays_awake(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.md").write_text(f"{number}番目の庭を歩いた。\n" * 20, "utf-8")
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "new.md", "設定をを変える。\n")
        await editor.diagnostics(uri)
        await editor.execute("jlint.checkWorkspace")
        (reports,) = editor.client.progress_reports.values()
        kinds = [type(each).__name__ for each in reports]
        assert kinds[0].endswith("Begin")
        assert kinds[-1].endswith("End")


async def test_a_wrong_configuration_stops_a_check_and_is_shown(tmp_path: Path) -> None:
    config = tmp_path / "rules.yaml"
    config.write_text("rulse: {}\nlanguage: ja\n", "utf-8")
    (tmp_path / "a.md").write_text("設定をを変える。\n", "utf-8")
    async with editing(tmp_path) as editor:
        counts = await editor.execute("jlint.checkWorkspace")
        assert counts["findings"] == 0
        await editor.until(from_fs_path(str(config)) or "", "None")


async def test_folders_come_and_go(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
        (folder / "a.md").write_text("設定をを変える。\n", "utf-8")
    async with editing(one) as editor:
        assert (await editor.execute("jlint.checkWorkspace"))["files"] == 1
        added = types.WorkspaceFolder(from_fs_path(str(other)) or "", "other")
        removed = types.WorkspaceFolder(from_fs_path(str(one)) or "", "one")
        event = types.WorkspaceFoldersChangeEvent(added=[added], removed=[removed])
        editor.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(event))
        await editor.execute("jlint.checkWorkspace")
        await editor.until(from_fs_path(str(other / "a.md")) or "", "doubled-particle")
