"""Diagnostics: which, where, and when."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from lsprotocol import types

from tests.lsp.editor import UTF_16, UTF_32, capabilities, editing, rules

pytestmark = pytest.mark.asyncio

TWICE = "設定をを変える。\n"


BEFORE = (
    "",
    "𠮷野の朝。",
    "👩‍👩‍👧と𠮷田が来た。",
    "か\u3099くせい。",
    "一行目。\r\n\r\n𠮷の",
    "一行目。\r\r",
    "a\u2028b\x0bc\x85d 𠮷 ",
)


@pytest.mark.parametrize("encodings", [(UTF_16,), (types.PositionEncodingKind.Utf8, UTF_32, UTF_16)])
async def test_findings_are_where_they_are(tmp_path: Path, encodings: tuple[types.PositionEncodingKind, ...]) -> None:
    async with editing(tmp_path, can=capabilities(encodings=encodings)) as editor:
        assert editor.encoding == (UTF_32 if UTF_32 in encodings else UTF_16)
        for number, before in enumerate(BEFORE):
            uri = editor.open(tmp_path / f"{number}.md", before + TWICE)
            found = [each for each in await editor.diagnostics(uri) if each.code == "doubled-particle"]
            assert [editor.marked(uri, each) for each in found] == ["をを"], before


async def test_a_byte_order_mark_counts_where_the_editor_shows_it(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", "\ufeff" + TWICE)
        (found,) = await editor.diagnostics(uri)
        assert editor.marked(uri, found) == "をを"


async def test_a_diagnostic_says_all_that_is_known(tmp_path: Path) -> None:
    settings = {"documentation": "https://example.org/rules/{rule}.html"}
    async with editing(tmp_path, settings=settings) as editor:
        uri = editor.open(tmp_path / "a.md", TWICE)
        (found,) = await editor.diagnostics(uri)
        assert (found.code, found.source) == ("doubled-particle", "jlint")
        assert found.severity == types.DiagnosticSeverity.Error
        assert found.code_description
        assert found.code_description.href == "https://example.org/rules/doubled-particle.html"
        data = json.loads(json.dumps(found.data, default=vars))
        assert len(data["fingerprint"]) == 16


async def test_severities_relations_and_tags(tmp_path: Path) -> None:
    text = "# 朝の記録\n\n庭に水をまいた。\n\n# 朝の記録\n\nアプルケーションを開いた。\n\n［ここに事例を挿入］\n"
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", text)
        found = {str(each.code): each for each in await editor.diagnostics(uri)}
        assert found["misspelt-katakana"].severity == types.DiagnosticSeverity.Information
        related = found["repeated-heading"].related_information
        assert related
        assert {each.location.uri for each in related} == {uri}
        assert [*(found["placeholder"].tags or ())] == [types.DiagnosticTag.Unnecessary]


async def test_a_client_that_can_less_is_told_less(tmp_path: Path) -> None:
    text = "# 朝の記録\n\n庭に水をまいた。\n\n# 朝の記録\n\n［ここに事例を挿入］\n"
    async with editing(tmp_path, can=capabilities(full=False)) as editor:
        uri = editor.open(tmp_path / "a.md", text)
        found = await editor.diagnostics(uri)
        assert {"repeated-heading", "placeholder"} <= {*rules(found)}
        assert all(each.tags is None and each.related_information is None for each in found)


async def test_edits_are_followed_and_closing_clears(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", f"𠮷の記録。\r\n\r\n{TWICE}")
        assert rules(await editor.diagnostics(uri)) == ["doubled-particle"]
        editor.replace(uri, (0, 0, "朝😀、"), (9, 9, "\n"))
        (found,) = await editor.diagnostics(uri)
        assert editor.marked(uri, found) == "をを"
        start = editor.texts[uri].index("をを")
        editor.replace(uri, (start, start + 1, ""))
        await editor.until(uri)
        editor.rewrite(uri, TWICE)
        await editor.until(uri, "doubled-particle")
        editor.close(uri)
        await editor.until(uri)


async def test_the_second_round_adds_what_the_first_leaves(tmp_path: Path) -> None:
    text = "# 朝の記録\n\n庭に水をまいた。\n\n# 夜の記録\n\n戸を閉めた。\n"
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", text)
        assert rules(await editor.diagnostics(uri)) == []
        at = text.index("夜の記録")
        editor.replace(uri, (at, at + 1, "朝"))
        await editor.until(uri, "repeated-heading")
        rounds = [rules(each.diagnostics) for each in editor.published[uri]]
        assert rounds == [[], [], ["repeated-heading"]]
        editor.replace(uri, (0, 0, "\n\n"))  # what the first round doesn't look for moves along meanwhile
        (found,) = await editor.diagnostics(uri)
        assert editor.marked(uri, found) == "朝の記録"


async def test_on_save_only(tmp_path: Path) -> None:
    async with editing(tmp_path, settings={"run": "onSave"}) as editor:
        uri = editor.open(tmp_path / "a.md", "設定を変える。\n")
        assert rules(await editor.diagnostics(uri)) == []
        editor.rewrite(uri, TWICE)
        await asyncio.sleep(0.5)
        assert len(editor.published[uri]) == 1
        editor.save(uri)
        await editor.until(uri, "doubled-particle")


async def test_english(tmp_path: Path) -> None:
    async with editing(tmp_path, settings={"lang": "en"}) as editor:
        uri = editor.open(tmp_path / "a.md", TWICE)
        (found,) = await editor.diagnostics(uri)
        assert found.message.isascii() or "particle" in found.message
    async with editing(tmp_path, JLINT_LANG="en") as editor:
        uri = editor.open(tmp_path / "a.md", TWICE)
        assert (await editor.diagnostics(uri))[0].message == found.message


async def test_settings_select_and_ignore(tmp_path: Path) -> None:
    text = f"{TWICE}\nアプルケーションを開いた。\n"
    async with editing(tmp_path, settings={"jlint": {"ignore": "misspelt-katakana, style"}}) as editor:
        uri = editor.open(tmp_path / "a.md", text)
        assert rules(await editor.diagnostics(uri)) == ["doubled-particle"]
    async with editing(tmp_path, settings={"select": ["misspelt-katakana"]}) as editor:
        uri = editor.open(tmp_path / "a.md", text)
        assert rules(await editor.diagnostics(uri)) == ["misspelt-katakana"]
    async with editing(tmp_path, settings={"select": ["mispelt"], "run": 3}) as editor:
        uri = editor.open(tmp_path / "a.md", text)
        assert rules(await editor.diagnostics(uri)) == []
        shown = " ".join(each.message for each in editor.client.messages)
        assert "jlint.run" in shown
        assert "mispelt" in shown


async def test_what_is_no_draft_is_left_alone(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        editor.open(tmp_path / "a.yaml", "title: 設定をを変える\n", "yaml")
        editor.open("git:/a.md?old", TWICE)
        untitled = editor.open("untitled:Untitled-1", TWICE)
        assert rules(await editor.diagnostics(untitled)) == ["doubled-particle"]
        assert [*editor.published] == [untitled]


async def test_a_file_deleted_under_the_editor_is_linted_on(tmp_path: Path) -> None:
    path = tmp_path / "sub" / "a.md"
    path.parent.mkdir()
    path.write_text(TWICE, "utf-8")
    async with editing(tmp_path) as editor:
        uri = editor.open(path, TWICE)
        await editor.until(uri, "doubled-particle")
        path.unlink()
        path.parent.rmdir()
        editor.replace(uri, (0, 0, "朝の"))
        assert rules(await editor.diagnostics(uri)) == ["doubled-particle"]
        editor.save(uri)
        editor.rewrite(uri, "庭を歩いた。\n")
        await editor.until(uri)


async def test_too_large_a_text_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text("max-file-size: 100\n", "utf-8")
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", "朝の庭を歩いた。\n" * 9)
        (found,) = await editor.diagnostics(uri)
        assert "max-file-size" in found.message


async def test_pulled_diagnostics(tmp_path: Path) -> None:
    async with editing(tmp_path, can=capabilities(pull=True)) as editor:
        uri = editor.open(tmp_path / "a.md", TWICE)
        first = await editor.pull(uri)
        assert isinstance(first, types.RelatedFullDocumentDiagnosticReport)
        assert rules(first.items) == ["doubled-particle"]
        again = await editor.pull(uri, first.result_id)
        assert isinstance(again, types.RelatedUnchangedDocumentDiagnosticReport)
        editor.rewrite(uri, "設定を変える。\n")
        last = await editor.pull(uri, first.result_id)
        assert isinstance(last, types.RelatedFullDocumentDiagnosticReport)
        assert (rules(last.items), last.result_id == first.result_id) == ([], False)
        await asyncio.sleep(0.3)
        assert not editor.published


async def test_a_client_that_pulls_is_told_to_ask_again_after_the_second_round(tmp_path: Path) -> None:
    text = "# 朝の記録\n\n庭に水をまいた。\n\n# 夜の記録\n\n戸を閉めた。\n"
    async with editing(tmp_path, can=capabilities(pull=True, refresh=True)) as editor:
        uri = editor.open(tmp_path / "a.md", text)
        await editor.pull(uri)
        at = text.index("夜の記録")
        editor.replace(uri, (at, at + 1, "朝"))
        first = await editor.pull(uri)
        assert isinstance(
            first, types.RelatedFullDocumentDiagnosticReport | types.RelatedUnchangedDocumentDiagnosticReport
        )
        for _ in range(600):
            if editor.client.diagnostic_refresh_count:
                break
            await asyncio.sleep(0.05)
        last = await editor.pull(uri)
        assert isinstance(last, types.RelatedFullDocumentDiagnosticReport)
        assert rules(last.items) == ["repeated-heading"]
        assert not editor.published
