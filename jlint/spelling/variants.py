"""Repairs that only write the same words in another way, or make colloquial language, notes and cries formal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jlint.compiled import lazy_pattern
from jlint.document.token import tokenize
from jlint.spelling.candidates import Candidate, Slip

if TYPE_CHECKING:
    from jlint.document.token import Token
    from jlint.spelling.repair import Repair


_SHORT = 2
"""Letters of the longest cry."""
_CONTRACTED = frozenset(["てる", "でる", "てく", "でく", "とく", "どく"])
"""UniDic's lemmas of ている, ていく and ておく in colloquial use."""
_EMPHATIC = frozenset(["係助詞", "副助詞", "準体助詞"])
_NOUNS = frozenset(["名詞", "接尾辞", "代名詞"])
_ENDS = ("", "。", "、", "！", "？", "」", "）")
_CRY = lazy_pattern("[ぁ-ゖー]{1,2}[、！？]")
_LATIN_VERB = lazy_pattern(r"(?<=[A-Za-zＡ-Ｚａ-ｚ])[ ]?[るっられりろ]")
_SMALL_VOWELS = frozenset("ぁぃぅぇぉ")
_PARTICLES = frozenset("をがのはにもでと")
_DRAWN = lazy_pattern("[ましや]あ\\Z|[でねせ]え\\Z")
"""しまあす, ですねえ."""
_CASES = ("を", "が", "は")
_QUOTED = lazy_pattern(r"[ \u3000]?と(?:いう|いっ|いえ|言|書|呼|読)")
_PERSONS = frozenset({"さん", "氏", "様", "君", "者", "人", "家", "師"})
"""How the name of a person, or the word for one, ends."""
_CAN = "得る"
"""UniDic's lemma of うる in 起こりうる."""
_NEGATIONS = frozenset(["ず", "ない", "無い", "まい"])
"""UniDic's lemmas."""


def is_variant(candidate: Candidate, repair: Repair) -> bool:
    """Whether both are ways to write the same words (分りやすい, お奨め), or kanji that are not read alike."""
    if _follows_an_adverb(candidate, repair):
        return True
    is_read_alike = _reading(repair.window) == _reading(repair.repaired)
    if candidate.slip is Slip.KANJI:
        return not is_read_alike
    return is_read_alike and _lemmas(repair.window) == _lemmas(repair.repaired)


def is_colloquial(candidate: Candidate, repair: Repair) -> bool:
    """Whether what is there is right in colloquial language, or in notes.

    That are contractions (書けてる), particles that may follow anything (感じはする, 買ったのを) or are left out
    before a verb (荷物いれる), verbs made of a Latin word (favった), endings that are left open (読み始め。), cries
    (お、) and verbs with 得る (できうる).
    """
    if repair.start <= _SHORT and _CRY.match(repair.window):
        return True
    if candidate.slip is Slip.MISSING:
        if _is_fixed_or_joined(candidate, repair):
            return True
        if _LATIN_VERB.match(repair.window, repair.start) or _LATIN_VERB.match(repair.window, max(0, repair.start - 1)):
            return True
        is_open = repair.window[repair.end : repair.end + 1] in _ENDS and len(candidate.right) == 1
        return is_open or any(word.lemma in _CONTRACTED for word in repair.words_at(repair.start - 1, repair.end + 1))
    if candidate.slip is Slip.WRONG:
        before, verb = repair.word_before(repair.start), repair.word_after(repair.start)
        return bool(
            before
            and verb
            and before.pos1 in _NOUNS
            and verb.pos1 == "動詞"
            and verb.start == repair.start
            and verb.lemma
        )
    if candidate.slip is Slip.SURPLUS:
        if _is_drawl_or_quoted(repair):
            return True
        words = repair.words_at(repair.start, repair.end)
        if _is_suffix_or_emphasis(repair, words):
            return True
        return any(word.pos1 == "動詞" and word.lemma == _CAN for word in words) or all(
            word.pos1 == "助詞" and word.pos2 in _EMPHATIC for word in words
        )
    return False


def _is_fixed_or_joined(candidate: Candidate, repair: Repair) -> bool:
    """Whether nothing is missing: それはさておき。, 漱石とて、, or 見えるができない, where が joins two clauses."""
    if candidate.right == "こと" and repair.window[repair.end : repair.end + 1] == "が":
        return True
    if candidate.right == "し" and _is_even(repair):
        return True
    return repair.window[: repair.start].endswith("さておき")


def _is_even(repair: Repair) -> bool:
    """Whether it is the とて of literary prose, "even", behind who is named: 漱石とて、. 例とて、 lacks a letter."""
    window, at = repair.window, repair.end
    if not (window[:at].endswith("と") and window.startswith("て", at)):
        return False
    noun = repair.word_before(at - 1)
    if noun is None or noun.end != at - 1:
        return False
    return noun.pos1 == "代名詞" or noun.pos2 == "固有名詞" or noun.surface in _PERSONS or not noun.lemma


def _is_drawl_or_quoted(repair: Repair) -> bool:
    """Whether it is a drawl (してもぉ), is quoted with no brackets (が という文脈), or goes on from what stands above.

    The と of 港と町とが and the の of 町のを使う stand where only such a particle can.
    """
    surplus, behind = repair.window[repair.start : repair.end], repair.window[repair.end :]
    if surplus in _SMALL_VOWELS or _QUOTED.match(behind) or _DRAWN.search(repair.window[: repair.end]):
        return True
    if surplus.endswith("お") and _is_polite(repair):
        return True
    if surplus in _PARTICLES and repair.start == 0:
        return True
    if surplus == "の":
        return behind[:1] in _CASES
    return surplus == "と" and "と" in repair.window[: repair.start] and behind[:1] in (*_CASES, "に", "も")


def _is_polite(repair: Repair) -> bool:
    """Whether お is a prefix: お勉強する."""
    return any(word.pos1 == "接頭辞" for word in repair.words_at(repair.start, repair.end))


def _is_suffix_or_emphasis(repair: Repair, words: tuple[Token, ...]) -> bool:
    """Whether it is 丁寧め or 自分ら, とっても for とても, まっったく, or an ending of speech: したぞい."""
    is_suffix = any(word.pos1 == "接尾辞" or word.pos2 == "終助詞" for word in words if word.start >= repair.start)
    is_stretched = "っっ" in repair.window[max(0, repair.start - 1) : repair.end + 1]
    return is_suffix or is_stretched or _lemmas(repair.window) == _lemmas(repair.repaired)


def undoes_a_negation(repair: Repair) -> bool:
    """Whether no negation is left once the repair is made: a guess must not turn the sense of a sentence round."""
    return _negations(repair.window) > 0 and _negations(repair.repaired) == 0


def _negations(text: str) -> int:
    return sum(word.lemma in _NEGATIONS for word in tokenize(text))


def _follows_an_adverb(candidate: Candidate, repair: Repair) -> bool:
    """Whether と or に follows an adverb, which may have it or not: つらつらと書く, すぐ使える."""
    before = repair.word_before(repair.start)
    changed = candidate.right if candidate.slip is Slip.MISSING else repair.window[repair.start : repair.end]
    return (
        changed in ("と", "に")
        and candidate.slip in (Slip.MISSING, Slip.SURPLUS)
        and before is not None
        and (before.pos1 == "副詞")
    )


def _reading(text: str) -> str:
    return "".join(word.kana or word.surface for word in tokenize(text))


def _lemmas(text: str) -> list[str]:
    return [word.lemma or word.surface for word in tokenize(text)]
