"""What those who write for someone say to that someone, beyond the examples of the rules."""

from __future__ import annotations

import pytest

from jlint.document import Document
from jlint.rules.artifact.assistant_talk import AssistantTalk
from jlint.rules.artifact.continuation_label import ContinuationLabel
from jlint.rules.artifact.leaked_prompt import LeakedPrompt
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


TALK = (
    "はい、了解しました。それでは港の倉庫を紹介する文章を書いていきます。",
    "ご依頼ありがとうございます。港の倉庫についての記事を執筆いたします。",
    "ご質問ありがとうございます。港の倉庫について、読みやすい文章を作成しました。",
    "以下の通り、ご指定の文字数に合わせて本文を調整しました。",
    "指定された形式で、記事の続きを作成いたします。",
    "いただいた条件をもとに、三つの見出しで構成しました。",
    "お待たせいたしました。続きの文章を出力いたします。",
    "こちらの原稿で問題がなければ、次の章の執筆に進みます。",
    "改めて、ご要望を反映した原稿をお送りします。",
    "文章の長さは約3,000文字に調整していますので、ご確認ください。",
    "出力の上限に達したため、残りは次の応答でお届けします。",
    "ここで一度区切ります。続きが必要でしたら「続けて」とお伝えください。",
    "ご要望に合っているかご確認ください。修正が必要な箇所があれば、遠慮なくお申し付けください。",
    "別の切り口の記事をご希望の場合は、お知らせください。",
    "タイトル案も必要でしたら、いくつかご提案いたします。",
    "他のトーンのバージョンもご用意できますが、いかがなさいますか？",
    "私には個人的な経験がありませんので、訪問の感想は創作です。",
    "誠に恐れ入りますが、この内容の記事を書くことはできません。",
    "申し訳ありませんが、お手伝いできません。",
    "大変申し訳ございませんが、ご提供いただいたURLの内容を確認できませんでした。",
    "すみませんが、検索機能を使えないため、最新の情報は反映できていません。",
    "私の学習データには、この倉庫の情報が含まれていません。",
    "元の文章の意味を変えずに、読みやすく書き直しました。",
    "読者の皆様に伝わりやすいよう、専門用語を避けて書き直しました。以上が修正後の文章です。",
    "まず、既存の文章の流れを確認します。その上で続きを書きます。",
    "I'd be happy to help you write about the harbour.",
    "Great question! Here's a short introduction to the harbour.",
    "Here's the continuation of the article, keeping the same tone.",
    "I've kept the tone friendly and added two headings as you asked.",
    "Note that I cannot verify the current opening hours.",
    "I don't have real-time data, so please check the opening hours.",
    "I can't help with writing about this topic.",
    "Sorry, but I can't continue with this article.",
    "Let me continue the article from where it left off.",
    "Please provide the text you would like me to translate.",
    "Is there anything else you would like me to add?",
    "Hope this helps! Let me know if you want a longer version.",
    "This response was cut off because of the length limit.",
    "(Continued in the next response)",
    "As requested, the article has been shortened to 800 words.",
)

NO_TALK = (
    "ご依頼ありがとうございます。係から折り返しご連絡します。",
    "以下の通り、開館時間を変更しました。",
    "お待たせいたしました。二階席が開きました。",
    "この記事は港の倉庫で構成作家と話したときのものです。",
    "なお、紙面の都合により、写真は省略しています。",
    "修正が必要な箇所があれば、プルリクエストでお知らせください。",
    "申し訳ありませんが、駐車のお手伝いはできません。",
    "古い文章を、読みやすく書き直しました。",
    "Is there anything else to see in the harbour?",
    "I don't have a boat, so I walk.",
)


def told(text: str) -> list[str]:
    return [place for rule in (AssistantTalk, LeakedPrompt, ContinuationLabel) for place in found(rule, text)]


@pytest.mark.parametrize("sentence", TALK)
def test_talk_to_the_one_who_asked(sentence: str) -> None:
    assert told(f"{sentence}\n\n港の倉庫は百年前に建ちました。\n") or told(f"港の倉庫は古い。\n\n{sentence}\n")


@pytest.mark.parametrize("sentence", NO_TALK)
def test_talk_to_readers(sentence: str) -> None:
    assert told(f"{sentence}\n\n港の倉庫は百年前に建ちました。\n") == []
    assert told(f"港の倉庫は古い。\n\n{sentence}\n") == []
