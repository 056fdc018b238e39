"""What is told with another finding: pieces of one repetition, faults of one title, a cut and what comes of it."""

from __future__ import annotations

from random import Random

import pytest

from jlint.engine.gather import gathered
from jlint.finding import Severity
from tests.engine.test_gather import PASSAGE, raw, rules, told

SECTION = (
    "川の上流には、水車小屋が三つ残っています。",
    "いちばん古い小屋は、粉をひくために百年前に建てられました。",
    "二つ目の小屋では、いまも週に一度だけ石臼が回ります。",
    "三つ目は屋根が落ちてしまい、柱だけが岸に立っています。",
    "町の大工たちは、秋までに屋根をかけ直すつもりです。",
    "費用は、粉を使うパン屋の売り上げから少しずつ集めています。",
)
NEW = (
    "ところで、川の名前の由来にはいくつかの説があります。",
    "白い石が多いからだという人が、町には少なくありません。",
    "昔の地図には、もっと短い名前で書かれていたそうです。",
    "どれが正しいのかは、郷土史の先生にも分からないといいます。",
)
FAR = "\n\n".join(
    f"{n}番目の橋では、渡った人の数を{n * 7}年にわたって数えています。雨が{n * 3}日つづくと橋は閉じられます。"
    for n in range(3, 19)
)


def paragraphs(*texts: str) -> str:
    return "\n\n".join(texts) + "\n"


def test_a_section_that_is_rewritten_in_pieces_is_one_finding() -> None:
    one, two, three, four, five, six = SECTION
    text = paragraphs(
        one + two + three + four + five + six, FAR, one + two, "".join(NEW[:4]), four, NEW[0][:14], five + six
    )
    before, after = raw(text, select=("repetition",)), told(text, select=("repetition",))
    assert len(before.findings) > 1
    (finding,) = after.findings
    assert finding.rule == "short-repeated-passage"
    lines = {finding.place.line, *(related.place.line for related in finding.related)}
    assert {each.place.line for each in before.findings} <= lines
    assert [each.by for each in after.held_back] == [finding] * len(after.held_back)


def test_passages_that_are_far_apart_are_two_findings() -> None:
    text = paragraphs(PASSAGE, FAR, PASSAGE, "".join(NEW), PASSAGE)
    assert rules(told(text, select=("repeated-passage",)).findings) == ["repeated-passage"] * 2


def test_a_sentence_in_several_places_is_one_finding() -> None:
    text = paragraphs(
        SECTION[1] + NEW[0], FAR, NEW[1] + SECTION[1], FAR.replace("橋", "堰"), NEW[2] + SECTION[1] + NEW[3]
    )
    result = told(text, select=("sentence-said-before",))
    (finding,) = result.findings
    assert finding.message.endswith("（ほかに1か所）")
    assert len(raw(text, select=("sentence-said-before",)).findings) == 2
    second = raw(text, select=("sentence-said-before",)).findings[1]
    assert second.place in [related.place for related in finding.related]
    assert finding.fingerprint == raw(text, select=("sentence-said-before",)).findings[0].fingerprint


def test_a_sentence_said_twice_at_once_is_a_slip_of_its_own() -> None:
    text = paragraphs(SECTION[0] + SECTION[1] + SECTION[1] + "".join(SECTION[2:]), FAR, "".join(SECTION))
    found = told(text, select=("repetition",)).findings
    assert rules(found) == ["repeated-sentence", "short-repeated-passage"]


TITLE = "雪国の器は、なぜ割れにくいのか？"
GLUED = f"---\ntitle: {TITLE}の最新動向と暮らしへの影響\nexcerpt: {TITLE}\n---\n\n{TITLE}\n\n窯元を訪ねました。\n"


def test_a_title_that_is_wrong_in_several_ways_is_one_finding() -> None:
    result = told(GLUED)
    (finding,) = result.findings
    assert finding.rule == "glued-title-template"
    assert finding.message.endswith("（同じ原因の指摘がほかに2件）")
    assert [each.finding.rule for each in result.held_back] == ["excerpt-same-as-title", "repeated-title"]
    ends = [related.message.rpartition(" ")[2] for related in finding.related]
    assert ends == ["[excerpt-same-as-title]", "[repeated-title]"]


def test_with_the_cause_off_the_effects_speak() -> None:
    select = ("excerpt-same-as-title", "repeated-title")
    assert rules(told(GLUED, select=select).findings) == ["excerpt-same-as-title"]
    assert rules(told(GLUED, select=("repeated-title",)).findings) == ["repeated-title"]
    suppressed = GLUED.replace("excerpt:", "jlint: {disable: [glued-title-template]}\nexcerpt:")
    assert rules(told(suppressed).findings) == ["excerpt-same-as-title"]


def test_the_most_severe_tells() -> None:
    before = raw(GLUED)
    severe = [
        finding._replace(severity=Severity.ERROR) if finding.rule == "repeated-title" else finding
        for finding in before.findings
    ]
    (after,) = gathered([before._replace(findings=tuple(severe))], "ja")
    assert rules(after.findings) == ["repeated-title"]


def test_a_description_that_is_cut_is_another_problem() -> None:
    body = "市は「港をもう一度」と題した計画を立て、使い道を住民と考え始めている。\n"
    text = (
        GLUED.replace("excerpt:", "description: 市は「港をもう一度」と題した計画を立て、使い道を\nexcerpt:")
        + "\n"
        + body
    )
    assert set(rules(told(text).findings)) == {"glued-title-template", "excerpt-cut-off"}


def test_a_cut_before_the_text_starts_over_is_told_with_the_passage() -> None:
    text = paragraphs(PASSAGE, NEW[0] + "郷土史の先生は、古い地図の", PASSAGE)
    result = told(text)
    (finding,) = result.findings
    assert finding.rule == "repeated-passage"
    (held,) = result.held_back
    assert (held.finding.rule, held.by) == ("text-cut-off", finding)
    assert any(related.place == held.finding.place for related in finding.related)
    assert rules(told(text, select=("artifact",)).findings) == ["text-cut-off"]


def test_a_cut_tells_a_short_passage_behind_it() -> None:
    text = paragraphs(SECTION[0] + SECTION[1], FAR, NEW[0] + "郷土史の先生は、古い地図の", SECTION[0] + SECTION[1])
    result = told(text, select=("artifact", "repetition"))
    assert rules(result.findings) == ["text-cut-off"]
    assert [each.finding.rule for each in result.held_back] == ["short-repeated-passage"]


def test_cuts_at_one_seam_are_one_finding() -> None:
    text = paragraphs(
        NEW[0] + NEW[1] + "郷土史の先生は、古い地図の",
        "郷土史の先生は、古い地図の写しを、訪ねた人の",
        "訪ねた人の前に広げます。" + NEW[3],
    )
    before = raw(text, select=("text-cut-off",))
    assert len(before.findings) == 2
    (finding,) = told(text, select=("text-cut-off",)).findings
    assert finding.place == before.findings[0].place
    assert before.findings[1].place in [related.place for related in finding.related]


def test_the_empty_section_behind_a_cut_is_told_with_it() -> None:
    text = paragraphs(NEW[0] + "郷土史の先生は、古い地図の", "## 川の名前", "## 橋の数", NEW[1])
    result = told(text)
    assert rules(result.findings) == ["text-cut-off"]
    assert [each.finding.rule for each in result.held_back] == ["empty-section"]
    assert rules(told(text, select=("empty-section",)).findings) == ["empty-section"]
    whole = paragraphs(NEW[0], "## 川の名前", "## 橋の数", NEW[1])
    assert rules(told(whole).findings) == ["empty-section"]


def test_markers_of_one_kind_are_one_finding_with_one_fix() -> None:
    text = paragraphs(NEW[0], "---END---", NEW[1], "---END---", NEW[2], "（記事終わり）")
    one, other = told(text).findings
    assert one.rule == other.rule == "end-marker"
    assert one.fix
    assert len(one.fix.edits) == 2
    assert one.fix.safe


def test_an_article_that_speaks_of_itself_twice_is_told_once() -> None:
    text = paragraphs("既存の記事でも触れましたが、倉庫は古い。", NEW[0], "既存の記事で述べたとおり、屋根も古い。")
    (finding,) = told(text).findings
    assert finding.message.endswith("（ほかに1か所）")


MIXTURE = (
    GLUED
    + "\n"
    + paragraphs(
        PASSAGE,
        SECTION[0] + SECTION[1] + SECTION[1],
        FAR,
        NEW[0] + "郷土史の先生は、古い地図の",
        "## 川の名前",
        "## 橋の数",
        SECTION[0] + SECTION[1] + NEW[1] + "既存の記事でも触れましたが、地図は、",
        PASSAGE.replace("残りの", "ご存存じでしょうが、残りの") + "郷土史の先",
        "---END---",
        SECTION[2] + SECTION[3] + NEW[2] + SECTION[4] + "サーバの話です。サーバーは速い。サーバーだ。",
        PASSAGE + "サーバーは重い。",
        SECTION[3] + "また、",
        SECTION[0] + SECTION[1],
        "---END---",
    )
)


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_left_and_however_severe_nothing_is_lost(seed: int) -> None:
    chance = Random(seed)
    whole = raw(MIXTURE)
    severities = {rule: chance.choice(list(Severity)) for rule in rules(whole.findings)}
    left = tuple(
        finding._replace(severity=severities[finding.rule]) for finding in whole.findings if chance.random() < 0.8
    )
    (after,) = gathered([whole._replace(findings=left)], "ja")
    places = {(finding.rule, finding.place) for finding in after.findings}
    places |= {(held.finding.rule, held.finding.place) for held in after.held_back}
    places |= {(finding.rule, related.place) for finding in after.findings for related in finding.related}
    assert {(finding.rule, finding.place) for finding in left} <= places
    assert {held.by for held in after.held_back} <= set(after.findings)
    assert len(after.findings) < len(left)
