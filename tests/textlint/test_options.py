"""Options of textlint's rules take effect or are told by `init`; filters hold for every rule."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from jlint.config import Config
from jlint.engine.one_file import document_for, lint_document
from jlint.textlint.migrate import migrate


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def migrated(config: dict[str, Any]) -> tuple[Config, list[str]]:
    Path("rc.json").write_text(json.dumps(config, ensure_ascii=False), "utf-8")
    text, remarks = migrate("rc.json", "rules.yaml", "en")
    Path("rules.yaml").write_text(text, "utf-8")
    config_in_force = Config(file="rules.yaml")
    config_in_force.load(["a.md"])
    return config_in_force, remarks


def found(config: dict[str, Any], text: str) -> list[str]:
    """What is reported, as passages of the text."""
    settings = migrated(config)[0].for_file("a.md")
    assert settings is not None
    result = lint_document(document_for(text, "a.md", settings), settings)
    assert not result.failures
    lines = text.split("\n")
    return [lines[each.place.line - 1][each.place.column - 1 : each.place.end_column - 1] for each in result.findings]


def told(rule: str, options: Any) -> list[str]:
    return [remark.removeprefix(f"{rule} ") for remark in migrated({"rules": {rule: options}})[1]]


REDUNDANT = "ja-no-redundant-expression"
WORDY = "舟を点検することができる。舟を点検することが可能だ。これは成功であると言えます。明日、舟の点検を行う。\n"


@pytest.mark.parametrize(
    ("options", "left"),
    [
        (True, ["することが", "することが可能", "であると言えます", "点検を行う"]),
        ({"dictOptions": {"dict2": {"disabled": True}}}, ["することが可能", "であると言えます", "点検を行う"]),
        ({"dictOptions": {"dict1": {"disabled": True}}}, ["することが", "であると言えます", "点検を行う"]),
        ({"dictOptions": {"dict3": {"disabled": True}}}, ["することが", "することが可能", "点検を行う"]),
        ({"dictOptions": {"dict5": {"disabled": True}}}, ["することが", "することが可能", "であると言えます"]),
        (
            {"dictOptions": {"dict5": {"disabled": True}, "dict6": {"disabled": True}}},
            ["することが", "することが可能", "であると言えます"],
        ),
        (
            {"dictOptions": {"dict5": {"allows": ["/^点検を行う$/"]}}},
            ["することが", "することが可能", "であると言えます"],
        ),
        (
            {"dictOptions": {"dict5": {"allows": ["/^掃除を行う/"]}}},
            ["することが", "することが可能", "であると言えます", "点検を行う"],
        ),
    ],
)
def test_the_dictionaries_of_redundant_expressions(options: Any, left: list[str]) -> None:
    assert found({"rules": {REDUNDANT: options}}, WORDY) == left


def test_the_nodes_that_redundant_expressions_leave_out() -> None:
    text = "# 舟の点検を行う\n\n- 舟を点検することができる。\n\n[網の掃除を行う](a.md)人。\n\n> 港の調査を行う。\n"
    assert found({"rules": {REDUNDANT: True}}, text) == ["することが"]
    nodes = ["BlockQuote", "ListItem"]
    assert found({"rules": {REDUNDANT: {"allowNodeTypes": nodes}}}, text) == ["掃除を行う"]
    assert found({"rules": {REDUNDANT: {"allowNodeTypes": [*nodes, "Link"]}}}, text) == []
    assert found({"rules": {REDUNDANT: {"allowNodeTypes": []}}}, text) == ["することが", "掃除を行う", "調査を行う"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("そうすることができる。", ["することが"]),
        ("橋を点検することさえできない。", ["することさえ"]),
        ("町を愛することができる。", []),
        ("「橋を点検することができる」と書く。", ["することが"]),
        ("広くすることが可能だ。", ["することが可能"]),
        ("点検することが可能になった。", []),
        ("成功であると言える。成功であると思います。", []),
        ("成功であると考えています。", ["であると考えています"]),
        ("港の歴史を見ていきたいと思います。", []),
        ("念入りな点検を行う。耐震補強を行った。", ["点検を行う", "補強を行っ"]),
        ("港の処理を行う。コピーを行う。", ["コピーを行う"]),
        ("リサイクルを行う。APIの処理を行う。", []),
        ("点検を実行する。コマンドを実行する。処理を実行する。", ["点検を実行"]),
        ("点検をおこなう。点検を行える。", []),
    ],
)
def test_what_the_dictionaries_find(text: str, expected: list[str]) -> None:
    assert found({"rules": {REDUNDANT: True}}, text + "\n") == expected


def test_successive_words() -> None:
    rule, text = "ja-no-successive-word", "舟を点検するする。網をを直す。\n"
    assert found({"rules": {rule: True}}, text) == ["するする", "をを"]
    assert found({"rules": {rule: {"allow": ["する"]}}}, text) == ["をを"]
    assert found({"rules": {rule: {"allow": ["/[をが]/"]}}}, text) == ["するする"]
    (remark,) = told(rule, {"allowOnomatopee": False})
    assert remark.startswith("allowOnomatopee of ")


def test_only_adjacent_words_are_successive() -> None:
    assert found({"rules": {"ja-no-successive-word": True}}, "これは大切であることをであることを示す。\n") == []


def test_separators_part_particles() -> None:
    text = "窓は白い/壁は青い。\n"
    assert found({"rules": {"no-doubled-joshi": True}}, text) == ["は"]
    assert found({"rules": {"no-doubled-joshi": {"separatorCharacters": ["。", "/"]}}}, text) == []


def test_marks_of_the_clause() -> None:
    text = "冬は寒いが、雪は少ない：夏は暑いが、春はよい。\n"
    rule = "no-doubled-conjunctive-particle-ga"
    assert found({"rules": {rule: True}}, text) == ["が"]
    assert found({"rules": {rule: {"separatorChars": ["。", "："]}}}, text) == []


def test_footnotes() -> None:
    text = "本文です[^1]。\n\n[^1]: 港の朝市のこと\n"
    assert found({"rules": {"ja-no-mixed-period": True}}, text) == []
    assert found({"rules": {"ja-no-mixed-period": {"checkFootnote": True}}}, text) != []


def test_formal_nouns() -> None:
    rule, text = "ja-keishikimeishi", "調べた上で書く。早く行く方がよい。港へ行く事にした。\n"
    assert found({"rules": {rule: True}}, text) == ["上", "方", "事"]
    assert found({"rules": {rule: {"detection_ue": True}}}, text) == ["上", "事"]
    assert found({"rules": {rule: {"detection_ue": False}}}, text) == ["事"]


def test_marks_that_exclamations_may_stand_in() -> None:
    rule, text = "no-exclamation-question-mark", "Yahoo!と港だより!を読む!\n"
    assert found({"rules": {rule: True}}, text) == ["!", "!"]
    assert found({"rules": {rule: {"allow": ["港だより!"]}}}, text) == ["!"]


@pytest.mark.parametrize(
    ("rule", "options", "remark"),
    [
        ("ja-no-mixed-period", {"forceAppendPeriod": True}, "forceAppendPeriod of ja-no-mixed-period is not carried"),
        (
            "pattern",
            {"patterns": [{"pattern": "港", "allowNodeTypes": ["Foo"]}]},
            "patterns[1] allowNodeTypes Foo of pattern is not",
        ),
        ("period-in-list-item", {"forceAppendPeriod": True}, "forceAppendPeriod of period-in-list-item is not"),
        ("date-weekday-mismatch", {"lang": "en"}, "lang of date-weekday-mismatch is not carried over"),
        ("no-doubled-conjunction", {"separatorChars": ["。"]}, "separatorChars of no-doubled-conjunction is not"),
        ("use-si-units", True, "unsupported: use-si-units: No rule looks at units"),
        ("preset-no-such", True, "unsupported: preset-no-such: An unknown preset"),
        ("unify-kuten-and-touten", {"kuten": "."}, "kuten of unify-kuten-and-touten is not carried over"),
    ],
)
def test_what_has_no_counterpart_is_told(rule: str, options: Any, remark: str) -> None:
    (found,) = migrated({"rules": {rule: options}})[1]
    assert found.startswith(remark)


TODOS = "TODO: 網\n\n- TODO: 舟\n\n網をを直す。\n"
BOTH = {"no-todo": True, "ja-no-successive-word": True}


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        ({"allowlist": {"allow": ["TODO:"]}}, ["をを"]),
        ({"whitelist": {"allow": ["TODO:", "/をを?/"]}}, []),
        ({"allowlist": {"allow": ["網を"]}}, ["TODO:", "TODO:", "をを"]),
        ({"allowlist": {"allowlistConfigPaths": ["allow.yml"]}}, ["をを"]),
        ({"node-types": {"nodeTypes": ["ListItem"]}}, ["TODO:", "をを"]),
        ({"node-types": {"nodeTypes": [{"ruleId": "no-todo", "types": ["List", "Paragraph"]}]}}, ["をを"]),
        ({"node-types": {"nodeTypes": ["Paragraph"]}}, []),
        ({"node-types": False, "allowlist": None}, ["TODO:", "TODO:", "をを"]),
    ],
)
def test_filters_hold_for_every_rule(filters: dict[str, Any], left: list[str]) -> None:
    Path("allow.yml").write_text("- 'TODO:'\n", "utf-8")
    assert found({"rules": BOTH, "filters": filters}, TODOS) == left


@pytest.mark.parametrize(
    ("filters", "remark"),
    [
        ({"allowlist": {"allowlistConfigPaths": ["no.yml"]}}, "unsupported: allowlist: There is no no.yml"),
        (
            {"allowlist": {"allowlistConfigPaths": ["../no.yml"]}},
            "unsupported: allowlist: ../no.yml lies outside the repository",
        ),
        ({"allowlist": {"allow": ["/(/"]}}, "unsupported: allowlist /(/: "),
        ({"node-types": {"nodeTypes": ["Str"]}}, "unsupported: node-types Str: jlint has no such element"),
        (
            {"node-types": {"nodeTypes": [{"ruleId": "no-such", "types": ["Link"]}]}},
            "unsupported: node-types no-such: jlint has no such rule",
        ),
        ({"no-such-filter": {}}, "unsupported: no-such-filter: Write <!-- jlint-disable-next RULE -->"),
    ],
)
def test_what_a_filter_loses_is_told(filters: dict[str, Any], remark: str) -> None:
    (found,) = migrated({"rules": BOTH, "filters": filters})[1]
    assert found.startswith(remark)


def test_rules_that_find_more_are_told_in_the_file() -> None:
    migrated({"rules": {"ja-no-abusage": True, "no-todo": True}})
    told = (
        "# These rules may find more than textlint: misused-word (a longer list), known-misspelling (a longer list)\n"
    )
    assert told in Path("rules.yaml").read_text("utf-8")
    migrated({"rules": {"no-todo": True}})
    assert "find more" not in Path("rules.yaml").read_text("utf-8")


STYLED = (
    "# 港 と町\n\n港 と**町 と村**と[島 と岬](a.md)。\n\n> 浜 と沖\n\n| 川 と池 | 森 |\n|---|---|\n| 夏 と秋 | 春 |\n"
)


def test_rules_about_spaces_look_at_plain_text_alone() -> None:
    rule = "ja-no-space-between-full-width"
    assert found({"rules": {rule: True}}, STYLED) == [" "]
    spaces = "# 港a 町\n\n港 a と**町 b 村**と[島 c 岬](a.md)。\n"
    rule = "ja-space-between-half-and-full-width"
    assert len(found({"rules": {rule: True}}, spaces)) == 2
    assert len(found({"rules": {rule: {"lintStyledNode": True}}}, spaces)) > 4


def test_what_another_rule_looks_at_is_not_exempt() -> None:
    rules = {"no-hankaku-kana": True, "preset-jtf-style": {"2.1.5.カタカナ": {}}}
    assert found({"rules": rules}, "# ｶﾆ\n\nｴﾋﾞです。\n").count("ｶﾆ") == 1
    alone: dict[str, Any] = {"preset-jtf-style": {"2.1.5.カタカナ": {}}}
    assert "ｶﾆ" not in found({"rules": alone}, "# ｶﾆ\n\nｴﾋﾞです。\n")


JOSHI, SYNONYMS, POLITENESS = "no-doubled-joshi", "no-synonyms", "no-mix-dearu-desumasu"
ENDS: dict[str, Any] = {"preset-jtf-style": {"1.1.1.本文": True, "1.1.3.箇条書き": False}}
CONJUNCTION, OPENING = "no-doubled-conjunction", "no-start-duplicated-conjunction"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("港が遠いのが悩みだ。", ["が"]),
        ("庭には池には鯉がいる。", ["には"]),
        ("駅では店では笛を吹く。", ["では"]),
        ("雪になるかもしれないかもしれない。", ["かも"]),
        ("町によって村によって違う。", ["によって"]),
        ("町として村として争う。", ["として"]),
        ("駅には町では笛が鳴る。", []),
        ("そこで港で待つ。さて駅で待つ。または町は遠い。", []),
        ("これで港で待つ。", ["で"]),
        ("静かに町に入る。町に行くようになる。", ["に"]),
        ("行くのかどうかを決める。", []),
        ("本と筆と紙を買う。犬を飼う人を呼ぶ。母の本の色。", []),
        ("駅で待つので舟で行く。", []),
        ("# 港は町は遠い\n\n> 港は町は遠い。\n\n| 港は町は遠い |\n|---|\n", []),
    ],
)
def test_particles_are_counted_as_words(text: str, expected: list[str]) -> None:
    assert found({"rules": {JOSHI: True}}, text + "\n") == expected


def test_strict_particles() -> None:
    assert found({"rules": {JOSHI: {"strict": True}}}, "母の本の色。\n") == ["の"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("港は[舟](a.md)\n\n港は**舟**\n\n港は`a`\n\n港は![舟](a.png)\n\n港は*舟*\n", []),
        ("港は[舟](a.md)です\n", ["です"]),
        ("港の名は ABC\n", ["ABC"]),
        ("港は遠い…\n", ["…"]),
        ("舟は出ますか？\n\n「舟は出ます」\n\n- 舟は出ます\n\nEnglish only\n", []),
    ],
)
def test_what_may_end_a_paragraph(text: str, expected: list[str]) -> None:
    assert found({"rules": {"ja-no-mixed-period": True}}, text) == expected


@pytest.mark.parametrize(
    ("options", "text", "expected"),
    [
        (True, "ブログを書き、blogを読む。\n", []),
        ({"allowAlphabet": False}, "ブログを書き、blogを読む。\n", ["blog"]),
        (True, "[サーバ](a.md)と、サーバーを見る。\n", []),
        (True, "サーバと、サーバーを見る。\n", ["サーバー"]),
        (True, "手続を終え、手続きを始める。\n", ["手続き"]),
        ({"preferWords": ["ユーザー"]}, "ユーザを呼ぶ。\n", ["ユーザ"]),
        ({"preferWords": ["ユーザー"]}, "ユーザーを呼ぶ。\n", []),
    ],
)
def test_synonyms(options: Any, text: str, expected: list[str]) -> None:
    assert found({"rules": {SYNONYMS: options}}, text) == expected


@pytest.mark.parametrize(
    ("options", "text", "expected"),
    [
        (True, "待っていtます。説明がｋできる。リkス。", ["t", "ｋ", "k"]),
        (True, "この案はA案だ。第n回の会だ。縦はy軸だ。C言語で書く。", []),
        ({"allow": ["t"]}, "待っていtます。第n回の会だ。", ["n"]),
    ],
)
def test_letters(options: Any, text: str, expected: list[str]) -> None:
    assert found({"rules": {"ja-unnatural-alphabet": options}}, text + "\n") == expected


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        (CONJUNCTION, "しかし雨だ。舟は出る。橋は長い。しかし寒い。", ["しかし"]),
        (CONJUNCTION, "そして朝だ。けれども雨だ。そして夜だ。", []),
        (CONJUNCTION, "そして朝だ。\n\nそして夜だ。", []),
        (CONJUNCTION, "海または川だ。山または谷だ。", ["または"]),
        (CONJUNCTION, "しかし雨だ. しかし寒い.", ["しかし"]),
        (CONJUNCTION, "また来る。また去る。かつて来た。", []),
        (OPENING, "- 港は、遠い。\n- 港は、寒い。", ["港は"]),
        (OPENING, "港は、遠い。\n\n# 冬\n\n港は、寒い。", []),
        (OPENING, "`a`は、遠い。`a`は、寒い。", []),
        (OPENING, "港は、遠い. 港は、寒い.", ["港は"]),
    ],
)
def test_conjunctions(rule: str, text: str, expected: list[str]) -> None:
    assert found({"rules": {rule: True}}, text + "\n") == expected


def test_conjunctions_of_both_rules() -> None:
    text = "海または川だ。今日は、雨だ。山または谷だ。今日は、寒い。\n"
    assert found({"rules": {CONJUNCTION: True, OPENING: True}}, text) == ["または", "今日は"]


@pytest.mark.parametrize(
    ("options", "text", "expected"),
    [
        ({POLITENESS: True}, "港である。海です。", ["である"]),
        ({POLITENESS: True}, "港だ。海だった。川であったが、山です。", []),
        ({POLITENESS: {"strict": True}}, "川であったが、山です。", ["であっ"]),
        ({POLITENESS: True}, "- 港である\n- 海です", ["である"]),
        (ENDS, "港だ。海に行った。山です。川です。谷です。", ["だ", "た"]),
        (ENDS, "港に行く。まだ。また。山です。\n\n- 港である。\n- 海です。", []),
    ],
)
def test_styles(options: Any, text: str, expected: list[str]) -> None:
    assert found({"rules": options}, text + "\n") == expected


def test_lists_of_the_jtf_style() -> None:
    rules: dict[str, Any] = {"preset-jtf-style": {"1.1.1.本文": False, "1.1.3.箇条書き": True}}
    assert found({"rules": rules}, "港です。海である。\n\n- 港です。\n- 海である。\n") == ["である"]
    assert found({"rules": rules}, "- 港です。\n\n次へ。\n\n- 海である。\n") == []
    assert found({"rules": rules}, "- 港。\n- 海\n- 山。\n") == ["海"]


def test_spaces_of_the_spacing_preset() -> None:
    between = {"rules": {"ja-no-space-between-full-width": True}}
    assert found(between, "港 町。海　山。川。 谷。① 橋。港 **町** だ。\n") == [" "]
    beside = {"rules": {"ja-space-between-half-and-full-width": True}}
    assert found(beside, "港　abcの町。① abc。港 **abc** の町。\n") == ["　"]
    assert found(beside, "<div>\n港 abc の町\n</div>\n") == []
