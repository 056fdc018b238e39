"""Sentences that are repeated at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.document.block import BlockKind, Sentence
from jlint.finding import Finding, Related, Text
from jlint.rules.contract.base import Bad, Good, Rule, Severity, doc
from jlint.rules.helpers.own_words import is_in_quotation
from jlint.rules.helpers.repetition.allow import AllowOptions, allowed
from jlint.rules.helpers.repetition.between import something_stands_between
from jlint.rules.helpers.repetition.deliberate import deliberate
from jlint.rules.helpers.repetition.problems import problem_of
from jlint.rules.helpers.repetition.repeats import repeats

_MARKS = lazy_pattern("[！？!?]*[」』）)\\s]*\\Z")

_STATEMENT = lazy_pattern("(?=.*[一-鿿]).{2,}(?:ました|ません|ています|ていました|でした|られます|します)。")
_SHORTEST = 5
_SAID_AGAIN = lazy_pattern(
    "^[おご]|失礼|感謝|恐縮|待って|願い|頼み|負け|参り|承知|分かり|驚き|感動|最高|残念|大丈夫|無理|本当|大変|泣|笑|待ち|信じ|祈"
)
"""What people say twice for politeness or feeling."""


class RepeatedSentence(Rule):
    """同じ文が続けて二度書かれている。

    書き直しや貼り付けのときに消し忘れた文が残っている。段落が変わっていても、間に別の文がなければ続けてと見る。
    一方を消す。10字に満たない文は、一つの段落で言い切りを二度書いたところ（見守りました。見守りました。）だけを指摘する。
    リンク先の違う文、間に見出しや画像、コード、説明される用語のある文、感嘆符を増やして言い直した文は指摘しない。
    """

    id = "repeated-sentence"
    category = "repetition"
    severity = Severity.ERROR
    told_with = ("repeated-passage", "short-repeated-passage", "sentence-said-before", "near-copy")
    english = """The same sentence is said twice at once.

    One of the two was left behind in rewriting or pasting. A new paragraph between them makes no difference, another
    sentence does. Remove one. Of sentences of less than ten characters only statements in one paragraph are reported.
    Sentences with a heading, a picture, code or the term of an explanation between them are
    left alone, and so are those whose links differ, or that end in more marks of exclamation the second time.
    """
    examples = (
        Bad("⟨今朝の便は霧のため欠航しました。⟩⟦今朝の便は霧のため欠航しました。⟧午後は動きます。\n"),
        Bad(
            "午後は動きます。⟨あなたはどの便で帰りますか？⟩\n\n**⟦あなたはどの便で帰りますか？⟧**次の便は夕方です。\n",
            dialect="kramdown",
        ),
        Bad("母は門の前に立ちました。⟨見守りました。⟩⟦見守りました。⟧やがて舟が戻りました。\n"),
        Bad("⟨今朝の便は欠航しました。⟩⟦今朝の便は欠航しました。今朝の便は欠航しました。⟧\n"),
        Good("今朝の便は霧のため欠航しました。午後の便は霧のため遅れました。\n"),
        Good("いいえ。いいえ。私は見ていません。\n"),
        Good("分かりました。分かりました。すぐに行きます。\n\n歩きました。歩きました。歩きました。\n"),
        Good("<dl><dt>朝</dt><dd>霧のため欠航しました。</dd><dt>昼</dt><dd>霧のため欠航しました。</dd></dl>\n"),
        Good("右のボタンを押してください。\n\n![画面](a.png)\n\n右のボタンを押してください。\n"),
        Good("もうすぐ船が来ますよ！\n\nもうすぐ船が来ますよ！！\n"),
        Good("[港の地図をひらいてみます。](port.md)\n\n[港の地図をひらいてみます。](old-port.md)\n"),
        Good("| 便 | 状況 |\n|---|---|\n| 朝 | 霧のため欠航しました。 |\n| 昼 | 霧のため欠航しました。 |\n"),
        Good("波が寄せては返す。波が寄せては返す。\n", options={"allow": ["波が寄せ"]}),
    )

    class Options(AllowOptions):
        characters: Annotated[
            int,
            doc(
                "これより短い文は、一つの段落で二度「…ました。」などと述べているときだけ指摘する（句読点も数える）。",
                "Of shorter sentences (punctuation counts) only statements said twice in one paragraph are reported",
                ge=5,
            ),
        ] = 10

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        yield from self._statements(document)
        known = repeats(document)
        is_allowed = allowed(self.options.allow)
        for repeat in known.found:
            if repeat.is_run or not repeat.is_at_once:
                continue
            sentence = known.sentences[repeat.first].sentence
            if sentence.end - sentence.start < self.options.characters or is_allowed(sentence.text):
                continue
            source = repeat.stretches[0].sources[0]
            told = deliberate(document)
            if told.link_elsewhere(repeat.first, source) or not told.stand_in_one_section(repeat.first, source):
                continue
            first, again = known.span(source, source), known.span(repeat.first, repeat.first)
            if _is_louder(first.of(document.text), again.of(document.text)):
                continue
            copied = known.sentences[source].sentence
            if something_stands_between(document.text, copied.block.span, sentence.block.span):
                continue
            times = len(repeat.copies) + 1
            yield self.finding(
                known.span(repeat.first, repeat.last),
                ja=f"同じ文が続けて{times}回あります。一つだけ残してください",
                en=f"The same sentence stands here {times} times in a row. Leave one of them",
                related=[Related(known.span(source, source), Text("1回目はここです", "First said here"))],
                problem=problem_of(document, repeat.first),
            )

    def _statements(self, document: Document) -> Iterator[Finding]:
        """Statements that are too short to be looked at otherwise, said twice in one paragraph."""
        is_allowed = allowed(self.options.allow)
        for block in document.prose:
            if block.kind is not BlockKind.PARAGRAPH or block.quoted:
                continue
            for start in _short(block.text, self.options.characters):
                sentence = next((one for one in block.sentences if one.start == start), None)
                if sentence is None or not _is_statement(sentence) or is_allowed(sentence.text):
                    continue
                first = block.source_span(start - (sentence.end - start), start)
                yield self.finding(
                    sentence.span,
                    ja="同じ文が続けて2回あります。一つだけ残してください",
                    en="The same sentence stands here 2 times in a row. Leave one of them",
                    related=[Related(first, Text("1回目はここです", "First said here"))],
                )


def _short(text: str, characters: int) -> Iterator[int]:
    """Where a full stop is followed by another after fewer than so many characters, which also stand before it."""
    stop = text.find("。")
    while stop >= 0:
        following = text.find("。", stop + 1)
        length = following - stop
        said = text[stop + 1 : following + 1]
        is_twice = _SHORTEST <= length < characters and text.endswith(said, 0, stop + 1)
        if is_twice and not text.startswith(said, following + 1) and not text.endswith(said + said, 0, stop + 1):
            yield stop + 1
        stop = following


def _is_statement(sentence: Sentence) -> bool:
    """Whether a short sentence says what was done or is so, as nobody says twice for stress."""
    text = sentence.text.strip()
    if not _STATEMENT.fullmatch(text) or _SAID_AGAIN.search(text):
        return False
    return sentence.tokens[0].pos1 != "感動詞" and not is_in_quotation(sentence.block.text, sentence.start)


def _is_louder(first: str, again: str) -> bool:
    """Whether the two end in different marks of exclamation, one of them in several: it is said again on purpose."""
    marks, more = _MARKS.search(first), _MARKS.search(again)
    return marks is not None and more is not None and marks[0] != more[0] and max(len(marks[0]), len(more[0])) > 1
