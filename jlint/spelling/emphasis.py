"""Words that are said twice on purpose: for stress, as a sound or a name, in a turn of phrase, in a list.

Casual text repeats words more than manuals do. What is repeated there, and what stands behind it, tells a repetition
from a slip: a slip doubles what is on its way to something else (作業を作業を始める), stress is complete in itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jlint.compiled import compiled
from jlint.document.token import tokenize
from jlint.letters import is_hiragana, is_katakana
from jlint.spelling.katakana import commonness
from jlint.spelling.word_doubling import is_function_word

if TYPE_CHECKING:
    from jlint.document.token import Token
    from jlint.spelling.repair import Copies

_FORMAL = frozenset({"事", "物", "為", "時", "所", "訳", "筈", "方", "様", "内", "場合", "上", "通り", "程", "位"})
"""Nouns that serve grammar: ためため is a slip, しゅくしゅく and やわやわ are sounds."""
_ONE_WAY = "[一-鿿][にへ]"
"""下に下に掘る, 手に手に旗を持つ."""
_FREE = frozenset({"助詞", "補助記号"})
"""What stands before it. その際に際に is a slip."""
_SAID = "と(?:い[いうえわ]|言|騒|叫|唱|呼)|とか"
_STRESSED = f"[のでだに]|{_SAID}"
"""What follows a noun that is stressed or means each: 省略省略の昨今, 後手後手という, 合間合間で."""
_UNBEARABLE = (
    "仕方|しかた|しょうが|しようが|たまら|堪ら|なら(?:な|ぬ)|なりませ|やま(?:な|ぬ)|止ま(?:な|ぬ)|い(?:ても立|られな)"
)
_GOING_ON = "い[るたまなれ]|お[りる]"
_LISTING = frozenset({"と", "や", "か", "も", "たり", "とか", "ば", "やら", "だの", "なり", "たら"})
_CONTENT = frozenset({"名詞", "代名詞", "動詞", "形容詞", "形状詞", "副詞"})
_SHORT = 2
_NOMINAL = frozenset({"名詞", "代名詞", "接頭辞", "接尾辞"})
_DEGREE = frozenset({"形容詞", "形状詞", "連体詞"})
_CLOSING = "[」』）)］\\]]"
_OPENING = "[（(「『【〈《、。・]"
_JOINTS = frozenset("+＋/／・&＆=＝|｜)）」』】")
_ENDINGS = frozenset({"た", "ます", "たい", "れる", "られる"})
_OF_CASES = frozenset("とはがをにへ")
_COPULAS = frozenset({"だ", "です"})
_WONDERING = "か(?:な|も)?[ぁー～〜]?(?:[？?！!。…]|$)"
"""How a sentence ends behind a noun, never behind a particle of case."""
_COUNTED = "ひと(?=[一-鿿])"
_SPOKEN_END = "[っッーぞぜ！!♪]"
_COMMON = 1
"""The least commonness of a katakana word that is taken for one typed twice; others may be names: クラムクラム."""


def may_be_meant_as_particle(copies: Copies) -> bool:
    """Whether a doubled particle may be right as it stands: 死ぬのの違い, 外だししてある, へへ….

    Where no noun stands before it, or no word behind it, it is a part of a name: ととやまの港, 夜は|はま寿司.
    """
    before, after = copies.before, copies.after
    if before is None and copies.text == "と" and after is not None and after.pos1 == "動詞":
        return False  # では？とと思う
    if before is None or compiled(_OPENING).search(copies.repair.window, copies.start - 1, copies.start):
        return True
    if _is_end_of_name(copies) or _is_start_of_word(copies):
        return True
    if after is not None and after.start == copies.end and _is_rest_of_name(copies, after):
        return True
    if copies.text == "の":
        return before.ctype != ""
    if copies.text == "へ":
        return before.pos1 == "補助記号"
    return copies.text == "し" and after is not None and after.pos1 != "補助記号"


def _is_end_of_name(copies: Copies) -> bool:
    """Whether nothing follows that a particle could lead to, neither a word nor a comma: 星野とと + 合唱団."""
    behind = copies.repair.window[copies.end :].lstrip(" ")
    return not behind or behind[0] in _JOINTS


def _is_start_of_word(copies: Copies) -> bool:
    """Whether the second, read with what follows, begins a word of its own: 私には|はばかられる."""
    word = tokenize(copies.repair.window[copies.middle :])[0]
    return bool(word.lemma) and word.pos1 in _CONTENT and len(word.surface) > _SHORT


def _is_rest_of_name(copies: Copies, after: Token) -> bool:
    """Whether no sentence goes on so behind a particle: は|ま寿司, に|た字, と|かな？"""
    if copies.text in _OF_CASES and (
        after.lemma in _COPULAS or compiled(_WONDERING).match(copies.repair.window, copies.end)
    ):
        return True
    return after.pos1 in ("感動詞", "記号", "接尾辞") or after.lemma in _ENDINGS


def may_be_meant_as_word(copies: Copies) -> bool:
    """Whether a doubled word or phrase may be right as it stands."""
    words = copies.first
    if compiled(_SPOKEN_END).match(copies.repair.window, copies.end):
        return True
    if len(words) > 1 and _is_turn_of_verbs(words):
        return True
    if all(map(is_function_word, words)):
        return _is_grammar(copies)
    if compiled(_COUNTED).match(copies.text) or compiled(_CLOSING).match(copies.repair.window, copies.end):
        return True
    return _is_one_word(copies, words[0]) if len(words) == 1 else _is_turn(copies, words)


def _is_grammar(copies: Copies) -> bool:
    """Whether it is でもでも at a start, なるなる at the end of what is said, or 話として|している."""
    before = copies.before
    if before is None or before.pos1 == "補助記号":
        return len(copies.first) > 1
    if copies.first[0].pos1 == "動詞" and compiled(_CLOSING).match(copies.repair.window, copies.end):
        return True
    is_going_on = compiled(_GOING_ON).match(copies.repair.window, copies.end)
    return copies.text == "して" and before.surface == "と" and is_going_on is not None


def _is_one_word(copies: Copies, word: Token) -> bool:
    after = copies.after
    if word.pos1 == "動詞":
        return word.cform.startswith("連用形")  # 飛ばし飛ばし
    if word.pos1 not in ("名詞", "形状詞"):
        return False
    if all(map(is_hiragana, copies.text)):
        return word.lemma not in _FORMAL
    if all(map(is_katakana, copies.text)):
        return commonness(copies.text) < _COMMON or _is_coined_verb(word, after) or _is(after, "で")
    before = copies.before
    is_compound = before is not None and before.end == copies.start and before.pos1 in ("名詞", "接尾辞")
    # 配置|型型に is a slip, みんな|手探り手探りで is none
    is_free = not is_compound or (before is not None and "副詞可能" in before.pos3)
    return is_free and compiled(_STRESSED).match(copies.repair.window, copies.end) is not None


def _is_coined_verb(word: Token, after: Token | None) -> bool:
    """アーキテクチャアーキテクチャしている本: full of it."""
    return after is not None and after.lemma == "為る" and "サ変" not in word.pos3


def _is_turn_of_verbs(words: tuple[Token, ...]) -> bool:
    if words[-1].surface == "て" and words[-2].cform.startswith("連用形") and _is_adjectival(words[-2]):
        return True  # したくてしたくて, 眠くて眠くて
    if any(word.pos1 == "動詞" for word in words) and {"に", "は"} <= {word.surface for word in words}:
        return True  # あるには|ある
    # 許可するように|するように変える
    return [word.lemma for word in words[-2:]] == ["様", "だ"] and words[0].pos1 == "動詞"


def _is_turn(copies: Copies, words: tuple[Token, ...]) -> bool:
    first, last, after = words[0], words[-1], copies.after
    if any(map(_are_two_forms, words, copies.second)):
        return True
    if compiled(_ONE_WAY).fullmatch(copies.text) and (copies.before is None or copies.before.pos1 in _FREE):
        return True
    if last.surface == "で" and len(words) == 2 and (first.pos1 == "形状詞" or "形状詞" in first.pos3):
        return True  # 暇で暇で, 不安で不安で
    if first.surface == "に" and _is(after, "な") and last.pos1 in ("名詞", "形状詞"):
        return True  # 急に|急な坂
    if last.surface in ("て", "で") and compiled(_UNBEARABLE).match(copies.repair.window, copies.end):
        return True  # 気になって気になって仕方ない
    if last.surface == "に" and len(words) == 2 and after is not None and after.pos1 in _DEGREE:
        return True  # 実に実に簡単だ
    if all(word.pos1 in _NOMINAL for word in words):
        return compiled(_SAID).match(copies.repair.window, copies.end) is not None  # 不景気不景気といわれる
    if last.pos1 in _NOMINAL and after is not None and after.start == copies.end:
        if first.surface in ("は", "が") and after.pos1 in ("助動詞", "接尾辞"):
            return True  # 休みは|休みだ, 人間が|人間らしく
        if first.pos1 == "助詞" and first.surface != "が" and after.pos1 == "名詞":
            return True  # 港で市場で市場|調査をする
    if any(word.pos1 in ("助詞", "助動詞") and word.surface in _LISTING for word in words):
        return True
    # 説明して説明して, as 走って走って, wherever the copies are taken to begin
    nouns = [word for word in words if word.surface not in ("し", "て")]
    return len(words) == 3 and len(nouns) == 1 and "サ変" in nouns[0].pos3


def _are_two_forms(one: Token, other: Token) -> bool:
    """見て|見ぬふり: a verb as what follows needs it."""
    forms = {one.cform[:2], other.cform[:2]}
    return one.pos1 == other.pos1 == "動詞" and forms == {"未然", "連用"}


def _is_adjectival(word: Token) -> bool:
    return word.ctype.startswith(("形容詞", "助動詞-タイ", "助動詞-ナイ"))


def _is(word: Token | None, surface: str) -> bool:
    return word is not None and word.surface == surface
