"""A title that breaks off in the middle of a word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, doc
from jlint.rules.helpers.front_matter.text_field import TextField, text_fields

_WAITING = "、，「『（(【・"
_TRAILS_OFF = ("・・", "、、", "，，")
"""Dots for what is left unsaid: 港の朝は・・・."""
_BEGINNING, _SHORTEST, _LATEST, _BLOCKS, _AROUND = 8, 10, 12, 3, 12
_BEHIND_CUT = lazy_pattern(r"\Z|[\s（(｜|:：…]|\.\.|[がのにをはでと]|による|によ[りっ]")


class _Cut(Struct, frozen=True):
    start: int
    end: int
    word: str
    """The whole word, empty where it isn't known."""


class TitleCutOff(Rule):
    """題名が語の途中で切れている。

    字数で機械的に切られた題名は、そのまま一覧にも検索結果にも出る。要約や本文の書き出しが同じ言葉で始まり、題名の切れ目で
    語が続いていれば、切れたと分かる。切れた後に飾りの言葉が継ぎ足されていることもある。最後まで書く。
    """

    id = "title-cut-off"
    category = "front-matter"
    severity = Severity.WARNING
    supersedes = ("truncated-katakana",)
    needs_in_front_matter = "title"
    holds_back = ("unclosed-bracket",)
    told_with = (
        "glued-title-template",
        "unopened-bracket-in-title",
        "excerpt-same-as-title",
        "excerpt-cut-off",
        "repeated-title",
    )
    english = """The title breaks off in the middle of a word.

    It was cut at a number of characters and shows so in lists and search results. Where the excerpt or the first lines
    begin with the same words and the word goes on there, the title is cut, also if other words were put behind. Write
    it in full.
    """
    examples = (
        Bad("---\ntitle: 夜の図書館を支える⟦ボランティ⟧\n---\n\n夜の図書館を支えるボランティアの一日\n\n本文です。\n"),
        Bad(
            "---\ntitle: 夜の図書館で使える⟦コンピュ⟧｜暮らしを変える道具\n"
            "excerpt: 夜の図書館で使えるコンピューターの台数が増えました。\n---\n\n本文です。\n"
        ),
        Bad("---\ntitle: 夜の図書館を支える人と⟦、⟧\n---\n\n本文です。\n"),
        Good("---\ntitle: 夜の図書館を支える人\n---\n\n夜の図書館を支える人々の一日\n\n本文です。\n"),
        Good(
            "---\ntitle: 夜の図書館で使える道具\nexcerpt: 夜の図書館で使える道具箱を作りました。\n---\n\n本文です。\n"
        ),
        Good("---\ntitle: 夜の図書館は・・・\n---\n\n静かだった。\n"),
        Good("---\ntitle: 夜の図書館を歩く\n---\n\n夜の図書館を歩いた。\n"),
    )

    class Options(RuleOptions):
        fields: Annotated[tuple[str, ...], doc("調べる項目。", "The fields that are looked at.")] = ("title",)

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        for title in text_fields(document, self.options.fields):
            cut = _cut(document, title)
            if cut:
                piece = title.text[cut.start : cut.end]
                yield self.finding(
                    title.place(cut.start, cut.end),
                    ja=f"「{title.key}」が「{piece}」で途切れています"
                    + (f"（本文では「{cut.word}」）" if cut.word else "")
                    + "。最後まで書いてください",
                    en=f'`{title.key}` breaks off at "{piece}"'
                    + (f' (the text has "{cut.word}")' if cut.word else "")
                    + ". Write it in full",
                    problem=title.key,
                )


def _cut(document: Document, title: TextField) -> _Cut | None:
    text = title.text.rstrip()
    if text[-1] in _WAITING and not text.endswith(_TRAILS_OFF):
        return _Cut(len(text) - 1, len(text), "")
    cuts = (_where_cut(text, source) for source in _sources(document))
    return next((cut for cut in cuts if cut), None)


def _sources(document: Document) -> Iterator[str]:
    """The texts that often begin with the words of the title."""
    for field in text_fields(document, ("excerpt", "description", "summary")):
        yield field.text
    for block in document.prose[:_BLOCKS]:
        yield block.text


def _where_cut(title: str, source: str) -> _Cut | None:
    """Where a title that begins like the source stops in the middle of one of the source's words."""
    offset = title.find(source[:_BEGINNING])
    if not 0 <= offset <= _LATEST or len(source) < _SHORTEST:
        return None
    length = _common(title[offset:], source)
    end = offset + length
    if length < _SHORTEST or length == len(source) or not _BEHIND_CUT.match(title, end):
        return None
    is_end = not title[end:].strip()
    return None if is_end and _ends_in_noun(source[:length]) else _in_word(source, length, end)


def _common(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _ends_in_noun(text: str) -> bool:
    """Whether the last word is a noun: a title may end in one, though a longer noun begins with it: 人 and 人々."""
    from jlint.document.token import tokenize

    last = tokenize(text[-_AROUND:])[-1:]
    return bool(last) and last[0].pos1 == "名詞" and bool(last[0].lemma)


def _in_word(source: str, length: int, end: int) -> _Cut | None:
    from jlint.document.token import tokenize
    from jlint.rules.helpers.artifact.opening import is_one_word

    if not is_one_word(source[:length], source[length:]):
        return None
    first = max(0, length - _AROUND)
    words = tokenize(source[first : length + _AROUND])
    word = next((word for word in words if word.start < length - first < word.end), None)
    if word is None:
        return _Cut(end - 1, end, "")
    return _Cut(end - (length - first - word.start), end, word.surface)
