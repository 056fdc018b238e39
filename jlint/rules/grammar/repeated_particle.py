"""The same particle twice in a row in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated

from msgspec import Struct

from jlint.document import Document, Sentence
from jlint.finding import Finding, Related, Text
from jlint.memoize import memoize
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, doc
from jlint.rules.helpers.grammar.particle_words import is_in_conjunction, particle_words
from jlint.rules.helpers.own_sentences import own_sentences

if TYPE_CHECKING:
    from jlint.document.token import Token

_MAY_REPEAT = frozenset(
    {"の", "を", "て", "で接続", "ば", "たり", "だり", "し", "つつ", "ながら", "とか", "や", "か", "も"}
)
"""Particles that may repeat: they chain, list or belong to a verb form."""
_AFTER_NI = frozenset(
    {"因る", "対する", "関する", "就く", "於く", "於ける", "取る", "沿う", "渡る", "亘る", "従う", "伴う"}
)
"""Verbs that make one word with に: によって, に対して."""
_AFTER_TO = frozenset({"為る", "言う", "共"})
"""Words that make one word with と: として, という, とともに."""
_OF_PREDICATES = frozenset({"が", "に", "へ", "から", "まで"})
"""Particles whose copies don't clash when each has its own predicate: 雨が降る日が続く. Those of で clash even so."""
_PREDICATES = frozenset({"動詞", "形容詞", "助動詞"})
_ADVERBS = frozenset({"形状詞", "副詞"})
_MAKE_ADVERBS = frozenset(
    {"常", "真", "次", "一般", "一度", "一気", "同時", "互い", "際", "代わり", "まれ", "初め", "最後"}
)
"""Nouns that make an adverb with に, though the dictionary knows them as nouns alone."""
_OPENING, _CLOSING, _STOP = "括弧開", "括弧閉", "。"
_OTHERS = (
    "は|に|が|と|で|へ|から|まで|より|だけ|など|ほど|こそ|のみ|しか|ばかり|って|なんて|けれ?ど|[くぐ]らい|ずつ|さえ|すら"
    "|にて|とも|なり|やら|じゃ|きり|どころ|なんか|[ねよぞわさ]|なあ|なぁ"
)
"""Particles that may not repeat."""
_MANY = 16
"""No sentence that a reader could follow has more different particles than this."""


class RepeatedParticle(Rule):
    """一文の中で同じ助詞が続けて使われている（列車で事故でバスで）。

    どこに係るのか読み取りにくい。言い換えるか、読点で区切るか、文を分ける。「の」「を」や並べる「と」「や」「も」の
    ように、くり返してよい助詞は指摘しない。括弧も区切りとして数える。
    """

    id = "repeated-particle"
    category = "grammar"
    severity = None
    english = """The same particle stands twice in a sentence, one close behind the other.

    It is hard to see what each belongs to. Rephrase, put a comma between them or part the sentence. Particles that
    repeat by right, such as 「の」, 「を」 and those of lists, are left alone; a bracket parts like a comma.
    """
    examples = (
        Bad("倒木の影響⟨で⟩臨時便⟦で⟧島へ渡った。\n"),
        Bad("兄⟨は⟩港の朝市⟦は⟧好きだ。\n", options={"interval": 2}),
        Bad("兄⟨は⟩舟です．姉⟦は⟧橋です．\n", options={"ends": "。"}),
        Bad("兄⟨が⟩舟、姉⟦が⟧橋だ。\n", options={"commas": ""}),
        Good("倒木のため臨時便で島へ渡った。\n"),
        Good("兄が舟を出し、姉が網を打つ。\n"),
        Good("のこぎりで切り、やすりで磨く。\n"),
        Good("米と味噌と醤油とを買って帰って煮た。\n"),
        Good("舟は出た（次の便は夕方だ）。\n"),
        Good("雨が降る日が続き、常に川に霧が立つ。\n"),
        Good("法律によって大雨によって生じた損害を補う。\n"),
        Good("または手紙は郵便で送る。それで町で話す。\n"),
        Bad("雨⟨が⟩降る日⟦が⟧続く。庭⟨には⟩池⟦には⟧鯉がいる。\n", options={"words": True}),
        Good("部屋には机があり、机は木で、椅子では猫が眠る。\n", options={"words": True}),
    )

    class Options(RuleOptions):
        interval: Annotated[
            int,
            doc(
                "何番目までに同じ助詞が来たら指摘するか。1 なら、間にほかの助詞も読点もないとき",
                "Told when the same particle is this many particles and commas away; 1: nothing between",
                ge=1,
                le=5,
            ),
        ] = 1
        allow: Annotated[tuple[str, ...], doc("くり返してよい助詞", "Particles that may be repeated")] = ()
        lists: Annotated[
            bool,
            doc(
                "並べる助詞や「の」「を」「て」も見て、読点を数えない",
                "Look at particles that repeat by right too, and don't count commas",
            ),
        ] = False
        words: Annotated[
            bool,
            doc(
                "「には」「によって」のように続く助詞を一語と数え、述語が別かどうかを問わない",
                "Count particles that stand together (「には」, 「によって」) as one, whatever predicate has them",
            ),
        ] = False
        commas: Annotated[str, doc("間を空ける読点", "Commas that count as a distance")] = "、，"
        ends: Annotated[
            str, doc("文を終える文字。空ならふつうの句点や「！？」", "Marks that end a sentence; empty: the usual ones")
        ] = ""

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        options = self.options
        commas = "" if options.lists else options.commas
        looked_for = _LookedFor(options.interval, options.allow, options.lists, commas, options.words)
        for sentence in own_sentences(document, options.ends or None):
            for first, second in _pairs(sentence.text, looked_for):
                yield self._repeated(sentence, first, second)

    def _repeated(self, sentence: Sentence, first: _Copy, second: _Copy) -> Finding:
        place = sentence.source_span(first.start, first.end)
        return self.finding(
            sentence.source_span(second.start, second.end),
            ja=f"助詞「{second.text}」が近くにくり返されています。言い換えるか、文を分けてください",
            en=f"The particle {second.text} is repeated close by. Rephrase or part the sentence",
            related=[Related(place, Text(f"前の「{first.text}」", f"the {first.text} before"))],
        )


class _Copy(Struct, frozen=True):
    """One of two particles, and its place in the sentence's text."""

    start: int
    end: int
    text: str


class _LookedFor(Struct, frozen=True):
    """The options that define what a repetition is."""

    interval: int
    allow: tuple[str, ...]
    lists: bool
    commas: str
    words: bool

    def may_stand_in(self, text: str) -> bool:
        """Whether the text may have a repetition. This avoids tokenizing two sentences of three."""
        return self.lists or self.words or self.interval > 1 or _close_by(self.commas).search(text) is not None


@memoize(16_384)
def _pairs(text: str, looked_for: _LookedFor) -> tuple[tuple[_Copy, _Copy], ...]:
    """Pairs of a particle of a sentence and one close by that repeats it. Cached, as many sentences occur twice."""
    if not looked_for.may_stand_in(text):
        return ()
    from jlint.document.token import tokenize

    tokens = tokenize(text)
    if looked_for.words:
        return _pairs_of_words(tokens, looked_for)
    places = [
        (pair.start(1), pair.start(2)) for pair in _within(looked_for.interval).finditer(_tags(tokens, looked_for))
    ]
    return tuple(
        (_copy(tokens[first : first + 1]), _copy(tokens[second : second + 1]))
        for first, second in places
        if looked_for.lists or not _are_apart(tokens[first : second + 1])
    )


def _pairs_of_words(tokens: Sequence[Token], looked_for: _LookedFor) -> tuple[tuple[_Copy, _Copy], ...]:
    """The same for particles that stand together."""
    words = {word.first: word for word in particle_words(tokens)}
    names: dict[str, str] = {}
    # a sentence may be quoted within another
    tags = ["|" if token.surface == _STOP else _border_or_rest(token, looked_for) for token in tokens]
    for word in words.values():
        is_free = word.text in looked_for.allow or (word.may_repeat and not looked_for.lists)
        tags[word.first : word.end] = [
            "," if is_free else _letter(word.kind, names),
            *"." * (word.end - word.first - 1),
        ]
    copies = {number: _copy(tokens[word.first : word.end]) for number, word in words.items()}
    pairs = _within(looked_for.interval).finditer("".join(tags))
    return tuple((copies[pair.start(1)], copies[pair.start(2)]) for pair in pairs)


def _copy(tokens: Sequence[Token]) -> _Copy:
    return _Copy(tokens[0].start, tokens[-1].end, "".join([token.surface for token in tokens]))


@lru_cache
def _close_by(commas: str) -> re.Pattern[str]:
    """Text that may be one particle twice, with neither a comma nor a bracket nor を between."""
    return re.compile(f"({_OTHERS})[^「」『』（）を{re.escape(commas)}]*?\\1")


@lru_cache
def _within(interval: int) -> re.Pattern[str]:
    """Pairs of one letter with fewer than `interval` letters and commas, and no `|`, between them."""
    return re.compile(rf"([a-z])(?=(?:[^a-z,|]*[a-z,]){{0,{interval - 1}}}?[^a-z,|]*(\1))")


def _tags(tokens: Sequence[Token], looked_for: _LookedFor) -> str:
    """A character for each token: a small letter for a particle, `,` for what else separates them, `.` for the rest."""
    names: dict[str, str] = {}
    tags: list[str] = []
    for index, token in enumerate(tokens):
        if token.pos1 != "助詞":
            tags.append(_border_or_rest(token, looked_for))
            continue
        name = _name(token)
        if name in looked_for.allow or token.surface in looked_for.allow:
            tags.append(",")
        elif looked_for.lists:
            tags.append(_letter(name, names))
        elif name in _MAY_REPEAT or _belongs_to_a_word(tokens, index) or _is_list(tokens, index):
            tags.append(",")
        else:
            tags.append(_letter(name, names))
    return "".join(tags)


def _border_or_rest(token: Token, looked_for: _LookedFor) -> str:
    return "," if token.surface in looked_for.commas or token.pos2 in (_OPENING, _CLOSING) else "."


def _letter(name: str, names: dict[str, str]) -> str:
    if name not in names and len(names) >= _MANY:
        return ","
    return names.setdefault(name, chr(ord("a") + len(names)))


def _name(token: Token) -> str:
    return token.surface + ("接続" if token.pos2 == "接続助詞" and token.surface in ("が", "と", "で", "から") else "")


def _belongs_to_a_word(tokens: Sequence[Token], index: int) -> bool:
    """Whether the particle is a part of a longer one, of a conjunction or of an adverb."""
    return _is_compound(tokens, index) or is_in_conjunction(tokens, index) or _is_adverb(tokens, index)


def _is_compound(tokens: Sequence[Token], index: int) -> bool:
    """Whether the particle is the beginning of a longer one: によって, として."""
    if index + 1 == len(tokens):
        return False
    lemma = tokens[index + 1].lemma
    surface = tokens[index].surface
    return (surface == "に" and lemma in _AFTER_NI) or (surface == "と" and lemma in _AFTER_TO)


def _are_apart(tokens: Sequence[Token]) -> bool:
    """Whether a predicate stands between the first and the last token, which are copies of one particle."""
    return tokens[0].surface in _OF_PREDICATES and any(token.pos1 in _PREDICATES for token in tokens[1:-1])


def _is_adverb(tokens: Sequence[Token], index: int) -> bool:
    """Whether a に makes an adverb: 常に, 特に."""
    if tokens[index].surface != "に" or not index:
        return False
    before = tokens[index - 1]
    if before.surface in _MAKE_ADVERBS:
        return True
    return before.pos1 in _ADVERBS or before.pos2 == "助動詞語幹" or before.pos3 in ("副詞可能", "形状詞可能")


def _is_list(tokens: Sequence[Token], index: int) -> bool:
    """Whether a と stands between nouns."""
    return tokens[index].surface == "と" and index > 0 and tokens[index - 1].pos1 in ("名詞", "接尾辞", "代名詞")
