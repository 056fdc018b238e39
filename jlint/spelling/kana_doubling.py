"""Doublings inside a word that may be meant: names in kana, spoken forms, and words that meet as grammar lets them.

Such a doubling makes the text costlier as a slip does, so the words decide: those that are there with both copies, and
those that would be there with one. Where either reading is open, it is taken for meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jlint.compiled import compiled
from jlint.document.token import tokenize
from jlint.letters import is_hiragana, is_kanji, is_katakana
from jlint.spelling.katakana import commonness
from jlint.spelling.word_doubling import is_function_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jlint.document.token import Token
    from jlint.spelling.repair import Copies

_SHORTEST_WORD = 3
"""Letters of a word in hiragana that a slip is told in: shorter ones are names as often (さだ, しり)."""
_LEAST_TURN = 3
"""Letters of a turn that is said twice, at whose seam the same letter stands twice: いいじゃない|いいじゃない."""
_CONTENT = frozenset({"名詞", "代名詞", "動詞", "形容詞", "形状詞", "副詞", "連体詞"})
_NAMING = frozenset({"名詞", "動詞", "形容詞", "形状詞"})
"""What the letters of a name look like, unlike まず and この."""
_NOMINAL = frozenset({"名詞", "代名詞", "形状詞", "副詞", "感動詞"})
_MARKS = frozenset({"記号", "補助記号"})
_BEFORE_PARTICLES = _NOMINAL | _MARKS | {"接尾辞", "接続詞"}
_INFLECTED = frozenset({"動詞", "形容詞", "助動詞"})
_BEFORE_GOOD = frozenset({"名詞", "代名詞", "形状詞", "副詞", "助詞", "補助記号", "記号", "空白", "接尾辞"})
"""What いい follows: 天気いい, 別にいい. 良いい and ないいこと are slips."""
_SOUND_ENDS = "[ンん][ッっー]?(?:と(?!も)|[！!])"
"""ググンと, ばばん！"""
_DRAWN_OUT = "[ぁ-ゖ]{0,2}ー"
"""ししょー: spelled as it is spoken."""
_GOES_ON_BEHIND_TE = "い[るたまなれ]|しま|お[りいく]"
"""What can't follow てて, which is spoken for ていて: していている."""
_VERY_COMMON = 2
"""The least commonness of a katakana word that is hardly said twice for stress."""
_BEHIND_STEMS = frozenset({"た", "ます", "たい", "無い", "ない"})
"""What follows no finished form: 持たない|た."""
_BEHIND_STOP = frozenset({"って", "っぽい", "っぽく"})
"""Where っ is no part of a verb but for these, it is lengthened: 暑っっつ."""
_SPOKEN_VERBS = frozenset({"成る", "有る", "為る", "居る", "出来る"})
"""Verbs of what isn't done on purpose, which ったった (やったった, 作ったった) doesn't follow."""


def may_be_meant_in_word(copies: Copies) -> bool:
    """Whether a doubled letter or fragment may be right as it stands."""
    if _is_said_twice(copies):
        return True
    if all(map(is_katakana, copies.text)):
        return _may_be_katakana(copies)
    if copies.length > 1:
        return _may_be_fragment(copies)
    return is_hiragana(copies.text) and _may_be_letter(copies)


def _is_said_twice(copies: Copies) -> bool:
    """Whether a longer turn stands twice, whose seam this is."""
    before, behind = copies.repair.window[: copies.middle], copies.repair.window[copies.middle :]
    least = max(_LEAST_TURN, copies.length + 2)
    return any(before.endswith(behind[:length]) for length in range(least, min(len(before), len(behind)) + 1))


def _may_be_katakana(copies: Copies) -> bool:
    window = copies.repair.window
    if copies.length == 1:
        return not is_katakana(window[copies.start - 1 : copies.start]) and _is_mimetic(copies)
    return _is_word_before_compound(copies)


def _is_mimetic(copies: Copies) -> bool:
    return compiled(_SOUND_ENDS).match(copies.repair.window, copies.end) is not None


def _is_word_before_compound(copies: Copies) -> bool:
    """メリーメリークリスマス: the first of two words, said twice. データデータベース is a slip: the word is common."""
    kept = _kept(copies)
    is_start = not is_katakana(copies.repair.window[copies.start - 1 : copies.start])
    return is_start and bool(kept) and kept[0].surface == copies.text and commonness(copies.text) < _VERY_COMMON


def _is_noun_of_verb(copies: Copies) -> bool:
    """長押し|しない, 後回し|している: a noun made of a verb, with する. 確認しします is a slip."""
    if copies.text != "し":
        return False
    words = tokenize(copies.repair.window[: copies.middle])
    return len(words[-1].surface) > 1 and words[-1].pos1 in ("動詞", "名詞") and bool(words[-1].lemma)


def _may_be_letter(copies: Copies) -> bool:
    kept = _kept(copies)
    return (
        any(word.pos2 == "固有名詞" for word in kept)
        or _is_noun_of_verb(copies)
        or _is_garbled(copies)
        or _may_be_name_at_start(copies, kept)
        or _is_joined_well(copies)
        or _is_good(copies)
        or _is_spoken_te(copies)
        or (copies.text == "っ" and not any(word.pos1 == "動詞" or word.surface in _BEHIND_STOP for word in kept))
        or _is_whole_word(copies)
        or _is_mimetic(copies)
        or compiled(_DRAWN_OUT).match(copies.repair.window, copies.end) is not None
    )


def _kept(copies: Copies) -> tuple[Token, ...]:
    """The words in which the copy is that would be kept."""
    end = copies.start + copies.length
    return tuple(word for word in tokenize(copies.repair.repaired) if word.start < end and word.end > copies.start)


def _is_garbled(copies: Copies) -> bool:
    """Whether even without one copy the kana around make no words, as in dialect or the reading of a name."""
    first, end = copies.start - 1, copies.middle + 1
    around = (word for word in tokenize(copies.repair.repaired) if word.start < end and word.end > first)
    return any(word.pos1 in _MARKS and all(map(is_hiragana, word.surface)) for word in around)


def _may_be_name_at_start(copies: Copies, kept: tuple[Token, ...]) -> bool:
    """『ししりばの家』: what begins with two equal kana is a name that the dictionary lacks, unless it has the word."""
    before = copies.repair.window[copies.start - 1 : copies.start]
    if before and (is_katakana(before) or before.isalnum()):
        return False
    return any(
        word.pos1 in _NAMING and not is_function_word(word) and len(word.surface) < _SHORTEST_WORD for word in kept
    )


def _is_joined_well(copies: Copies) -> bool:
    """Whether a particle or な ends where a word of its own begins: みたいな|なんだか, だか|から, けれども|もっと."""
    if not copies.are_separate:
        return False
    if not copies.starts_a_word:
        return _do_words_meet(copies)
    first, second, before = copies.first[-1], copies.second[0], copies.before
    if first.surface == "か" and second.surface == "から":
        return before is not None and before.pos1 in _INFLECTED
    if second.pos1 not in _CONTENT or len(second.surface) < 2 or is_function_word(second):
        return False
    if first.pos1 == "助詞":
        return before is None or before.pos1 in _BEFORE_PARTICLES or before.pos2 == "接続助詞"
    return first.lemma == "だ" and before is not None and before.pos1 in ("形状詞", "副詞")


def _do_words_meet(copies: Copies) -> bool:
    """まあ|あがける, でも|もっと: after a word that is whole what follows, read by itself, begins with a long one."""
    first, word = copies.first[-1], tokenize(copies.repair.window[copies.middle :])[0]
    return (
        (first.pos1 in ("副詞", "感動詞", "接続詞") or (first.pos1 == "助詞" and len(first.surface) > 1))
        and word.pos1 in _CONTENT
        and len(word.surface) >= _SHORTEST_WORD
        and bool(word.lemma)
    )


def _is_good(copies: Copies) -> bool:
    """The adjective いい: 別にいいっちゃいい, ダサかっこいい."""
    if copies.text != "い":
        return False
    for words, offset in ((copies.repair.words, 0), *_of_kana_row(copies)):
        at = next((at for at, word in enumerate(words) if word.start + offset == copies.start), None)
        if at is None or words[at].surface != "いい" or words[at].pos1 != "形容詞":
            continue
        behind = words[at + 1] if at + 1 < len(words) else None
        is_before_fit = at == 0 or words[at - 1].pos1 in _BEFORE_GOOD
        is_predicate = at > 0 and words[at - 1].surface in ("な", "て", "で")
        if is_before_fit and not is_predicate and (behind is None or behind.pos1 not in ("感動詞", "動詞")):
            return True
    return False


def _of_kana_row(copies: Copies) -> Iterator[tuple[tuple[Token, ...], int]]:
    """The words of the hiragana around the copies, read by themselves unless they end a word that begins in kanji."""
    window, first, last = copies.repair.window, copies.start, copies.end
    while first and is_hiragana(window[first - 1]):
        first -= 1
    while last < len(window) and is_hiragana(window[last]):
        last += 1
    if not (first and is_kanji(window[first - 1])):
        yield tokenize(window[first:last]), first


def _is_spoken_te(copies: Copies) -> bool:
    """バッテリーがへたってて、: spoken for へたっていて."""
    window = copies.repair.window
    is_slip = compiled(_GOES_ON_BEHIND_TE).match(window, copies.end)
    return copies.text == "て" and copies.start > 0 and window[copies.start - 1] in "っいし" and is_slip is None


def _is_whole_word(copies: Copies) -> bool:
    """共通部が|くくり|だしにくい: a word begins with the two letters, where a word may begin."""
    word, before = copies.first[0], copies.before
    return (
        word.start == copies.start
        and word.end >= copies.end
        and len(word.surface) >= _SHORTEST_WORD
        and word.pos1 in _CONTENT
        and bool(word.lemma)
        and (before is None or before.pos1 in ("助詞", "補助記号"))
    )


def _may_be_fragment(copies: Copies) -> bool:
    if copies.text == "った":
        return copies.first[0].lemma not in _SPOKEN_VERBS
    kept = _kept(copies)
    is_kana = all(map(is_hiragana, copies.text))
    if is_kana and any(word.pos1 in _NOMINAL and not is_function_word(word) for word in kept):
        return True  # まっくろくろすけ, だいじょぶじょぶ: endings are what is typed twice
    return _is_seam(copies)


def _is_seam(copies: Copies) -> bool:
    """Whether the copies are cut into words in two ways, each in its place: あと|これ|と|これ, 挿し|直し|直後."""
    words = copies.repair.words_at(copies.start, copies.end + 1)
    is_cut_alike = copies.starts_a_word and copies.are_separate
    return not is_cut_alike and all(_is_in_place(*pair) for pair in _pairs(words))


def _pairs(words: tuple[Token, ...]) -> Iterator[tuple[Token | None, Token]]:
    return zip((None, *words[:-1]), words, strict=True)


def _is_in_place(before: Token | None, word: Token) -> bool:
    """Whether a word may follow another, as far as the parts of speech tell."""
    if not word.lemma or word.pos1 in _MARKS or word.pos1 == "感動詞":
        return False
    if before is None:
        return True
    if before.pos1 == "助動詞" and word.pos1 == "助動詞" and (before.lemma == word.lemma or before.surface == "まい"):
        return False
    if before.cform.startswith(("終止形", "連体形")) and (word.pos1 == "動詞" or word.lemma in _BEHIND_STEMS):
        return False
    return not (before.pos1 == "形状詞" and word.lemma == "ない")
