"""Rules that are data: what they find, what they replace it with, and how their examples are checked."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from jlint.config import Config
from jlint.document import Document
from jlint.document.yaml_nodes import compose_whole
from jlint.engine.lint import lint
from jlint.engine.result import FileResult, ReportedFinding
from jlint.expressions.user_expression import is_quick
from jlint.pattern_examples.examples import failures
from jlint.span import Span
from tests.config.helpers import mistakes


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def linted(entry: str, text: str) -> FileResult:
    Path("rules.yaml").write_text(f"extends: none\npatterns:\n  - {{id: house-term, {entry}}}\n", "utf-8")
    config = Config()
    config.load(["a.md"])
    settings = config.for_file("a.md")
    assert settings is not None
    return lint(Document(text, "a.md"), settings.active, known=settings.known, language=settings.language)


def places(entry: str, text: str) -> list[tuple[int, int, int]]:
    result = linted(f"message: 直す, {entry}", text)
    assert not result.failures
    return [(found.place.line, found.place.column, found.place.end_column) for found in result.findings]


def only(entry: str, text: str) -> ReportedFinding:
    (found,) = linted(f"message: 直す, {entry}", text).findings
    return found


def new_text(entry: str, text: str) -> str | None:
    found = only(entry, text)
    return found.fix.edits[0].text if found.fix else None


def test_regular_expression() -> None:
    assert places("match: 'ユーザ(?![ァ-ヺー])'", "# ユーザ\n\nユーザーとユーザが**ユー**ザ。\n") == [
        (1, 3, 6),
        (3, 6, 9),
        (3, 12, 17),
    ]


def test_words_are_taken_literally_and_the_longest_first() -> None:
    assert places("match: [a.b, サーバ, サーバー群]", "axb a.b サーバー群 サーバ\n") == [
        (1, 5, 8),
        (1, 9, 14),
        (1, 15, 18),
    ]


def test_never_code_and_never_nothing() -> None:
    assert places("match: '(?:ユーザ)?'", "`ユーザ`です。\n\n```\nユーザ\n```\n") == []
    assert places("match: '[^ぁ-ん。]+'", "これは`code`です。\n") == []


def test_where() -> None:
    text = "# 題。\n\n本文。\n\n- 項目。\n\n| 見出し |\n|---|\n| 値。 |\n"
    assert places("match: 。$, where: heading", text) == [(1, 4, 5)]
    assert places("match: 。$, where: [item, cell]", text) == [(5, 5, 6), (9, 4, 5)]
    assert len(places("match: 。$", text)) == 4


def test_in_code_only_if_asked_for() -> None:
    text = "本文。\n\n```\n本文。\n```\n"
    assert places("match: 本文, where: code", text) == [(4, 1, 3)]
    assert places("match: 本文, where: [prose, code]", text) == [(1, 1, 3), (4, 1, 3)]


def test_what_is_allowed() -> None:
    assert places("match: '[0-9]+', allow: ['3階', '/第[0-9]/']", "3階と第5の2つ\n") == [(1, 7, 8)]


def test_a_bad_expression_in_allow_is_a_mistake() -> None:
    Path("rules.yaml").write_text("patterns: [{id: a, match: あ, message: 直す, allow: [い, /(/]}]\n", "utf-8")
    assert mistakes(Path("a.md")) == [
        "rules.yaml:1:54: allow の正規表現 /(/ が読めません: 閉じる ) がありません（2 文字目）。書き直してください"
    ]


def test_message_category_severity() -> None:
    found = linted("match: あ, message: {ja: 直す, en: Mend it}, severity: error, category: style", "あ\n").findings[0]
    assert (found.message, found.severity.label, found.category, found.rule) == ("直す", "error", "style", "house-term")


def test_replacement_fills_in_groups() -> None:
    assert new_text(r"match: '([0-9]+)ヶ月', replace: '\1か月'", "3ヶ月かかる。\n") == "3か月"
    assert new_text(r"match: '(?<n>[0-9]+)(個)?', replace: '\g<n>つ\2'", "3本\n") == "3つ"
    assert new_text(r"match: [ヶ月], replace: '\1月'", "3ヶ月\n") == r"\1月"
    assert new_text("match: あの, replace: ''", "あの、これ\n") == ""


@pytest.mark.parametrize(
    ("entry", "right", "wrong"),
    [
        ("match: サーバ, replace: サーバー", "サーバーと**サーバ**ー\n", "サーバを\n"),
        ("match: [端末], replace: 作業端末機", "作業端末機\n", "作業端末\n"),
        (r"match: '(?<n>[0-9]+)歳', replace: '満\g<n>歳'", "満9歳\n", "満8歳と9歳\n"),
        (r"match: '([ァ-ヴー]+)機', replace: '\1機器'", "ポンプ機器\n", "ポンプ機\n"),
        ("match: 港, replace: 港", "港\n", ""),
    ],
)
def test_what_stands_inside_its_replacement_is_right(entry: str, right: str, wrong: str) -> None:
    assert places(entry, right) == []
    assert not wrong or len(places(entry, wrong)) == 1


def test_what_stands_inside_its_replacement_is_right_in_code_too() -> None:
    assert places("match: サーバ, replace: サーバー, where: code", "```\nサーバとサーバー\n```\n") == [(2, 1, 4)]


def test_a_fix_is_unsafe_unless_the_entry_says_otherwise() -> None:
    for entry, safe in (("", False), (", safe: true", True)):
        fix = only(f"match: あ, replace: い{entry}", "あ\n").fix
        assert fix is not None
        assert fix.safe is safe


def test_no_fix_where_markup_would_be_lost() -> None:
    assert only("match: ユーザ, replace: ユーザー", "**ユー**ザ\n").fix is None


def test_no_fix_where_a_line_break_would_be_lost() -> None:
    for text in ("サー\nバを\n", "Web\nサイト\n", "Web\r\nサイト\r\n"):
        assert only(r"match: 'サーバ|Web\s*サイト', replace: 港, safe: true", text).fix is None
    assert new_text(r"match: 'Web(\s*)サイト', replace: 'ウェブ\1サイト'", "Web\nサイト\n") == "ウェブ\nサイト"


def test_comments_may_name_it() -> None:
    result = linted("match: あ, message: 直す", "<!-- jlint-disable-next house-term -->\n\nあ\n")
    assert (result.findings, result.suppressed) == ((), 1)


def test_exponential_time_is_a_failure_and_ends_soon() -> None:
    started = time.process_time()
    result = linted("match: '(あ|ああ)+$', message: 直す", ("あ" * 200 + "い\n\n") * 10)
    assert time.process_time() - started < 10
    (failure,) = result.failures
    assert failure.rule == "house-term"
    assert failure.message == (
        "パターン house-term を、2 秒で終わらないので止めました。"
        "(a+)+ のように、くり返しの中にくり返しがないか確かめてください。"
        "rules.yaml の max-expression-time で上限を変えられます"
    )


@pytest.mark.parametrize(
    ("match", "quick"),
    [
        ("ユーザ(?![ァ-ヺー])", True),
        ("(?<!不)可能(?:な|で)", True),
        ("あ+", False),
        ("(あ){2}", False),
        ("(?<n>あ)(?&n)", False),
        ("(?R)?あ", False),
        ("あ?" * 20 + "あ" * 20, False),
        ("(あ|い)" * 20, False),
    ],
)
def test_what_needs_no_clock(match: str, quick: bool) -> None:
    assert is_quick(match) is quick


def test_many_words_in_a_long_text_take_little_time() -> None:
    words = ", ".join(f"語{number}" for number in range(2000))
    started = time.monotonic()
    assert places(f"match: [{words}]", "普通の文がつづく。" * 30_000) == []
    assert time.monotonic() - started < 5


def test_examples_are_tried() -> None:
    Path("rules.yaml").write_text(
        "patterns:\n"
        "  - id: right\n    match: ユーザ(?!ー)\n    replace: ユーザー\n    message: 直す\n"
        "    examples: {bad: [ユーザ], good: [ユーザー]}\n"
        "  - id: wrong\n    match: サーバ.\n    replace: 鯖サーバ\n    message: 直す\n"
        "    examples:\n      bad: [サーバのみ, 鯖]\n      good: [サーバー]\n",
        "utf-8",
    )
    config = Config()
    config.load(["a.md"])
    output = [f"{place}: {why.ja}" for place, why in failures(config.settings_for("a.md").patterns, "kramdown")]
    assert output == [
        "rules.yaml:12:13: wrong は置き換えた後の文にも当てはまります: 鯖サーバみ",
        "rules.yaml:12:20: wrong の悪い例に指摘が出ません: 鯖",
        "rules.yaml:13:14: wrong の良い例に指摘が出ます（「サーバー」）: サーバー",
    ]


def test_very_many_words_are_read_and_looked_for_soon() -> None:
    words = "".join(f"  - 語{number:06}\n" for number in range(100_000))
    Path("rules.yaml").write_text(f"patterns:\n- id: a\n  message: 直す\n  match:\n{words}", "utf-8")
    Path("a.md").write_text("普通の文に語012345と語0123456がある。\n", "utf-8")
    started = time.process_time()
    config = Config()
    config.load(["a.md"])
    settings = config.for_file("a.md")
    assert settings is not None
    (rule,) = (entry.rule for entry in settings.active if entry.rule.id == "a")
    found = list(rule.check(Document(Path("a.md").read_text("utf-8"), "a.md")))
    assert [finding.span for finding in found] == [Span(5, 12), Span(13, 20)]
    assert time.process_time() - started < 20


def test_a_configuration_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(text: str) -> object:
        read.append(text)
        return compose_whole(text)

    monkeypatch.setattr("jlint.yaml_file.source.compose_whole", counted)
    Path("rules.yaml").write_text("language: en\n", "utf-8")
    config = Config()
    config.load(["a.md"])
    assert (config.language, read) == ("en", ["language: en\n"])
