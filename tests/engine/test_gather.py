"""One problem is told once: what lies in a repetition or has the same cause is held back, one kind is joined."""

from __future__ import annotations

from pathlib import Path

import pytest

from jlint.config import Config
from jlint.document import Document
from jlint.engine.gather import gathered
from jlint.engine.lint import lint
from jlint.engine.result import FileResult, ReportedFinding
from jlint.engine.run import with_conclusions

PASSAGE = (
    "港の古い倉庫は、荷を運ぶ船が来なくなった三年前の春に閉鎖されました。市はこの建物を壊さずに使うことを決めました。"
    "一階には朝の市場が入り、二階には子どものための図書館ができる予定です。屋上からは晴れた日に遠くの島まで見渡せます。"
    "工事は雪が解けるころに始まり、秋の祭りまでには終わるそうです。費用の半分は市が出し、もう半分は町の人の募金です。"
    "募金の受け付けは来月の初めから、役場の窓口で始まります。集まったお金の使い道は、毎月の便りで知らせることになっています。"
    "残りの壁の絵は、町の高校の美術部が夏休みに描くと聞きました。完成したら、最初の本を読み上げる会が開かれます。"
    "詳しい日取りは、役場の掲示板と町の放送で、梅雨が明けるころに知らされます。"
)
BETWEEN = "\n\n霧の朝には、船の笛だけが聞こえます。漁師は舟の上で湯を沸かします。\n\n"


@pytest.fixture
def linted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def raw(text: str, *, select: tuple[str, ...] = ()) -> FileResult:
    config = Config(isolated=True, select=select)
    settings = config.for_file("a.md")
    assert settings
    result = lint(Document(text, "a.md"), settings.active, known=settings.known)
    (done,) = with_conclusions([result], "ja")
    return done


def told(text: str, *, select: tuple[str, ...] = ()) -> FileResult:
    (result,) = gathered([raw(text, select=select)], "ja")
    return result


def rules(findings: tuple[ReportedFinding, ...]) -> list[str]:
    return [finding.rule for finding in findings]


def test_what_lies_in_a_copy_is_held_back() -> None:
    text = PASSAGE + BETWEEN + PASSAGE.replace("残りの", "ご存存じでしょうが、残りの") + "\n"
    result = told(text)
    assert rules(result.findings) == ["repeated-passage"]
    assert result.findings[0].message.endswith("このくり返しの中にほかに1件の指摘があります")
    (held,) = result.held_back
    assert (held.finding.rule, held.by) == ("doubled-character", result.findings[0])


def test_in_the_first_copy_it_is_told() -> None:
    text = PASSAGE.replace("残りの", "ご存存じでしょうが、残りの") + BETWEEN + PASSAGE + "\n"
    assert "doubled-character" in rules(told(text).findings)


def test_without_the_passage_the_others_speak() -> None:
    text = PASSAGE + BETWEEN + PASSAGE.replace("残りの", "ご存存じでしょうが、残りの") + "\n"
    result = told(text, select=("typo",))
    assert rules(result.findings) == ["doubled-character"]
    assert result.held_back == ()
    accepted = raw(text)
    accepted = accepted._replace(findings=tuple(f for f in accepted.findings if f.rule != "repeated-passage"))
    (after,) = gathered([accepted], "ja")
    assert rules(after.findings) == ["doubled-character"]


def test_nothing_is_lost() -> None:
    text = PASSAGE + BETWEEN + (PASSAGE + "サーバの話です。サーバーは速い。サーバーは重い。サーバは古い。\n\n") * 3
    before, after = raw(text), told(text)
    places = {(finding.rule, finding.place) for finding in after.findings}
    places |= {(held.finding.rule, held.finding.place) for held in after.held_back}
    places |= {(finding.rule, related.place) for finding in after.findings for related in finding.related}
    assert {(finding.rule, finding.place) for finding in before.findings} <= places


def test_places_of_one_kind_are_one_finding() -> None:
    text = "サーバーは速い。サーバーは重い。サーバーは古い。サーバーだ。サーバを買う。サーバを売る。サーバを拭く。\n"
    before, after = raw(text), told(text)
    assert rules(before.findings) == ["mixed-variant"] * 3
    (finding,) = after.findings
    assert finding.place == before.findings[0].place
    assert finding.message.endswith("（ほかに2か所）")
    assert {each.place for each in before.findings[1:]} <= {related.place for related in finding.related}
    assert finding.fix
    assert len(finding.fix.edits) == 3


def test_the_fingerprint_of_a_joined_finding_does_not_hang_on_the_number() -> None:
    two = told("サーバーは速い。サーバーは重い。サーバーは古い。サーバを買う。サーバを売る。\n")
    three = told(
        "サーバーは速い。サーバーは重い。サーバーは古い。サーバーだ。サーバを買う。サーバを売る。サーバを拭く。\n"
    )
    assert two.findings[0].fingerprint == three.findings[0].fingerprint


def test_the_first_place_that_is_left_stands_for_all() -> None:
    text = "サーバーは速い。サーバーは重い。サーバーは古い。サーバを買う。サーバを売る。\n"
    result = raw(text)
    later = result._replace(findings=result.findings[1:])
    (after,) = gathered([later], "ja")
    assert after.findings == result.findings[1:]


def test_passages_that_follow_each_other_are_one_stretch() -> None:
    one, two = PASSAGE, PASSAGE.replace("港", "駅").replace("市", "町").replace("海", "山").replace("船", "馬")
    text = one + BETWEEN + two + "\n\n雨の日は静かです。\n\n" + two + "\n\n" + one + "\n"
    passages = [finding for finding in told(text).findings if finding.rule == "repeated-passage"]
    assert len([finding for finding in raw(text).findings if finding.rule == "repeated-passage"]) == 2
    assert len(passages) == 1
    assert passages[0].message.startswith("5〜11行目に、前に出た文章のくり返しが2つあります（あわせて")
    assert "いちばん長い9〜11行目は" in passages[0].message
    assert passages[0].related[0].place.line == 9


def test_a_reading_time_that_is_right_without_the_repeats_is_held_back() -> None:
    body = "".join(PASSAGE.replace("港", f"港の{n}番").replace("市", f"市の{n}課") for n in range(12))
    text = f"---\ntitle: 港\nreading_time: 4\n---\n\n{body}{BETWEEN}{body}{BETWEEN}{body}\n"
    result = told(text)
    assert "reading-time-mismatch" in rules(raw(text).findings)
    assert "reading-time-mismatch" not in rules(result.findings)
    assert "reading-time-mismatch" in [held.finding.rule for held in result.held_back]


def test_a_cut_tells_where_its_rest_is() -> None:
    text = "館は朝の八時に開き、夜の九時に閉まります。誰でも使えます。市は、本の管\n\n理を町に任せます。\n"
    (finding,) = told(text).findings
    assert finding.rule == "text-cut-off"
    assert [related.place.line for related in finding.related] == [3]


def test_a_pair_of_equal_titles_is_told_once() -> None:
    config = Config(isolated=True)
    settings = config.for_file("a.md")
    assert settings
    results = [
        lint(Document("---\ntitle: 町の港の話\n---\n\n本文です。\n", name), settings.active, known=settings.known)
        for name in ("a.md", "b.md", "c.md")
    ]
    before = with_conclusions(results, "ja")
    after = gathered(before, "ja")
    assert [rules(result.findings) for result in before] == [["duplicate-title"]] * 3
    assert [rules(result.findings) for result in after] == [[], ["duplicate-title"], ["duplicate-title"]]
