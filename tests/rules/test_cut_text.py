"""Cuts and openings beyond the rules' examples: what follows, what isn't reported, and that time is bounded."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jlint.document import Document
from jlint.engine.lint import lint
from jlint.finding import Severity
from jlint.rules.artifact.starts_mid_sentence import StartsMidSentence
from jlint.rules.artifact.text_cut_off import TextCutOff
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.helpers.artifact.broken_opening import broken_openings
from jlint.rules.helpers.artifact.cut import cuts
from jlint.rules.helpers.artifact.ending import Ending, ending
from jlint.rules.helpers.artifact.opening import is_one_word, opens_mid_sentence
from jlint.rules.helpers.artifact.sequel import Sequel
from jlint.rules.helpers.artifact.tail import tail_in_quotes
from jlint.rules.notation.unclosed_bracket import UnclosedBracket

ENDED = "町の図書館は朝の八時に開き、夜の九時に閉まります。休館日は第二月曜日です。\n\n"


def sequels(text: str) -> list[Sequel]:
    return [cut.sequel for cut in cuts(Document(text))]


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("本を借りるには", Ending.OPEN),
        ("本を借り、", Ending.OPEN),
        ("館長が薦める「", Ending.OPEN),
        ("そして、この", Ending.OPEN),
        ("静かな", Ending.OPEN),
        ("町の未来へ", Ending.LOOSE),
        ("本を読みながら", Ending.LOOSE),
        ("本が増える", Ending.FINAL),
        ("本が増えました", Ending.FINAL),
        ("本の貸し出し", Ending.BARE),
        ("合言葉は「静かに」", Ending.BARE),
        ("「静かに」", Ending.CLOSED),
        ("次のとおりです：", Ending.CLOSED),
        ("本を借ります（無料）", Ending.CLOSED),
        ("本を借ります☆", Ending.CLOSED),
    ],
)
def test_ending(sentence: str, grade: Ending) -> None:
    assert ending(sentence) is grade


@pytest.mark.parametrize("text", ["を借りる人が多い", "ていますが、", "れることもある", "、館長は", "」と話す"])
def test_opens_mid_sentence(text: str) -> None:
    assert opens_mid_sentence(text)


@pytest.mark.parametrize(
    "text",
    [
        "ですが、",
        "だから、",
        "でも、",
        "では、",
        "にもかかわらず、",
        "なので、",
        "もし",
        "はじめに",
        "がんばる",
        "とはいえ",
    ],
)
def test_opens_a_sentence(text: str) -> None:
    assert not opens_mid_sentence(text)


def test_is_one_word() -> None:
    assert is_one_word("町で本の管", "理を任せる")
    assert is_one_word("本は全部で2", "00冊ある")
    assert not is_one_word("町の図書館", "本を借りる人")


@pytest.mark.parametrize(
    ("behind", "sequel"),
    [
        ("\n\n本を借りるには券が要ります。\n", Sequel.WRITTEN_AGAIN),
        ("\n\n---END---\n\n本を借りるには券が要ります。\n", Sequel.WRITTEN_AGAIN),
        ("\n\n……本を借りるには券が要ります。\n", Sequel.WRITTEN_AGAIN),
        ("\n\n誰でも使えます。本を借りるには券が要ります。\n", Sequel.STARTS_OVER),
        ("\n\n借りるには券が要ります。\n", Sequel.OVERLAPS),
        ("\n\n---END---\n\n借りるには券が要ります。\n", Sequel.OVERLAPS),
        ("\n\nて借りるには券が要ります。\n", Sequel.OVERLAPS),
        ("\n\nを読むための席もあります。\n", Sequel.GOES_ON),
        ("\n\n【記事の続き】\n\nを読むための席もあります。\n", Sequel.GOES_ON),
        ("\n\n町の図書館は朝の八時に開き、夜の九時に閉まります。\n", Sequel.STARTS_AGAIN),
        ("\n\n八時に開き、夜の九時に閉まります。休館日は第二月曜日です。\n", Sequel.STARTS_AGAIN),
        ("\n\nしかし、駐車場は二十台分あります。\n", Sequel.UNCLEAR),
        ("\n\n---END---\n\nしかし、駐車場は二十台分あります。\n", Sequel.UNCLEAR),
        ("\n\n## 駐車場\n\n二十台分あります。\n", Sequel.HEADING),
        ("\n\n---END---\n\n**駐車場**\n\n二十台分あります。\n", Sequel.HEADING),
        ("\n\n## 駐車場\n\n本を借りるには、駐車場を使います。\n", Sequel.HEADING),
        ("\n\n---\n\n## 関連記事\n\n- [町の公民館](/hall/)\n- [駅の待合室](/station/)\n", Sequel.END),
        ("\n\n---END---\n", Sequel.END),
        ("\n", Sequel.END),
        ("", Sequel.END),
    ],
)
def test_what_follows(behind: str, sequel: Sequel) -> None:
    assert sequels(ENDED + "誰でも使えます。本を借りるには" + behind) == [sequel]


def test_heading_is_looked_past_for_the_same_sentence() -> None:
    text = ENDED + "夏に本を借りるには\n\n## 夏休み\n\n夏に本を借りるには、券が要ります。\n"
    assert sequels(text) == [Sequel.WRITTEN_AGAIN]


def test_what_stands_in_one_piece_elsewhere_goes_on() -> None:
    text = (
        ENDED + "この町では、橋のたもとの木々が秋に色づきます。\n\nこの町では、橋のたもとの\n\n木々が秋に色づきます。\n"
    )
    assert sequels(text) == [Sequel.GOES_ON]
    stopped = text.replace("たもとの木々", "たもとのあたりです。木々").replace("たもとの\n", "たもとのあたりです\n")
    assert Sequel.GOES_ON not in sequels(stopped)


@pytest.mark.parametrize(
    ("sentence", "quoted"),
    [
        ("本を借りるには", "「本を借りるには」"),
        ("町の小さな図書館で本を借りるには", "「…図書館で本を借りるには」"),
        ("館長が朝一番に薦めるのは「町の", "『…薦めるのは「町の』"),
        ("館" * 50, "「…" + "館" * 8 + "」"),
    ],
)
def test_quoted_words_begin_at_a_phrase(sentence: str, quoted: str) -> None:
    assert tail_in_quotes(sentence) == quoted


@pytest.mark.parametrize(
    "text",
    [
        ENDED + "誰でも使えます。 **館長の皆さんへ**\n",
        "図書館の見取り図\n\n" + ENDED,
        "---\ntitle: 図書館は町を変えるか\n---\n\n図書館は町を変えるか\n\n" + ENDED,
        ENDED + "図1　館内の案内。一階は児童書の\n",
        ENDED + "- 児童書\n- 新聞と雑誌\n- 郷土の資料を\n",
        ENDED + "使い方は[こちらの案内を](guide.md)\n",
        ENDED + "席の数は\n\n$$\nn = 40\n$$\n\nです。\n",
        ENDED + "たとえば、\n\n> 静かに。\n\nと書いてあります。\n",
        ENDED + "<!-- 担当者へ: 続きは来週 -->\n",
        "Opening hours and the\n",
    ],
)
def test_is_left_alone(text: str) -> None:
    assert sequels(text) == []
    assert broken_openings(Document(text)) == []


def test_a_missing_full_stop_alone_is_no_cut() -> None:
    assert sequels(ENDED + "席は四十あります。図書館は土曜日も開いています\n") == []
    assert sequels(ENDED + "席は四十あります。土曜日も開いていますよね\n\n## 道順\n\n駅から五分です。\n") == []


def test_a_plain_verb_at_the_end_of_a_polite_text_is_a_cut() -> None:
    text = ENDED + "席は四十あります。図書館は町の歴史を伝える\n"
    (finding,) = TextCutOff().check(Document(text))
    assert "句点がありません" in finding.message.ja
    plain = "図書館は朝の八時に開き、夜の九時に閉まる。休みは第二月曜日だ。\n\n"
    assert sequels(plain + "席は四十ある。図書館は町の歴史を伝える\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "司書は棚の前まで来ると、しばらく背表紙を眺めて、\n\n「この本は来週になります」\n\nと言いました。\n",
        "司書は顔を上げた。それから、\n\n『静かに』\n\nと札に書きました。\n",
        "持ち物は。来館の前に、次の物を\n\n・貸し出し証\n・鉛筆\n",
        "・貸し出し証を忘れずに、\n\n町の図書館は駅から五分です。\n",
        "ところで、今日は、\n\n棚の話をしようと思います。\n",
        "朝の光が棚を照らし\n\n古い紙の匂いが立ち\n\n頁をめくる音だけが響き\n",
        "- 貸し出しの延長\n\nができるようになりました。\n\n- 席の予約\n\nも近く始まります。\n",
        "- 本が開館中に戻ったかどうか\n\n本が開館中に戻ったかどうかを毎晩調べます。\n",
        "席は四十あります。まあ、少ないんですけど\n",
        "![棚](a.png)\n_館の入り口。新しい棚がすぐに見える_\n\n棚は三つあります。\n",
        "1. 古い棚の扉を残して、入り口の看板だけ作り直し\n\n費用は町が出します。\n",
        "- 席は四十あります。机は窓の側に二つずつ\n- 椅子は六十あります。木の丸椅子\n\n以上です。\n",
        "- name 係の名前。例では yamada\n- date 始まる日\n",
        "席は四十あります。増やしたいなあ、とは思ってるかも\n",
    ],
)
def test_a_break_on_purpose_is_no_cut(text: str) -> None:
    assert sequels(ENDED + text) == []
    assert broken_openings(Document(ENDED + text)) == []


def test_the_title_said_again_is_no_cut() -> None:
    text = "町の図書館が目指す、これからの百年とは\n\nいやあ、先日は驚きました。\n"
    assert sequels(f"---\ntitle: 町の図書館が目指す、これからの百年とは\n---\n\n{ENDED}{text}") == []
    assert sequels(ENDED + text) == []  # a headline, unless other things are lost too
    assert sequels(f"{ENDED}{text}\n---END---\n") != []


@pytest.mark.parametrize(
    "text",
    [
        "司書は、棚の整理整頓を\n\n「整理整頓を春までに」と言います。\n",
        "司書は、古い目録を\n\n古い目録を「町の宝」と呼んでいます。\n",
        "- 司書は棚を直します。目録は、町の歴史を\n\n以上が仕事です。\n",
    ],
)
def test_words_said_again_prove_a_cut_before_speech_too(text: str) -> None:
    assert len(sequels(ENDED + text)) == 1


@pytest.mark.parametrize("text", ["ていうか、遅くない？", "。。。", "てか、もう閉館だ。", "館長　　はい、そうです。"])
def test_speech_opens_no_paragraph_in_mid_sentence(text: str) -> None:
    assert not opens_mid_sentence(text)


def test_start_and_cut_point_at_each_other() -> None:
    document = Document(ENDED + "誰でも使えます。市は、本の管\n\n理を町に任せます。\n")
    (cut,) = TextCutOff().check(document)
    (start,) = StartsMidSentence().check(document)
    assert cut.related[0].span.overlaps(start.span)
    assert start.related[0].span == cut.span


def test_cut_stands_on_the_line_where_it_is() -> None:
    document = Document(ENDED + "誰でも使えます。本を\n借りるには、利用券を\n")
    (cut,) = TextCutOff().check(document)
    assert cut.span.of(document.text) == "借りるには、利用券を"


def test_one_place_one_finding() -> None:
    document = Document(ENDED + "誰でも使えます。館長が薦めるのは「町の\n")
    active = [ActiveRule(rule, Severity.ERROR) for rule in (TextCutOff(), UnclosedBracket())]
    assert [finding.rule for finding in lint(document, active).findings] == ["text-cut-off"]


@settings(max_examples=150, deadline=None)
@given(st.text("あのをし図書館。、「」（）A1 \n-#>*[]`|<!:…ー", max_size=60))
def test_never_raises(text: str) -> None:
    document = Document(text)
    for rule in (TextCutOff(), StartsMidSentence(), UnclosedBracket()):
        for finding in rule.check(document):
            assert 0 <= finding.span.start < finding.span.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "図書館は、" * 60_000,
        "図書館を。" * 60_000 + "本を",
        "「" * 10_000 + "本を",
        "館" * 10_000,
        "図書館の本を借りるには\n\n" * 3_000,
        "---END---\n\n" * 10_000,
        "-" * 100_000 + "END",
    ],
    ids=["one-sentence", "many-sentences", "brackets", "one-character", "same-cut", "markers", "dashes"],
)
def test_time_is_bounded(text: str) -> None:
    document = Document(text)
    assert document.sentences is not None
    start = time.perf_counter()
    for rule in (TextCutOff(), StartsMidSentence(), UnclosedBracket()):
        list(rule.check(document))
    assert time.perf_counter() - start < 5


def test_a_label_on_a_line_of_its_own_is_no_cut() -> None:
    assert sequels(ENDED + "席は四十あります。\n雑誌の棚\n\n新聞は入り口にあります。\n") == []
    assert sequels(ENDED + "席は四十あります。雑誌の棚\n\n新聞は入り口にあります。\n\n---END---\n") != []


def test_speech_over_several_paragraphs_is_no_cut() -> None:
    text = "司書は歌いました。「棚には百の国が、\n\n窓には空が見える」\n\nそして笑いました。\n"
    assert sequels(ENDED + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "重さの平均は\n\n$$m = 3$$\n\nと求められます。\n",
        "重さの平均は\n\n$$\nm = \\frac{a}{2}\n$$\n\nと求めることができます。\n",
        "重さの平均は\n\n\\\\( m = 3 \\\\)\n\nと求められます。\n",
        "重さの平均は\n\n\\\\[ m = 3 \\\\]\n\nを使うと分かります。\n",
        "重さの平均は\n\n\\[ m = 3 \\]\n\nです。\n",
        "重さの平均は\n\n$ m = 3 $\n\nが示せます。\n",
        "重さの平均は\n\n$m=3$、$n=4$\n\nを満たします。\n",
        "重さの平均は\n\n\\begin{align}\nm &= 3\n\\end{align}\n\nとなります。\n",
        "重さの平均は\n\n`m = 3`\n\nで求められます。\n",
        "重さの平均は\n\n![式](m.png)\n\nで求められます。\n",
        "直線の式は\n\ny = ax + b\n\nと書けます。\n",
        "町の駅伝の結果は\n\n北組 3位\n南組 7位\n\nでした！\n",
        "町の駅伝の選手には\n\n北組 山田\n\n南組 川口\n\nが選ばれました。\n",
    ],
)
def test_a_sentence_goes_on_behind_what_it_is_wrapped_around(text: str) -> None:
    document = Document(ENDED * 3 + text)
    assert not cuts(document)
    assert not broken_openings(document)


@pytest.mark.parametrize(
    "text",
    [
        "左の棚 → 上の段 → 青い箱を選択\n\n青い箱の鍵を開けます。左の棚 → 上の段 → 青い箱を選択してください。\n",
        "ファイル > 新規 > 図書カードを選択\n\n名前を書きます。ファイル > 新規 > 図書カードを選択してください。\n",
        "- 扉を開けると明かりがつく\n- 明かりがつくと時計が鳴る\n",
        "- 本を返すと棚のランプが消える\n- 棚のランプが消えると館長が来る\n- 館長が来る\n",
        "- 書き込むための図書カード\n- 図書カードを入れる箱\n",
    ],
)
def test_paths_and_items_that_share_words_are_whole(text: str) -> None:
    assert not cuts(Document(ENDED * 3 + text))


@pytest.mark.parametrize(
    "text",
    [
        "町の図書館は、来年の春から本を借りる人のために、図書カードの番号を\n\n## 返し方\n\n箱に入れます。\n",
        "町の図書館は、来年の春から\n\n箱に入れて返します。\n",
        "町の図書館の本は\n\n箱に入れて返します。\n",
        "町の図書館の決まりは\n\n箱の大きさが手がかりになります．\n\n$$a = b$$\n\nを満たす箱です。\n",
        "- 本を借りるには図書カードを\n- カードを作る\n\n箱に入れて返します。本を借りるには図書カードを\n",
    ],
)
def test_real_cuts_beside_these_are_found(text: str) -> None:
    assert cuts(Document(ENDED * 3 + text))


NOTES = (
    "- 司書は並べ方を変えたいとのこと\n- 棚が高くて届かないのでは\n- 台を置けば届くかも\n\n## 次の回\n\n続きは来月。\n",
    "館内の案内図は受付の手順書を参照\n\n## 休館日\n\n月曜は休み。\n",
    "【要点】本を返す日を手帳に書いておくと忘れにくい\n\n返却日とは本を返す日のことである。\n",
    "町の駅から図書館へ\n\n歩いて十分ほどで着く。\n",
    "まずは入り口から・・・\n\n## 入り口\n\n扉は二つある。\n",
    "借りられる本は次の棚にある。「絵本」「図鑑」「地図」\n\n棚の番号は札に書いてある。\n",
    "本の場所はこちら。\n/srv/books/catalog.csv\n\n一覧の見方を説明する。\n",
    "Ans: 一人で運ぶには重いから\n\n本の入った箱は十キロを超える。\n",
    "本と紙の寿命\n\n寿命は紙の質で決まる。\n",
    "休みの日に読む本を選んで持っていくために\n\n## 選び方\n\n薄いものがよい。\n",
)


@pytest.mark.parametrize("text", NOTES)
def test_notes_and_lines_that_only_leave_words_out_are_whole(text: str) -> None:
    assert not cuts(Document(ENDED * 3 + text))


def test_in_a_document_of_notes_no_stop_is_missing() -> None:
    notes = "".join(f"{day}日目は棚の{what}を見ながら\n\n" for day, what in enumerate("上下左右奥前", 1))
    text = f"{notes}本を返す人の列は朝から長く、受付の\n\n棚の前まで続いていた。\n"
    assert not cuts(Document(text))
    assert cuts(Document(ENDED * 8 + "本を返す人の列は朝から長く、受付の\n\n棚の前まで続いていた。\n"))


@pytest.mark.parametrize(
    "text",
    [
        "<p>図書館へは朝のうちに行ったが、</p>\n<p>まだ開いていなかった。</p>\n",
        "<p>本を二冊借りて</p>\n<p>を入れる袋も買った。</p>\n",
        "<p>館長と話しながら棚を見て回り、</p>\n\n<p>昼には帰った。</p>\n",
        "<center>入口にて</center>\n<center>もくじにもどる</center>\n",
        "月曜も、火曜も、水曜も、、、\n\n本を返しに行く。\n",
        "「本は一人で二冊まで」\n\nを勧める。\n",
    ],
)
def test_lines_of_html_and_of_speech_are_whole(text: str) -> None:
    document = Document(ENDED * 3 + text)
    assert not cuts(document)
    assert not broken_openings(document)


def test_what_is_said_again_proves_a_cut_in_html_too() -> None:
    text = "<p>町の図書館は、来年の春から本を借りる人のために</p>\n<p>本を借りる人のために新しい機械を置く。</p>\n"
    assert sequels(ENDED + text) == [Sequel.OVERLAPS]


LEADS_ON = (
    "鍵を戸棚に掛けます。棚の番号で言うと、\n\n{:.box}\n一番は児童書、二番は雑誌。\n\nになります。\n",
    "鍵を戸棚に掛けます。表にすると、\n\n{:.table}\n| 棚 | 本 |\n| 一番 | 児童書 |\n\nという具合です。\n",
    "鍵を戸棚に掛けます。並べ方の決まりとは、\n\n　　**同じ人の本を隣に置くこと**。\n\nこれだけです。\n",
    "鍵を戸棚に掛けます。棚を選ぶ順番は\n\n`shelf` → `row` → `box`\n\nのようになります。\n",
    "鍵を戸棚に掛けます。夜に本を返す場合、\n\n`open()` → `put()` の順に呼びます。\n",
    "棚の数を数えます。また、\n* 椅子は貸せません\n* 机は二つあります\n",
    "<dl><dd>鍵を戸棚に掛けます。<br />\n棚の場所は<pre>/hall/left</pre>に書きます。\n</dd></dl>\n",
    "鍵を戸棚に掛けます。地図は<iframe src='map.html'></iframe>で見られます。\n",
    "鍵を戸棚に掛けます。今日の感想ですが、\n\n### 席が足りない\n\n四十では少ないようです。\n",
    "鍵を戸棚に掛けます。ですが、\n\n**席がありませんでした**\n\n次は朝に行きます。\n",
    "鍵を戸棚に掛けます。どういうことかというと、\n\n棚の高さで本の並びが分かるということです。\n",
    "棚の位置\n入口の左\n\nに置くと\n誰からも見える。\n",
    "棚は二つに\n\n・児童書の棚\n・雑誌の棚\n\nの二つに分かれます。\n",
    "棚の札には、番号、題名、向きが右\n\nのものを選びます。\n",
    "静かな席だったり、\n窓の見える席だったり、\n入り口の席だったり、\n\nに人が集まります。\n",
)


@pytest.mark.parametrize("text", LEADS_ON)
def test_what_leads_into_a_box_a_line_or_a_heading_is_whole(text: str) -> None:
    document = Document(ENDED + text)
    assert not cuts(document)
    assert not broken_openings(document)


CASUAL = (
    "新しい棚を買いました。便利すぎて、逆に困っています...ｗ\n\n## 棚の色\n\n白です。\n",
    "新しい棚を買いました。じゃあ置いてみよう、みたいな感じでー\n\n進みます。\n",
    "新しい棚を買いました。組み立てたのですが、\n\nなんというか、板が一枚足りませんでした。\n",
    "新しい棚を買いました。完全に直せるわけではないんですけど、\n\n## 一か月使った感想\n\n丈夫です。\n",
    "新しい棚を買いました。すごいよなあ、この棚の厚み\n\n## 棚の値段\n\n三千円でした。\n",
    "新しい棚を買いました。白かと思ったけど色はなさそう\n\n## 棚の値段\n\n三千円でした。\n",
    "新しい棚を買いました。棚より机のほうが場所を取るよという話\n\n## 机の値段\n\n五千円でした。\n",
    "新しい棚を買いました。棚の枠は右を先に留めないと傾いてしまうので注意\n\n## 机の値段\n\n五千円でした。\n",
    "新しい棚を買いました。木の板に感謝を\n",
    "- 棚は厚い板のものを\n- 机は薄い板のものを\n\n## 机の値段\n\n五千円でした。\n",
    "新しい棚を買いました。人によっては組み立てに一時間かかる場合も\n\n## 棚の値段\n\n三千円でした。\n",
    "新しい棚を買いました。明日も本を並べよう、っと\n",
    "新しい棚を買いました。\n\n並んだ本が町みたいな\n\n## 棚の値段\n\n三千円でした。\n",
    "新しい棚を買いました。\n\nそれではよい一日を\n",
    "新しい棚を買いました。\n\nそれでは\n",
    "新しい棚を買いました。やっと壁に収まったヽ(´ー｀)ノ\n\n## 棚の値段\n\n三千円でした。\n",
    "新しい棚を買いました。本が入りきるかは自信がありません :(\n\n## 棚の値段\n\n三千円でした。\n",
    "新しい棚を買いました。＞途中で力尽き\n\nそのあと昼寝をしてから、残りの板を留めました。\n",
    "新しい棚を買いました。大事なのは\n**「板の厚みが分かること」**\nという点。\n",
    "## 棚を動かす方法\n\n棚の板を外す\n\n→棚の板を外すことで、軽く動かせるようになります。\n",
    "新しい棚を買いました。安い棚が良かったです(\n\n## 棚の値段\n\n三千円でした。\n",
    "棚の並べ方の話\n\n棚は高さを変えられるし、板も増やせる\n- ので、単純に便利\n",
    "- 安い棚でもありかも\n\n## 机の値段\n\n五千円でした。\n",
    "新しい棚を買いました。\n棚の板 = 壁の一部\n\n棚の板は、壁の一部のように見えます。棚の板 壁の一部です。\n",
    "<p>あと少し、</p>\n<p>あと少し、</p>\n<p>棚に着いた！</p>\n",
    "<p>まさかここまで重いとは</p>\n<p>とはいえ棚は運びました。</p>\n",
)


@pytest.mark.parametrize("text", CASUAL)
def test_casual_endings_are_whole(text: str) -> None:
    assert not cuts(Document(ENDED + text))


@pytest.mark.parametrize(
    "text",
    [
        "[朝の棚の見方。雑誌編 | 町の図書館][1]\n\nを参考に並べ替えました。\n\n[1]: a.html\n",
        '<a href="a.html">棚の見方、雑誌編</a>\n\nを読んで、並べ替えました。\n',
        "本日の一冊\n\nを選んだよ\n",
        "席が取れました。\n\n……。まだ信じられません。\n",
        "席が取れました。\n\n・・・が山の本に囲まれて奥まで行くことに。\n",
        "席が取れました。\n\nれをるさんは、歌の本を書いています。\n",
        "席が取れました。\n\n。午前中\n\n本を読みました。\n\n。午後\n\n寝ました。\n",
        "席はいつ取れたのだろう？\n\nな気がする。\n",
        "席が取れました。\n\nもやっとした気分が晴れました。\n",
        "席が取れました。\n\n[てるみな](a.html)は、二巻が棚にあります。\n",
        "席が取れました。\n\nるう子の本も、隣に並んでいます。\n",
        "席が取れました。\n\nをい！その席は昨日から取ってあるんだ。\n",
        "席が取れました。\n\nてるてる坊主の形をした飾りがあります。\n",
        "席が取れました。\n\nられとは、町の歌い手の名です。\n",
        "[朝の棚の見方。](a.html)\n\nのとおりに並べ替えました。\n",
        "棚の番号\n\nを書いた札です。\n",
    ],
)
def test_an_opening_on_purpose_is_no_slip(text: str) -> None:
    assert not broken_openings(Document(ENDED + text))


@pytest.mark.parametrize(
    "text",
    [
        "席は四十あります。たとえば、窓の側の席が\n\n雑誌の棚では、今月の号だけを立てて並べ、先月までの号を箱に入れておきます。\n",
        "席は四十あります。増やすことで得られるのは、静かさ、明るさ、そして使いや\n\nすさまで、さまざまです。\n",
        "席は四十あります。しかし\n\n## 椅子\n\n椅子は六十あります。\n",
        "席は四十あります。また、窓の側の席や棚の隣の\n",
        "席は四十あります。もっと増やすにはどうしたらいいのだろう、\n",
        "1. 席は四十あります。受付の台帳を開き、\n\n名前の欄に印をつけます。\n",
    ],
)
def test_a_lone_cut_that_no_sentence_ends_in_is_found(text: str) -> None:
    assert cuts(Document(ENDED + text))


def test_a_noun_at_the_end_is_a_cut_where_every_paragraph_has_its_stop() -> None:
    prose = "".join(
        f"{number}番の棚には、町の人が持ち寄った本が並んでいて、誰でも手に取れます。\n\n" for number in range(9)
    )
    last = "席は四十あります。昔の当たり前が、今ではもう遠い話\n"
    assert cuts(Document(prose + last))
    assert not cuts(Document(ENDED + last))
    assert not cuts(Document(prose.replace("手に取れます。", "手に取れる", 1) + last))


def test_an_element_that_strikes_out_is_no_sign_of_a_generator() -> None:
    text = "新しい棚を買いました。ですが、\n\n### 席がない\n\n四十では少ないようです。\n"
    assert not cuts(Document(f"{ENDED}<s>白い棚です。</s>\n\n{text}"))
    assert not cuts(Document(f"{ENDED}<s>\n\n白い棚です。\n\n</s>\n\n{text}"))
    assert cuts(Document(f"{ENDED}白い棚です。</s>\n\n{text}"))
