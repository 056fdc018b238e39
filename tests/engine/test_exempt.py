"""What a configuration exempts is not reported: passages and elements, for all rules or for some."""

from __future__ import annotations

from pathlib import Path

import pytest

from jlint.config import Config
from jlint.engine.one_file import document_for, lint_document
from jlint.engine.result import FileResult
from tests.config.helpers import mistakes


def linted(folder: Path, exempt: str, text: str, rules: str = "{half-width-katakana: warning}") -> FileResult:
    config_file = folder / "rules.yaml"
    config_file.write_text(f"extends: none\nexempt: {exempt}\nrules: {rules}\n", "utf-8")
    config = Config(file=str(config_file))
    config.load([str(folder / "a.md")])
    settings = config.for_file(str(folder / "a.md"))
    assert settings is not None
    return lint_document(document_for(text, str(folder / "a.md"), settings), settings)


def lines(folder: Path, exempt: str, text: str, rules: str = "{half-width-katakana: warning}") -> list[int]:
    result = linted(folder, exempt, text, rules)
    assert not result.failures
    return [finding.place.line for finding in result.findings]


KANA = "ｱﾐを直す\n\n> ﾌﾈを直す\n\n- ｶｲを直す\n"


@pytest.mark.parametrize(
    ("exempt", "left"),
    [
        ("[]", [1, 3, 5]),
        ("[{within: [quotation]}]", [1, 5]),
        ("[{within: [quotation, item]}]", [1]),
        ("[{within: [quotation]}, {within: [list]}]", [1]),
        ("[{text: [ｱﾐを]}]", [3, 5]),
        ("[{text: ['/(ﾌﾈ|ｶｲ)を/']}]", [1]),
        ("[{text: ['/[ｱ-ﾝ]+/']}]", []),
        ("[{text: [ﾐ, を直す]}]", [1, 3, 5]),
        ("[{text: ['/[ｱ-ﾝ]+/'], rules: [half-width-katakana]}]", []),
        ("[{text: ['/[ｱ-ﾝ]+/'], rules: [notation]}]", []),
        ("[{text: ['/[ｱ-ﾝ]+/'], rules: [typo, long-sentence]}]", [1, 3, 5]),
        ("[{text: [ｱﾐを], within: [item]}]", [3]),
    ],
)
def test_what_is_left(tmp_path: Path, exempt: str, left: list[int]) -> None:
    assert lines(tmp_path, exempt, KANA) == left


def test_a_finding_that_begins_in_a_passage_and_ends_outside_is_reported(tmp_path: Path) -> None:
    text = "港まで歩いて行くと、朝の市が立っていて、魚を売る人の声が聞こえる。\n"
    rules = "{long-sentence: {max: 20}}"
    assert lines(tmp_path, "[{text: [港まで]}]", text, rules) == [1]
    assert lines(tmp_path, "[{text: [/港.*/]}]", text, rules) == []


def test_facts_are_exempt_too(tmp_path: Path) -> None:
    text = "---\ntitle: 港の朝\n---\n\n本文です。\n"
    rules = "{duplicate-title: warning}"
    assert len(linted(tmp_path, "[]", text, rules).facts) == 1
    assert linted(tmp_path, "[{text: [港の朝]}]", text, rules).facts == ()


def test_an_expression_without_end_is_a_failure(tmp_path: Path) -> None:
    result = linted(tmp_path, "[{text: ['/(あ|ああ)+$/']}]", "ﾃｽﾄの話。" + "あ" * 3000 + "い\n")
    (failure,) = result.failures
    assert failure.rule is None
    assert "exempt" in failure.message


@pytest.mark.parametrize(
    ("exempt", "mistake"),
    [
        ("[{within: [quote]}]", "within に書けるのは"),
        ("[{text: ['/(/']}]", "正規表現 /(/ が読めません"),
        ("[{text: [あ], rules: [long-sentense]}]", "long-sentense というルールや分類はありません"),
        ("[{rules: [long-sentence]}]", "text か within を書いてください"),
        ("[{texts: [あ]}]", "texts という項目はありません"),
        ("港", "exempt に書けるのは"),
    ],
)
def test_mistakes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exempt: str, mistake: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("rules.yaml").write_text(f"exempt: {exempt}\n", "utf-8")
    (found,) = mistakes(Path("a.md"))
    assert mistake in found
