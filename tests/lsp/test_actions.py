"""Code actions and commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lsprotocol import types

from jlint import fix, lint
from tests.lsp.editor import Editor, capabilities, editing, rules, titled

pytestmark = pytest.mark.asyncio

TWICE = "設定をを変える。\n"


def at(editor: Editor, uri: str, part: str) -> int:
    return editor.texts[uri].index(part)


async def test_the_fix_is_preferred_where_it_is_safe(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", f"𠮷の朝。{TWICE}\nご存存じのとおりです。\n")
        safe = titled(await editor.actions(uri, at(editor, uri, "をを"), only=["quickfix"]), "を一つ消す")
        assert (safe.is_preferred, safe.kind) == (True, "quickfix")
        assert [each.code for each in safe.diagnostics or ()] == ["doubled-particle"]
        unsafe = titled(await editor.actions(uri, at(editor, uri, "存存")), "「存」を一つ消す")
        assert not unsafe.is_preferred
        await editor.do(unsafe)
        await editor.do(titled(await editor.actions(uri, at(editor, uri, "をを")), "を一つ消す"))
        assert editor.texts[uri] == "𠮷の朝。設定を変える。\n\nご存じのとおりです。\n"
        await editor.until(uri)


async def test_other_repairs_are_offered_behind_the_fix(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", "市は「港の再開発を急ぐと発表した。工事は春からだ。\n")
        actions = await editor.actions(uri, at(editor, uri, "「"), only=["quickfix"])
        assert [each.title for each in actions[:2]] == ["「 を消す", "文の終わりに 」 を補う"]
        assert not any(each.is_preferred for each in actions)
        await editor.do(actions[1])
        assert editor.texts[uri] == "市は「港の再開発を急ぐと発表した」。工事は春からだ。\n"


async def test_actions_are_for_the_range_only(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", f"{TWICE}\n朝の庭を歩いた。\n")
        place = at(editor, uri, "朝の庭")
        assert await editor.actions(uri, place, only=["quickfix"]) == []
        assert await editor.actions(uri, place, only=["refactor"]) == []
        assert [each.kind for each in await editor.actions(uri, place)] == ["source.fixAll.jlint"]


async def test_actions_follow_an_edit_that_was_just_made(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", "朝の庭を歩いた。\n")
        await editor.diagnostics(uri)
        editor.replace(uri, (0, 0, TWICE))
        await editor.do(titled(await editor.actions(uri, 2), "を一つ消す"))
        assert editor.texts[uri].startswith("設定を変える。")


async def test_all_of_a_rule(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", f"{TWICE}\n窓をを開ける。\n\nご存存じのとおりです。\n")
        await editor.do(titled(await editor.actions(uri, 2), "すべて直す（2か所）"))
        assert editor.texts[uri] == "設定を変える。\n\n窓を開ける。\n\nご存存じのとおりです。\n"


@pytest.mark.parametrize("can", [capabilities(), capabilities(full=False)])
@pytest.mark.parametrize("unsafe", [False, True])
async def test_fix_all(tmp_path: Path, can: types.ClientCapabilities, unsafe: bool) -> None:
    text = f"𠮷の朝。{TWICE}\r\nご存存じのとおりです。\r\n窓をを開ける。\r\n"
    async with editing(tmp_path, can=can, settings={"unsafeFixes": unsafe}) as editor:
        uri = editor.open(tmp_path / "a.md", text)
        (action,) = await editor.actions(uri, 0, only=["source.fixAll"])
        assert action.kind == "source.fixAll.jlint"
        await editor.do(action)
        assert editor.texts[uri] == fix(text, tmp_path / "a.md", unsafe=unsafe) != text


@pytest.mark.parametrize(
    ("name", "text", "part"),
    [
        ("a.md", f"庭を歩いた。\n\n{TWICE}", "をを"),
        ("a.md", f"庭を歩いた。\r\n\r\n{TWICE}", "をを"),
        ("a.md", "- 庭を歩いた。\n- 設定をを変える。\n", "をを"),
        ("a.md", "> 庭を歩いた。\n> 設定をを変える。\n", "をを"),
        ("a.md", "| 朝 | 夜 |\n|---|---|\n| 設定をを変える。 | 戸を閉める。 |\n", "をを"),
        ("a.md", "---\ntitle: 記録\n---\n# 設定をを変える\n", "をを"),
        ("a.mdx", f"庭を歩いた。\n\n{TWICE}", "をを"),
    ],
)
async def test_silencing(tmp_path: Path, name: str, text: str, part: str) -> None:
    async with editing(tmp_path) as editor:
        for where in ("ここで", "このファイルで"):
            uri = editor.open(tmp_path / where / name, text, "mdx" if name.endswith("x") else "markdown")
            assert "doubled-particle" in rules(await editor.diagnostics(uri))
            await editor.do(
                titled(await editor.actions(uri, at(editor, uri, part)), f"{where} doubled-particle を止める")
            )
            silenced = editor.texts[uri]
            assert "-- 理由" in silenced
            assert ("{/*" in silenced) == name.endswith("x")
            left = [each.rule for each in lint(silenced, tmp_path / where / name).findings]
            assert "doubled-particle" not in left
            assert "unused-suppression" not in left


async def test_a_finding_in_the_front_matter_is_silenced_for_the_file(tmp_path: Path) -> None:
    text = "---\ntitle: 設定をを変える\n---\n\n庭を歩いた。\n"
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", text)
        actions = await editor.actions(uri, at(editor, uri, "をを"))
        await editor.do(titled(actions, "このファイルで doubled-particle"))
        assert "doubled-particle" not in [each.rule for each in lint(editor.texts[uri], tmp_path / "a.md").findings]


async def test_a_word_is_added(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text("language: ja\n", "utf-8")
    (tmp_path / "words.txt").write_text("# 語\n庭木", "utf-8")
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", "アプルケーションを開きます。\n")
        await editor.until(uri, "misspelt-katakana")
        action = titled(await editor.actions(uri, 2), "words.txt に加える")
        assert "アプルケーション" in action.title
        await editor.do(action)
        await editor.until(uri)
    assert (tmp_path / "words.txt").read_text("utf-8") == "# 語\n庭木\nアプルケーション\n"


async def test_a_word_is_added_without_a_configuration(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "posts").mkdir()
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "posts" / "a.md", "アプルケーションを開きます。\n")
        await editor.until(uri, "misspelt-katakana")
        await editor.do(titled(await editor.actions(uri, 2), "words.txt に加える"))
        await editor.until(uri)
    assert (tmp_path / "words.txt").read_text("utf-8").endswith("\nアプルケーション\n")


async def test_no_word_is_written_through_a_link_out_of_the_repository(tmp_path: Path) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside.txt"
    (site / ".git").mkdir(parents=True)
    (site / "rules.yaml").write_text("language: ja\n", "utf-8")
    outside.write_text("", "utf-8")
    (site / "words.txt").symlink_to(outside)
    (site / "jlint-baseline.json").symlink_to(outside)
    async with editing(site) as editor:
        uri = editor.open(site / "a.md", "アプルケーションを開きます。\n")
        await editor.execute("jlint.addWord", uri, "アプルケーション")
        actions = await editor.actions(uri, 2)
        await editor.do(titled(actions, "受け入れて")) if actions else None
        assert editor.client.messages
    assert outside.read_text("utf-8") == ""


async def test_a_finding_is_accepted(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", f"{TWICE}\n窓をを開ける。\n")
        await editor.until(uri, "doubled-particle", "doubled-particle")
        await editor.do(titled(await editor.actions(uri, 2), "受け入れて"))
        (left,) = await editor.until(uri, "doubled-particle")
        assert left.range.start.line == 2
        editor.replace(uri, (0, 0, "\n\n"))
        assert rules(await editor.diagnostics(uri)) == ["doubled-particle"]
    accepted = json.loads((tmp_path / "jlint-baseline.json").read_text("utf-8"))["accepted"]
    assert [row[:2] for row in accepted] == [["a.md", "doubled-particle"]]


async def test_what_was_accepted_before_is_not_shown(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", TWICE)
        await editor.do(titled(await editor.actions(uri, 2), "受け入れて"))
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", TWICE)
        await editor.until(uri)
        (tmp_path / "jlint-baseline.json").unlink()
        await editor.until(uri, "doubled-particle")
        (tmp_path / "jlint-baseline.json").write_text("{}", "utf-8")
        editor.save(uri)
        await editor.until(uri, "doubled-particle")


async def test_why_is_shown(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", TWICE)
        action = titled(await editor.actions(uri, 2), "doubled-particle の説明")
        assert action.command
        text = await editor.execute(action.command.command, *(action.command.arguments or ()))
        assert text.startswith("**doubled-particle**")
        assert "jlint-disable-next doubled-particle" in text
        assert editor.client.messages[-1].message == text
        assert await editor.execute("jlint.showWhy", "no-such-rule") is None


async def test_formatting_only_where_it_is_asked_for(tmp_path: Path) -> None:
    text = f"{TWICE}\n窓をを開ける。\n\nご存存じのとおりです。\n"
    async with editing(tmp_path, settings={"format": True}) as editor:
        uri = editor.open(tmp_path / "a.md", text)
        document, options = types.TextDocumentIdentifier(uri), types.FormattingOptions(4, True)
        place = types.Range(types.Position(2, 0), types.Position(3, 0))
        params = types.DocumentRangeFormattingParams(document, place, options)
        some = await editor.client.text_document_range_formatting_async(params)
        assert [edit.range.start.line for edit in some or ()] == [2]
        every = await editor.client.text_document_formatting_async(types.DocumentFormattingParams(document, options))
        editor.apply(types.WorkspaceEdit(changes={uri: every or []}))
        assert editor.texts[uri] == fix(text)
    async with editing(tmp_path) as editor:
        assert editor.server.document_formatting_provider is None
