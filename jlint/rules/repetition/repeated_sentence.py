"""Sentences that are repeated at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding, Related, Text
from jlint.rules.contract.base import Bad, Good, Rule, Severity, doc
from jlint.rules.helpers.repetition.allow import AllowOptions, allowed
from jlint.rules.helpers.repetition.between import something_stands_between
from jlint.rules.helpers.repetition.deliberate import deliberate
from jlint.rules.helpers.repetition.problems import problem_of
from jlint.rules.helpers.repetition.repeats import repeats

_MARKS = lazy_pattern("[！？!?]*[」』）)\\s]*\\Z")


class RepeatedSentence(Rule):
    """同じ文が続けて二度書かれている。

    書き直しや貼り付けのときに消し忘れた文が残っている。段落が変わっていても、間に別の文がなければ続けてと見る。
    一方を消す。リンク先の違う文、間に見出しや画像、コード、説明される用語のある文、感嘆符を増やして言い直した文は指摘しない。
    """

    id = "repeated-sentence"
    category = "repetition"
    severity = Severity.ERROR
    told_with = ("repeated-passage", "short-repeated-passage", "sentence-said-before", "near-copy")
    english = """The same sentence is said twice at once.

    One of the two was left behind in rewriting or pasting. A new paragraph between them makes no difference, another
    sentence does. Remove one. Sentences with a heading, a picture, code or the term of an explanation between them are
    left alone, and so are those whose links differ, or that end in more marks of exclamation the second time.
    """
    examples = (
        Bad("⟨今朝の便は霧のため欠航しました。⟩⟦今朝の便は霧のため欠航しました。⟧午後は動きます。\n"),
        Bad(
            "午後は動きます。⟨あなたはどの便で帰りますか？⟩\n\n**⟦あなたはどの便で帰りますか？⟧**次の便は夕方です。\n",
            dialect="kramdown",
        ),
        Bad("⟨今朝の便は欠航しました。⟩⟦今朝の便は欠航しました。今朝の便は欠航しました。⟧\n"),
        Good("今朝の便は霧のため欠航しました。午後の便は霧のため遅れました。\n"),
        Good("いいえ。いいえ。私は見ていません。\n"),
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
                "これより短い文のくり返しは指摘しない（句読点も数える）。",
                "Leave shorter sentences alone (punctuation counts)",
                ge=5,
            ),
        ] = 10

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
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


def _is_louder(first: str, again: str) -> bool:
    """Whether the two end in different marks of exclamation, one of them in several: it is said again on purpose."""
    marks, more = _MARKS.search(first), _MARKS.search(again)
    return marks is not None and more is not None and marks[0] != more[0] and max(len(marks[0]), len(more[0])) > 1
