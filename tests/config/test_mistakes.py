"""Every kind of mistake in rules.yaml, with the exact message that reports it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.config.helpers import mistakes

SEVERITIES = "error, warning, info, off"
KEYS = (
    "extends, language, markdown, cjk-friendly-emphasis, fail-on, exclude, exempt, dictionaries, words, usage, "
    "docs-url, max-file-size, max-expression-time, rules, overrides, patterns"
)
DIALECTS = "auto, commonmark, docusaurus, hexo, honkit, hugo, kramdown, mdbook, mdx, mkdocs, qiita, vitepress, zenn"
TERM = "patterns:\n  - {id: house-term, match: あ, message: 直す%s}\n"


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def reported(text: str) -> list[str]:
    Path("rules.yaml").write_text(text, "utf-8")
    return [line.removeprefix("rules.yaml:") for line in mistakes(Path("draft.md"))]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        # the file as a whole
        ("", "1:1: 設定が空です。書くことがなければファイルを消してください"),
        ("# 何もない\n", "1:1: 設定が空です。書くことがなければファイルを消してください"),
        ("rules: [a\n", "2:1: [ ] の中にコンマがないか、] が閉じていません"),
        ("language: 'ja\n", "1:11: 引用符が閉じていません"),
        ("exclude:\n  - *.md\n", "2:6: & や * で始まる値は引用符で囲んでください"),
        ("rules:\n\ttypo: off\n", "2:1: 字下げにタブがあります。空白にしてください"),
        ("language: ja\n---\nrules: {}\n", "2:1: --- で区切られた二つ目の文書があります"),
        # keys
        ("language: ja\n[a]: b\n", "2:1: 項目の名前は文字で書きます"),
        ("langage: ja\nrules: {}\n", "1:1: langage という項目はありません。language のことですか？"),
        ("rules: {}\ngoods: [語]\n", f"2:1: goods という項目はありません。書けるのは {KEYS} です"),
        (
            "fail-on: error\nlanguage: ja\nfail-on: info\n",
            "3:1: fail-on が二度書かれています（最初は 1 行目）。一つにしてください",
        ),
        # values
        (
            "language: jp\n",
            "1:11: language に書けるのは en, ja のどれかですが、文字「jp」が書かれています",
        ),
        (
            "fail-on: errors\n",
            "1:10: fail-on に書けるのは error, warning, info, never のどれかですが、文字「errors」が書かれています。"
            "error のことですか？",
        ),
        ("max-file-size: 0\n", "1:16: max-file-size に書けるのは 1 以上の整数ですが、数「0」が書かれています"),
        (
            "max-expression-time: 0\n",
            "1:22: max-expression-time に書けるのは 0 より大きい、60 以下の数ですが、数「0」が書かれています",
        ),
        ("max-file-size: 5 MB\n", "1:16: max-file-size に書けるのは 1 以上の整数ですが、文字「5 MB」が書かれています"),
        ("max-file-size:\n", "1:15: max-file-size に書けるのは 1 以上の整数ですが、空の値が書かれています"),
        (
            "exclude: drafts\n",
            "1:10: exclude に書けるのはリスト、中身は空でない文字ですが、文字「drafts」が書かれています",
        ),
        ("exclude: ['']\n", "1:11: exclude に書けるのは空でない文字ですが、空の文字が書かれています"),
        (
            "exclude: [../old/**]\n",
            "1:11: パス「../old/**」は使えません: .. は使えません。このファイルのあるフォルダーから下だけを指せます",
        ),
        ("exclude: ['[z-a]']\n", "1:11: パス「[z-a]」は使えません: 括弧や ! や \\ の使い方が違います"),
        ("exclude: ['#a']\n", "1:11: パス「#a」は使えません: 何にも当てはまりません。# で始まるときは \\# と書きます"),
        # extends
        ("extends: defualt\n", "1:10: extends に defualt という名前は使えません。default のことですか？"),
        (
            "extends: jtf-style\n",
            "1:10: extends に jtf-style という名前は使えません。"
            "default, none, ai-writing, japanese, jtf, spacing, strict, technical-writing, typos, "
            "ファイルのパス, package:配布物の名前 のどれかを書きます",
        ),
        ("extends: [house.yaml]\n", "1:11: house.yaml という設定ファイルがありません"),
        ("extends: rules.yaml\n", "1:10: extends が輪になっています: rules.yaml → rules.yaml"),
        ("extends: []\n", "1:10: extends が空です。default か none と書いてください"),
        ("extends: [default, none]\n", "1:20: none は先頭にだけ書けます"),
        (
            "extends: {a: b}\n",
            "1:10: extends に書けるのは文字、またはリスト、中身は文字ですが、「項目: 値」の並びが書かれています",
        ),
        # rules
        (
            "rules: {replacment-character: error}\n",
            "1:9: replacment-character というルールや分類はありません。replacement-character のことですか？",
        ),
        ("rules: {xyzzy: error}\n", "1:9: xyzzy というルールや分類はありません"),
        ("rules: error\n", "1:8: rules に書けるのは「名前: 値」の並びですが、文字「error」が書かれています"),
        (
            "rules: {typo: warn}\n",
            f"1:15: typo に書けるのは {SEVERITIES} のどれかですが、文字「warn」が書かれています。"
            "warning のことですか？",
        ),
        (
            "rules: {typo: no}\n",
            f"1:15: typo に書けるのは {SEVERITIES} のどれかですが、「no」が書かれています。off のことですか？",
        ),
        ("rules: {typo: on}\n", f"1:15: typo に書けるのは {SEVERITIES} のどれかですが、「on」が書かれています"),
        (
            "rules: {typo: [error]}\n",
            f"1:15: typo に書けるのは {SEVERITIES} のどれか、または「名前: 値」の並びですが、リストが書かれています",
        ),
        (
            "rules: {reading-time-mismatch: {lest: 3}}\n",
            "1:33: reading-time-mismatch に lest という設定はありません。least のことですか？",
        ),
        (
            "rules: {replacement-character: {size: 3}}\n",
            "1:33: replacement-character に size という設定はありません。書けるのは severity です",
        ),
        (
            "rules: {reading-time-mismatch: {characters-per-minute: 五百}}\n",
            "1:56: characters-per-minute に書けるのは 1 以上の整数ですが、文字「五百」が書かれています",
        ),
        (
            "rules: {reading-time-mismatch: {count-code: yes please}}\n",
            "1:45: count-code に書けるのは true か false ですが、文字「yes please」が書かれています",
        ),
        (
            "rules: {reading-time-mismatch: {rounding: Up}}\n",
            "1:43: rounding に書けるのは down, nearest, next, up のどれかですが、文字「Up」が書かれています。"
            "up のことですか？",
        ),
        (
            "rules: {reading-time-mismatch: {least: 1, least: 2}}\n",
            "1:43: least が二度書かれています（最初は 1 行目）。一つにしてください",
        ),
        # overrides
        (
            "overrides: {files: [a]}\n",
            "1:12: overrides に書けるのはリスト、中身は「項目: 値」の並びですが、「項目: 値」の並びが書かれています",
        ),
        (
            "overrides: [{files: ['*.md']}]\n",
            "1:13: rules, markdown, cjk-friendly-emphasis のどれかを書いてください",
        ),
        ("overrides: [{markdown: zenn}]\n", "1:13: files がありません。書いてください"),
        (
            "overrides: [{files: [a], markdown: zen}]\n",
            f"1:36: markdown に書けるのは {DIALECTS} のどれかですが、文字「zen」が書かれています。zenn のことですか？",
        ),
        (
            "cjk-friendly-emphasis: maybe\n",
            "1:24: cjk-friendly-emphasis に書けるのは auto, true, false のどれかですが、文字「maybe」が書かれています",
        ),
        (
            "overrides: [{files: [], rules: {}}]\n",
            "1:21: files に書けるのはリスト（一つ以上）、中身は空でない文字ですが、空のリストが書かれています",
        ),
        (
            "overrides: [{files: [a], rules: {tipo: off}}]\n",
            "1:34: tipo というルールや分類はありません。typo のことですか？",
        ),
        (
            "overrides: [{files: [a], rules: {}, language: en}]\n",
            "1:37: language という項目はありません。書けるのは files, rules, markdown, cjk-friendly-emphasis です",
        ),
        # patterns
        (
            "patterns: あ\n",
            "1:11: patterns に書けるのはリスト、中身は「項目: 値」の並びですが、文字「あ」が書かれています",
        ),
        ("patterns: [{match: あ, message: 直す}]\n", "1:12: id がありません。書いてください"),
        ("patterns: [{id: a, message: 直す}]\n", "1:12: match がありません。書いてください"),
        ("patterns: [{id: a, match: あ}]\n", "1:12: message がありません。書いてください"),
        (
            "patterns: [{id: House_Term, match: あ, message: 直す}]\n",
            "1:17: id に書けるのは小文字の英数字をハイフンでつないだ名前ですが、文字「House_Term」が書かれています",
        ),
        (
            "patterns: [{id: replacement-character, match: あ, message: 直す}]\n",
            "1:17: replacement-character は jlint のルールや分類の名前です。別の名前にしてください",
        ),
        (
            "patterns:\n  - {id: a, match: あ, message: 直す}\n  - {id: a, match: い, message: 直す}\n",
            "3:10: a という id は 2 行目で使われています。別の名前にしてください",
        ),
        (TERM % ", match: い", "2:45: match が二度書かれています（最初は 2 行目）。一つにしてください"),
        (
            "patterns:\n  - id: a\n    match: ユーザ(ー\n    message: 直す\n",
            "3:17: match は正規表現として読めません: 閉じる ) がありません（6 文字目）",
        ),
        (
            "patterns:\n  - id: a\n    match: '[あ'\n    message: 直す\n",
            "3:15: match は正規表現として読めません: 閉じる ] がありません（3 文字目）",
        ),
        (
            'patterns:\n  - id: a\n    match: "あ\\\\y"\n    message: 直す\n',
            "3:12: match は正規表現として読めません: \\y という書き方はありません（2 文字目）",
        ),
        (TERM % ", replace: \\1", "2:54: replace は置き換えとして読めません: その番号の ( ) はありません"),
        (TERM % ", replace: ", '2:54: replace が空です。一致した文字を消すなら "" と書いてください'),
        (
            "patterns: [{id: a, match: [], message: 直す}]\n",
            "1:27: match に書けるのはリスト（一つ以上）、中身は空でない文字ですが、空のリストが書かれています",
        ),
        (
            TERM % ", severity: warn",
            f"2:55: severity に書けるのは {SEVERITIES} のどれかですが、"
            "文字「warn」が書かれています。warning のことですか？",
        ),
        (TERM % ", safe: 1", "2:51: safe に書けるのは true か false ですが、数「1」が書かれています"),
        (TERM % ", examples: {bads: []}", "2:56: bads という項目はありません。bad のことですか？"),
        (
            TERM % ", examples: {bad: あ}",
            "2:61: bad に書けるのはリスト、中身は文字ですが、文字「あ」が書かれています",
        ),
    ],
)
def test_reported_alone(text: str, line: str) -> None:
    assert reported(text) == [line]


def test_all_in_one_run_in_order() -> None:
    text = (
        "extends: house.yaml\nlangage: ja\nrules:\n  typos: off\n  typo: of\n"
        "patterns:\n  - {id: a, match: (, message: 直す}\n"
    )
    Path("house.yaml").write_text("language: jp\nrules: {typo: 1}\n", "utf-8")
    Path("rules.yaml").write_text(text, "utf-8")
    assert mistakes(Path("draft.md"), "en") == [
        'house.yaml:1:11: language takes one of en, ja, not the text "jp"',
        f"house.yaml:2:15: typo takes one of {SEVERITIES}, not the number 1",
        "rules.yaml:2:1: There is no key langage. Did you mean language?",
        "rules.yaml:4:3: There is no rule or category typos. Did you mean typo?",
        f'rules.yaml:5:9: typo takes one of {SEVERITIES}, not the text "of". Did you mean off?',
        "rules.yaml:7:21: match is no regular expression: missing ) (character 2)",
    ]


def test_not_utf_8() -> None:
    Path("rules.yaml").write_bytes("rules:\n  # あ".encode() + b"\x82\xa0\n")
    assert mistakes(Path("draft.md")) == ["rules.yaml:2:6: UTF-8 として読めません: 15 バイト目が 0x82 です"]


def test_byte_order_mark_does_not_move_places() -> None:
    Path("rules.yaml").write_text("\ufefflangage: ja\r\nrules: {tipo: off}\r\n", "utf-8", newline="")
    assert mistakes(Path("draft.md")) == [
        "rules.yaml:1:1: langage という項目はありません。language のことですか？",
        "rules.yaml:2:9: tipo というルールや分類はありません。typo のことですか？",
    ]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_unreadable() -> None:
    Path("rules.yaml").write_text("rules: {}\n", "utf-8")
    Path("rules.yaml").chmod(0)
    assert mistakes(Path("draft.md")) == ["rules.yaml: 設定ファイルを読む権限がありません"]


def test_named_file_that_is_not_there() -> None:
    assert mistakes(Path("draft.md"), file="house.yaml") == ["house.yaml: 設定ファイルがありません"]
    assert mistakes(Path("draft.md"), file=".") == [".: フォルダーです。設定ファイルを指定してください"]


def test_a_file_above_is_named_as_one_would_type_it(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("rules.yaml").write_text("rules: {tipo: off}\n", "utf-8")
    Path("posts").mkdir()
    monkeypatch.chdir("posts")
    assert mistakes(Path("draft.md")) == ["../rules.yaml:1:9: tipo というルールや分類はありません。typo のことですか？"]


def test_cycle_over_several_files() -> None:
    Path("rules.yaml").write_text("extends: a.yaml\n", "utf-8")
    Path("a.yaml").write_text("extends: [default, b.yaml]\n", "utf-8")
    Path("b.yaml").write_text("extends: a.yaml\n", "utf-8")
    assert mistakes(Path("draft.md")) == ["b.yaml:1:10: extends が輪になっています: a.yaml → b.yaml → a.yaml"]


def test_unknown_names_on_the_command_line() -> None:
    Path("rules.yaml").write_text(TERM % "", "utf-8")
    assert mistakes(Path("draft.md"), select=["house-term", "hose-term"], ignore=["typos"]) == [
        "--ignore: typos というルールや分類はありません。typo のことですか？",
        "--select: hose-term というルールや分類はありません。house-term のことですか？",
    ]


def test_a_long_row_of_extends_is_a_mistake() -> None:
    Path("rules.yaml").write_text("extends: 0.yaml\n", "utf-8")
    for number in range(2000):
        Path(f"{number}.yaml").write_text(f"extends: {number + 1}.yaml\n", "utf-8")
    assert mistakes(Path("a.md")) == ["98.yaml:1:10: extends が続きすぎています。100 段までにしてください"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('words: ["a\\0b.txt"]\n', "1:9: 語のファイル a\0b.txt がありません"),
        ('extends: "a\\0b.yaml"\n', "1:10: a\0b.yaml という設定ファイルがありません"),
        ('dictionaries: ["a\\0b"]\n', "1:16: a\0b という辞書がありません"),
        ('words: ["\\ud800"]\n', "1:9: \\u で書かれた文字はありません"),
        ("rules: {a: &a x, b: &a y}\n", "1:21: 同じ名前の & が二度書かれています"),
        ("max-file-size: !!int ''\n", "1:16: max-file-size に書けるのは 1 以上の整数ですが、数「」が書かれています"),
        ("max-file-size: 1000000001\n", "1:16: max-file-size の数が大きすぎます。1,000,000,000 までにしてください"),
        (f"max-file-size: 0x{'f' * 5000}\n", "1:16: max-file-size に書けるのは 1 以上の整数ですが、数「0xf"),
        ("rules: {long-kanji-run: {max: 4294967295}}\n", "1:31: max の数が大きすぎます。1,000,000,000 までに"),
        ("rules: " + "[" * 5_000, "1:1007: 値の入れ子が深すぎます"),
        ("rules: " + "{a: " * 5_000, "1:4004: 値の入れ子が深すぎます"),
        ("rules: &a {typo: *a}\n", "1:8: 別名（* で始まる値）がどこまでも広がります。"),
        (TERM.replace("あ", "'" + "(" * 5_000 + "'") % "", "2:29: match は正規表現として読めません: 括弧の入れ子が"),
        (TERM.replace("あ", "'a{1000000000}'") % "", "2:29: match は正規表現として読めません: 長すぎます"),
        (TERM.replace("あ", f"a, replace: '\\g<{'9' * 5000}>'") % "", "2:41: replace は置き換えとして読めません: 数が"),
    ],
)
def test_what_is_too_much_or_no_name(text: str, line: str) -> None:
    (message,) = reported(text)
    assert message.startswith(line)
