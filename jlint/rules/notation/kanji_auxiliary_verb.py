"""Auxiliary verbs written in kanji."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.document.token import Token
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, replace
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.notation.kana import hiragana
from jlint.rules.helpers.notation.prose import Found, prose_of

_STARTS = ("頂", "下さ", "来", "行", "見", "置", "貰", "居", "有", "仕舞", "上げ", "参", "欲し")
_VERB = "|".join(f"{verb}(?<=[てで]{verb})" for verb in _STARTS)
_LEMMAS = frozenset(
    ["頂く", "下さる", "来る", "行く", "見る", "置く", "貰う", "居る", "有る", "仕舞う", "上げる", "参る", "欲しい"]
)
_JOINED = ("て", "で")
_RELATIONS = (
    *("として", "について", "によって", "にとって", "において", "に対して", "に関して", "を通じて", "を通して"),
    *("に沿って", "に従って", "に応じて", "にわたって", "をかけて", "に比べて", "に合わせて", "こうして", "そうして"),
)
"""After these a verb has its literal meaning: として見る."""
_BEHIND_STEM = "(?<=[ぁ-んァ-ヶー一-鿿])(?:頂[かきくけこいり]|下さ|致[さしすせそ])"
_HUMBLE = frozenset({"頂く", "下さる", "致す"})
"""These help a noun or a stem too: ご覧下さい, お願い致します, 説明頂く. Behind a particle they mean themselves."""
_BEGIN = "出(?<=[いきぎしちにびみりれえけげせてねべめ]出)[さしすせそ]"
_BEGUN = frozenset(
    {
        *("泣く", "笑う", "怒る", "叫ぶ", "騒ぐ", "踊る", "歌う", "歩く", "走る", "動く", "働く", "震える"),
        *("揺れる", "光る", "輝く", "燃える", "鳴く", "鳴る", "喋る", "話す", "食べる", "降る", "慌てる", "暴れる"),
        *("怯える", "悩む", "迷う", "咲く", "眠る", "太る", "痩せる", "回る"),
    }
)
"""Voices, feelings and movements, which 〜出す begins. Behind most other verbs it means out: 取り出す."""


class KanjiAuxiliaryVerb(Rule):
    """「〜て」に続く補助動詞が漢字で書かれている（して頂く）。

    もとの意味が薄れた動詞は、ひらがなで書くのが公用文や JTF の手引きの決まり。「歩いて行く」のように、もとの意味で使う
    箇所も指摘するので、置き換えは読んで決める。
    """

    id = "kanji-auxiliary-verb"
    category = "notation"
    severity = None
    english = """A verb that only helps the one before it is written in kanji (「して頂く」).

    Official texts and the JTF guide write it in kana, since its own meaning has faded. Places where the verb does mean
    itself are marked too, so read before you change.
    """
    examples = (
        Bad("説明して⟦頂い⟧た。\n", fixed="説明していただいた。\n"),
        Bad("港を見て⟦来よう⟧。\n", fixed="港を見てこよう。\n"),
        Bad("先に読んで⟦下さい⟧。\n", fixed="先に読んでください。\n"),
        Good("説明していただき、港へ行く。\n"),
        Good("初めて行く町で、改めて見る。\n"),
        Good("客として見ると、港について見ていける。\n"),
        Good("全て有料で、まとめて下見をする。\n"),
        Bad("ご覧⟦下さい⟧。よろしくお願い⟦致し⟧ます。ご説明⟦頂い⟧た。\n"),
        Bad("赤ん坊が泣き⟦出し⟧た。\n", fixed="赤ん坊が泣きだした。\n"),
        Good("水を下さい。お茶を頂く。私が致します。不徳の致すところです。山の頂に着く。\n"),
        Good("財布を取り出す。人を探し出す。声を出す。\n"),
    )
    Options = AllowOptions
    options: AllowOptions

    def check(self, document: Document) -> Iterator[Finding]:
        for found in prose_of(document).find(_VERB, "て", "で"):
            if not found.is_allowed(self.options.allow):
                yield from self._behind_te(found)
        for found in prose_of(document).find(_BEHIND_STEM, "頂", "下さ", "致"):
            if not found.is_allowed(self.options.allow):
                yield from self._behind_stem(found)
        for found in prose_of(document).find(_BEGIN, "出"):
            if not found.is_allowed(self.options.allow):
                yield from self._beginning(found)

    def _behind_te(self, found: Found) -> Iterator[Finding]:
        before, verb, begin = found.prose.tokens_at(found.match.start())
        if before is None or verb is None or verb.lemma not in _LEMMAS or verb.pos1 not in ("動詞", "形容詞"):
            return
        if found.prose.text.endswith(_RELATIONS, begin, found.match.start()):
            return
        if before.surface == "して" or (before.pos2 == "接続助詞" and before.surface in _JOINED):
            yield self._reported(found, verb, begin)

    def _behind_stem(self, found: Found) -> Iterator[Finding]:
        before, verb, begin = found.prose.tokens_at(found.match.start())
        if before is None or verb is None or verb.lemma not in _HUMBLE:
            return
        honorific = found.prose.text[max(0, begin + before.start - 1)] + before.surface[0]
        is_honorific = any(prefix in honorific for prefix in "おご御")
        if (before.pos1 == "動詞" and before.cform.startswith("連用形")) or (
            before.pos1 == "名詞" and (before.pos3 == "サ変可能" or is_honorific)
        ):
            yield self._reported(found, verb, begin)

    def _beginning(self, found: Found) -> Iterator[Finding]:
        before, verb, begin = found.prose.tokens_at(found.match.start())
        if before is None or verb is None or verb.lemma != "出す":
            return
        if before.lemma in _BEGUN and before.cform.startswith("連用形"):
            yield self._reported(found, verb, begin)

    def _reported(self, found: Found, verb: Token, begin: int) -> Finding:
        span = found.prose.span(found.match.start(), begin + verb.end)
        better = hiragana(verb.kana)
        return self.finding(
            span,
            ja=f"補助動詞の「{verb.surface}」は、ひらがなで「{better}」と書いてください",
            en=f"{verb.surface} only helps the verb before it; write {better}",
            fix=replace(span, better, ja=f"「{better}」にする", en=f"Write {better}", safe=False),
        )
