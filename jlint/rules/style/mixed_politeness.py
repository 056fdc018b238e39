"""です・ます and だ・である in one text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal, NamedTuple

from jlint.document import Document
from jlint.document.block import Block, BlockKind
from jlint.finding import Finding, Related, Text
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Span, doc
from jlint.rules.helpers.own_sentences import own_sentences
from jlint.rules.helpers.style.lists import with_lists
from jlint.rules.helpers.style.other_voices import is_line_of_play, legal_blocks
from jlint.rules.helpers.style.politeness import Ending, Forms, Style, clause_endings, ending, rough_style

Wanted = Literal["majority", "polite", "plain", "any"]
_NAMES = {"polite": Text("です・ます", "です・ます"), "plain": Text("だ・である", "だ・である")}
_FEW = 4
"""Fewer sentences of the rarer style than this are deliberate exceptions, not a mixed style."""


_SURE = 0.7
"""The dictionary confirms at least this share of the styles that the last letters suggest."""


class _Place(NamedTuple):
    style: Style
    span: Span


class MixedPoliteness(Rule):
    """「です・ます」の文と「だ・である」の文が混ざっている。

    語り手が途中で替わったように読める。少ないほうを多いほうにそろえる。文体は一文ずつではなく全体で見て、少ない
    ほうが share に満たない文章は、わざと変えた数文とみなして指摘しない。箇条書きと見出しはふつう見ない。引用、
    「」で終わる文、体言止め、疑問文、契約や規約の条文、台本のせりふ（名前の後に空白）も数えない。ブログでは、引用への
    一言、前書きと本文の書き分けなど、わざと混ぜた文章が多いので、既定では見ない。
    """

    id = "mixed-politeness"
    category = "style"
    severity = None
    english = """Sentences in the polite style, 「です・ます」, and in the plain style, 「だ・である」, are mixed.

    It reads as if the narrator had changed. Turn the lesser style into the greater. The text is judged as a whole:
    where the lesser style has less than `share` of the sentences, they are a liberty that was taken on purpose. Lists
    and headings are not looked at unless asked for; quotations, questions, sentences without a predicate, the clauses
    of a contract and the lines of a play don't count. In blogs most texts that mix them do so on purpose, as in
    words on a quotation or an introduction to a text in the other style, so it is off by default.
    """
    examples = (
        Bad(
            "朝は静か⟨です⟩。舟が出ます。網を引きます。市が立ちます。\n\n"
            "昼は⟦暑い⟧。人は家に⟦いる⟧。犬も⟦寝る⟧。それが夏⟦である⟧。\n"
        ),
        Bad("舟が出⟨ます⟩。網を引くの⟦である⟧。\n", options={"share": 0}),
        Bad("- 舟が出⟦ます⟧\n", options={"lists": "plain"}),
        Bad("# 舟が出るの⟦である⟧\n", options={"headings": "polite"}),
        Bad("雨⟦であったが⟧、舟は出⟨ます⟩。\n", options={"share": 0, "clauses": True}),
        Bad("舟が出⟦た⟧。網を引き⟨ます⟩。\n", options={"share": 0, "forms": "ends"}),
        Bad("舟⟦である⟧\n\n網⟨です⟩\n", options={"share": 0, "forms": "dearu"}),
        Bad("舟⟦であり⟧、網⟨です⟩。\n", options={"share": 0, "forms": "dearu", "clauses": True}),
        Good("舟だ。網です。舟だった。網を引きました。\n", options={"share": 0, "forms": "dearu"}),
        Good(
            "- 舟である。\n\n次です。\n\n- 網です。\n",
            options={"body": "any", "lists": "majority", "share": 0, "forms": "ends", "by-list": True},
        ),
        Good("朝は静かです。舟が出ます。網を引きます。市が立ちます。もう昼だ。\n"),
        Good("舟が出る。網を引く。市が立つ。昼は静かだ。\n\n> 朝は静かです。舟が出ます。\n"),
        Good("朝は静かです。舟が出ます。\n\n- 網を引く。\n- 市が立つ。\n- 舟を洗う。\n- 家に帰る。\n"),
        Good(
            "この約束を読みます。次に引きます。署名します。写しを取ります。\n\n## 約束\n\n"
            "第一条 甲は舟を貸すものとする。\n\n第二条 乙は網を返すものとする。\n\n"
            "第三条 甲は乙に鍵を渡す。\n\n第四条 乙は港を使う。\n"
        ),
        Good("春子　舟が出ます。\n\n次郎　網を引く。\n", options={"share": 0}),
        Good("舟が出るか。網を引くか。それが問題です。決めるのは船頭。\n", options={"share": 0}),
    )

    class Options(RuleOptions):
        body: Annotated[
            Wanted,
            doc(
                "本文の文体: majority 多いほう、polite です・ます、plain だ・である、any 見ない",
                "The style of paragraphs: majority, polite, plain, or any (not looked at)",
            ),
        ] = "majority"
        lists: Annotated[Wanted, doc("箇条書きの文体", "The style of lists")] = "any"
        headings: Annotated[Wanted, doc("見出しの文体", "The style of headings")] = "any"
        share: Annotated[
            float,
            doc(
                "少ないほうの文がこの割合に満たなければ指摘しない",
                "Less than this share of sentences in the lesser style are left alone",
                ge=0,
                le=0.5,
            ),
        ] = 0.2
        forms: Annotated[
            Forms,
            doc(
                "くらべる文末: all 動詞などの終止形も、copula だ・である、ends 句点の直前の"
                "「だ」「た」「です」「ます」など、dearu 「である」と「です」「ます」だけ",
                "What is compared: all finite endings, copula 「だ」「である」, ends 「だ」「た」「です」「ます」 and "
                "the like right before a full stop, dearu 「である」「です」「ます」 alone",
            ),
        ] = "all"
        by_list: Annotated[bool, doc("箇条書きは一つずつ見る", "Judge each list apart")] = False
        clauses: Annotated[
            bool, doc("文中の「〜ですが、」「〜であるが、」も見る", "Look at clauses inside sentences too")
        ] = False

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        wanted: dict[BlockKind, Wanted] = {
            BlockKind.PARAGRAPH: self.options.body,
            BlockKind.ITEM: self.options.lists,
            BlockKind.HEADING: self.options.headings,
        }
        for kind, style in wanted.items():
            if style != "any" and (style != "majority" or self._may_be_mixed(document, kind)):
                for endings in self._groups(document, kind):
                    yield from self._mixed([_Place(each.style, span) for each, span in endings], style)

    def _may_be_mixed(self, document: Document, kind: BlockKind) -> bool:
        """Whether both styles seem to occur. This avoids tokenizing most texts, which hardly have the other style."""
        if self.options.clauses:
            return True
        styles = Counter(rough_style(each.text) for each in own_sentences(document) if each.block.kind is kind)
        return self._is_mixed(min(styles["polite"], styles["plain"]), _SURE * (styles["polite"] + styles["plain"]))

    def _groups(self, document: Document, kind: BlockKind) -> Iterable[list[tuple[Ending, Span]]]:
        """The endings in blocks of that kind, in groups that are judged apart."""
        if kind is not BlockKind.ITEM or not self.options.by_list:
            return [[(each, span) for each, span, _ in self._endings(document, kind)]]
        items = [block for block in document.prose if block.kind is kind]
        lists = {id(block): around for around, block in with_lists(document, items)}
        groups: dict[Span | None, list[tuple[Ending, Span]]] = defaultdict(list)
        for each, span, block in self._endings(document, kind):
            groups[lists.get(id(block))].append((each, span))
        return groups.values()

    def _endings(self, document: Document, kind: BlockKind) -> Iterator[tuple[Ending, Span, Block]]:
        needs_stop = kind is BlockKind.PARAGRAPH or self.options.forms == "ends"
        legal = legal_blocks(document)
        for sentence in own_sentences(document):
            block = sentence.block
            if block.kind is not kind or (kind is BlockKind.PARAGRAPH and not _is_body(block)):
                continue
            if id(block) in legal or is_line_of_play(block.text):
                continue
            if self.options.clauses:
                for clause in clause_endings(sentence.text, self.options.forms):
                    yield clause, sentence.source_span(clause.start, clause.end), block
                if self.options.forms == "dearu":
                    continue
            last = ending(sentence, self.options.forms, needs_stop=needs_stop)
            if last is not None:
                yield last, sentence.source_span(last.start, last.end), block

    def _mixed(self, places: list[_Place], wanted: Wanted) -> Iterator[Finding]:
        polite = [place for place in places if place.style == "polite"]
        plain = [place for place in places if place.style == "plain"]
        keep: Style = "polite" if len(polite) >= len(plain) else "plain"
        if wanted in ("polite", "plain"):
            keep = wanted
        lesser, greater = (plain, polite) if keep == "polite" else (polite, plain)
        if wanted == "majority" and not self._is_mixed(len(lesser), len(places)):
            return
        for place in lesser:
            yield self._lesser(place, _NAMES[keep], greater)

    def _is_mixed(self, lesser: int, all: float) -> bool:
        if not self.options.share:
            return 0 < lesser < all
        return lesser >= _FEW and lesser >= self.options.share * all

    def _lesser(self, place: _Place, name: Text, greater: list[_Place]) -> Finding:
        other = [Related(greater[0].span, Text(f"「{name.ja}」の文", f"a sentence in {name.en}"))] if greater else []
        return self.finding(
            place.span,
            ja=f"文体が混ざっています。ほかの文と同じ「{name.ja}」にそろえてください"
            if greater
            else f"文体が「{name.ja}」ではありません。「{name.ja}」にしてください",
            en=f"The styles are mixed. Write {name.en} as elsewhere" if greater else f"Write {name.en} here",
            related=other,
            group=name.en,
        )


def _is_body(block: Block) -> bool:
    return not block.bold and not block.footnote
