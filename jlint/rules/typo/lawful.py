"""Ways of writing that look like slips to the counts, but are a writer's choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jlint.document.token import tokenize
from jlint.rules.letters import is_hiragana, is_kanji
from jlint.rules.typo.candidates import Candidate, Slip
from jlint.rules.typo.folding import EDGE

if TYPE_CHECKING:
    from jlint.rules.typo.model import Model
    from jlint.rules.typo.repair import Repair

_CONTRACTED_BEFORE = frozenset("てでっとちじ")
_CONTRACTED_BEHIND = frozenset("るたなまてんそくとよねら")
_CLOSING = frozenset("。！？」』）…\n")
_AT_THE_END = frozenset("よねなかわぞさのだぜやろい")
_LAWFUL_PAIRS = frozenset(
    [
        "ね、",
        "さ、",
        "よ、",
        "の、",
        "うる",
        "との",
        "での",
        "への",
        "がさ",
        "がし",
        "がで",
        "にで",
        "とは",
        "とも",
        "せま",
    ]
)
"""これはね、 ならではの、 できうる, 現実との, 理解がしやすい, 誰にでも, それとは, にともなって, みせます."""
_VERBAL_NOUN_ENDS = frozenset("けげきぎりみしちえめれせべ")
"""文字化けします, 値上げする."""
_NEVER_LAST = frozenset("をにがは")
_BOTH_WAYS = frozenset(
    [("た", "る"), ("る", "た"), ("き", "い"), ("い", "き"), ("く", "る"), ("な", "す"), ("よ", "な")]
)
"""感じたかも, 感じるかも; 生まれてきます, 生まれています; 続いていく, 続いている; そうなれば, そうすれば."""
_SURU = frozenset(["され", "して", "する", "した"])
_POINTING = frozenset(["これ", "それ", "あれ", "ここ", "そこ"])
_LAST_PARTICLES = frozenset(["から", "が", "けど", "し", "ん", "もの", "ので", "のに"])
_IMPERATIVE_ENDS = frozenset("よろれえけせてめげべね")
_PARTICLES = frozenset("をにがのはでと")
_PREFIXES = frozenset("おご")


def is_lawful(candidate: Candidate, text: str, model: Model) -> bool:
    """Whether what stands in the folded text needs no repair of this kind."""
    slip, start, end, right, _ = candidate
    before, behind = text[start - 1], text[end]
    if behind in _CLOSING and _ends_as_meant(slip, before, text[start:end], right):
        return True
    if slip is Slip.WRONG and ((text[start:end], right) in _BOTH_WAYS or before + text[start:end] == "とみ"):
        return True  # 例とみて
    if slip is Slip.MISSING:
        if right == "の" or (right == "ない" and behind == "よ"):
            return True  # 悪意ある, いくつかライブラリを, 忘れよう
        if right in ("い", "いる", "いて") and before in _CONTRACTED_BEFORE and behind in _CONTRACTED_BEHIND:
            return True  # 書いてる, as it is spoken
        if (right == "して" and behind in "いくで") or right in ("は", "も"):
            return True  # ご参加いただく; 間違いありません
        if right == "し" and text[start - 2 : start] == "ただ":
            return True
        if _is_kanji(right):
            return not _is_kanji(before)
        return _is_kanji(before) and is_hiragana(right) and _drops_okurigana(before, behind, model)
    if slip is Slip.SURPLUS:
        wrong = text[start:end]
        return (
            (before == EDGE and wrong in _PARTICLES)  # what stood before it was no prose
            or (wrong in ("ある", "いる") and before in "てで")  # 格納してある
            or (wrong in _SURU and not is_hiragana(before) and behind not in "しさすで")  # 値渡しされて
            or (wrong in _AT_THE_END and behind in _CLOSING)
            or (wrong in _PREFIXES and _is_kanji(behind))
            or wrong + behind in _LAWFUL_PAIRS
            or wrong in ("ぬ", "へ")
            or (wrong == "の" and behind in "がは")  # 忘れてならないのが
            or (wrong == "から" and text[start - 2 : start] in _POINTING)
            or (wrong == "え" and behind in "まなるた")  # なりえます
            or (wrong == "ん" and behind in "でだじ")  # 良いんです
            or (wrong in ("は", "も") and before not in "、（\n")  # 実行はされず
            or (_is_kanji(before) and wrong in _VERBAL_NOUN_ENDS and behind in "しすさ")
        )
    if slip is Slip.WRONG and text[start:end] == "い" and before in "はも":
        return True  # 一筋縄ではいかない
    if slip is Slip.WRONG and behind == "、" and text[start:end] in _PARTICLES and right in _PARTICLES:
        return True  # ここが、
    return slip is Slip.WRONG and "も" in (text[start:end], right) and not is_hiragana(before)  # 役割も担う


def _ends_as_meant(slip: Slip, before: str, wrong: str, right: str) -> bool:
    """A sentence may end with a noun (可能。), with a particle (そうですから。) and as an order (述べよ。)."""
    if slip is Slip.MISSING:
        return len(right) > 1 and before not in _NEVER_LAST
    if slip is Slip.SURPLUS:
        return wrong in _LAST_PARTICLES
    return slip is Slip.WRONG and wrong in _IMPERATIVE_ENDS


def _drops_okurigana(before: str, behind: str, model: Model) -> bool:
    """呼出し, 割当て, 分り: written short."""
    return (_is_kanji(behind) or behind in "りしめけれせえてち") and model.level(before + behind) >= 0


def is_variant(candidate: Candidate, repair: Repair) -> bool:
    """Whether both are ways to write the same words (分りやすい, お奨め), or kanji that are not read alike."""
    if _lemmas(repair.window) == _lemmas(repair.repaired) or _follows_an_adverb(candidate, repair):
        return True
    return candidate.slip is Slip.KANJI and _reading(repair.window) != _reading(repair.repaired)


def _follows_an_adverb(candidate: Candidate, repair: Repair) -> bool:
    """つらつらと書く, すぐ使える: adverbs stand with と and に or without."""
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


def _is_kanji(letter: str) -> bool:
    return is_kanji(letter) or letter == "々"
