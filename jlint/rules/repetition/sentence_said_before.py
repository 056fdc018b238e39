"""Single sentences that repeat one further up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document
from jlint.finding import Finding, Related, Text
from jlint.rules.contract.base import Bad, Good, Rule, Severity, doc
from jlint.rules.helpers.repetition.allow import AllowOptions, allowed
from jlint.rules.helpers.repetition.deliberate import deliberate
from jlint.rules.helpers.repetition.problems import problem_of
from jlint.rules.helpers.repetition.repeats import repeats
from jlint.rules.helpers.repetition.runs import Repeat

_LONGEST_QUESTION = 30
"""Characters up to which a question to the reader is a stylistic device, as are short set phrases."""
_SENTENCE = "この橋が架かってから、両岸の村は一つの町のように暮らしています。"


class SentenceSaidBefore(Rule):
    """前に書いた文が、離れたところにそのままもう一度ある。

    言い回しまで同じ文は、消し忘れか、前に書いたことを忘れて書いたように見える。どちらかを消すか、二度目は言い換える。
    目次、表、引用、コード、案内のリンク、短い決まり文句、読者への短い問いかけは指摘しない。場所があってこその文も
    指摘しない。コードや図表の前置き、「以下」「参照」「前項」「ただし」などでほかを指す文、コードのまじる文、箇条書き、
    図表やコードのある節どうし、番号だけが違う節や並んだ節の同じ位置の段落、三つ以上の節に置いた段落である。続いた文の
    くり返しは repeated-passage などがまとめて指摘する。
    """

    id = "sentence-said-before"
    category = "repetition"
    severity = Severity.WARNING
    told_with = ("repeated-passage", "short-repeated-passage", "repeated-sentence", "near-copy")
    english = """A sentence stands again, word for word, where it was said before further up.

    To the reader it looks forgotten. Remove one of the two or rephrase the second. Tables of contents, tables,
    quotations, code, pointers to other pages, short set phrases and short questions to the reader are left alone. So
    is what belongs to its place: words that lead into code or a table or refer to another place, sentences with
    inline code, list items, sections with code, tables or pictures, and paragraphs at the same place of parallel
    sections or in three sections or more. Several sentences in a row are reported as one passage by repeated-passage
    and short-repeated-passage.
    """
    examples = (
        Bad(f"⟨{_SENTENCE}⟩橋の長さは八十間です。\n\n祭りの夜は灯がともります。\n\n⟦{_SENTENCE}⟧\n"),
        Bad(f"1. ⟨{_SENTENCE}⟩\n\n祭りの夜は灯がともります。\n\n⟦…{_SENTENCE}⟧ただし冬は通れません。\n"),
        Good("橋を渡ってみてください。\n\n祭りの夜は灯がともります。\n\n橋を渡ってみてください。\n"),
        Good("あなたなら、どちらの岸に家を建てますか？\n\n橋は古い。\n\nあなたなら、どちらの岸に家を建てますか？\n"),
        Good(
            "## 一の橋\n\n欄干の高さは次の表のとおりで、冬に測ったものです。\n\n古い橋です。\n\n"
            "## 二の橋\n\n欄干の高さは次の表のとおりで、冬に測ったものです。\n\n新しい橋です。\n"
        ),
        Good(f"{_SENTENCE}\n\n祭りの夜は灯がともります。\n\n> {_SENTENCE}\n\n町史にはこうある。\n"),
        Good(
            "- [橋が架かるまでに何があったのでしょうか？](#a)\n- [祭りの夜に灯をともすのはだれでしょうか？](#b)\n\n"
            "## 橋が架かるまでに何があったのでしょうか？\n\n渡し舟がありました。\n\n"
            "## 祭りの夜に灯をともすのはだれでしょうか？\n\n子どもたちです。\n"
        ),
        Good(f"{_SENTENCE}\n\n祭りの夜は灯がともります。\n\n{_SENTENCE}\n", options={"allow": ["/^この橋/"]}),
    )

    class Options(AllowOptions):
        characters: Annotated[
            int,
            doc(
                "これより短い文は何度書かれても指摘しない（句読点も数える）。",
                "Shorter sentences may come again (punctuation counts)",
                ge=10,
            ),
        ] = 20

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        known = repeats(document)
        is_allowed = allowed(self.options.allow)
        for repeat in known.found:
            if repeat.is_run or _is_at_once(document, repeat):
                continue
            sentence = known.sentences[repeat.first].sentence
            if sentence.end - sentence.start < self.options.characters or is_allowed(sentence.text):
                continue
            if _asks_reader(sentence.text):
                continue
            source = known.first_place(repeat.first, repeat.stretches[0].sources[0])
            if deliberate(document).is_single(repeat.first, source):
                continue
            place = known.span(source, source)
            line = document.lines.line_of(place.start)
            yield self.finding(
                known.span(repeat.first, repeat.last),
                ja=f"この文は{line}行目にもあります。どちらかを消すか、言い換えてください",
                en=f"This sentence already stands in line {line}. Remove one of them or rephrase this one",
                related=[Related(place, Text("同じ文はここです", "The same sentence"))],
                problem=problem_of(document, repeat.first),
            )


def _is_at_once(document: Document, repeat: Repeat) -> bool:
    """Whether the sentence is said twice at once, which is the business of repeated-sentence."""
    return repeat.is_at_once and deliberate(document).stand_in_one_section(repeat.first, repeat.first - 1)


def _asks_reader(text: str) -> bool:
    return len(text) <= _LONGEST_QUESTION and text.endswith(("？", "?")) and ("あなた" in text or "皆さん" in text)
