"""A letter of Chinese inside Japanese prose."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding, Fix
from jlint.letters import is_kanji
from jlint.rules.contract.base import Bad, Good, Rule, Severity, replace
from jlint.rules.data import FOLDER
from jlint.rules.helpers.typo.embedded import Embedded, as_written_elsewhere, embedded
from jlint.rules.helpers.typo.old_style import is_in_old_style

_LONGEST = 4
"""Most letters of a slip. A longer run is a Chinese name or quotation."""
_MOST = 3
"""A document with more different slips than this has Chinese in it on purpose."""
_CHINESE = lazy_pattern("中国|中華|台湾|香港|上海|北京|深圳|簡体|繁体|拼音|ピンイン|百度|阿里|[华鹏]")
"""What a text says that quotes Chinese names."""
_LONGEST_RUN = 6
_KANJI_BEFORE = lazy_pattern("[一-鿿々]*\\Z")
_KANJI_BEHIND = lazy_pattern("[一-鿿々]*")
_OPENING = ("「", "『", "（", "(", "")
_CLOSING = frozenset("」』）)、。")


class SimplifiedChineseLetter(Rule):
    """日本語の文に、中国の字体が混じっている。

    生成された文章で、一語だけが中国語に化けることがある。日本の字体か、正しい日本語に直す。日本の字にすると日本語の語に
    なるところ（电车）と、文書に一か所だけのところを指摘する。中国の社名や人名を簡体字のまま引くこともあるので、中国を
    話題にした文書のかぎ括弧の中と、簡体字がいくつもある文書は指摘しない。
    """

    id = "simplified-chinese-letter"
    category = "typo"
    severity = Severity.INFO
    english = """A letter of Chinese stands in Japanese prose.

    Generated text sometimes slips into Chinese for a word. Use the Japanese form, or the right Japanese word. What is
    reported: a word that is Japanese with the Japanese letters, and a place that is the only one in its document.
    Chinese names may be quoted as they are written, so brackets in texts about China are left alone, and so is a
    document with several of them.
    """
    examples = (
        Bad("係の者が第一⟦时间⟧に駆けつけた。\n", fixed="係の者が第一時間に駆けつけた。\n"),
        Bad("駅前の商店街を電⟦车⟧が走る。\n", fixed="駅前の商店街を電車が走る。\n"),
        Bad(
            "---\ntitle: 商店街の调⟦查⟧\n---\n窓口は朝に開く。\n".replace("调⟦查⟧", "⟦调⟧査"),
            fixed="---\ntitle: 商店街の調査\n---\n窓口は朝に開く。\n",
        ),
        Bad("町は「共同采⟦购⟧」という仕組みを試す。\n"),
        Good("会社は华为（ファーウェイ）と組んだ。\n"),
        Good("深圳市红土資本と深圳市汇通資本が組んだ。\n"),
        Good("中国の「政府采购」という仕組みを学ぶ。\n"),
        Good("中国国内の個々の会社と芸術学会が体力を点検した。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        rows = list(embedded(document, _is_chinese))
        if not rows or is_in_old_style(document):
            return
        # generated text repeats its slips with the sentences that have them
        different = {(row.before, row.letters, row.behind) for row in rows}
        is_about_china = _CHINESE.search(document.text) is not None
        for row in rows:
            right = _as_japanese_word(row)
            if len(row.letters) > _LONGEST or len(different) > (_MOST if right else 1):
                continue
            if is_about_china and _is_quoted(row):
                continue
            if right is None and not _is_slip(row, is_about_china):
                continue
            yield self.finding(
                row.span,
                ja=f"中国の字体「{row.letters}」が混じっています。日本の字体か、正しい日本語に直してください",
                en=f"Chinese ({row.letters}) in Japanese prose. Use the Japanese form or the right word",
                fix=_fix(row, right) if right else as_written_elsewhere(document, row),
            )


def _is_slip(row: Embedded, is_about_china: bool) -> bool:
    """Whether the letters, which make no Japanese word, are simplified ones and not quoted."""
    if not all(map(_is_simplified, row.letters)):
        return False
    ends_brackets = bool(row.before) and row.text[row.end : row.end + 1] in _CLOSING
    return row.inside or (ends_brackets and not is_about_china)


def _is_quoted(row: Embedded) -> bool:
    """Whether it is in a long run of kanji, in one with more such letters, or all that is in brackets."""
    before = _KANJI_BEFORE.search(row.text[: row.start])
    behind = _KANJI_BEHIND.match(row.text[row.end :])
    run = (before[0] if before else "") + row.letters + (behind[0] if behind else "")
    start = row.start - len(before[0] if before else "")
    is_alone = row.text[start - 1 : start] in _OPENING and row.text[start + len(run) :][:1] in _CLOSING
    return len(run) > _LONGEST_RUN or is_alone or sum(map(_is_chinese, run)) > len(row.letters)


def _as_japanese_word(row: Embedded) -> str | None:
    """The letters in their Japanese form, if they then belong to a word of two characters or more."""
    from jlint.document.token import tokenize

    right = "".join(_japanese().get(letter, "") for letter in row.letters)
    if len(right) != len(row.letters):
        return None
    start = row.start - len(row.before)
    text = row.before + right + row.text[row.end : row.end + 6]
    at = row.start - start
    words = [word for word in tokenize(text) if word.start < at + len(right) and word.end > at]
    are_words = all(len(word.surface) > 1 and word.lemma and word.pos2 != "固有名詞" for word in words)
    return right if words and are_words and any(map(is_kanji, words[0].surface)) else None


def _fix(row: Embedded, right: str) -> Fix:
    return replace(row.span, right, ja=f"「{right}」に直す", en=f"Use {right}", safe=False)


@cache
def _japanese() -> dict[str, str]:
    """The Japanese form of letters of Chinese."""
    return {pair[0]: pair[1] for pair in (FOLDER / "chinese_letters.txt").read_text("utf-8").split()}


@cache
def _is_chinese(letter: str) -> bool:
    return _is_simplified(letter) or letter in _japanese()


@cache
def _is_simplified(letter: str) -> bool:
    """Whether China's standard has the letter and Japan's (JIS X 0213, which also has old and rare forms) lacks it."""
    return "一" <= letter <= "鿿" and _has("gb2312", letter) and not _has("euc_jis_2004", letter)


def _has(encoding: str, letter: str) -> bool:
    try:
        letter.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
