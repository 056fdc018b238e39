"""What tools leave in a text, beyond the examples of the rules."""

from __future__ import annotations

import time

import msgspec
import pytest

from jlint.document import Document
from jlint.document.dialect import DIALECTS, Emphasis
from jlint.rules.artifact.assistant_talk import AssistantTalk
from jlint.rules.artifact.citation_stub import CitationStub
from jlint.rules.artifact.continuation_label import ContinuationLabel
from jlint.rules.artifact.decomposed_kana import DecomposedKana
from jlint.rules.artifact.fenced_article import FencedArticle
from jlint.rules.artifact.impossible_figure import ImpossibleFigure
from jlint.rules.artifact.leaked_prompt import LeakedPrompt
from jlint.rules.artifact.mojibake import Mojibake
from jlint.rules.artifact.over_anonymized_name import OverAnonymizedName
from jlint.rules.artifact.placeholder import Placeholder
from jlint.rules.artifact.second_front_matter import SecondFrontMatter
from jlint.rules.artifact.tool_output import ToolOutput
from jlint.rules.contract.base import Rule
from jlint.rules.markdown.unpaired_emphasis import UnpairedEmphasis
from jlint.rules.markdown.unrendered_emphasis import UnrenderedEmphasis

RULES: tuple[type[Rule], ...] = (
    AssistantTalk, CitationStub, ContinuationLabel, DecomposedKana, FencedArticle, ImpossibleFigure, LeakedPrompt,
    Mojibake, OverAnonymizedName, Placeholder, SecondFrontMatter, ToolOutput, UnpairedEmphasis, UnrenderedEmphasis,
)  # fmt: skip


def found(rule: type[Rule], text: str, dialect: str = "kramdown") -> list[str]:
    return [finding.span.of(text) for finding in rule().check(Document(text, dialect=dialect))]


LEFTOVERS = """\
【4:0†source】 citeturn0search1 [cite: 1] :contentReference[oaicite:0]{index=0} （知識ベースより）
（ここから続き） [会社名] XXX万円 300%の削減 2月30日 か\u3099 縺ゅ＞縺�縺医♀ ã‚ªã‚¯ãƒ© [object Object] 。\\n\\n
申し訳ありませんが、その記事は作成できません。 以下に続きを書いてください。 {"title": "港"} <thinking> 語**です
"""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_nothing_is_reported_inside_code(rule: type[Rule], dialect: str) -> None:
    fenced = f"港の話です。\n\n```\n{LEFTOVERS}```\n\n{LEFTOVERS.splitlines()[0].join('``')}と書きます。\n"
    inline = "".join(f"`{line}`と書きます。\n\n" for line in LEFTOVERS.splitlines())
    for text in (fenced, inline):
        assert found(rule, text, dialect) == []


TOPICS = """\
## 生成AIで記事を書く

生成AIに記事を書かせるときは、プロンプトで条件を示します。AIは「承知しました。以下に記事を作成します」と答えます。
言語モデルは続きを予測します。続きの文章を自分で書いてもかまいません。記事の続きを読むには登録が必要です。

「以下の条件に従って記事を書いてください」と頼むと、見出しの付いた文章が返ってきます。知識ベースと検索結果をもとに答える
仕組みをRAGと言います。出典の印は「【1†source】」のような形をしています。社内の知識ベース（ナレッジベース）も使えます。

> 申し訳ありませんが、その記事は作成できません。

某社の調べでは、導入した企業の80%が効果を認め、費用は最大で100%削減されました。売上は300%増えました。
文字数は2,000字程度が目安です。「〇〇とは」で始まる見出しは、〇〇の部分を変えて使います。
"""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_talk_about_generators_is_left_alone(rule: type[Rule]) -> None:
    assert found(rule, TOPICS) == []


@pytest.mark.parametrize(
    ("text", "stub"),
    [
        ("増えた【12†L3-L9】。", "【12†L3-L9】"),
        ("増えた【7†出典】。", "【7†出典】"),
        ("増えた citeturn12view0。", "citeturn12view0"),
        ("増えた（turn0search3）。", "turn0search3"),
        ("増えた。[cite_start]さらに[cite: 12]。", "[cite_start]"),
        ("増えた[oai_citation:1‡example.com](https://example.com)。", "oai_citation:1‡example.com"),
        ("増えた[doc3]。", "[doc3]"),
        ("増えた【知識ベース: 2】。", "【知識ベース: 2】"),
    ],
)
def test_citation_stubs(text: str, stub: str) -> None:
    assert found(CitationStub, text)[0].startswith(stub[:6])


@pytest.mark.parametrize(
    "text",
    [
        "満足度は150%の向上となった。",
        "費用は150%から30%に削減した。",
        "計画の120%を達成した。",
        "純利益は前年比180%減少した。",
        "「4月31日」という日はない。",
        "2月29日に生まれた。12月31日間は休み。",
        "0.150%の削減。",
    ],
)
def test_figures_that_can_be(text: str) -> None:
    assert found(ImpossibleFigure, text) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("電気代を120%カットした。", "120%カット"),
        ("時間が2倍、つまり200％の短縮になった。", "200％の短縮"),
        ("前年比150%減となった。", "150%減"),
        ("150%の企業が導入した。", "150%の企業"),
        ("4月31日に閉まる。", "4月31日"),
        ("2100年2月29日に開く。", "2100年2月29日"),
        ("13月1日に開く。", "13月1日"),
    ],
)
def test_figures_that_can_not_be(text: str, figure: str) -> None:
    assert found(ImpossibleFigure, text) == [figure]


@pytest.mark.parametrize("real", ["あいうえお", "みなとのそうこ", "ふるいレンガ"])
@pytest.mark.parametrize(("taken", "encoding"), [("cp932", "utf-8"), ("gbk", "utf-8"), ("latin-1", "utf-8")])
def test_mojibake_of_kana(real: str, taken: str, encoding: str) -> None:
    garbled = real.encode(encoding).decode(taken, "replace")
    text = f"港には {garbled} があります。\n"
    assert len(found(Mojibake, text)) == 1
    assert found(Mojibake, f"港には {real} があります。\n") == []


@pytest.mark.parametrize("text", ["Ça va, São João, Ærø, Đà Nẵng", "縺れた糸と繧繝縁", "“Ｑ”…—‘’", "ﾃﾞｰﾀｾﾝﾀｰ､ﾈｯﾄ､ﾌｧｲﾙ"])
def test_no_mojibake(text: str) -> None:
    assert found(Mojibake, f"{text}の話です。\n") == []


def test_a_site_adds_its_own_phrases() -> None:
    options = msgspec.convert({"phrases": ["次のセクションでは", "本稿の字数は"]}, AssistantTalk.Options)
    text = "港の話です。本稿の字数は八百字です。\n\n- 次のセクションでは壁を見ます\n\n`本稿の字数は`\n"
    findings = AssistantTalk(options).check(Document(text))
    assert [finding.span.of(text) for finding in findings] == [
        "本稿の字数は八百字です。",
        "次のセクションでは壁を見ます",
    ]


def test_no_pack_is_read_for_a_text_without_a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: object) -> None:
        raise AssertionError("the pack was read")

    for rule in (AssistantTalk, LeakedPrompt):
        monkeypatch.setattr(rule, "entries", refuse)
        assert found(rule, "港の倉庫は古い。壁は厚い。\n\n## 屋根\n\n屋根は低い。\n") == []


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("```md\n# 港\n\n一。二。三。\n", 1),
        ("~~~markdown\n---\ntitle: 港\n---\n\n一。二。三。\n~~~\n", 1),
        ("```\n一。二。三。\n```\n", 0),
        ("```markdown\n# 港\n\n一。二。三。\n```\n\n" + "この書き方を説明します。" * 9 + "\n", 0),
        ("- 一\n\n  ```\n", 0),
    ],
)
def test_fenced_articles(text: str, findings: int) -> None:
    assert len(found(FencedArticle, text)) == findings


def test_emphasis_is_reported_as_the_engine_renders_it() -> None:
    text = "**「倉庫」**は古い。\n"
    for name, dialect in DIALECTS.items():
        is_literal = dialect.emphasis is Emphasis.COMMONMARK
        assert found(UnrenderedEmphasis, text, name) == ["**「倉庫」**"] * is_literal, name
        assert found(UnpairedEmphasis, text, name) == []


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("これは**「倉庫」**です。\n", []),
        ("これは**倉庫 **です。\n", []),
        ("これは**「倉\n庫」**です。\n", []),
        ("**「倉庫」**と**強調。\n", []),
        ("港の**倉庫です。\n", ["**"]),
        ("これは**「倉庫」**です。\n\n港の**倉庫です。\n", ["**"]),
    ],
)
def test_where_the_dialect_is_a_guess_only_what_is_wrong_in_all(text: str, certain: list[str]) -> None:
    document = Document(text, dialect=DIALECTS["commonmark"]._replace(is_guess=True))
    assert list(UnrenderedEmphasis().check(document)) == []
    assert [finding.span.of(text) for finding in UnpairedEmphasis().check(document)] == certain


@pytest.mark.parametrize(
    "unit",
    [
        *("【1†", "citeturn0search1", "縺", "ã‚", "か\u3099", "**あ", "某あ", "120%の", "2月30日", "---\n", '{"a":'),
        *("\\n", "（続き）", "```\n"),
    ],
)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_text_takes_long(rule: type[Rule], unit: str) -> None:
    document = Document("港。" + unit * (30_000 // len(unit)))
    _ = document.sentences, document.raw_lines
    started = time.perf_counter()
    list(rule().check(document))
    assert time.perf_counter() - started < 4
