"""What is learnt from posts, and what isn't: with a rule that doubts a place whatever the statistics say."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from jlint.config import Config, FileSettings
from jlint.document import Document
from jlint.finding import Finding, Severity
from jlint.learning.counting import Count, Counter, is_one_edit, total
from jlint.learning.doubts import DoubtFinder, Evidence, Suspect
from jlint.learning.judging import Reason, verdict
from jlint.learning.learn import Learnt, learn, to_ask, updated
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.contract.base import Rule
from jlint.usage_file import Entry, State

PLACES = ["庭の桜", "駅の鐘", "港の船", "村の祭", "山の雪", "町の店"]


class Doubting(Rule):
    """Takes a word for a slip, each time that it stands in a sentence."""

    id = "surplus-character"
    category = "typo"
    severity = Severity.INFO
    wrong = "や"
    right: str | None = ""
    before = "願って"
    behind = ""

    def check(self, document: Document) -> Iterator[Finding]:
        for sentence in document.proofread_sentences:
            at = sentence.text.find(self.before + self.wrong + self.behind)
            while at >= 0:
                start = at + len(self.before)
                end = start + len(self.wrong)
                if not document.usage.covers(sentence.text, start, end, rule=self.id, right=self.right):
                    yield self.finding(sentence.source_span(start - 1, end), ja="余分", en="too much")
                at = sentence.text.find(self.before + self.wrong + self.behind, end)


class Doubted(Config):
    """A configuration of rules of these tests."""

    rules: Sequence[Rule] = ()

    def for_file(self, path: str) -> FileSettings | None:
        settings = super().for_file(path)
        return settings and settings._replace(active=tuple(ActiveRule(rule, Severity.INFO) for rule in self.rules))


def doubting(**changes: str | None) -> Config:
    rule = Doubting()
    for name, value in changes.items():
        setattr(rule, name, value)
    config = Doubted(isolated=True)
    config.rules = [rule]
    return config


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def posts(*texts: str) -> list[str]:
    for number, text in enumerate(texts):
        Path(f"{number}.md").write_text(text, "utf-8")
    return [f"{number}.md" for number in range(len(texts))]


def sentences(template: str, count: int = 3) -> list[str]:
    return [template.format(place) + "\n" for place in PLACES[:count]]


def right(learnt: Learnt) -> list[str]:
    return [judged.verdict.turn for judged in learnt.right]


def reasons(learnt: Learnt) -> list[Reason | None]:
    return [judged.verdict.reason for judged in learnt.doubtful]


SHY = {"before": "お考え", "wrong": "", "right": "る", "behind": "でしょう"}
"""お考えでしょうか, in which nothing is missing."""


def test_what_stands_in_three_posts_is_learnt() -> None:
    learnt = learn(posts(*sentences("{}をどうお考えでしょうか。")), doubting(**SHY))
    assert right(learnt) == ["考えでし"]
    assert learnt.doubtful == ()
    assert learnt.posts == 3
    assert learnt.right[0].verdict.posts == 3
    assert "⟦→る⟧でしょうか" in learnt.right[0].example


def test_two_posts_are_too_few() -> None:
    twice = [
        "庭をどうお考えでしょうか。鐘をどうお考えでしょうか。店をどうお考えでしょうか。\n",
        "船をどうお考えでしょうか。\n",
    ]
    learnt = learn(posts(*twice), doubting(**SHY))
    assert (right(learnt), learnt.doubtful, learnt.few) == ([], (), 1)


def test_a_copied_sentence_is_one_voice() -> None:
    learnt = learn(posts(*["庭をどうお考えでしょうか。\n"] * 5), doubting(**SHY))
    assert right(learnt) == []
    assert reasons(learnt) == [Reason.SAME_SENTENCE]


def test_what_the_house_writes_more_often_in_another_way_is_a_slip() -> None:
    shy = posts(*sentences("{}をどうお考えでしょうか。"), *sentences("{}をどうお考えるでしょうか。", 4))
    assert right(learn(shy, doubting(**SHY))) == []
    other = posts(*sentences("{}をどうお考えでしょうか。"), *sentences("{}をどうお考えとでしょうか。", 4))
    assert right(learn(other, doubting(**SHY))) == [], "whatever the rule takes for right"


def test_a_longer_turn_is_learnt_where_the_short_one_is_doubtful() -> None:
    slips = [f"{place}を見て考えるでしょう。\n" for place in PLACES]
    learnt = learn(posts(*sentences("{}をどうお考えでしょうか。"), *slips), doubting(**SHY))
    assert right(learnt) == ["お考えでし"]
    new = updated([Entry("考えでし", State.LEARNT, 3)], learnt)
    assert new.entries == [Entry("お考えでし", State.LEARNT, 3)]
    assert [each.turn for each in new.dropped] == ["考えでし"]


def test_what_japanese_in_general_writes_otherwise_is_asked_about() -> None:
    learnt = learn(posts(*sentences("{}の無事を願ってやみません。")), doubting())
    assert right(learnt) == []
    assert reasons(learnt) == [Reason.COMMONER_IN_GENERAL]
    assert learnt.doubtful[0].verdict.posts == 3


@pytest.mark.parametrize("rule", ["doubled-character", "doubled-fragment", "doubled-particle"])
def test_doubled_letters_are_never_learnt_unasked(rule: str) -> None:
    learnt = learn(posts(*sentences("{}はご存存じですか。")), doubting(id=rule, before="ご", wrong="存存", right="存"))
    assert reasons(learnt) == [Reason.DOUBLED]
    assert learnt.doubtful[0].verdict.other == "はご存じで"


def test_katakana_is_asked_about_as_a_whole_word() -> None:
    texts = sentences("{}の新しいパスコード表を配る。")
    learnt = learn(posts(*texts), doubting(id="misspelt-katakana", before="パス", wrong="コー", right="ワー"))
    (judged,) = learnt.doubtful
    assert (judged.verdict.turn, judged.verdict.reason) == ("パスコード", Reason.KATAKANA)
    assert judged.verdict.other == "パスワード"
    other = posts(*sentences("{}の新しいパスコードロック。"), "村の新しいパスコード。\n")
    assert learn(other, doubting(id="misspelt-katakana", before="パス", wrong="コー", right="ワー")).few == 1


def test_other_kanji_are_asked_about() -> None:
    learnt = learn(
        posts(*sentences("{}の用途を仕様する。")), doubting(id="wrong-kanji", before="を", wrong="仕様", right="使用")
    )
    assert reasons(learnt) == [Reason.KANJI]


def test_words_of_another_language_are_asked_about() -> None:
    learnt = learn(
        posts(*sentences("{}が ngột 止まる。")), doubting(id="foreign-word", before=" ", wrong="ngột", right=None)
    )
    (judged,) = learnt.doubtful
    assert (judged.verdict.turn, judged.verdict.reason, judged.verdict.posts) == ("ngột", Reason.FOREIGN, 3)


def test_no_other_doubt_is_silenced_with_it() -> None:
    config = doubting(**SHY)
    assert isinstance(config, Doubted)
    second = Doubting()
    second.id, second.before, second.wrong, second.right = "wrong-character", "お", "考え", "教え"
    config.rules = [*config.rules, second]
    learnt = learn(posts(*sentences("{}をどうお考えでしょうか。")), config)
    assert right(learnt) == []


def test_drafts_and_excluded_files_are_no_posts() -> None:
    texts = sentences("{}をどうお考えでしょうか。", 4)
    files = posts(texts[0], "---\ndraft: true\n---\n" + texts[1], "---\npublished: false\n---\n" + texts[2])
    Path("_drafts").mkdir()
    Path("_drafts/a.md").write_text(texts[3], "utf-8")
    learnt = learn([*files, "_drafts/a.md"], doubting(**SHY))
    assert (learnt.posts, learnt.drafts, learnt.few) == (1, 3, 1)


def test_what_cannot_be_read_is_told() -> None:
    files = posts(*sentences("{}をどうお考えでしょうか。"))
    Path("broken.md").write_bytes(b"\x93\xfa")
    learnt = learn([*files, "broken.md", "missing.md"], doubting(**SHY))
    assert right(learnt) == ["考えでし"]
    assert [path for path, _ in learnt.failures] == ["broken.md", "missing.md"]


def test_processes_learn_the_same() -> None:
    files = posts(*sentences("{}の今週の設定を変える。ご存存じですか。", 6))
    alone = learn(files, Config(select=["typo"], isolated=True), jobs=1)
    assert learn(files, Config(select=["typo"], isolated=True), jobs=2) == alone
    assert alone.doubtful


def test_learning_again_keeps_decisions() -> None:
    learnt = learn(posts(*sentences("{}をどうお考えでしょうか。")), doubting(**SHY))
    first = updated([], learnt)
    assert (first.entries, first.new) == ([Entry("考えでし", State.LEARNT, 3)], 1)
    assert updated(first.entries, learnt)[:2] == (first.entries, 0)
    refused = [Entry("考えでし", State.REFUSED, 1)]
    assert updated(refused, learnt)[:2] == ([Entry("考えでし", State.REFUSED, 3)], 0)
    longer = [Entry("うお考えでしょう", State.CONFIRMED, 2)]
    assert updated(longer, learnt)[:2] == (longer, 0), "the same place is decided on"
    other = [Entry("責任ある", State.LEARNT, 9)]
    assert len(updated(other, learnt).entries) == 2


def test_what_turns_out_to_be_a_slip_is_dropped() -> None:
    learnt = learn(posts(*["庭をどうお考えでしょうか。\n"] * 5), doubting(**SHY))
    turn = learnt.doubtful[0].verdict.turn
    new = updated([Entry(turn, State.LEARNT, 3)], learnt)
    assert new.entries == []
    assert len(new.dropped) == 1
    confirmed = [Entry(turn, State.CONFIRMED, 3)]
    assert updated(confirmed, learnt).entries == confirmed
    assert to_ask(confirmed, learnt) == []
    assert to_ask([Entry(turn, State.REFUSED, 3)], learnt) == []
    assert len(to_ask([], learnt)) == 1


def test_of_what_the_rule_takes_for_right_as_many_are_enough() -> None:
    suspect = Suspect("surplus-character", "願って", "や", "みま", "")
    counts = {"や": Count(5, 5)}
    assert verdict(suspect, counts, Evidence()).reason is None
    assert verdict(suspect, counts | {"": Count(5, 3)}, Evidence()).reason is Reason.COMMONER_HERE
    assert verdict(suspect, counts | {"": Count(4, 3)}, Evidence()).reason is None
    assert verdict(suspect, counts | {"い": Count(5, 3)}, Evidence()).reason is None
    assert verdict(suspect, counts | {"い": Count(6, 3)}, Evidence()).reason is Reason.COMMONER_HERE
    assert verdict(suspect, counts, Evidence(is_alone=False)).reason is Reason.BESIDE_ANOTHER
    assert verdict(suspect, counts, Evidence(gain=2.0)).reason is Reason.COMMONER_IN_GENERAL


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("や", "", True),
        ("", "や", True),
        ("や", "い", True),
        ("みや", "やみ", True),
        ("や", "や", False),
        ("やや", "", False),
        ("やま", "いも", False),
        ("みやま", "まやみ", False),
    ],
)
def test_one_edit(one: str, other: str, expected: bool) -> None:
    assert is_one_edit(one, other) is expected


def test_counts_of_posts_and_sentences() -> None:
    suspects = [
        Suspect("surplus-character", "って", "や", "みま", ""),
        Suspect("misspelt-katakana", "パス", "コー", "ド", "ワー"),
    ]
    files = posts(
        "願ってやみません。願ってやみません。祈ってやみません。使ってみます。\n",
        "パスコードとパスワード。\n\n願ってやみません。\n",
    )
    counter = pickle.loads(pickle.dumps(Counter(Config(isolated=True), suspects)))
    counted = total(map(counter, files))
    assert counted[0] == {"や": Count(2, 2), "": Count(1, 1)}
    assert counted[1] == {"コー": Count(1, 1), "ワー": Count(1, 1)}


def test_a_sentence_full_of_doubts_is_no_prose() -> None:
    (file,) = posts("願ってや" * 50 + "\n")
    assert DoubtFinder(doubting())(file).found == ()
