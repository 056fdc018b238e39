"""Sentences close by that begin with the same conjunction."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document, Sentence
from jlint.document.block import OBJECT, Block, BlockKind
from jlint.finding import Finding, Related, Text
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Span, doc
from jlint.rules.helpers.own_sentences import own_sentences
from jlint.rules.helpers.style.openings import Opening, before_comma, conjunction, first_conjunction

_ENDS = "。．.？！?!"
"""What ends a sentence where Latin sentences are compared too."""
_MARKUP = frozenset("*_[`~>")
"""What stands before a word with markup of its own."""


class RepeatedConjunction(Rule):
    """近くの文が同じ接続詞で始まっている（しかし、…。しかし、…。）。

    話の筋が見えにくく、単調に読める。片方を別の言葉にするか、消す。段落をまたいでも見るが、見出しや罫線、箇条書きの
    項目をまたいでは見ない。
    """

    id = "repeated-conjunction"
    category = "style"
    severity = None
    english = """Sentences close by begin with the same conjunction.

    The line of thought is hard to see, and it reads flat. Use another word, or none. Paragraphs are read on; headings,
    thematic breaks and list items begin anew.
    """
    examples = (
        Bad("⟨しかし⟩雨は止まない。⟦しかし⟧、舟は出た。\n"),
        Bad("⟨そして⟩朝が来た。舟が出る。\n\n⟦そして⟧夜になった。\n"),
        Bad("⟨一方⟩、北は雪。⟦一方⟧、南は雨。\n", options={"interval": 1}),
        Bad("⟨But⟩, it rained. Then, it stopped. ⟦But⟧, the river rose.\n", options={"any-opening": True}),
        Bad("- ⟨今日は⟩、雨だ。\n- ⟦今日は⟧、雪だ。\n", options={"any-opening": True}),
        Bad("山⟨または⟩川へ行く。雨だ。海⟦または⟧湖へ行く。\n", options={"anywhere": True}),
        Good("しかし雨は止まない。それでも、舟は出た。\n"),
        Good("しかし雨は止まない。舟が出る。網を引く。しかし、魚はいない。\n"),
        Good("しかし雨は止まない。\n\n## 昼\n\nしかし、舟は出た。\n"),
        Good("- また来る。\n- また去る。\n"),
        Good("今日は雨だ。今日は寒い。\n"),
        Good("`a`は、雨だ。`b`は、雪だ。\n\n**今日**は、雨だ。**今日**は、雪だ。\n", options={"any-opening": True}),
        Good("そして朝が来た。けれど雨だ。そして夜になった。\n\nそして夜が明けた。\n", options={"anywhere": True}),
    )

    class Options(RuleOptions):
        interval: Annotated[
            int, doc("何文前までの同じ接続詞を指摘するか", "How many sentences back the same word is reported", ge=1)
        ] = 2
        any_opening: Annotated[
            bool,
            doc(
                "接続詞に限らず、読点の前の書き出しを比べる。箇条書きの項目もまたぐ",
                "Compare whatever stands before the first comma, not conjunctions alone, in list items too",
            ),
        ] = False
        anywhere: Annotated[
            bool,
            doc(
                "文頭に限らず、段落の中で一つ前の接続詞と同じものを、間の文の数によらず指摘する",
                "Report a conjunction, wherever it stands in its sentence, that repeats the last one of the paragraph",
            ),
        ] = False

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        found = list(self._within_blocks(document)) if self.options.anywhere else []
        yield from found
        if self.options.any_opening or not self.options.anywhere:
            spans = {each.span for each in found}
            yield from (each for each in self._close_by(document) if each.span not in spans)

    def _close_by(self, document: Document) -> Iterator[Finding]:
        options = self.options
        recent: dict[str, tuple[int, Span]] = {}
        number = 0
        before: Block | None = None
        starts = _section_starts(document)
        for sentence in own_sentences(document, _ENDS if options.any_opening else None):
            if sentence.block is not before:
                if _begins_anew(sentence.block, before, starts, in_items=options.any_opening):
                    recent.clear()
                before = sentence.block
            if sentence.block.kind is BlockKind.HEADING:
                continue
            opening = _plain_opening(sentence, document) if options.any_opening else conjunction(sentence.text)
            number += 1
            if opening is None:
                continue
            span = sentence.source_span(opening.start, opening.end)
            last = recent.get(opening.words)
            recent[opening.words] = (number, span)
            if last and number - last[0] <= options.interval:
                yield self._repeated(opening.words, span, last[1])

    def _within_blocks(self, document: Document) -> Iterator[Finding]:
        block: Block | None = None
        words, place = "", Span(0, 0)
        for sentence in own_sentences(document, _ENDS):
            if sentence.block is not block:
                block, words = sentence.block, ""
            found = first_conjunction(sentence)
            if found is None:
                continue
            span = sentence.source_span(found.start, found.end)
            if found.words == words:
                yield self._repeated(words, span, place)
            words, place = found.words, span

    def _repeated(self, words: str, span: Span, earlier: Span) -> Finding:
        return self.finding(
            span,
            ja=f"近くの文が、同じ「{words}」で始まっています。片方を別の言葉にするか、消してください",
            en=f"A sentence close by begins with {words} too. Use another word, or none",
            related=[Related(earlier, Text(f"前の「{words}」", f"the {words} before"))],
        )


def _plain_opening(sentence: Sentence, document: Document) -> Opening | None:
    """What stands before the first comma, if it has no markup."""
    opening = before_comma(sentence)
    if opening is None or OBJECT in opening.words:
        return None
    span = sentence.source_span(opening.start, opening.end)
    is_whole = span.end - span.start == len(opening.words)
    return opening if is_whole and document.text[span.start - 1 : span.start] not in _MARKUP else None


def _section_starts(document: Document) -> list[int]:
    return [block.span.start for block in document.blocks if block.kind in (BlockKind.HEADING, BlockKind.BREAK)]


def _begins_anew(block: Block, before: Block | None, starts: list[int], *, in_items: bool) -> bool:
    """Whether a heading, a thematic break or, unless `in_items`, another item stands between the two blocks."""
    kinds = (BlockKind.PARAGRAPH, BlockKind.ITEM) if in_items else (BlockKind.PARAGRAPH,)
    if before is None or block.kind not in kinds or before.kind not in kinds:
        return True
    return bisect_right(starts, block.span.start) != bisect_right(starts, before.span.start)
