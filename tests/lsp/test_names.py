"""Hover and completion."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types

from jlint.lsp.names import in_configuration, in_markdown
from tests.lsp.editor import Editor, editing

CARET = "⎸"


async def completed(editor: Editor, path: Path, text: str, language: str = "markdown") -> list[str]:
    """The labels offered at the caret."""
    at = text.index(CARET)
    uri = editor.open(path, text.replace(CARET, ""), language)
    place = editor.position(editor.texts[uri], at)
    found = await editor.client.text_document_completion_async(
        types.CompletionParams(types.TextDocumentIdentifier(uri), place)
    )
    assert found is None or isinstance(found, types.CompletionList)
    for item in found.items if found else ():
        assert isinstance(item.text_edit, types.TextEdit)
        assert item.documentation
    editor.close(uri)
    return [item.label for item in found.items] if found else []


async def hovered(editor: Editor, path: Path, text: str, language: str = "markdown") -> str:
    """The text shown at the caret."""
    at = text.index(CARET)
    uri = editor.open(path, text.replace(CARET, ""), language)
    place = editor.position(editor.texts[uri], at)
    found = await editor.client.text_document_hover_async(types.HoverParams(types.TextDocumentIdentifier(uri), place))
    editor.close(uri)
    if found is None:
        return ""
    assert isinstance(found.contents, types.MarkupContent)
    return found.contents.value


@pytest.mark.asyncio
async def test_names_are_completed(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        draft, rules = tmp_path / "a.md", tmp_path / "rules.yaml"
        assert {"disable-next", "enable"} <= {*await completed(editor, draft, "<!-- jlint-dis⎸")}
        found = await completed(editor, draft, "𠮷の朝。 <!-- jlint-disable-next doubled-p⎸")
        assert {"doubled-particle", "typo"} <= {*found}
        assert "doubled-particle" in await completed(editor, draft, "{/* jlint-disable typo, ⎸")
        assert await completed(editor, draft, "<!-- jlint-disable typo -- 理由は⎸ -->") == []
        assert await completed(editor, draft, "設定を⎸変える") == []
        front = "---\ntitle: 朝\njlint:\n  disable: [doubled-⎸]\n---\n"
        assert "doubled-particle" in await completed(editor, draft, front)
        assert {"rules", "extends", "markdown"} <= {*await completed(editor, rules, "⎸", "yaml")}
        assert "doubled-particle" in await completed(editor, rules, "rules:\n  doubled⎸", "yaml")
        assert "warning" in await completed(editor, rules, "rules:\n  doubled-particle: ⎸", "yaml")
        assert "certainty" in await completed(editor, rules, "rules:\n  misspelt-katakana: {⎸", "yaml")
        nested = "rules:\n  misspelt-katakana:\n    severity: error\n    certainty: ⎸\n"
        assert await completed(editor, rules, nested, "yaml") == ["strict", "normal", "eager"]
        assert {"match", "where"} <= {*await completed(editor, rules, "patterns:\n  - id: a\n    ⎸\n", "yaml")}
        assert "zenn" in await completed(editor, rules, "markdown: z⎸", "yaml")
        assert "strict" in await completed(editor, rules, "extends: ⎸", "yaml")
        assert await completed(editor, tmp_path / "other.yaml", "title: ⎸", "yaml") == []


@pytest.mark.asyncio
async def test_what_stands_there_is_explained(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        draft, rules = tmp_path / "a.md", tmp_path / "rules.yaml"
        text = await hovered(editor, draft, "𠮷の朝。\n\n設定を⎸を変える。\n")
        assert "助詞「を」が重なっています" in text
        assert "**doubled-particle**" in text
        assert "悪い例" in text
        assert "jlint-disable-next doubled-particle" in text
        assert await hovered(editor, draft, "設定を⎸変える。\n") == ""
        assert "**typo**" in await hovered(editor, draft, "<!-- jlint-disable ty⎸po -->")
        assert "**doubled-word**" in await hovered(editor, rules, "rules:\n  doubled-w⎸ord: off\n", "yaml")
        assert "certainty: normal" in await hovered(
            editor, rules, "rules:\n  misspelt-katakana: {cert⎸ainty: eager}\n", "yaml"
        )
        assert "max-file-size" in await hovered(editor, rules, "max-file⎸-size: 3\n", "yaml")
        assert await hovered(editor, rules, "nonsense⎸: 3\n", "yaml") == ""
        assert await hovered(editor, rules, "# rules⎸: 3\n", "yaml") == ""


@pytest.mark.asyncio
async def test_patterns_of_the_house_are_known(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text(
        "patterns:\n  - {id: house-garden, match: 庭園, replace: 庭, message: 「庭」と書きます}\n", "utf-8"
    )
    async with editing(tmp_path) as editor:
        assert "「庭」と書きます" in await hovered(editor, tmp_path / "a.md", "朝の庭⎸園を歩いた。\n")
        uri = editor.open(tmp_path / "a.md", "<!-- jlint-disable-next  -->\n\n朝の庭園を歩いた。\n")
        await editor.diagnostics(uri)
        place = types.Position(0, 24)
        params = types.CompletionParams(types.TextDocumentIdentifier(uri), place)
        found = await editor.client.text_document_completion_async(params)
        assert isinstance(found, types.CompletionList)
        assert "house-garden" in [item.label for item in found.items]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("rules:\n  a:\n    b⎸", ("rules", "a")),
        ("rules:\n\n  # note\n  a⎸", ("rules",)),
        ("rules:\n  a: off\nb⎸", ()),
        ("overrides:\n  - files: [x]\n    rules:\n      a⎸", ("overrides", "rules")),
        ("patterns:\n  - i⎸", ("patterns",)),
        ("rules:\n  a: {b: c, d⎸", ("rules", "a")),
    ],
)
def test_keys_around_a_place(text: str, path: tuple[str, ...]) -> None:
    lines = text.replace(CARET, "").split("\n")
    spot = in_configuration(lines, len(lines) - 1, len(lines[-1]))
    assert spot
    assert (spot.kind, spot.path) == ("key", path)


def test_a_name_is_replaced_as_a_whole() -> None:
    line = "<!-- jlint-disable doubled-particle -->"
    spot = in_markdown([line], 0, line.index("-particle"), in_front_matter=False)
    assert spot
    assert (spot.name, line[spot.start : spot.end]) == ("doubled-particle", "doubled-particle")
