"""Configurations in JSON5, as textlint reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from jlint.textlint.read import UnreadableError, read_textlintrc

NO_TODO = {"rules": {"no-todo": True}}
URLS = {"prh": {"rulePaths": ["https://example.com/a.yml", "a/*b*/c"]}}


def read(folder: Path, text: str, name: str = ".textlintrc") -> dict[str, object]:
    path = folder / name
    path.write_text(text, "utf-8")
    return read_textlintrc(str(path))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{\n\t// 規則\n\trules: {\n\t\t"no-todo": true, // 残り\n\t},\n}\n', NO_TODO),
        ("{rules: {'no-todo': true}}", NO_TODO),
        ("/* 一行目 */ {rules: {'no-todo': /* 仮 */ true,},}", NO_TODO),
        ("// 初めの行\n// 次の行\n{rules: {'no-todo': true}}", NO_TODO),
        (
            "{rules: {'max-ten': {max: +3}, 'sentence-length': {max: 0x50}}}",
            {"rules": {"max-ten": {"max": 3}, "sentence-length": {"max": 80}}},
        ),
        ('{"rules": {"prh": {"rulePaths": ["https://example.com/a.yml", "a/*b*/c"]}}} // 終わり', {"rules": URLS}),
        ("{rules: {'pattern': {words: ['一\\\n二', \"三\"]}}}", {"rules": {"pattern": {"words": ["一二", "三"]}}}),
        ("# YAML\nrules:\n  no-todo: true\n", NO_TODO),
        ("\ufeff{rules: {'no-todo': true}}", NO_TODO),
    ],
)
@pytest.mark.parametrize("name", [".textlintrc", ".textlintrc.json"])
def test_what_json5_allows(tmp_path: Path, text: str, value: object, name: str) -> None:
    assert read(tmp_path, text, name) == value


@pytest.mark.parametrize("name", [".textlintrc", ".textlintrc.json"])
def test_the_line_of_a_mistake(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableError) as error:
        read(tmp_path, "{\n  // 規則\n  rules: {\n    'no-todo' true,\n\t},\n}\n", name)
    assert error.value.message.ja == f"{name} を JSON としても YAML としても読めません（4 行目あたり）"
