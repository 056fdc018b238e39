"""Doublings that are meant: names, sounds, each of many, emphasis, and seams where two words happen to meet.

They are told apart by what kind of word is doubled and by what stands around it. Which kinds there are was read from
six million characters of literature and seven of manuals, in which nearly every doubling of these kinds was right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jlint.compiled import compiled
from jlint.document.token import tokenize
from jlint.letters import is_hiragana, is_kanji
from jlint.spelling.seams import is_at_seam

if TYPE_CHECKING:
    from jlint.document.token import Token
    from jlint.spelling.repair import Copies

_NAME_JOINTS = "・＝"
_KANA = "[ぁ-ゖァ-ヺー]{2,4}"
_SOUND_ENDS = r"と(?!も)|っと|ッと|し[たてい]|する|[ッっ]"
"""What follows a word for a sound or a manner: わたわたと, でこでこした."""
_CLIPPED = "[ぁ-ゖァ-ヺー]{1,3}[っッ]"
"""ぎゅっぎゅっ."""
_LAUGH = "[はハへヘほホっッ]{2,}"
_IN_KANJI = "[一-鿿][らずめ]"
"""苛ら苛ら, 怯ず怯ず, 湿め湿め."""
_MAY_BEGIN_BEHIND = frozenset("をがもはにのへ、。「『（…―")
_ADJECTIVE = "し[いくさげか]"
"""他所他所しい, 浅浅しい."""
_COUNTING = r"[0-9A-Za-z０-９一二三四五六七八九十百千万数何]\s?\Z"
_NOT_BARE = "[ぁ-ゖ]"
_HONORIFIC = r"お[一-鿿]?\Z"
"""お察しし, おききになる."""
_SPEAKING = "ま[すし]|ませ|ながら|出|放|換|合|かけ|つけ|きか"
"""いいました is 言いました in kana."""
_CLASSICAL = "[あかがさざただなはばまやらわうくぐすずつづぬふぶむゆる一-鿿]\\Z"
"""Before るる: 触るる, 現わるる. Modern verbs in る have a kana of the rows い and え there: いる, 食べる."""
_CONTINUED = "[一-鿿ぁ-ゖ]*[一-鿿][いきぎしじちびみりえけげせてべめれ]"
_UNBEARABLE = "たまら|堪|耐|なら|仕方|しかた|しよう|しょう"
_ADDRESS = frozenset({"さん", "様", "ちゃん", "君", "氏", "坊"})
_IN_SPEECH = frozenset({"って", "しい", "なん"})
"""持ってって, 気にしいしい, and なんなんだ."""
_EACH = 2
"""Nouns of up to so many characters are said twice for each of them: 部落部落, 屋根屋根."""
_BY_EACH = "で|に|の|ごと"
_POINTING = ("その", "この", "あの", "各々の", "それぞれの")
_KATAKANA = frozenset(map(chr, range(ord("ァ"), ord("ヺ") + 1)))
_DEEPEST = frozenset(
    {
        *(
            "底",
            "奥",
            "先",
            "芯",
            "裏",
            "中",
            "下",
            "上",
            "外",
            "内",
            "隅",
            "端",
            "横",
            "隣",
            "前",
            "後",
            "次",
            "根",
            "頂点",
        ),
        *(
            "最後",
            "最初",
            "初め",
            "終わり",
            "基礎",
            "基本",
            "きほん",
            "根本",
            "友達",
            "友人",
            "知人",
            "親",
            "子",
            "孫",
            "弟子",
            "先祖",
        ),
        *("祖先", "子孫", "部分", "一部", "要素", "集合", "配列", "クラス", "サブクラス", "親クラス", "リスト", "関数"),
    }
)
"""Nouns that have one of their own kind: 心の底の底, 友人の友人. The list is of relations, so it is short."""
_FELT = frozenset(
    {
        *(
            "静か",
            "大事",
            "大切",
            "丁寧",
            "慎重",
            "綺麗",
            "奇麗",
            "穏やか",
            "密か",
            "微か",
            "僅か",
            "遥か",
            "平ら",
            "柔らか",
        ),
        *(
            "好き",
            "嫌",
            "嫌い",
            "可憐",
            "しめやか",
            "淑やか",
            "緩やか",
            "細か",
            "孤独",
            "真剣",
            "真面目",
            "哀れ",
            "不思議",
        ),
    }
)
"""Words of feeling and manner, which are said twice for emphasis: 静かに静かに. 大幅に is none."""


def is_meant(copies: Copies) -> bool:
    """Whether the copies are of a kind that is written on purpose."""
    before, after = _around(copies)
    return (
        _is_name(copies, before, after)
        or _is_sound(copies, before, after)
        or _is_break(copies, before, after)
        or compiled(_ADJECTIVE).match(after) is not None
        or is_at_seam(copies, before, after)
        or (copies.length == 1 and _is_seam(copies, before, after))
        or (copies.length > 1 and _is_phrase_meant(copies, before, after))
    )


def _around(copies: Copies) -> tuple[str, str]:
    window = copies.repair.window
    return window[: copies.start], window[copies.end :]


def _is_name(copies: Copies, before: str, after: str) -> bool:
    """フェイフェイ・リー."""
    is_joined = before[-1:] in _NAME_JOINTS if before else False
    return copies.length > 1 and (is_joined or (after[:1] != "" and after[:1] in _NAME_JOINTS))


def _is_sound(copies: Copies, before: str, after: str) -> bool:
    if copies.text in ("り", "リ", "ら", "ラ", "ろ", "ロ"):
        return after[:1] in ("ッ", "っ") or (copies.text in "りリ" and after[:1] in ("と", "、", "。", ""))
    if copies.text == "りゃ":
        return before.endswith(("あ", "お", "こ"))
    if compiled(_LAUGH).fullmatch(copies.text) or (copies.length > 1 and compiled(_IN_KANJI).fullmatch(copies.text)):
        return True
    if compiled(_CLIPPED).fullmatch(copies.text):
        return True
    may_begin = not before or before[-1] in _MAY_BEGIN_BEHIND
    return bool(may_begin and compiled(_KANA).fullmatch(copies.text) and compiled(_SOUND_ENDS).match(after))


def _is_break(copies: Copies, before: str, after: str) -> bool:
    """An exclamation: おやおや、."""
    return (
        copies.length > 1
        and (not before or before[-1] in "、。「『（！？…")
        and after[:1] in ("、", "。", "！", "？", "」")
    )


def _is_seam(copies: Copies, before: str, after: str) -> bool:
    """Whether a word ends in the letter with which the next begins."""
    char = copies.text
    if is_kanji(char):
        return _is_kanji_seam(copies, before, after)
    if char == "て":
        return copies.first[-1].ctype.startswith("下一段-タ行") and copies.second[0].start == copies.middle
    if char == "る":
        return compiled(_CLASSICAL).search(before) is not None
    if char == "い":
        return compiled(_SPEAKING).match(after) is not None and not before.endswith("して")
    if char == "あ":
        return after.startswith(("し", "い", "だ", "も", "な"))
    if char == "の":
        return before.endswith(("だ", "こう", "すそ")) or _is_name_in_no(copies)
    if compiled(_HONORIFIC).search(before):
        return True
    return _ends_noun(copies)


def _is_name_in_no(copies: Copies) -> bool:
    """しげのの家: a given name may end in の."""
    name = copies.before
    return name is not None and name.end == copies.start and (name.pos2 == "固有名詞") and is_hiragana(name.surface[-1])


def _ends_noun(copies: Copies) -> bool:
    """Whether the first is the end of a noun and the second a particle: こと|と, 人|と."""
    first, second = copies.first[-1], copies.second[0]
    is_particle = second.pos1 == "助詞" and second.start == copies.middle and second.end == copies.end
    return is_particle and first.end == copies.middle and first.start < copies.start and first.pos1 == "名詞"


def _is_kanji_seam(copies: Copies, before: str, after: str) -> bool:
    """潜水艦|艦長, k 回|回して, and what is a word with 々: 担担麺, 翌翌日."""
    if compiled(_COUNTING).search(before):
        return True
    if before and is_kanji(before[-1]) and not _is_break_before(copies):
        return True
    with_mark = tokenize(copies.text + "々" + after[:2])
    if len(with_mark[0].surface) > 1 and with_mark[0].lemma:
        return True
    with_one = tokenize(copies.text + after[:1])
    return bool(after) and is_kanji(after[0]) and len(with_one) > 1


def _is_break_before(copies: Copies) -> bool:
    """Whether the word before both copies ends a sentence's part: 昨日|検検索した."""
    before = copies.before
    return before is not None and before.pos3 == "副詞可能" and before.end == copies.start


def _is_phrase_meant(copies: Copies, before: str, after: str) -> bool:
    if copies.text in _IN_SPEECH or after.startswith("さま"):
        return True
    alone = tokenize(copies.text)
    first, last = alone[0], alone[-1]
    if _is_continued(copies, alone):
        return True
    if len(alone) == 1:
        return _is_each(first, before, after, is_word=copies.are_words or is_kanji(copies.text[0]))
    if last.surface == "へ" or (last.surface == "から" and first.lemma in ("後", "次")):
        return first.pos1 in ("名詞", "代名詞")
    if first.lemma in _FELT or (first.pos1 == "形状詞" and last.surface == "で"):
        return True
    if last.surface == "で" and compiled(_UNBEARABLE).match(after):
        return True
    if last.pos1 == "接尾辞" and last.lemma in _ADDRESS:
        return True
    return _is_nested(copies) or _is_called(copies, last)


def _is_continued(copies: Copies, alone: tuple[Token, ...]) -> bool:
    """言い言い歩く, 繰り返し繰り返し読む: a verb in the continuing form, or its noun where no particle follows."""
    last = alone[-1]
    if last.pos1 == "動詞" and last.cform.startswith("連用形") and _is_content_verb(alone):
        return True
    after = copies.after
    is_adverbial = after is not None and after.start == copies.end and after.pos1 not in ("助詞", "助動詞", "補助記号")
    return is_adverbial and compiled(_CONTINUED).fullmatch(copies.text) is not None


def _is_content_verb(words: tuple[Token, ...]) -> bool:
    return len(words) == 1 and words[0].pos2 == "一般"


def _is_each(word: Token, before: str, after: str, *, is_word: bool) -> bool:
    """部落部落で: each of them. する stands twice behind the noun of a verb only by mistake, else it is a sound."""
    if word.lemma == "為る":
        return not (before and (is_kanji(before[-1]) or not compiled(_NOT_BARE).match(before[-1])))
    is_plain_noun = word.pos1 == "名詞" and word.pos2 == "普通名詞" and "サ変" not in word.pos3
    if not (is_word and is_plain_noun and word.lemma and len(word.surface) <= _EACH) or word.surface[0] in _KATAKANA:
        return False
    is_free = not before or before.endswith(_POINTING) or before[-1] in _MAY_BEGIN_BEHIND - {"の"}
    is_native = any(map(is_hiragana, word.surface))
    return is_native or (is_free and compiled(_BY_EACH).match(after) is not None)


def _is_nested(copies: Copies) -> bool:
    """の底の底, and every other way to cut the same stretch."""
    if "の" not in copies.text:
        return False
    head, _, tail = copies.text.partition("の")
    return tail + head in _DEEPEST


def _is_called(copies: Copies, last: Token) -> bool:
    """A call: 火事だ火事だと, 今に見ろ今に見ろと, 大変だ大変だ、."""
    after = copies.after
    if after is None or after.start != copies.end:
        return False
    is_quoted = after.surface in ("と", "って")
    if after.pos1 == "補助記号":
        return last.surface in ("だ", "じゃ", "ぞ") or after.surface in ("！", "!")
    is_predicate = last.pos1 in ("助動詞", "動詞", "形容詞") and last.cform.startswith(
        ("終止形", "命令形", "意志推量形")
    )
    return is_quoted and is_predicate
