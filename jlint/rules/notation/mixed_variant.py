"""One word written in two ways in one text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from jlint.compiled import compiled
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span, doc, replace
from jlint.rules.helpers.allow import AllowOptions, allowed
from jlint.rules.helpers.notation.house_rules import LISTS, is_rejected, lists_among
from jlint.rules.helpers.notation.katakana_variants import katakana_variants
from jlint.rules.helpers.notation.latin_variants import latin_variants
from jlint.rules.helpers.notation.listed_variants import listed_variants, own_variants
from jlint.rules.helpers.notation.okurigana_variants import okurigana_variants, trailing_variants
from jlint.rules.helpers.notation.prose import Prose, own_prose_of, own_prose_outside_links
from jlint.rules.helpers.notation.variant_group import VariantGroup
from jlint.rules.helpers.notation.ways import MAJORITY, Odd, odd_ones
from jlint.rules.helpers.rewriting import may_replace_word

_END_OF_MENTION = "[ぁ-ん]{0,3}[」』]"
_BESIDE, _LONGEST_MARK = 2, 12
_JOINT_BEFORE, _JOINT_AFTER = r"[A-Za-z0-9]?[_/@.+&-]\Z|[A-Za-z0-9]\Z", r"[_/@+&-]|\.?[A-Za-z0-9]| [0-9]"
_ITEM, _LABEL_END = r"(?:^|\n)[ \t]*(?:[-*+]|[0-9]+[.)])[ \t]+\Z", r"[ ]?[:：]"
_LATIN_BEFORE, _LATIN_AFTER = r"[A-Za-z,] \Z", r",? ?[A-Za-z]"


class MixedVariant(Rule):
    """一つの文書の中で、同じ言葉が二通りに書かれている（「サーバ」と「サーバー」、「全て」と「すべて」）。

    表記のゆれは、別の意味かと読み手を迷わせ、検索でも漏れが出る。多いほうにそろえる。同じ言葉かどうかは辞書（UniDic）の
    見出しで決め、使い分けのある言葉（事とこと、下さいとください）は見ない。引用、『』の中、リンク先のページの題名は、書いた
    人の言葉ではないので、数えも指摘もしない。社内の決まりは prefer に書く。一語ずつの
    書き方を決めたルール（kanji-or-kana など）も使うときは、そのルールが指摘する書き方には、prefer にあるものを除いて、
    そろえない。
    """

    id = "mixed-variant"
    category = "notation"
    severity = Severity.INFO
    heeds = LISTS
    english = """One word is written in two ways in a text (「サーバ」 and 「サーバー」, 「全て」 and 「すべて」).

    Readers wonder whether two things are meant, and a search misses half of the places. Keep to the commoner way.
    Whether two writings are one word is taken from the headwords of UniDic; words whose writings differ in use are left
    alone. Quotations, what is in 『』 and the titles of pages that are linked to aren't the author's words: they are
    neither counted nor reported. What a house has settled on goes into `prefer`. Beside a rule that settles single
    words, such as kanji-or-kana, no writing is proposed that this rule reports, unless `prefer` has it.
    """
    examples = (
        Bad(
            "⟨サーバー⟩を三台買い、サーバーを置き、古い⟦サーバ⟧を捨てた。\n",
            fixed="サーバーを三台買い、サーバーを置き、古いサーバーを捨てた。\n",
        ),
        Bad(
            "⟨すべて⟩を見た。すべてを聞いた。⟦全て⟧を忘れた。\n",
            fixed="すべてを見た。すべてを聞いた。すべてを忘れた。\n",
        ),
        Bad("道が⟨分か⟩る。話が分からない。夢が⟦わか⟧った。\n", fixed="道が分かる。話が分からない。夢が分かった。\n"),
        Bad("⟨取り組み⟩を始め、新しい⟦取組⟧を続ける。\n", fixed="取り組みを始め、新しい取り組みを続ける。\n"),
        Bad("⟦全て⟧を見た。\n", options={"prefer": ["すべて"]}),
        Bad("⟨すべて⟩を見た。すべてを聞いた。町の人（⟦全て⟧）に会った。\n"),
        Good("全て（すべて）を見た。全てを聞いた。\n"),
        Good("> 全てが終わる。全てが始まる。\n\nすべてを見た。\n"),
        Good("『おもしろい庭の話』は面白い。\n"),
        Good("[無口なプログラマの一日の記録](https://example.com/)を読む。プログラマーは働く。\n"),
        Bad("[⟦プログラマ⟧](https://example.com/)を呼ぶ。⟨プログラマー⟩は働く。プログラマーは寝る。\n"),
        Good("サーバーを三台買い、サーブを打つ。\n"),
        Good("分かる人と、分かった人と、分けた人。\n"),
        Good("もっとも、山は最も高い。\n"),
        Good("ウェブの画面から setup_web.sh を動かす。ウェブの話だ。\n"),
        Good("全て見た。すべて見た。すべて聞いた。\n", options={"allow": ["全て見た"]}),
        Good("棚を組み立てて、組立作業を終えた。\n"),
        Good("ウェブの話だ。ウェブ２年目に Web 2.0 と WEB+DB の本を読む。\n\n- web：入口の機械\n- api：奥の機械\n"),
        Bad("⟦サーバ⟧を捨てた。\n", options={"prefer": ["サーバー"]}, fixed="サーバーを捨てた。\n"),
        Bad("⟨手続き⟩を終え、別の手続きを始め、⟦手続⟧を調べた。\n", options={"trailing-kana": True}),
        Bad("⟨ブログ⟩を書き、ブログを読み、⟦blog⟧を閉じた。\n", options={"latin": "all"}),
        Good("ウェブを見る。Webで聞く。\n", options={"latin": "none"}),
        Good("[全て見る人](https://example.com/)がすべて見た。すべて聞いた。\n", options={"links": False}),
    )

    class Options(AllowOptions):
        prefer: Annotated[
            tuple[str, ...],
            doc(
                "いつも使う書き方。同じ言葉のほかの書き方は、一度でも指摘する。",
                "Writings that are always right: any other is reported, even where they aren't mixed.",
            ),
        ] = ()
        sets: Annotated[
            tuple[str, ...],
            doc(
                "同じ言葉とみなす書き方の組を足す（例: 打合せ/打ち合わせ）。",
                "Further writings of one word, parted by a slash.",
            ),
        ] = ()
        verbs: Annotated[
            bool,
            doc(
                "動詞と名詞の送り仮名もそろえる（組み立てる／組立作業）。公用文の送り仮名では別でよい。",
                "Whether nouns must keep the okurigana of their verbs. Official spelling lets them differ.",
            ),
        ] = False

        trailing_kana: Annotated[
            bool,
            doc(
                "末尾の送り仮名だけが違う名詞もそろえる（手続き／手続）。公用文では、複合語の中は付けないものが多い。",
                "Whether nouns that differ in the kana at their end are mixed too (「手続き」 and 「手続」).",
            ),
        ] = False
        latin: Annotated[
            Literal["listed", "all", "none"],
            doc(
                "英字とカタカナ: listed 一覧（Web など）の語だけ、all 辞書で同じとわかる語（blog）も、none 見ない。",
                "Latin against katakana: words of the list (Web), all that the dictionary knows (blog), or none.",
            ),
        ] = "listed"
        links: Annotated[bool, doc("リンクの文字も見る。", "Whether the text of links is looked at too.")] = True

    options: Options
    lists: tuple[Rule, ...] = ()
    """The rules beside this one that settle how single words are written."""

    @property
    def state(self) -> str:
        return "\n".join([super().state, *(f"{rule.id} {rule.state}" for rule in self.lists)])

    def beside(self, others: Sequence[Rule]) -> Rule:
        lists = lists_among(others)
        if not lists:
            return self
        rule = MixedVariant(self.options)
        rule.lists = lists
        return rule

    def check(self, document: Document) -> Iterator[Finding]:
        prose = own_prose_of(document) if self.options.links else own_prose_outside_links(document)
        for group in self._groups(prose):
            uses = [use for use in group.uses if not _is_of_others(document.text, use.span)]
            prefer = next((word for word in self.options.prefer if word in group.stems), group.right or MAJORITY)
            for odd in odd_ones(uses, prefer):
                is_settled = odd.right in self.options.prefer or not is_rejected(
                    group.stems[odd.right], odd.use.span, document, self.lists
                )
                if is_settled and not _is_allowed(document, odd.use.span, self.options.allow):
                    yield self._reported(odd, group, document)

    def _groups(self, prose: Prose) -> Iterator[VariantGroup]:
        yield from listed_variants(prose, self.options.prefer, latin=self.options.latin != "none")
        yield from own_variants(prose, self.options.sets)
        yield from katakana_variants(prose, self.options.prefer)
        yield from okurigana_variants(prose, verbs=self.options.verbs)
        if self.options.trailing_kana:
            yield from trailing_variants(prose)
        if self.options.latin == "all":
            yield from latin_variants(prose)

    def _reported(self, odd: Odd, group: VariantGroup, document: Document) -> Finding:
        better = group.stems[odd.right]
        safe = may_replace_word(document, odd.use.span, better)
        ja = f"「{odd.use.way}」と「{odd.right}」が混ざっています。「{odd.right}」にそろえてください"
        en = f"{odd.use.way} and {odd.right} are mixed; write {odd.right}"
        if odd.model is None:
            ja = f"「{odd.use.way}」は「{odd.right}」と書く決まりです。「{odd.right}」にしてください"
            en = f"{odd.use.way} is to be written {odd.right}"
        return self.finding(
            odd.use.span,
            ja=ja,
            en=en,
            fix=replace(odd.use.span, better, ja=f"「{odd.right}」にする", en=f"Write {odd.right}", safe=safe),
            related=odd.related,
            group=f"{odd.use.way} {odd.right}",
        )


def _is_of_others(text: str, span: Span) -> bool:
    """Whether the word has no say in how the author writes: it is mentioned, or is a part of something in Latin."""
    return _is_mention(text, span) or (span.of(text).isascii() and _is_within_latin(text, span))


def _is_within_latin(text: str, span: Span) -> bool:
    """Whether a Latin word is a name, a part of one (`setup_web.sh`, `data-web`, `Web 2.0`), or between Latin words."""
    before, after = text[max(0, span.start - _BESIDE) : span.start], text[span.end : span.end + _BESIDE]
    if (
        span.of(text).islower()
        and compiled(_LABEL_END).match(after)
        and compiled(_ITEM).search(text[max(0, span.start - _LONGEST_MARK) : span.start])
    ):
        return True  # a list tells what this folder, option or key is
    is_part = compiled(_JOINT_BEFORE).search(before) or compiled(_JOINT_AFTER).match(after)
    return bool(is_part or (compiled(_LATIN_BEFORE).search(before) and compiled(_LATIN_AFTER).match(after)))


def _is_mention(text: str, span: Span) -> bool:
    """Whether the word stands alone in 「」: the text mentions the word, as in 「サーバ」と書く."""
    is_opened = text[span.start - 1 : span.start] in ("「", "『")
    return is_opened and compiled(_END_OF_MENTION).match(text, span.end) is not None


def _is_allowed(document: Document, span: Span, allow: tuple[str, ...]) -> bool:
    if not allow:
        return False
    line = document.lines.span(document.lines.line_of(span.start))
    return allowed(allow).covers(line.of(document.text), span.start - line.start, span.end - line.start)
