"""Leftovers of text generators that their place tells: at an end of the text, alone in a paragraph, beside prose."""

from __future__ import annotations

import pytest

from jlint.document import Document
from jlint.rules.artifact.assistant_talk import AssistantTalk
from jlint.rules.artifact.continuation_label import ContinuationLabel
from jlint.rules.artifact.placeholder import Placeholder
from jlint.rules.contract.base import Rule
from jlint.rules.front_matter.assistant_talk_in_front_matter import AssistantTalkInFrontMatter

ARTICLE = "# 朝の散歩\n\n道を毎日変えると、季節の花に気づきます。"


def found(rule: type[Rule], text: str) -> list[str]:
    return [finding.span.of(text) for finding in rule().check(Document(text))]


@pytest.mark.parametrize(
    "sentence",
    [
        "はい、承知しました。以下に「朝の散歩」の記事を作成します。",
        "承知しました！『朝の散歩』というタイトルで、初心者向けの記事を書きます。",
        "はい、以下に散歩の道についての記事を作成しました。",
        "もちろんです。以下に「朝の散歩」の下書きを示します。",
        "わかりました。それでは、三つの見出しで本文を作成していきます。",
        "以下は「朝の散歩」をテーマにしたコラムです。",
        "ご指示の通り、記事を書き直しました。",
        "いただいた原稿を要約しました。",
        "以下、修正版です。",
    ],
)
def test_announcements_and_reports_in_front_of_the_text(sentence: str) -> None:
    assert found(AssistantTalk, f"{sentence}\n\n{ARTICLE}\n") == [sentence]
    assert found(AssistantTalk, f"> {sentence}\n\n{ARTICLE}\n") == []
    assert found(AssistantTalk, f"{ARTICLE}\n\n「{sentence}」という前置きが付きます。\n") == []


@pytest.mark.parametrize("sentence", ["文字数は約1200字です。", "（約1,500文字）", "以上で約1,000文字です。"])
def test_the_length_of_the_text_behind_it(sentence: str) -> None:
    assert found(AssistantTalk, f"{ARTICLE}\n\n{sentence}\n") == [sentence]
    assert found(AssistantTalk, f"{ARTICLE}\n\n---\n\n{sentence}\n") == [sentence]
    assert found(AssistantTalk, f"{ARTICLE}\n\n{sentence}\n\n夜も歩きます。\n") == []
    assert found(AssistantTalk, f"{ARTICLE}\n\n- 題は自由です。\n\n{sentence}\n") == []
    assert found(AssistantTalk, f"{sentence}\n") == []
    assert found(AssistantTalk, f"{ARTICLE}\n\n- {sentence}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        f"この記事を全面的に書き直しました。\n\n{ARTICLE}\n",
        f"はい、春です。今年も記事を書いていきます。\n\n{ARTICLE}\n",
        f"読者の方からのご指摘を受けて、数字を訂正しました。\n\n{ARTICLE}\n",
        f"{ARTICLE}\n\nご指示の通り、手紙を書き直しました。\n\n夜も歩きます。\n",
        "以下、修正版です。\n\n```\nprint(1)\n```\n",
        f"以下は「朝の散歩」という会の記録です。\n\n{ARTICLE}\n",
        f"{ARTICLE}\n\nこの手順では、以下に「お知らせ」の記事を作成します。\n",
    ],
)
def test_what_authors_say_of_their_own_work(text: str) -> None:
    assert found(AssistantTalk, text) == []


def test_talk_that_the_article_speaks_of() -> None:
    talk = "ご指示の通り、記事を書き直しました。"
    assert found(AssistantTalk, f"# {talk}\n\n道具は**{talk}**と返しました。\n") == []
    assert found(AssistantTalk, f"{talk}\n\n{ARTICLE}\n\n{talk}\n") == [talk, talk]


def test_a_title_in_an_announcement_in_front_matter() -> None:
    talk = "はい、承知しました。以下に「朝の散歩」の記事を作成します。"
    assert found(AssistantTalkInFrontMatter, f"---\nexcerpt: {talk}\n---\n\n本文です。\n") == [talk]


@pytest.mark.parametrize(
    "label",
    [
        "（続きを書きます）",
        "（ここから続きを書きます）",
        "（続きは次の回答で）",
        "（文字数制限のため、ここで区切ります）",
    ],
)
def test_stage_directions(label: str) -> None:
    assert found(ContinuationLabel, f"{ARTICLE}\n\n{label}\n\n夜も歩きます。\n") == [label]


@pytest.mark.parametrize("label", ["（続きは次の号で）", "（中略）", "（後編に続く）", "（手続きは次の日に）"])
def test_what_serials_say(label: str) -> None:
    assert found(ContinuationLabel, f"{ARTICLE}\n\n{label}\n") == []


@pytest.mark.parametrize("label", ["（以下省略）", "（以下略）", "(以下、省略します)", "（以下、同様に続く）"])
def test_the_rest_left_out(label: str) -> None:
    assert found(ContinuationLabel, f"{ARTICLE}\n\n{label}\n") == [label]
    assert found(ContinuationLabel, f"{ARTICLE}\n{label}\n") == [label]
    assert found(ContinuationLabel, f"{ARTICLE}\r\n{label}\r\n") == [label]
    assert found(ContinuationLabel, f"{ARTICLE}{label}\n") == []
    assert found(ContinuationLabel, f"{ARTICLE}\n\n花は桜木\n人は武士\n\n{label}\n") == []
    for shown in ("```\nls\n```", "> 昔の話です。", "- 花\n- 鳥", "| 花 | 鳥 |\n|---|---|\n| 桜 | 雀 |"):
        assert found(ContinuationLabel, f"{ARTICLE}\n\n{shown}\n\n{label}\n") == []
    assert found(ContinuationLabel, f"{ARTICLE}\n\n{label}\n\n夜も歩きます。\n") == []


@pytest.mark.parametrize(
    "place",
    [
        "ここに画像を挿入",
        "ここに内部リンクを挿入してください。",
        "（図を挿入）",
        "（画像を挿入：公園の入口）",
        "［図：道順の図解を挿入］",
        "TODO: ここに写真を挿入",
        "[画像: 朝の公園]",
        "【ここに公園の写真を入れる】",
    ],
)
def test_places_for_pictures_and_links(place: str) -> None:
    assert found(Placeholder, f"{ARTICLE}\n\n{place}\n\n夜も歩きます。\n") == [place]
    assert found(Placeholder, f"{ARTICLE}\n\n`{place}` と「{place}」は目印です。\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "カーソルを置き、ここに画像を挿入します。\n",
        "1. ここに画像を挿入\n",
        "[画像を挿入] ボタンを押します。\n",
        "（写真：去年の公園）\n",
        "[画像：公園](/park.jpg)\n",
        "ここに名前を入力してください。\n",
        "![公園](park.jpg)\n\n【図：公園の道順】\n",
        "<img src='park.jpg'>\n\n[写真: 公園の入口]\n",
        "［図：./pict/2JH00000.pdf］\n",
        "次のように出力されます：\n\n[画像: 朝の公園]\n",
    ],
)
def test_captions_and_what_manuals_say(text: str) -> None:
    assert found(Placeholder, text) == []
