"""Doublings that come about where two words meet, and short words that are lengthened: こいつ|いつも, ふむむ.

Which kinds there are was read from sixty million characters of blogs, articles and manuals on the web.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jlint.compiled import compiled
from jlint.document.token import tokenize
from jlint.letters import is_hiragana, is_kanji

if TYPE_CHECKING:
    from jlint.spelling.repair import Copies

_LIMITING = frozenset({"のみ", "ずつ"})
"""重みのみの保存, 一つずつずらす."""
_ADDRESSED = "さん|ちゃん|くん|[君様氏]"
_DONE_AGAIN = "[いきしちりみえけせてねべめれげ](?:直|続|換|替|足|増)"
"""買って買い直した."""
_KATAKANA_RUN = "[ァ-ヺー]+"
_IN_NAME_OF_FILE = "[0-9A-Za-z./_-]\\Z"
_SHORT_WORD = "(?:\\A|[^ぁ-ゖ一-鿿ァ-ヺー々])[ぁ-ゖ]{0,1}\\Z"
_LENGTHENED = frozenset("ぁぃぅぇぉァィゥェォ")
_CRIES = "うううん|[うふわあおぐはむえ][むわあおうえ]{2,3}"
_CRY_BEFORE = "(?:\\A|[^ぁ-ゖ])([うふわあおぐはむえ])\\Z"
_SOUND_GOES_ON = "っ?と(?!も)|[ッっ]"
_LAUGH = ("[ふぐなうえげであわぬはほひへ]\\Z", "")
_AROUND = {
    "い": (("", "っしょ|わ|に(?:決|き)ま|か(?:も|な)"), ("(?:が|まあ|も|は|、)\\Z", "")),
    "て": (("立\\Z", ""),),
    "に": (("はじめ\\Z", ""),),
    "は": (("", "ぐ"), _LAUGH),
    "へ": (_LAUGH,),
    "ひ": (_LAUGH,),
    "ほ": (_LAUGH,),
    "つ": (("(?:\\A|[^ぁ-ゖ])い\\Z", "[のにはもがをで目、。」』）)]|\\Z"),),
    "く": (("を\\Z", "[るれりっらろ]"),),
    "た": (("[いあ]\\Z", "[っッ、。…！」]"),),
    "と": (("ない\\Z", "[思おい言考]"),),
}
"""What stands before and behind a letter that is meant twice: ないほうがいいに決まっている, 章立てて, ふはは,
腹をくくる, いたたっ, 行かないとと思う; はじめに is a section."""
_TURNS = {"てし": ("と(?:思|おも)っ\\Z", ""), "して": ("対\\Z", "い"), "なく": ("", "な[るっり]")}
"""よかれと思って|してしまう, 人に対してしていること, つまらなく|なくなる."""
_SHORT_START = "(?:\\A|[　「『…])[ぁ-ゖ]{1,2}\\Z"
_READING = "[（(][ぁ-ゖ　 ]*\\Z"
_READ = "[ぁ-ゖ　 ]*[）)]"
_NAME_BEFORE = "(?:\\A|[^ぁ-ゖ一-鿿ァ-ヺー々。、])[ぁ-ゖ]{1,2}\\Z"
_NAME_BEHIND = "[ぁ-ゖ]{0,2}(?:[ァ-ヺー]|\\Z)"
_SHORTEST, _LONG = 3, 6
_EMPHATIC = "[ぁ-ゖァ-ヺー]{0,2}[っッ][ぁ-ゖァ-ヺー]{1,2}"
"""めっさめっさ."""
_AT_START = frozenset(" 　、。「『（！？=＝")
_TALKED_OF = "言[いうっわ]|うる[させ]|詐欺"
_MIMETIC = (
    "(?!し|す|[あい]る|でき|です|ます|まし|ない|なく|なっ|なる|なら|こと|もの|から|まで|ため|よう|とし|とい|によ|つい|たり|だけ|さえ"
    "|の[でには]|[でにと]は|[でて]も|[でへ]の)[ぁ-ゖ]{1,2}[ぁ-ゖーんりっ]"
)
_MANNER = "し[てたつい]|する|と(?!も)"
_FREE = "(?:\\A|[　、。「『…をがはもに])\\Z"
_VOLITION = "[おこそとのもよろごぞぼ]う\\Z"
_STANDING_ALONE = frozenset({"代名詞", "副詞"})


def is_at_seam(copies: Copies, before: str, after: str) -> bool:
    """Whether the copies come from two words that meet, or from a word that is meant to be longer."""
    if copies.length == 1:
        return _is_letter_meant(copies, before, after)
    return _is_fragment_meant(copies, before, after)


def _is_grammatical(copies: Copies) -> bool:
    """Whether て follows the stem of a verb (ゴミ捨てて), or a guess follows the past (学んだだろう)."""
    if not copies.are_separate:
        return False
    first, second = copies.first[-1], copies.second[0]
    if copies.text == "て" and is_kanji(first.surface[-2:-1]):
        return True
    return (
        first.lemma == "た" and first.surface == "だ" and second.lemma == "だ" and second.cform.startswith("意志推量")
    )


def _is_letter_meant(copies: Copies, before: str, after: str) -> bool:
    char = copies.text
    if char in _LENGTHENED or after.startswith("ーっ") or (is_hiragana(char) and after.startswith("ー")):
        return True  # やっちまったぁぁ, ずずーっと
    if before[-2:-1] == char and before[-1] in "、…":
        return True  # そ、そそういう
    if char == "て" and copies.are_words:
        return True  # 書いてて for 書いていて
    if _is_grammatical(copies):
        return True
    around = _AROUND.get(char)
    if around and any(compiled(left).search(before) and compiled(right).match(after) for left, right in around):
        return True
    if is_kanji(char):
        return compiled(_SHORT_WORD).search(before) is not None and compiled(_KATAKANA_RUN).match(after) is not None
    if is_hiragana(char):
        return _is_cry(copies, before, after) or _is_name(before, after)
    return _meets_known_words(copies, before, after)


def _is_cry(copies: Copies, before: str, after: str) -> bool:
    """ふむむ, うわわ."""
    first = compiled(_CRY_BEFORE).search(before)
    if first is None:
        return False
    return bool(compiled(_CRIES).fullmatch(first[1] + copies.text * 2) or compiled(_SOUND_GOES_ON).match(after))


def _is_name(before: str, after: str) -> bool:
    """A reading in brackets（ふくだ ていいち）, or a short name in kana: ゆううきブログ."""
    if compiled(_SHORT_START).search(before) and compiled("[、…]").match(after):
        return True  # とてて、と駆け寄る
    if compiled(_READING).search(before) and compiled(_READ).match(after):
        return True
    return compiled(_NAME_BEFORE).search(before) is not None and compiled(_NAME_BEHIND).match(after) is not None


def _meets_known_words(copies: Copies, before: str, after: str) -> bool:
    """ビジネス|ステークホルダ: the dictionary has what is on either side of the seam, or on one of two long words."""
    left = compiled(_KATAKANA_RUN + "\\Z").search(before)
    right = compiled(_KATAKANA_RUN).match(after)
    if not left or not right:
        return False
    first, second = left[0] + copies.text, copies.text + right[0]
    if _is_known_word(first):
        return _is_known_word(second) or min(len(first) + 2, len(second)) >= _LONG
    return min(len(first) + 1, len(second) + 1) >= _LONG and _is_known_word(second)


def _is_known_word(text: str) -> bool:
    words = tokenize(text)
    return len(text) >= _SHORTEST and len(words) == 1 and bool(words[0].lemma)


def _is_fragment_meant(copies: Copies, before: str, after: str) -> bool:
    if compiled(_ADDRESSED).match(after) and not is_kanji(copies.text[-1]):
        return True  # らこらこちゃん
    if (before[-1:] + copies.text * 2).endswith(("サインイン", "るうるう")):
        return True  # サインイン, における|うるう秒
    turn = _TURNS.get(copies.text)
    if turn and compiled(turn[0]).search(before) and compiled(turn[1]).match(after):
        return True
    if copies.text.endswith("で") and compiled("な[いくか]").match(after):
        return True  # 何が水で水でないのか
    if is_kanji(copies.text[-1]) and compiled(_DONE_AGAIN).match(after):
        return True
    if (not before or before[-1] in _AT_START) and (not after or compiled(_EMPHATIC).fullmatch(copies.text)):
        return True
    if compiled(_TALKED_OF).match(after):
        return True  # 完璧完璧言う, 辞める辞める詐欺
    is_mimetic = compiled(_MIMETIC).fullmatch(copies.text) is not None
    if is_mimetic and (compiled(_FREE).search(before) or compiled(_MANNER).match(after)):
        return True  # くぴくぴ飲む, ぐるんぐるん回す
    if compiled(_VOLITION).search(copies.text) and after.startswith(("と", "って")):
        return True  # やろうやろうと思っていた
    if copies.text[0].isascii() and compiled(_IN_NAME_OF_FILE).search(before):
        return True  # tern.vimでvimで
    return _is_between_words(copies)


def _is_between_words(copies: Copies) -> bool:
    """Whether words of two characters or more, all of which are known, lie across the copies: こいつ|いつも."""
    words = copies.repair.words_at(copies.start, copies.end)
    previous = copies.before
    if previous is not None and previous.pos1 == "接頭辞" and previous.end == copies.start:
        return True  # 再試行|試行番号
    if compiled(_KATAKANA_RUN).fullmatch(copies.text):
        return copies.are_words and _is_katakana_on_both_sides(copies)
    if not all(map(is_hiragana, copies.text)):
        return False
    if any(word.surface in _LIMITING for word in words):
        return True
    is_across = words[-1].end > copies.end or words[-1].pos1 in _STANDING_ALONE
    return words[0].start < copies.start and is_across and all(word.lemma and len(word.surface) > 1 for word in words)


def _is_katakana_on_both_sides(copies: Copies) -> bool:
    """バックエンド|エンドポイント: each copy belongs to a compound of its own."""
    before, after = copies.before, copies.after
    return (
        before is not None
        and after is not None
        and before.end == copies.start
        and after.start == copies.end
        and compiled(_KATAKANA_RUN).fullmatch(before.surface) is not None
        and compiled(_KATAKANA_RUN).fullmatch(after.surface) is not None
    )
