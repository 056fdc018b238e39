"""How much a doubling must gain to be a slip if each copy is a word or several.

The least gains were derived from 240,000 real sentences; each states the most that a legitimate doubling gained.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jlint.compiled import compiled
from jlint.document.token import tokenize
from jlint.letters import is_kanji
from jlint.spelling.repair import Copies, is_unknown

if TYPE_CHECKING:
    from jlint.document.token import Token

_PARTICLE = 4400
"""設定をを. 4,320: a か after 何か."""
_WORDS = 4600
"""ですです, 大幅に大幅に. 3,880: 北海道大学大学院."""
_KANJI = 5900
"""型型. Single kanji are legitimately doubled more than words are."""
_KATAKANA = 1000
"""サービスサービス. Long katakana nouns are not repeated for emphasis; no legitimate one was seen."""
_ONE_WORD = 7500
"""玉石混混, though 混々 is a word. 7,210: ころころ, which was split in that sentence."""
_JOINED_BY_NO = 5800
"""ほかの棚の棚を. 5,500: an array of arrays, 配列の配列."""
_PHRASE_OF_NO = 5600
"""環境の環境の詳細. 5,590: 競馬の馬の間."""
_VERB = 6500
"""運び運び始める. A legitimately repeated verb is a call or a quotation, and stands alone: 「来る来る」."""

_FUNCTION_VERBS = frozenset({"為る", "居る", "有る", "出来る", "成る"})
_MEANT_TWICE = frozenset({"副詞", "代名詞", "感動詞", "形容詞", "連体詞", "接続詞", "記号", "補助記号", "空白"})
"""Parts of speech that are repeated for emphasis: 長い長い道, もっともっと, おいおい."""
_COUNTED = "[0-9一二三四五六七八九十百千万億兆両数何毎各]"
"""Numbers, and words that count like them, are repeated to mean each: 一行一行, 何度も何度も."""
_LISTING = frozenset({"と", "や", "か", "も", "たり", "とか", "ば"})
"""Particles that follow each of two things: 帳簿と帳簿とで."""
_EACH_OF = frozenset(
    {
        "要所",
        "場面",
        "節目",
        "瞬間",
        "個人",
        "場所",
        "段階",
        "時代",
        "局面",
        "時期",
        "季節",
        "部分",
        "地域",
        "土地",
        "都度",
    }
)
"""Nouns of time, place and person that are repeated to mean each of them: 要所要所, 節目節目."""
_SET_PHRASES = frozenset(
    {
        "徐々に",
        "次第に",
        "少しずつ",
        "感謝",
        "日に",
        "手に",
        "間に",
        "知らず",
        "次から",
        "本当に",
        "ほんとに",
        "ほんとうに",
        "絶対に",
    }
)
"""日に日に, 本当に本当に: nothing else distinguishes them from a slip."""
_WORDS_WHEN_DOUBLED = frozenset({"笑", "這う", "泣", "草", "ほど", "ある", "よし", "ショート", "ルート", "ハンター"})
"""ほどほど, あるあるネタ, ショートショート, ルートルート (the root of all routes)."""
_OF_ITS_KIND = frozenset(
    {
        "友達",
        "友人",
        "知人",
        "父",
        "母",
        "親",
        "子",
        "孫",
        "先祖",
        "祖先",
        "弟子",
        "師匠",
        "未来",
        "本当",
        "向う",
        "向こう",
    }
)
"""Nouns that have one of their own kind, and what is said twice for stress."""
_KATAKANA_COPY = "[ァ-ヺー]+"
_KATAKANA_NOUN = "(?:[ァ-ヺー][ァィゥェォャュョ]?+){3,}(?<![ンッ])|[ァ-ヺー]{5,}"
"""Of three morae at least: ボトル. Sounds have two, or end like ガタン."""


def is_particle(copies: Copies) -> bool:
    """Whether the copies are one particle each."""
    return len(copies.first) == 1 and copies.first[0].pos1 == "助詞"


def is_function_word(word: Token) -> bool:
    """Whether the word serves grammar rather than meaning: particles, auxiliaries, する, いる, ある, できる, よう."""
    return word.pos1 in ("助詞", "助動詞") or word.pos2 == "助動詞語幹" or word.lemma in _FUNCTION_VERBS


def least_gain_of_words(copies: Copies) -> int | None:
    """The gain from which on the doubling is a slip, None if no gain suffices."""
    if copies.text in _WORDS_WHEN_DOUBLED or (len(copies.text) > 1 and is_particle(copies) and copies.text != "から"):
        return None
    if copies.text == "で" and copies.repair.window.startswith("も", copies.end):
        return None  # どこででも
    if is_particle(copies):
        return _PARTICLE if copies.first[0].pos2 != "終助詞" else None
    words = copies.first
    if any(word.pos1 in _MEANT_TWICE or word.pos2 in ("数詞", "終助詞", "固有名詞") for word in words):
        return None
    if compiled(_COUNTED).match(copies.text) or copies.text in _SET_PHRASES or copies.text in _EACH_OF:
        return None
    if _is_break(copies.before) and _is_break(copies.after):
        return None  # an exclamation: だめだめ、来た来た、
    if all(map(is_function_word, words)):
        return _of_function_words(copies)
    return _of_content(copies) if len(words) == 1 else _of_phrase(copies)


def _of_function_words(copies: Copies) -> int | None:
    first, before = copies.first[0], copies.before
    if first.surface in ("いる", "要る") and _is_break(copies.after):
        return None  # そういう人はいるいる。
    if first.lemma == "てる":
        return None  # 書いてて is a spoken form of 書いていて
    if copies.text == "し" and not (before and "サ変" in before.pos3):
        return None  # 長押しし: the first し belongs to a noun that the dictionary lacks
    if copies.text == "し" and before and before.surface == "外出":
        return None  # 外出しした設定
    return _WORDS


def _of_content(copies: Copies) -> int | None:
    (word,) = copies.first
    if "サ変" in word.pos3 and _is_break(copies.after):
        return None  # 無視無視。
    if word.pos1 == "動詞":
        return _VERB if _is_particle(copies.before) and not _is_break(copies.after) else None
    if _is_one_word(copies.text * 2) or _is_one_word(copies.text + "々"):
        return _ONE_WORD
    if len(copies.text) == 1 and is_kanji(copies.text):
        return _KANJI
    if compiled(_KATAKANA_COPY).fullmatch(copies.text):
        return _KATAKANA if compiled(_KATAKANA_NOUN).fullmatch(copies.text) else None
    return _WORDS


def _is_one_word(text: str) -> bool:
    words = tokenize(text)
    return len(words) == 1 and not is_unknown(words[0])


def _of_phrase(copies: Copies) -> int | None:
    first, last = copies.first[0], copies.first[-1]
    if last.pos1 == "動詞" and any(word.surface == "を" for word in copies.first):
        return None  # コードを定義するコードを定義する方法
    if first.surface == "は" and last.pos1 == "名詞" and copies.after is not None and copies.after.lemma == "為る":
        return None  # 代入は代入された値を返す
    if first.pos1 == "動詞" and not is_function_word(first):
        return None  # 走って走って, 待ちに待ちに
    if first.pos1 == "接尾辞" or first.surface in _LISTING or last.surface in _LISTING:
        return None
    if last.surface == "の":
        return _PHRASE_OF_NO if _is_plain(copies) else None
    if first.surface == "の":
        goes_on = not _is_particle(copies.after) or _is(copies.after, "の")
        return None if goes_on or _is_same_noun(copies) else _JOINED_BY_NO
    return _WORDS


def _is_plain(copies: Copies) -> bool:
    """Whether it is の behind one noun: not 本当の本当の, which stresses, nor 友達の友達の, which is meant."""
    noun, *rest = copies.first
    before = copies.before
    is_alone = before is None or (before.pos1 in ("助詞", "助動詞", "動詞", "形容詞") and before.surface != "の")
    return (
        len(rest) == 1
        and is_alone
        and noun.pos2 == "普通名詞"
        and noun.pos3 == "一般"
        and bool(noun.lemma)
        and noun.surface not in _OF_ITS_KIND
    )


def _is_same_noun(copies: Copies) -> bool:
    """Whether the noun occurs a third time: 友達の友達の友達."""
    return copies.before is not None and copies.before.surface == copies.first[-1].surface


def _is(word: Token | None, surface: str) -> bool:
    return word is not None and word.surface == surface


def _is_break(word: Token | None) -> bool:
    return word is None or word.pos1 == "補助記号"


def _is_particle(word: Token | None) -> bool:
    return word is not None and word.pos1 == "助詞"
