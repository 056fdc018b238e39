"""Particles as words: には, からは and によって are one each, and a particle within a conjunction is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from jlint.document.token import Token

_PARTICLE, _NOMINAL = "助詞", "準体助詞"
_VERBS_AFTER = {
    "に": frozenset(
        {"因る", "依る", "対する", "関する", "就く", "つく", "於く", "於ける", "取る", "渡る", "亘る", "従う", "際する"}
    ),
    "と": frozenset({"為る", "言う"}),
    "を": frozenset({"通じる", "通ずる", "巡る"}),
}
"""Verbs that have become a part of a particle: によって, として, を通じて."""
_NOUNS_AFTER = {"と": frozenset({"共"})}
"""The same for nouns: とともに."""
_IS_PREDICATE_AFTER_DE = frozenset({"有る", "御座る", "無い", "ない"})
"""What makes で a form of だ: 学生である."""
_MAKES_NO_ADVERB = frozenset({"成る", "為る"})
"""Verbs that に belongs to as a case: 静かになる."""
_ADVERBS = frozenset(
    {"常", "真", "次", "一気", "同時", "互い", "稀", "まれ", "実際", "本当", "既", "共", "とも", "徐々"}
)
"""What is one adverb together with に."""
_WITHIN = {"また": "は", "もしく": "は", "実": "は"}
_AT_START = {"そこ": "で", "それ": "でにから", "ところ": "で"}
"""Words that are one conjunction together with a particle: anywhere in a sentence, or at its start."""
_WHETHER = ["か", "どう", "か"]
_LISTING = frozenset({"や", "たり", "だり", "とか", "の"})
_NOUNS = ("名詞", "代名詞", "接尾辞")
_OF_ADJECTIVES = ("形状詞可能", "形状詞的")


class ParticleWord(Struct, frozen=True):
    """One or more particles that stand together. `first` and `end` are the numbers of tokens.

    Copies share a `kind`: が after a noun and が after a verb are two. `may_repeat`: it repeats by right, as の, を, て
    and what makes lists do.
    """

    first: int
    end: int
    text: str
    kind: str
    may_repeat: bool


def particle_words(tokens: Sequence[Token]) -> Iterator[ParticleWord]:
    """The particles of a sentence. の that makes a noun of a verb is none, but ので and のに are."""
    index = 0
    while index < len(tokens):
        end = _end(tokens, index)
        if end == index:
            index += 1
            continue
        text = "".join([token.surface for token in tokens[index:end]])
        kinds = "".join([_kind(tokens, number) for number in range(index, end)])
        yield ParticleWord(index, end, text, text + kinds, text in _LISTING or _may_repeat(tokens, index, end))
        index = end


def is_in_conjunction(tokens: Sequence[Token], index: int) -> bool:
    """Whether the particle is a part of a conjunction that the dictionary splits: または, そこで."""
    surface = tokens[index].surface
    if not index:
        return index + 1 < len(tokens) and (surface, tokens[1].surface) in (("で", "は"), ("で", "も"))
    before = tokens[index - 1].surface
    if index == 1 and tokens[0].pos1 == _PARTICLE:
        return is_in_conjunction(tokens, 0)
    return _WITHIN.get(before) == surface or (index == 1 and surface in _AT_START.get(before, ()))


def _end(tokens: Sequence[Token], first: int) -> int:
    """The number of the token after the particle that begins at `first`; `first` where none does."""
    end = first
    while end < len(tokens) and _is_particle(tokens, end):
        end += 1
        end = max(end, _end_of_verb(tokens, end))
    return end


def _is_particle(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if before is None or is_in_conjunction(tokens, index):
        return False
    if token.lemma == "だ":
        return token.surface == "に" or (token.surface == "で" and _is_case(before, after))
    if token.pos2 == _NOMINAL:
        return before.pos1 != "連体詞" and _is_conjunctive(tokens, index)
    if token.pos1 != _PARTICLE or _is_whether(tokens, index):
        return False
    return not (token.surface in ("に", "しも") and (before.pos1 == "副詞" or before.surface in _ADVERBS))


def _is_conjunctive(tokens: Sequence[Token], index: int) -> bool:
    """Whether の is the first letter of ので or のに, which tie two clauses: no particle follows, or a comma does."""
    surfaces = [token.surface for token in tokens[index + 1 : index + 3]]
    if surfaces[:1] == ["で"]:
        return len(surfaces) > 1 and tokens[index + 2].pos1 != _PARTICLE
    return surfaces in (["に", "、"], ["に", "，"])


def _is_case(before: Token, after: Token | None) -> bool:
    """Whether で, which the dictionary takes for a form of だ, marks the case of a noun."""
    if before.lemma == "事" or before.pos2 == _NOMINAL:
        return before.pos2 == _NOMINAL and not (after and after.pos1 == _PARTICLE)
    is_noun = before.pos1 in _NOUNS and not {before.pos2, before.pos3}.intersection(_OF_ADJECTIVES)
    return is_noun and not (after and after.lemma in _IS_PREDICATE_AFTER_DE)


def _is_whether(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token is one か of かどうか."""
    surfaces = [token.surface for token in tokens[index : index + 3]]
    if surfaces[:1] != ["か"]:
        return False
    return surfaces == _WHETHER or (
        index > 1 and [token.surface for token in tokens[index - 2 : index + 1]] == _WHETHER
    )


def _end_of_verb(tokens: Sequence[Token], index: int) -> int:
    """The number of the token after a verb at `index` that is a part of the particle before it; 0 if it is none."""
    if index >= len(tokens):
        return 0
    before, token = tokens[index - 1].surface, tokens[index]
    if token.lemma in _NOUNS_AFTER.get(before, ()):
        return index + 1
    if token.lemma not in _VERBS_AFTER.get(before, ()):
        return 0
    after = tokens[index + 1].surface if index + 1 < len(tokens) else ""
    if after == "て" or (after == "た" and token.lemma == "言う"):
        return index + 2
    is_part = token.cform.startswith("連体形") or (token.cform.startswith("連用形") and before == "に")
    return index + 1 if is_part else 0


def _kind(tokens: Sequence[Token], index: int) -> str:
    """What tells two particles of one form apart."""
    token = tokens[index]
    if token.surface in ("が", "と", "から", "で") and token.pos2 == "接続助詞":
        return "接続"
    return "副詞" if token.surface == "に" and _makes_adverb(tokens, index) else ""


def _makes_adverb(tokens: Sequence[Token], index: int) -> bool:
    is_last = index + 1 == len(tokens)
    return tokens[index].lemma == "だ" and (is_last or tokens[index + 1].lemma not in _MAKES_NO_ADVERB)


def _may_repeat(tokens: Sequence[Token], index: int, end: int) -> bool:
    """Whether a particle of one token repeats by right."""
    if end > index + 1:
        return False
    surface = tokens[index].surface
    return surface in ("を", "て") or (surface == "と" and _ties_nouns(tokens, index))


def _ties_nouns(tokens: Sequence[Token], index: int) -> bool:
    """Whether と stands between two nouns."""
    after = tokens[index + 1].pos1 if index + 1 < len(tokens) else ""
    return tokens[index - 1].pos1 in _NOUNS and after in (*_NOUNS, "接頭辞", "連体詞", "形容詞")
