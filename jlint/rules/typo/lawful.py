"""Ways of writing that look like slips to the counts, but are a writer's choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jlint.compiled import compiled
from jlint.document.token import tokenize
from jlint.rules.letters import is_hiragana, is_kanji
from jlint.rules.typo.candidates import Candidate, Slip
from jlint.rules.typo.folding import EDGE

if TYPE_CHECKING:
    from jlint.rules.typo.model import Model
    from jlint.rules.typo.repair import Repair

_CONTRACTED_BEFORE = frozenset("てでっとちじ")
_CONTRACTED_BEHIND = frozenset("るたなまてんそくとよねら")
_OPENING = frozenset([EDGE, "（", "「"])
_CLOSING = frozenset("。！？」』）…\n")
_AT_THE_END = frozenset("よねなかわぞさのだぜやろい")
_LAWFUL_PAIRS = frozenset(
    [
        "ね、", "さ、", "よ、", "の、", "か、", "を、", "が、", "と、", "と。", "うる", "との", "での", "への",
        "がさ", "がし", "がで", "にで", "とは", "とも", "には", "のか", "だと", "まで", "せま", "さな", "をし",
        "をす", "をさ", "のな", "のあ", "の多", "の少", "よね", "からね",
    ]
)  # fmt: skip
"""これはね、 できうる, 現実との, ならではの、 理解がしやすい, 誰にでも, それとは, にともなって, 私たちには, 始めるのか,
雨だと, 四時まで, みせます, 動かさない, 点検をします, 漏れのない, 実りの多い, 来ましたよね, 来たからね."""
_LAWFUL_ENDS = (
    "これら",
    "それら",
    "彼ら",
    "後ろ",
    "からが",
    "かな",
    "なら",
    "のよう",
    "までで",
    "要するに",
    "ると",
    "いと",
)
"""これらにより, 後ろに, ここからが, 降るかなと, 来るなら, 春のようです, 走るまでではない, 急ぐと."""
_QUANTITY = r"0[^ぁ-ゖ、。（）「」\n]*\Z"
_LONGEST_QUANTITY = 8
_NEAR = 20
_VERBAL_NOUN_ENDS = frozenset("けげきぎりみしちえめれせべ")
_BEHIND_VERBAL_NOUNS = ("し", "す", "さ", "です", "であ")
"""文字化けします, 値上げする, 自信の表れです."""
_NEVER_LAST = frozenset("をにがは")
_BOTH_WAYS = frozenset(
    [("た", "る"), ("る", "た"), ("き", "い"), ("い", "き"), ("く", "る"), ("な", "す"), ("よ", "な")]
)
"""感じたかも, 感じるかも; 生まれてきます, 生まれています; 続いていく, 続いている; そうなれば, そうすれば."""
_SURU = frozenset(["され", "して", "する", "した"])
_POINTING = frozenset(["これ", "それ", "あれ", "ここ", "そこ"])
_POINTING_LETTERS = frozenset("こそあど")
_LAST_PARTICLES = frozenset(["から", "が", "けど", "し", "ん", "もの", "ので", "のに"])
_IMPERATIVE_ENDS = frozenset("よろれえけせてめげべね")
_PARTICLES = frozenset("をにがのはでと")
_PREFIXES = frozenset("おご")


def is_lawful(candidate: Candidate, text: str, model: Model) -> bool:
    """Whether what stands in the folded text needs no repair of this kind."""
    slip, start, end, right, _ = candidate
    if text[end] in _CLOSING and _ends_as_meant(slip, text[start - 1], text[start:end], right):
        return True
    if slip is Slip.MISSING:
        return _needs_no_more(text, start, right, model)
    if slip is Slip.SURPLUS:
        return _is_in_place(text, start, end)
    return slip is Slip.WRONG and _is_as_good(text, start, end, right)


def _needs_no_more(text: str, start: int, right: str, model: Model) -> bool:
    """Whether people leave `right` out there."""
    before, behind = text[start - 1], text[start]
    if right == "の" or (right == "ない" and behind == "よ"):
        return True  # 悪意ある, いくつかライブラリを, 忘れよう
    if right in ("い", "いる", "いて") and before in _CONTRACTED_BEFORE and behind in _CONTRACTED_BEHIND:
        return True  # 書いてる, as it is spoken
    if (right == "して" and behind in "いくで") or right in ("は", "も"):
        return True  # ご参加いただく; 間違いありません
    if right == "し" and text[start - 2 : start] == "ただ":
        return True
    if right in _PARTICLES and compiled(_QUANTITY).search(text, max(0, start - _LONGEST_QUANTITY), start):
        return True  # 3クロック待つ
    if right == "です" and behind == "か":
        return True  # 何をすべきか
    if _is_kanji(right):
        return not _is_kanji(before)
    return _is_kanji(before) and is_hiragana(right) and _drops_okurigana(before, behind, model)


def _is_in_place(text: str, start: int, end: int) -> bool:
    """Whether people write what stands there."""
    before, wrong, behind = text[start - 1], text[start:end], text[end]
    return (
        (before in _OPENING and wrong in _PARTICLES)  # what stood before it was no prose; 型（の別名）
        or (wrong in ("ある", "いる") and before in "てで")  # 格納してある
        or (wrong == "ある" and before in "るた")  # 去年訪ねたある町
        or (wrong in _SURU and not is_hiragana(before) and behind not in "しさすで")  # 値渡しされて
        or (wrong == "して" and before == "を")  # 点検をして合格する
        or (wrong in _AT_THE_END and behind in _CLOSING)
        or (wrong in _PREFIXES and _is_kanji(behind))
        or wrong + behind in _LAWFUL_PAIRS
        or text.endswith(_LAWFUL_ENDS, 0, end)
        or wrong in ("ぬ", "へ", "でき")  # お任せできます
        or (wrong in ("な", "や") and not (is_hiragana(before) or before in "、（「\n"))  # 単純なツール, ペンや紙
        or (wrong in _POINTING_LETTERS and behind in "のれこう")  # 三年間この町に住む
        # 忘れてならないのが, 言うのではなく
        or (wrong == "の" and (behind in "がは" or (text.startswith("では", end) and not _is_kanji(before))))
        or (wrong == "が" and text.startswith("ため", end))  # 急いだがために
        or (wrong == "が" and before in "るたい" and not is_hiragana(behind))  # 雨が降るが試合はある
        or (wrong + behind == "とで" and "と" in text[max(0, start - _NEAR) : start])  # 甲と乙とで
        or (wrong == "と" and not is_hiragana(before) and text.startswith("でき", end))  # 行ける人とできない人
        or (wrong == "て" and ((behind == "る" and before != "い") or text.startswith("ても", end)))  # 寝てる, 寝てても
        or (wrong == "から" and text[start - 2 : start] in _POINTING)
        or (wrong == "え" and behind in "まなるた")  # なりえます
        or (wrong == "ん" and behind in "でだじ")  # 良いんです
        or (wrong in ("は", "も") and before not in "、（\n" and wrong + behind != "はの")  # 実行はされず; 百人もの
        or (_is_kanji(before) and wrong in _VERBAL_NOUN_ENDS and text.startswith(_BEHIND_VERBAL_NOUNS, end))
    )


def _is_as_good(text: str, start: int, end: int, right: str) -> bool:
    """Whether people write one for the other there."""
    before, wrong, behind = text[start - 1], text[start:end], text[end]
    follows_a_noun = before == "で" and not is_hiragana(text[start - 2])  # 使用でいません: no て of a verb
    return (
        ((wrong, right) in _BOTH_WAYS and not follows_a_noun)
        or before + wrong == "とみ"  # 例とみて
        or (wrong == "い" and before in "はも")  # 一筋縄ではいかない
        or (wrong == "ん" and behind in "でだじ")  # 遅いんです
        or (wrong in _POINTING_LETTERS and right in _POINTING_LETTERS and behind in "れのんこうち")
        or (behind == "、" and wrong in _PARTICLES and right in _PARTICLES)  # ここが、
        or (behind == "な" and {wrong, right} == {"と", "に"})  # 休みとなる
        or ("も" in (wrong, right) and not is_hiragana(before))  # 役割も担う
    )


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
    if _follows_an_adverb(candidate, repair):
        return True
    is_read_alike = _reading(repair.window) == _reading(repair.repaired)
    if candidate.slip is Slip.KANJI:
        return not is_read_alike
    return is_read_alike and _lemmas(repair.window) == _lemmas(repair.repaired)


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
