"""Misspellings that are common enough to be listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.document.token import tokenize
from jlint.document.word_search import WordSearch
from jlint.finding import Finding
from jlint.letters import is_kanji
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span, replace
from jlint.rules.helpers.own_words import is_in_quotation
from jlint.rules.helpers.typo.idioms import is_idiom
from jlint.rules.helpers.typo.misspellings import misspellings
from jlint.rules.helpers.typo.misspellings_in_context import InContext, found_in_context, search
from jlint.rules.helpers.typo.old_style import is_in_old_kana, is_in_old_style
from jlint.rules.helpers.typo.others_text import is_end_of_name, is_others_text
from jlint.rules.helpers.typo.quoted import is_quoted

if TYPE_CHECKING:
    from jlint.document.block import Block

_OKURIGANA = "送り仮名"
"""The basis of entries that were right before the present rules of okurigana."""
_SAYING = "現代仮名遣い（言う）"
"""The basis of what many write on purpose as it is spoken, 「そうゆうこと」, in dialogue or throughout."""
_FORMER = "以前は"
"""In the basis of okurigana that were usual before the present rules, and still are with some authors."""
_WA = lazy_pattern(
    "わ(?=[一-鿿ァ-ヺ])(?:(?<=(?<![ぁ-ん])[こそあど]れわ)|(?<=(?<![ぁ-ん])[こそあ]こわ)|(?<=[こそあ]ちらわ)"
    "|(?<=(?<![一-鿿])[私僕俺彼]わ)|(?<=(?<![一-鿿])(?:彼女|今日|明日)わ))"
)
"""The particle は as it is spoken: それわ大切. Kanji or katakana follow, for わ at an end is a particle too."""
_SEVERAL = lazy_pattern(
    r"(?<![^、。，．！？「『（(：:\sはがをにでもとやへ])数(?=(?!10*[^0-9])[0-9][0-9,.]*"
    r"(?:社|人|名|件|個|つ|台|本|枚|冊|年|[かカヶヵケ]月|週|日|時間|分|秒|回|倍|割|[%％]|パーセント|ポイント|万|億|兆|円|ドル|ユーロ"
    r"|[かカヶヵケ箇](?:国|所)|都市|店|校|歳|ページ|点|行|通|種|億|メートル|キロ|トン|[kKMG][mgBW]|[Tt][Bb]))"
)
"""A few, and how many exactly: 数30社. 数10人 is 数十人."""
_ONE_MORE = lazy_pattern("[ァ-ヺー][ァ-ヺー](?![ァ-ヺー])")
"""The end of a word in katakana and one more letter: a name, ビックバンク."""
_WORTH = lazy_pattern("[一-鿿]価値感")
"""無価値感, 希少価値感: the feeling that goes with a value."""
_REACH = 12
"""Characters on either side that decide whether a kanji ends a compound."""
_GREETING = lazy_pattern(
    "こん(?:にち|ばん)わ(?:[ \u3000]?[っッ](?![てと])|[ぁ-んァ-ヺ](?<![とをのねよかさなしじでだってっ]))"
)
"""A word that is made of a greeting, as some bloggers have theirs: こんにちわっぽ. Else a particle follows."""
_SLIPS = 3
"""More of these in one text are its author's way of writing, as some had it before the present rules."""


@cache
def _search() -> WordSearch:
    return WordSearch([each.wrong for each in misspellings()])


class KnownMisspelling(Rule):
    """よくある書き間違い。

    原語のつづりや語の成り立ちと違う書き方のうち、よく見かけるもの。「シュミレーション」「除々に」など。
    正しい書き方に直す。
    現代仮名遣いから外れた仮名（`予定どうり`、`そうゆう`、`入れづに`）、名詞に動詞の送り仮名を付けたもの（`話しを聞く`）は、前後の
    語から間違いと決まるところだけを指摘し、内閣告示が許すもの（つまづく、行なう）は指摘しない。
    助詞の「は」を「わ」と書いたもの（`それわ大切だ`）と、はっきりした数の前に「数」のあるもの（`数30社`）も指摘する。
    誤りの例として引いているところ（かぎ括弧の中にその語だけがあるとき）と、古い表記で書かれた文章の送り仮名は
    指摘しない。ほかのサイトや作品の題、埋め込んだ投稿、名前の終わりの四字熟語（黒ひげ危機一発）も指摘しない。
    """

    id = "known-misspelling"
    category = "typo"
    severity = Severity.WARNING
    supersedes = ("broken-idiom",)
    english = """A common misspelling.

    It departs from the original word or from what the word is made of. Use the right form. Kana that break the rules
    of modern spelling, and nouns with the okurigana of a verb, are reported where the words around them leave no doubt,
    unless the official rules tolerate them. The particle 「は」 written
    as it is spoken, 「わ」, and 「数」 (several) before a definite figure are reported too. Where a misspelling is
    quoted as such, alone in brackets, it is left alone, and so are the okurigana of a text in the spelling of its time,
    titles of other sites' pages and of works, embedded posts, and idioms that end a name, as in 「黒ひげ危機一発」.
    """
    examples = (
        Bad("運転の⟦シュミレーション⟧をする。\n", fixed="運転のシミュレーションをする。\n"),
        Bad("無駄を⟦除々に⟧減らす。\n", fixed="無駄を徐々に減らす。\n"),
        Bad("道具を⟦一つづつ⟧片づける。\n", fixed="道具を一つずつ片づける。\n"),
        Bad("予定⟦どうり⟧に進んだ。思い⟦どうり⟧だ。\n", fixed="予定どおりに進んだ。思いどおりだ。\n"),
        Bad("⟦そうゆう⟧ことを聞いた。\n", fixed="そういうことを聞いた。\n"),
        Bad("砂糖を入れ⟦づに⟧飲む。字が読み⟦ずら⟧い。\n", fixed="砂糖を入れずに飲む。字が読みづらい。\n"),
        Bad("祖父の⟦話し⟧を聞いた。\n", fixed="祖父の話を聞いた。\n"),
        Bad("早い対応が求め⟦られれる⟧。\n", fixed="早い対応が求められる。\n"),
        Bad("⟦こにちわ⟧、港の案内所です。\n", fixed="こんにちは、港の案内所です。\n"),
        Bad("それ⟦わ⟧大切な話だ。\n", fixed="それは大切な話だ。\n"),
        Bad("参加したのは⟦数⟧30社以上だ。\n"),
        Good("数10人が数1,000件の品を見た。その数30社。モデル数2倍、数3の教科書、工数3割減。\n"),
        Good("どうりで静かだ。何度もつまづき、三日月に気づく。位置をずらさず、順に話しながら歩く。\n"),
        Good("友人と話しに行き、話し合いを終えた。祭りの日に、糸の組みを直し、光りを放つ。\n"),
        Good("「そうゆうこともあるさ」と弟が言った。\n"),
        Good("それわかる。それわざと言ったのか。これでいいわ。道で見られればよい。\n"),
        Good("「シュミレーション」ではなく「シミュレーション」と書く。\n"),
        Good("席の争奪戦かってくらい人が並んだ。\n"),
        Good("黒ひげ危機一発で遊び、『怪盗ネコマルの危機一発』を観た。\n"),
        Good("徐々にシミュレーションの的を絞る。\n"),
        Good("何処へ行くにも、少くとも三日は要ると云う。然し、殆ど歩かない。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        yield from self._listed(document)
        yield from self._in_context(document)
        blocks = document.proofread_text.blocks_with(["わ"])
        found = [block.source_span(*match.span()) for block in blocks for match in _WA.finditer(block.text)]
        if 0 < len(found) <= _SLIPS and not is_in_old_style(document):
            yield from self._spoken(found)
        for block in document.proofread_text.blocks_with(["数"]):
            yield from self._several(document, block)

    def _in_context(self, document: Document) -> Iterator[Finding]:
        found = [
            (sentence, each)
            for sentence, _ in document.proofread_text.sentences_by_word(search())
            for each in found_in_context(sentence.text)
            if not is_quoted(sentence.text, each.start, each.end)
            and not (each.line.basis == _SAYING and is_in_quotation(sentence.text, each.start))
        ]
        if not found or is_in_old_style(document) or is_in_old_kana(document):
            return
        own_way = _own_way(each.line for _, each in found)
        for sentence, (start, end, line) in found:
            span = sentence.source_span(start, end)
            if line.basis not in own_way and not document.in_own_word(span) and not is_others_text(document, span):
                yield self._misspelt(span, line.wrong, line.right)

    def _misspelt(self, span: Span, wrong: str, right: str) -> Finding:
        return self.finding(
            span,
            ja=f"「{wrong}」は「{right}」の書き間違いです。直してください",
            en=f"{wrong} is a misspelling of {right}. Correct it",
            fix=replace(span, right, ja=f"「{right}」に直す", en=f"Use {right}", safe=False),
        )

    def _several(self, document: Document, block: Block) -> Iterator[Finding]:
        for match in _SEVERAL.finditer(block.text):
            span = block.source_span(*match.span())
            if not document.in_own_word(span):
                yield self.finding(
                    span,
                    ja="「数」のあとに、はっきりした数があります。どちらかにしてください",
                    en="A definite figure follows 数 (several). Keep one of them",
                )

    def _spoken(self, spans: Iterable[Span]) -> Iterator[Finding]:
        for span in spans:
            yield self.finding(
                span,
                ja="助詞は「わ」ではなく「は」と書きます。直してください",
                en="The particle is written は, not わ. Correct it",
                fix=replace(span, "は", ja="「は」に直す", en="Use は", safe=False),
            )

    def _listed(self, document: Document) -> Iterator[Finding]:
        for block, words in document.proofread_text.blocks_by_word(_search()):
            done: set[int] = set()
            for wrong, right, basis, _ in (each for each in misspellings() if each.wrong in words):
                if _OKURIGANA in basis and is_in_old_style(document):
                    continue
                for start in _places(wrong, block.text):
                    end = start + len(wrong)
                    span = block.source_span(start, end)
                    if not done.isdisjoint(range(start, end)) or document.in_own_word(span):
                        continue
                    if is_others_text(document, span) or (is_idiom(right) and is_end_of_name(block.text, start)):
                        continue
                    done.update(range(start, end))
                    yield self._misspelt(span, wrong, right)


def _own_way(lines: Iterable[InContext]) -> set[str]:
    """The bases of what the author of a text writes so on purpose, or has always written so."""
    numbers = Counter(("", line.basis) if line.basis == _SAYING else (line.wrong, line.basis) for line in lines)
    return {
        basis for (_, basis), number in numbers.items() if number > _SLIPS and (basis == _SAYING or _FORMER in basis)
    }


def _begins_in_compound(text: str, at: int) -> bool:
    """Whether the first kanji ends a compound: 争奪戦|かって isn't 戦かって."""
    if not at or not (is_kanji(text[at]) and is_kanji(text[at - 1])):
        return False
    near = max(0, at - _REACH)
    return any(word.start == at - near and word.pos1 == "接尾辞" for word in tokenize(text[near : at + _REACH]))


def _places(word: str, text: str) -> Iterator[int]:
    """The offsets of the word, except where it is the whole content of a pair of brackets, or part of a name."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (
            is_quoted(text, at, end)
            or _begins_in_compound(text, at)
            or _WORTH.match(text, max(0, at - 1))
            or _ONE_MORE.match(text, end - 1)
            or _GREETING.match(text, at)
        ):
            yield at
        at = text.find(word, at + len(word))
