"""prh's dictionaries: read as they are, reported at their places, checked by their specs, cached once compiled."""

from __future__ import annotations

import os
from pathlib import Path
from time import time

import pytest

from jlint.cache_folder import VARIABLE, cache_folder
from jlint.config import Config
from jlint.document import Document
from jlint.engine.lint import lint
from jlint.engine.result import ReportedFinding
from jlint.prh import load as loading
from jlint.prh import read as reading
from jlint.prh.needed import needed_by
from jlint.prh.read import Dictionary
from jlint.prh.search import Search
from jlint.yaml_file.source import Source
from tests.cli.run import jlint
from tests.config.helpers import mistakes


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))


def search(rules: str, **others: str) -> Search:
    for name, text in others.items():
        Path(f"{name}.yml").write_text(text, "utf-8")
    Path("prh.yml").write_text(rules, "utf-8")
    source = Source("prh.yml")
    terms = loading.read(source)
    assert source.mistakes == []
    return Search(terms.terms)


def findings(text: str, config: str = "extends: none\ndictionaries: [prh.yml]\n") -> list[ReportedFinding]:
    Path("rules.yaml").write_text(config, "utf-8")
    loaded = Config()
    loaded.load(["a.md"])
    settings = loaded.for_file("a.md")
    assert settings is not None
    result = lint(Document(text, "a.md"), settings.active, known=settings.known)
    assert not result.failures
    return list(result.findings)


@pytest.mark.parametrize(
    ("rule", "text", "fixed"),
    [
        ("{expected: クレーン, pattern: クレエン}", "クレエン車とクレエン", "クレーン車とクレーン"),
        ("{expected: Crane}", "CRANE と ｃｒａｎｅ と Crane", "Crane と Crane と Crane"),
        ("Crane", "crane", "Crane"),
        ("{expected: クレーン, patterns: [クレエン, /くれ(え|ー)ん/]}", "くれえんとクレエン", "クレーンとクレーン"),
        ("{expected: '「$1」', pattern: '/\"([^\"]+)\"/'}", '彼は"港"と言う', "彼は「港」と言う"),
        (
            "{expected: ヤード, pattern: /(港湾)?ヤアド/, regexpMustEmpty: $1}",
            "港湾ヤアドとヤアド",
            "港湾ヤアドとヤード",
        ),
        ("{expected: ヤード, patterns: [ヤアド, /やあ(ど)/], regexpMustEmpty: $1}", "ヤアドとやあど", "ヤードとやあど"),
        ("{expected: $1円, patterns: [エン札, '/(\\d+)エン/']}", "エン札と100エン", "円と100円"),
        ("{expected: '[$2$1$3]', patterns: ['/(あ)x/', '/(い)(う)/']}", "あxという", "[あ]と[いう]"),
        (
            "{expected: $1$2円, patterns: ['/(\\d+)エン/', '/(百|千)えん/'], regexpMustEmpty: $1}",
            "100エンと千えん",
            "100エンと千円",
        ),
        ("{expected: '', pattern: '/（仮）|\\(仮\\)/'}", "港（仮）の朝(仮)", "港の朝"),
        ("{expected: $10$0$&$$, pattern: /(あ)/}", "あ", "$10$0$&$$"),
        ("{expected: 'No', pattern: いいえ}", "いいえ", "No"),
        ("{expected: on, pattern: 入}", "入", "on"),
        ("{expected: 1.10, pattern: 版}", "版", "1.10"),
        ("{expected: Node.js}", "NODE-js と Node.js と ｎｏｄｅ.js", "Node.js と Node.js と Node.js"),
        ("{expected: C++}", "c++ と cc", "C++ と cc"),
        ("{expected: X, pattern: /foo|bar/, options: {wordBoundary: true}}", "foox xbar foo", "Xx xX X"),
        ("{expected: A, patterns: [[あ, い], /う/]}", "あいう", "AAA"),
        ("{expected: A, pattern: ~, patterns: ア}", "ア", "A"),
        ("{expected: 甲, pattern: '/あ[^]い|[]う/'}", "あ\nいう", "甲う"),
        ("{expected: 甲, pattern: '/[\\ud840-\\ud87f][\\udc00-\\udfff]|\\ud842\\udfb7野/'}", "𠮷と𠮷野", "𠮷と甲"),
        ("{expected: $2円, pattern: '/(\\d+)エン/'}", "100エン", "$2円"),
        ("{expected: 'C:\\9', patterns: [C9, /c９/]}", "C9とc９", "C:\\9とC:\\9"),
        ("{expected: コンテナー, pattern: /コンテナ(?!ー)/}", "コンテナとコンテナー", "コンテナーとコンテナー"),
        ("{expected: コンテナー, pattern: コンテナ}", "コンテナとコンテナー", "コンテナーとコンテナー"),
        ("{expected: Go, options: {wordBoundary: true}}", "go と gopher と GO言語", "Go と gopher と Go言語"),
        ("{expected: crane, pattern: /CRANE/i}", "Crane", "crane"),
        ("{expected: $1年, pattern: '/(\\d{4})ねん/'}", "2020ねんと２０２０ねん", "2020年と２０２０ねん"),
        ("{expected: A+B, pattern: 'A＋B'}", "A＋B", "A+B"),
        ("{expected: 埠頭, pattern: '/\\u3075頭/'}", "ふ頭", "埠頭"),
    ],
)
def test_entries(rule: str, text: str, fixed: str) -> None:
    assert search(f"version: 1\nrules:\n  - {rule}\n").repaired(text) == fixed


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("{pattern: あ}", "2:5: expected がありません。書いてください"),
        ("{expected: ~, pattern: あ}", "2:5: expected がありません。書いてください"),
        ("", "2:4: expected がありません。書いてください"),
        ("{expected: ''}", "2:5: expected が空で、pattern がありません。消す語を pattern に書いてください"),
        ("{expected: 甲, pattern: ['']}", "2:29: pattern が空です"),
        (
            "{expected: 甲, pattern: あ, regexpMustEmpty: 1}",
            "2:48: regexpMustEmpty には $1 のように、空でなければならない ( ) の番号を書きます",
        ),
    ],
)
def test_mistakes_in_entries(rule: str, message: str) -> None:
    Path("prh.yml").write_text(f"rules:\n  - {rule}\n", "utf-8")
    source = Source("prh.yml")
    loading.read(source)
    assert [mistake.to("ja") for mistake in source.mistakes] == [f"prh.yml:{message}"]


def test_what_is_deleted_is_told_so() -> None:
    Path("prh.yml").write_text("rules: [{expected: '', pattern: （仮）, prh: 決まりました}]\n", "utf-8")
    (finding,) = findings("港（仮）の朝。\n")
    assert finding.message == "「（仮）」は書かずに消します（決まりました、prh.yml）"
    assert finding.fix is not None
    assert (finding.fix.edits[0].text, finding.fix.title) == ("", "消す")


def test_aliases_and_merged_mappings() -> None:
    rules = "words: &words [あ, い]\nbase: &base {options: {wordBoundary: true}, expected: 誰か}\nrules:\n"
    rules += "  - {expected: 甲, patterns: *words}\n  - {<<: *base, expected: Go}\n"
    assert search(rules).repaired("あい go gopher") == "甲甲 Go gopher"


def test_entries_with_the_same_expected_text_stand_in_place_of_imported_ones() -> None:
    more = "rules: [{expected: 甲, pattern: 町}, {expected: 乙, pattern: 村}]\n"
    first = "imports: [more.yml]\nrules: [{expected: 甲, pattern: 港}, {expected: 甲, pattern: 浜}]\n"
    assert search(first, more=more).repaired("港浜町村") == "甲甲町乙"
    Path("prh.yml").write_text("rules: [{expected: 甲, pattern: 港}]\n", "utf-8")
    told = findings("港町村。\n", "extends: none\ndictionaries: [prh.yml, more.yml]\n")
    assert [each.fix.edits[0].text for each in told if each.fix] == ["甲", "乙"]


@pytest.mark.parametrize(
    ("ignored", "left"),
    [
        ("[/港|町/gmu]", "港町浜島Crane"),
        ("['/(?:港|町)/gmu', {expected: 丁}]", "港町乙島Crane"),
        ("[{pattern: 浜}]", "甲甲浜丁Crane"),
        ("[/港/gmu]", "甲甲乙丁Crane"),
        ("[{pattern: '/[CcＣｃ][RrＲｒ][AaＡａ][NnＮｎ][EeＥｅ]/gmu'}]", "甲甲乙丁crane"),
    ],
)
def test_ignored_rules(ignored: str, left: str) -> None:
    more = (
        "rules: [{expected: 甲, pattern: [港, 町]}, {expected: 乙, pattern: 浜}, {expected: 丁, pattern: 島}, Crane]\n"
    )
    first = f"imports: [{{path: more.yml, ignoreRules: {ignored}}}]\n"
    if ignored == "[/港|町/gmu]":
        first = first.replace("町/gmu]", "町/gmu, /浜/, 島]")
    assert search(first, more=more).repaired("港町浜島crane") == left


@pytest.mark.parametrize(
    ("options", "marked"),
    [
        ("", ["見出し", "段落", "リンク", "強調", "太字", "表"]),
        ("links: false, emphasis: false", ["見出し", "段落", "太字", "表"]),
        ("headings: false, quotations: true", ["段落", "リンク", "強調", "太字", "引用", "表"]),
        ("paragraphs: false", ["見出し", "表"]),
    ],
)
def test_parts_that_are_looked_at(options: str, marked: list[str]) -> None:
    Path("prh.yml").write_text("rules: [{expected: 埠頭の, pattern: ふ頭の}]\n", "utf-8")
    text = "# ふ頭の見出し\n\nふ頭の段落と[ふ頭のリンク](u)と*ふ頭の強調*と**ふ頭の太字**。\n\n> ふ頭の引用。\n\n"
    text += "| ふ頭の表 |\n|---|\n"
    told = findings(text, f"extends: none\ndictionaries: [prh.yml]\nrules: {{dictionary-term: {{{options}}}}}\n")
    lines = text.split("\n")
    found = [lines[each.place.line - 1][each.place.end_column - 1 :] for each in told]
    assert [next(mark for mark in (*marked, "?") if rest.startswith(mark) or mark == "?") for rest in found] == marked


def test_a_dictionary_of_a_package_that_is_not_installed() -> None:
    path = "node_modules/@umi/words/dict/prh.yml"
    Path("prh.yml").write_text(f"imports: [./{path}]\nrules: []\n", "utf-8")
    Path("rules.yaml").write_text(f"dictionaries: [prh.yml, {path}]\n", "utf-8")
    told = mistakes(Path("a.md"))
    assert len(told) == 2
    assert all("npm install を先に" in each and "npm install --save-dev @umi/words" in each for each in told)


def test_an_expression_without_end_is_reported_as_such() -> None:
    Path("prh.yml").write_text("rules:\n  - {expected: 港, pattern: '/(?R)/'}\n", "utf-8")
    Path("rules.yaml").write_text("extends: none\ndictionaries: [prh.yml]\n", "utf-8")
    Path("a.md").write_text("港の朝。\n", "utf-8")
    code, out, _ = jlint("check", "a.md")
    assert (code, "不具合" in out, "メモリーを使い切った" in out) == (2, False, True)


def test_the_longest_of_several_counts() -> None:
    found = search("rules:\n  - {expected: 甲, pattern: 港}\n  - {expected: 乙, pattern: 港町}\n").hits("港町と港")
    assert [(hit.start, hit.end, hit.better) for hit in found] == [(0, 2, "乙"), (3, 4, "甲")]


def test_imports() -> None:
    more = "imports: [least.yml]\nrules:\n  - {expected: 乙, pattern: 町}\n  - {expected: 丙, pattern: 村}\n"
    least = "rules: [{expected: 丁, pattern: 島}]\n"
    first = "imports: more.yml\nrules: [{expected: 甲, pattern: 港}]\n"
    assert search(first, more=more, least=least).repaired("港町村島") == "甲乙丙丁"
    chosen = "imports:\n  - {path: more.yml, disableImports: true, ignoreRules: [村, {expected: 甲}]}\n"
    assert search(chosen, more=more, least=least).repaired("港町村島") == "港乙村島"


def test_own_entries_win_over_imported_ones() -> None:
    first = "imports: [more.yml]\nrules: [{expected: 甲, pattern: 港}]\n"
    assert search(first, more="rules: [{expected: 乙, pattern: 港}]\n").repaired("港") == "甲"


def test_mistakes_have_their_places() -> None:
    Path("prh.yml").write_text("imports: [no.yml]\nrules:\n  - {expected: 甲, pattern: '/[/'}\n", "utf-8")
    Path("rules.yaml").write_text("dictionaries: [prh.yml, none.yml]\n", "utf-8")
    assert mistakes(Path("a.md")) == [
        "prh.yml:1:11: no.yml という辞書がありません",
        "prh.yml:3:28: 正規表現 /[/ が読めません: 閉じる ] がありません",
        "rules.yaml:1:25: none.yml という辞書がありません",
    ]


def test_findings() -> None:
    Path("prh.yml").write_text("rules:\n  - {expected: 埠頭, pattern: ふ頭, prh: 固有名詞は別。}\n", "utf-8")
    text = "**ふ頭**を歩く。`ふ頭`と[ふ](u)頭。\n\n> ふ頭\n"
    first, second = findings(text)
    assert first.message == "「ふ頭」は「埠頭」と書きます（固有名詞は別、prh.yml）"
    assert (first.rule, first.severity.label, first.place.column) == ("dictionary-term", "warning", 3)
    assert first.fix is not None
    assert first.fix.edits[0].text == "埠頭"
    assert second.fix is None
    off = "extends: none\ndictionaries: [prh.yml]\nrules: {dictionary-term: off}\n"
    assert findings(text, off) == []


def test_specs_are_checked() -> None:
    Path("prh.yml").write_text(
        "rules:\n  - expected: 埠頭\n    pattern: ふ頭\n    specs:\n"
        "      - {from: ふ頭へ, to: 埠頭へ}\n      - {from: ふとう, to: 埠頭}\n",
        "utf-8",
    )
    Path("rules.yaml").write_text("dictionaries: [prh.yml]\n", "utf-8")
    assert jlint("config", "test") == (
        1,
        "prh.yml:6:9: 「ふとう」は「埠頭」になるはずですが、「ふとう」になります\n"
        "辞書 1 個、例文 2 個: 1 個が合いません\n",
        "",
    )


def test_what_is_compiled_is_cached_and_never_out_of_date(monkeypatch: pytest.MonkeyPatch) -> None:
    first = "imports: [more.yml]\nrules: [{expected: 甲, pattern: 港}]\n"
    search(first, more="rules: [{expected: 乙, pattern: 町}]\n")
    folder = cache_folder()
    assert folder
    (cached,) = folder.glob("dictionary-*")

    def never(source: Source) -> Dictionary:
        raise AssertionError(source.path)

    with monkeypatch.context() as context:
        context.setattr(reading, "Dictionary", never)
        assert search(first).repaired("港町") == "甲乙"
    Path("more.yml").write_text("rules: [{expected: 丙, pattern: 町}]\n", "utf-8")
    assert search(first).repaired("港町") == "甲丙"
    whole = cached.read_bytes()
    for damaged in (b"\xff", whole.replace("甲".encode(), "乙".encode())):
        cached.write_bytes(damaged)
        loading._decoded.cache_clear()
        assert search(first).repaired("港町") == "甲丙"


def test_compiled_forms_that_nobody_reads_are_removed() -> None:
    search("rules: [{expected: 甲, pattern: 港}]\n")
    folder = cache_folder()
    assert folder
    (used,) = folder.glob("dictionary-*")
    old = [folder / f"dictionary-{number:024x}" for number in range(2)]
    old.append(folder / f"dictionary-{7:024x}.4711")
    others = [folder / "dictionary-of-mine", folder / f"my-dictionary-{0:024x}"]
    recent = folder / f"dictionary-{9:024x}"
    for path in (*old, *others, recent, used):
        path.touch()
        os.utime(path, (time() - 40 * 86_400,) * 2)
    os.utime(recent)
    loading._decoded.cache_clear()
    search("rules: [{expected: 甲, pattern: 港}]\n")  # which notes that it is used
    search("rules: [{expected: 乙, pattern: 町}]\n")  # which stores another one
    assert not any(path.exists() for path in old)
    assert all(path.exists() for path in (*others, recent, used))


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("サーバ(?!ー)", ("サーバ",)),
        ("[0-9]+ヶ月", ("ヶ月",)),
        ("(?:下さ|くださ)い", ("ください", "下さい")),
        ("[をが]行う", ("が行う", "を行う")),
        ("(ABC)+", ("abc",)),
        ("港?町", ("町",)),
        ("[ぁ-ん]+", ()),
        ("港|[ぁ-ん]", ()),
        ("(?i)É", ()),
        (r"(?a:\b)Cargo(?a:\b)|荷", ("cargo", "荷")),
        ("(?i)(?<!お)ＣＡＲgo(?=の)", ("cargoの",)),
    ],
)
def test_needed(pattern: str, needed: tuple[str, ...]) -> None:
    assert needed_by(pattern) == needed


def test_a_file_that_many_others_import_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = "specs: [{from: ふ頭, to: 埠頭}]"
    Path("0.yml").write_text(f"rules: [{{expected: 埠頭, pattern: ふ頭, {spec}}}]\n", "utf-8")
    for number in range(1, 31):
        Path(f"{number}.yml").write_text(f"imports: [{number - 1}.yml, {number - 1}.yml]\nrules: []\n", "utf-8")
    reads: list[str] = []
    read = Source.read

    def counted(source: Source) -> object:
        reads.append(source.path)
        assert len(reads) < 100
        return read(source)

    monkeypatch.setattr(Source, "read", counted)
    dictionary = Dictionary(Source("30.yml"))
    assert (len(reads), len(dictionary.imports), len(dictionary.specs)) == (31, 30, 1)
    assert [term.expected for term in dictionary.terms] == ["埠頭"]


def test_what_one_file_ignores_another_may_take() -> None:
    least = "rules: [{expected: 丁, pattern: 島, specs: [{from: 島, to: 丁}]}, {expected: 戊, pattern: 浜}]\n"
    less = "imports: [{path: least.yml, ignoreRules: [島]}]\n"
    assert search("imports: [less.yml]\n", less=less, least=least).repaired("島浜") == "島戊"
    assert Dictionary(Source("prh.yml")).specs == []
    assert search("imports: [less.yml, least.yml]\n", less=less, least=least).repaired("島浜") == "丁戊"
    assert len(Dictionary(Source("prh.yml")).specs) == 1


def test_a_long_row_of_imports_is_a_mistake() -> None:
    Path("rules.yaml").write_text("dictionaries: [0.yml]\n", "utf-8")
    for number in range(2000):
        Path(f"{number}.yml").write_text(f"imports: [{number + 1}.yml]\nrules: []\n", "utf-8")
    assert mistakes(Path("a.md")) == ["99.yml:1:11: imports が続きすぎています。100 段までにしてください"]


@pytest.mark.parametrize(
    ("rules", "line"),
    [
        ("rules: " + "[" * 5_000, "prh.yml:1:1007: 値の入れ子が深すぎます"),
        ("rules: &a [{expected: x, specs: *a}]", "prh.yml:1:12: 別名（* で始まる値）"),
        ("rules: [{expected: a, pattern: '/" + "(" * 5_000 + "/'}]", "prh.yml:1:32: 正規表現"),
        ("rules: [{expected: a, pattern: '/港{1000000000}/'}]", "prh.yml:1:32: 正規表現"),
        ('imports: ["a\\0b"]\nrules: []', "prh.yml:1:11: a\0b という辞書がありません"),
    ],
)
def test_what_is_too_much(rules: str, line: str) -> None:
    Path("prh.yml").write_text(rules, "utf-8")
    Path("rules.yaml").write_text("dictionaries: [prh.yml]\n", "utf-8")
    (message,) = mistakes(Path("a.md"))
    assert message.startswith(line)


def test_a_number_of_many_digits_is_a_text() -> None:
    number = f"0x{'f' * 5000}"
    assert search(f"rules: [{{expected: {number}, pattern: 港}}]").repaired("港") == number
