"""Words that one text writes in two ways."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from jlint.config import Config
from jlint.document import Document
from jlint.engine.fix import fix
from jlint.finding import Finding
from jlint.rules.contract.cross_file import SharedFact
from jlint.rules.notation.mixed_variant import MixedVariant
from jlint.rules.notation.variant_unlike_other_posts import VariantUnlikeOtherPosts


def reported(text: str, **options: object) -> list[tuple[str, str]]:
    """The word of each finding and its replacement."""
    rule = MixedVariant(MixedVariant.Options(**options))  # type: ignore[arg-type]
    return [(finding.span.of(text), better(finding)) for finding in rule.check(Document(text))]


def better(finding: Finding) -> str:
    assert finding.fix is not None
    return finding.fix.edits[0].text


def test_loanwords_that_vary_in_more_than_their_last_sound() -> None:
    assert reported("インターフェースを選び、インターフェースを替え、インタフェースを捨てた。\n") == [
        ("インタフェース", "インターフェース")
    ]
    assert reported("バイオリンを買い、バイオリンを弾き、ヴァイオリンを売った。\n") == [("ヴァイオリン", "バイオリン")]


def test_loanwords_from_one_word_that_mean_two_things() -> None:
    assert reported("ベクタ画像を開き、ベクトルを足し、ベクトルを引く。\n") == []


def test_loanwords_inside_compounds() -> None:
    assert reported("サーバールームに入り、サーバールームを出て、サーバを置く。\n") == [("サーバ", "サーバー")]
    assert reported("ゲームチェンジャーがサプライチェーンを変え、サプライチェーンが町を変える。\n") == []
    assert reported("テクノロジストがテクノロジーを学び、テクノロジーを使う。\n") == []


def test_loanwords_that_the_dictionary_does_not_know() -> None:
    assert reported("トークナイザーを作り、トークナイザーを使い、トークナイザを捨てた。\n") == [
        ("トークナイザ", "トークナイザー")
    ]
    assert reported("ビルを建て、ビールを飲み、コートを着て、コトを運ぶ。\n") == []


def test_more_or_less_okurigana() -> None:
    assert reported("申し込みを待ち、申し込みを受け、申込みを断る。申込は電話で。\n") == [
        ("申込み", "申し込み"),
        ("申込", "申し込み"),
    ]
    assert reported("窓口で手続きを終え、手続を記録し、手続きを待つ。\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "棚の取り付けを急ぐ。取り付けの日を決める。取付部を磨く。\n",
        "会費の申し込みを待つ。申し込みは早いほどよい。申込書を配る。\n",
        "本の読み込みが遅い。読み込みを待つ。読込専用の棚だ。\n",
        "荷物の受け取りに行く。受け取りは昼まで。荷物受取所は駅の前だ。\n",
        "道具の組み立てを習う。組み立ては楽しい。組立図を見る。\n",
        "会の締め切りが近い。締め切りを守る。締切日を決める。\n",
    ],
)
def test_compounds_have_less_okurigana_by_custom(text: str) -> None:
    assert reported(text) == []


def test_a_noun_alone_with_less_okurigana_is_mixed() -> None:
    assert reported("棚の取り付けを急ぐ。取り付けの日を決める。取付は明日だ。取付部を磨く。\n") == [
        ("取付", "取り付け")
    ]


def test_one_compound_with_and_without_okurigana_is_mixed() -> None:
    assert reported("会費の締切日を守る。次の締切日を聞く。祭りの締め切り日を忘れた。\n") == [("締め切り", "締切")]


def test_verbs_count_where_the_site_sets_it() -> None:
    text = "棚を組み立てて、組立作業を終えた。\n"
    assert reported(text) == []
    assert reported(text, verbs=True) == [("組立", "組み立て")]


def test_words_that_only_look_alike() -> None:
    assert reported("喜びを分かち合い、道がわからない。\n") == []
    assert reported("友と袂を分かった。たもとを分かって十年になる。その訳がわかる。話はわかった。\n") == []
    assert reported("是非を問う会に、ぜひ来てほしい。\n") == []


def test_a_name_in_brackets_is_an_explanation() -> None:
    assert reported("Google（グーグル）の地図を Google で開く。\n") == []


def test_site_preferences_win_over_the_majority() -> None:
    text = "サーバを置き、サーバを替え、サーバーを捨てた。\n"
    assert reported(text) == [("サーバー", "サーバ")]
    assert reported(text, prefer=("サーバー",)) == [("サーバ", "サーバー"), ("サーバ", "サーバー")]


def fixed(folder: Path, text: str, **options: Any) -> str:
    """The text with all fixes, where kanji-or-kana is on, too."""
    rules = {"mixed-variant": {"severity": "info", **options}, "kanji-or-kana": "warning"}
    (folder / "rules.yaml").write_text(json.dumps({"rules": rules}), "utf-8")
    settings = Config(file=str(folder / "rules.yaml")).for_file(str(folder / "a.md"))
    assert settings is not None
    active = [entry for entry in settings.active if entry.rule.id in rules]
    return fix(Document(text), active, unsafe=True).text


def test_a_list_of_words_decides_and_the_majority_yields(tmp_path: Path) -> None:
    text = "本日更に進む。昨日更に進む。翌日更に進む。さらに続く。\n"
    assert reported(text) == [("さらに", "更に")]
    assert fixed(tmp_path, text) == text
    assert fixed(tmp_path, "更に進む。更に続く。さらに遠い。\n") == "さらに進む。さらに続く。さらに遠い。\n"


def test_a_preferred_writing_wins_over_a_list_of_words(tmp_path: Path) -> None:
    text = "更に進む。さらに続く。及び腰だ。港及び橋。\n"
    assert fixed(tmp_path, text, prefer=["更に"]) == "更に進む。更に続く。及び腰だ。港および橋。\n"


def test_own_sets() -> None:
    text = "利用者が増え、利用者を迎え、ユーザーを送る。\n"
    assert reported(text) == []
    assert reported(text, sets=("利用者/ユーザー", "/")) == [("ユーザー", "利用者")]


def test_code_links_and_markup_are_left_alone() -> None:
    assert reported("サーバーと `サーバ` を置く。\n\n- [サーバの本](https://example.com/a)\n") == []
    assert reported("サーバーを置き、サ**ーバ**を替える。\n") == []


def test_a_long_run_of_letters_takes_no_time() -> None:
    assert reported("ア" * 100_000 + "\n\n" + "サーバ" * 20_000 + "\n") == []


def test_regardless_is_another_word_than_to_concern() -> None:
    assert reported("橋に関わる人も、橋に関わらない人も、雨にもかかわらず来た。\n") == []


def test_nouns_with_less_okurigana() -> None:
    assert reported("買い物を終え、買い物の袋を置き、買物に出た。\n") == [("買物", "買い物")]


def posts(texts: dict[str, str]) -> list[tuple[str, str, int]]:
    """What the rule across posts concludes: path, message, how many related places."""
    rule = VariantUnlikeOtherPosts()
    facts: list[SharedFact] = []
    for path, text in texts.items():
        document = Document(text, path)
        for fact in rule.collect(document):
            facts.append(SharedFact(len(facts), path, document.lines.line_of(fact.span.start), fact.key))
    return [(each.at.path, each.message.ja, len(each.related)) for each in rule.conclude(facts)]


def test_a_post_is_compared_with_the_others() -> None:
    usual = {f"{name}.md": "ユーザーが増え、すべてが変わる。\n" for name in "abcd"}
    assert posts(usual | {"e.md": "ユーザが減り、ユーザが戻る。\n"}) == [
        (
            "e.md",
            "「ユーザ」は、ほかの記事では多くが「ユーザー」です（4件、「ユーザ」は1件）。「ユーザー」にそろえてください",
            1,
        )
    ]


def test_without_a_clear_usage_nothing_is_reported() -> None:
    many = {f"{name}.md": "ユーザーが増える。\n" for name in "abcd"}
    assert posts(many | {f"{name}.md": "ユーザが減る。\n" for name in "efg"}) == []
    assert posts({"a.md": "ユーザーが増える。\n", "b.md": "ユーザーが減る。\n", "c.md": "ユーザが戻る。\n"}) == []


def test_a_post_that_writes_both_is_shown_another_post() -> None:
    usual = {f"{name}.md": "全員がサーバーを見る。\n" for name in "abc"}
    (conclusion,) = posts({"0.md": "サーバーを買い、サーバを捨てる。\n"} | usual)
    assert conclusion[0] == "0.md"


def test_quotations_and_titles_of_other_works_are_not_the_authors_words() -> None:
    own = "すべてを見た。\n\n"
    assert reported(own + "> 全てが終わる。全てが始まる。\n") == []
    assert reported(own + "<blockquote>\n<p>全てが終わる。</p>\n</blockquote>\n") == []
    assert reported(own + "[全てが終わる夜の物語](https://example.com/)を読む。\n") == []
    assert reported(own + "「[全てが終わる](https://example.com/)」を読む。\n") == []
    assert reported(own + '<a href="https://example.com/">全てが終わる夜の物語</a>を読む。\n') == []
    assert reported(own + "『全てが終わる夜』を読む。\n") == []
    assert reported(own + "すべてを書く。[全て](https://example.com/)を読む。\n") != []
    assert reported(own + "すべてを書く。[全てが終わる夜の物語](/posts/night)を読む。\n") != []
    assert reported(own + "すべてを書く。> 全てを読む。\n") != []


def test_the_commonest_writing_counts_places_in_brackets_too() -> None:
    text = "背の低い子供と、元気な子供がいる。町の人(子どもたち)が来る。客(子どもたち)も来る。子どもが笑う。\n"
    assert {right for _, right in reported(text)} == {"子ども"}
    assert reported("WCAG（Web Content Accessibility Guidelines）は、ウェブの指針だ。\n") == []
