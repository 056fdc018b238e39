"""Nouns that only serve the grammar, written in kanji."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, replace
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.notation.prose import Found, prose_of

_KANA = {
    "事": "こと",
    "物": "もの",
    "為": "ため",
    "訳": "わけ",
    "時": "とき",
    "毎": "ごと",
    "度": "たび",
    "上": "うえ",
    "方": "ほう",
    "通り": "とおり",
    "筈": "はず",
    "故": "ゆえ",
    "積り": "つもり",
    "所": "ところ",
}
_AFTER = {"物": "だでなの", "訳": "がだでにはじ、。", "上": "でに", "方": "が", "度": "に", "毎": "に"}
"""What follows a noun that only serves the grammar: 買う物を is a thing, するものだ is not."""
_NOUN = "|".join(f"{noun}(?<=[うくぐすつぬぶむるいただな]{noun})(?![一-鿿])" for noun in _KANA if noun != "所")
_SET_PHRASE = "(?<=今の)所(?=[、はが。で])|(?<=忙しい)所(?=[、をにす])|(?<=早い)所(?=[、片済終決始])"
_PLACE = (
    "所(?:(?<=[うくぐすつぬぶむるただない]所)(?=だ(?!け)|です|でし|である|であっ|、|による|によれ)"
    "|(?<=[うじるえ]所)(?=[がはも](?:あ|多|な|大)))"
)
"""A point in time, a result, a thought: 出かける所だ, 調べた所、思う所がある. Elsewhere it may be a place."""
_STAYING = frozenset(
    {
        *("住む", "居る", "有る", "泊まる", "暮らす", "働く", "遊ぶ", "休む", "集まる", "寝る", "座る", "為さる"),
    }
)
"""Behind these 所 is a place: 住む所だ."""
_THINKING = frozenset({"思う", "感ずる", "感じる", "考える", "期する"})
_EACH = "毎(?<=[一-鿿々ァ-ヶー]毎)(?=[にの])"
"""一人毎に, 店毎の: behind a noun it is a suffix."""
_PREDICATES = frozenset({"動詞", "形容詞", "助動詞"})
_NOT_BEHIND_ADJECTIVES = frozenset({"通り"})
"""広い通り is a street."""
_PAST = frozenset({"した"})
"""At the start of a sentence the dictionary takes it for 下, which isn't written in kana."""


class KanjiFormalNoun(Rule):
    """形式名詞が漢字で書かれている（する事）。

    「事」「物」「為」などは、前の語を受けるだけで実質的な意味がないときは、ひらがなで書くのが公用文や JTF の手引きの
    決まり。「買った物」のように実質のあるものは指摘しない。
    """

    id = "kanji-formal-noun"
    category = "notation"
    severity = None
    english = """A noun that only serves the grammar is written in kanji (「する事」).

    Official texts and the JTF guide write such nouns in kana. Nouns with a meaning of their own, as in 「買った物」,
    are left alone.
    """
    examples = (
        Bad("港へ行く⟦事⟧にした。\n", fixed="港へ行くことにした。\n"),
        Bad("雨が降った⟦為⟧、港へ行く⟦度⟧に濡れる。\n"),
        Bad("今の⟦所⟧は、早い⟦方⟧がよい。\n"),
        Bad("いま出かける⟦所⟧です。調べた⟦所⟧、店は休みだった。\n"),
        Bad("聞く⟦所⟧によると、店⟦毎⟧に味が違う。\n"),
        Bad("思う⟦所⟧があり、お忙しい⟦所⟧を訪ねた。\n"),
        Good("港へ行くことにした。買った物を運ぶ事故を見た。\n"),
        Good("机の上と、その時々の方角を示す。\n"),
        Good("古い上着を着て、広い通りを歩く。\n"),
        Good("ここは祖母が住む所です。涼しい所だ。着いた所へ、毎日毎晩行く。\n"),
    )
    Options = AllowOptions
    options: AllowOptions

    def check(self, document: Document) -> Iterator[Finding]:
        prose = prose_of(document)
        for found in prose.find(_NOUN, *_KANA):
            noun = found[0]
            if prose.text[found.match.end()] not in _AFTER.get(noun, prose.text[found.match.end()]):
                continue
            if not found.is_allowed(self.options.allow) and _follows_predicate(found):
                yield self._reported(found)
        for found in prose.find(_SET_PHRASE, "所"):
            if not found.is_allowed(self.options.allow):
                yield self._reported(found)
        for found in prose.find(_PLACE, "所"):
            if not found.is_allowed(self.options.allow) and _is_no_place(found):
                yield self._reported(found)
        for found in prose.find(_EACH, "毎"):
            if not found.is_allowed(self.options.allow) and _is_suffix(found):
                yield self._reported(found)

    def _reported(self, found: Found) -> Finding:
        span = found.span()
        better = _KANA[found[0]]
        return self.finding(
            span,
            ja=f"形式名詞の「{found[0]}」は、ひらがなで「{better}」と書いてください",
            en=f"{found[0]} only serves the grammar here; write {better}",
            fix=replace(span, better, ja=f"「{better}」にする", en=f"Write {better}", safe=False),
        )


def _follows_predicate(found: Found) -> bool:
    """Whether the noun is a word by itself, right after a verb, an adjective or an auxiliary that modifies it."""
    before, token, _ = found.prose.tokens_at(found.match.start())
    if before is None or token is None or token.surface != found[0]:
        return False
    if before.pos1 == "形容詞" and token.surface in _NOT_BEHIND_ADJECTIVES:
        return False
    if before.surface in _PAST:
        return True
    return before.pos1 in _PREDICATES and not before.cform.startswith(("連用形", "語幹"))


def _is_no_place(found: Found) -> bool:
    """Whether 所 stands behind a verb that says when or what, not where."""
    before, token, _ = found.prose.tokens_at(found.match.start())
    if before is None or token is None or token.surface != found[0]:
        return False
    if found.prose.text[found.match.end()] in "がはも":
        return before.lemma in _THINKING
    return before.pos1 in ("動詞", "助動詞") and before.surface != "な" and before.lemma not in _STAYING


def _is_suffix(found: Found) -> bool:
    before, token, _ = found.prose.tokens_at(found.match.start())
    return before is not None and token is not None and token.pos1 == "接尾辞" and before.pos1 in ("名詞", "接尾辞")
