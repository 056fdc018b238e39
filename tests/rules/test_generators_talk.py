"""What those who write for someone say to that someone, beyond the examples of the rules."""

from __future__ import annotations

import pytest

from jlint.document import Document
from jlint.rules.artifact.continuation_label import ContinuationLabel
from jlint.rules.artifact.self_reference import SelfReference
from jlint.rules.contract.base import Rule


def found(rule: type[Rule], text: str, dialect: str = "kramdown") -> list[str]:
    return [finding.span.of(text) for finding in rule().check(Document(text, dialect=dialect))]


@pytest.mark.parametrize(
    "sentence",
    [
        "しかし、⟦既存の記事でも触れた⟧ように、倉庫の屋根は低い。",
        "倉庫が港の顔になると⟦既存の記事で述べました⟧。",
        "⟦既存の記事で何度か紹介した⟧喫茶店も、改装が終わりました。",
        "⟦既存記事でも少しだけ触れました⟧が、窓は小さいままです。",
        "⟦既存の本文でも挙げた⟧とおり、床は板張りです。",
        "⟦既存の記事の末尾でお伝えした⟧ように、見学は予約制です。",
        "⟦既存の記事に続き⟧、ここでは二階を見ていきます。",
        "⟦既存の記事で触れられた⟧「低い屋根」には、わけがあります。",
        "⟦As we discussed earlier in the existing article⟧, the roof is low.",
    ],
)
def test_an_article_that_calls_itself_the_existing_one(sentence: str) -> None:
    text = sentence.replace("⟦", "").replace("⟧", "")
    assert found(SelfReference, text) == [sentence[sentence.index("⟦") + 1 : sentence.index("⟧")]]


@pytest.mark.parametrize(
    "text",
    [
        "既存の記事では新しい規則に対応できなくなったため、書き直しました。",
        "既存の記事で触れられていない点を、ここでは取り上げます。",
        "既存の記事では、倉庫の歴史を取り上げた例が少ない。",
        "既存の記事の末尾に、追記の日付を書きます。",
        "既存の記事に続きを書き足すときは、日付も直します。",
        "既存の記事でも詳しく紹介しています → [倉庫の見学](/articles/visit)",
        "既存の記事で紹介した店は https://example.com/shops にまとめました。",
        "既存の記事で触れた内容と重複しないように気をつけます。",
        "先の記事でも触れたように、屋根は低い。",
        "> 既存の記事でも触れたように、屋根は低い。",
        "An existing article can be edited here.",
    ],
)
def test_existing_articles_as_a_subject(text: str) -> None:
    assert found(SelfReference, text) == []


@pytest.mark.parametrize(
    "label",
    [
        *(
            "（続き）",
            "［続き］",
            "〔続き〕",
            "〔つづき〕",
            "『続き』",
            "〈続〉",
            "{続き}",
            "【続き2】",
            "（ 続き ）",
            "（続き②）",
        ),
        *("：続き", " ― 続き", " - continued", "(cont'd)", "[Continuation]", "（続き）："),
    ],
)
def test_labels_behind_a_heading(label: str) -> None:
    text = f"## 倉庫の歴史\n\n古い話です。\n\n## 倉庫の歴史{label}\n\nまだ続く話です。\n"
    assert found(ContinuationLabel, text) == [f"倉庫の歴史{label}"]


@pytest.mark.parametrize("label", ["【続き】", "（続き）", "続き：", "Continued: "])
def test_labels_before_a_heading(label: str) -> None:
    text = f"**倉庫の歴史**\n\n古い話です。\n\n**{label}倉庫の歴史**\n\nまだ続く話です。\n"
    assert found(ContinuationLabel, text) == [f"{label}倉庫の歴史"]


@pytest.mark.parametrize(
    "label",
    [
        *("〔続き〕", "［記事の続き］", "《続きを再開》", "（前のセクションの続き）", "〈ここから続きです〉"),
        *(
            "【次の出力へ続く】",
            "（文字数の制限により次へ続く）",
            "[continued from previous message]",
            "(Continuing...)",
        ),
    ],
)
def test_labels_on_a_line_of_their_own(label: str) -> None:
    for line in (label, f"**{label}**", f"*{label}*", f"### {label}"):
        assert found(ContinuationLabel, f"古い話です。\n\n{line}\n\nまだ続く話です。\n") == [label]


@pytest.mark.parametrize(
    "text",
    [
        "## 手続き\n\n窓口へ。\n\n## 手続き：続報\n\n窓口が移りました。\n",
        "## 倉庫の歴史\n\n古い話です。\n\n## 倉庫の歴史の続きを読む\n\n次の頁へ。\n",
        "# 倉庫の歴史\n\n- 古い\n\n---\n\n# 倉庫の歴史（続き）\n\n- 新しい\n",
        "古い話です。\n\n（続く）\n",
        "古い話です。\n\n【続きを読む】\n",
        "(to be continued)\n",
        "[Continue with the tour]\n",
        "> （続き）\n",
    ],
)
def test_no_continuation_labels(text: str) -> None:
    assert found(ContinuationLabel, text) == []
