"""Lines that tools leave, beyond the examples of their rules."""

from __future__ import annotations

import pytest

from jlint.document import Document
from jlint.rules.artifact.control_character import ControlCharacter
from jlint.rules.artifact.end_marker import EndMarker
from jlint.rules.artifact.invisible_character import InvisibleCharacter
from jlint.rules.helpers.artifact.leftover_lines import leftover_lines


def kinds(text: str) -> list[str]:
    return [leftover.kind for leftover in leftover_lines(Document(text))]


@pytest.mark.parametrize(
    "line",
    [
        "---END---",
        "---END",
        "--- END ---",
        "===END===",
        "---End---",
        "[END]",
        "【END】",
        "<END>",
        "## END ##",
        "--- END OF ARTICLE ---",
        "（記事終わり）",
        "【本文ここまで】",
        "<|im_end|>",
        "</s>",
        "[/INST]",
        "  ---END---  ",
    ],
)
def test_end_markers(line: str) -> None:
    assert kinds(f"席は四十あります。\n\n{line}\n\n駐車場もあります。\n") == ["end"]


@pytest.mark.parametrize(
    "line",
    ["---", "***", "END", "以上", "（おわり）", "（続く）", "-----BEGIN KEY-----", "[ENDO]", "> ---END---"],
)
def test_are_no_end_markers(line: str) -> None:
    assert kinds(f"席は四十あります。\n\n{line}\n\n駐車場もあります。\n") == []


@pytest.mark.parametrize(
    "line",
    [
        *("【既存の記事の最後の部分】", "## 既存の記事の末尾", "**【記事の続き】**：", "[これまでの本文]"),
        *("【ここまでの記事】", "【記事本文】", "[Existing article]", "### Instruction:"),
        *(
            "〔既存の記事の最後の部分〕",
            "〈記事の続き〉",
            "■既存記事の最後の部分",
            "--- 既存の記事の末尾 ---",
            "＜ここから続き＞",
        ),
        *("【以下、続き】", "［続きを執筆］", "【加筆する部分】", "【記事作成の指示】"),
    ],
)
def test_prompt_headings(line: str) -> None:
    assert kinds(f"席は四十あります。\n\n{line}\n\n駐車場もあります。\n") == ["prompt"]


@pytest.mark.parametrize(
    "line",
    [
        *(
            "【続報】",
            "## 続き",
            "既存の記事の最後の部分",
            "## 前回の記事",
            "【続きを読む】",
            "【出力結果】",
            "## 記事本文",
        ),
        *(
            "## 既存記事の確認と除外",
            "## 既存の記事",
            "■続き",
            "--- 続き ---",
            "## 執筆の要件",
            "【執筆条件】",
            "【要求事項】",
        ),
        *("## Original text", "## Instructions", "> 【記事本文】", "- 【記事本文】を読む"),
    ],
)
def test_are_no_prompt_headings(line: str) -> None:
    assert kinds(f"席は四十あります。\n\n{line}\n\n駐車場もあります。\n") == []


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("席です。\r\n\r\n---END---\r\n", "席です。\r\n"),
        ("席です。\r\n\r\n---END---\r\n\r\n庭です。\r\n", "席です。\r\n\r\n庭です。\r\n"),
        ("席です。\n---END---", "席です。\n"),
        ("---END---\n席です。\n", "席です。\n"),
        ("---END---", ""),
    ],
)
def test_marker_goes_with_its_line(text: str, fixed: str) -> None:
    (finding,) = EndMarker().check(Document(text))
    assert finding.fix is not None
    ((span, put),) = finding.fix.edits
    assert text[: span.start] + put + text[span.end :] == fixed


def test_every_control_character_but_tab_and_line_ends() -> None:
    controls = [chr(code) for code in range(0xA0) if chr(code) not in "\t\n\r" and not 0x20 <= code < 0x7F]
    document = Document("席".join(controls))
    assert len(list(ControlCharacter().check(document))) == len(controls)


def test_many_invisible_characters_are_one_finding() -> None:
    document = Document("席が\u200b\u200b\u200b四十あります。\n")
    assert [(*finding.span,) for finding in InvisibleCharacter().check(document)] == [(2, 5)]
