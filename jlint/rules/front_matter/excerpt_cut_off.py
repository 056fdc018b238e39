"""An excerpt that breaks off in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from jlint.document import Document
from jlint.document.sentence_ends import split_sentences
from jlint.finding import Finding, Fix
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, doc, replace
from jlint.rules.helpers.front_matter.called import called
from jlint.rules.helpers.front_matter.same_words import says_no_more
from jlint.rules.helpers.front_matter.text_field import TextField, text_fields

if TYPE_CHECKING:
    from jlint.rules.helpers.artifact.ending import Ending

_DOTS = ".…‥・"
_FINISHED = "。！？!?．"
_WAITING = "、，「『（(【"
_BODY = "\n---\n\n倉庫は三年前に閉じた。市は「港をもう一度」と題した計画を立て、使い道を住民と考え始めている。\n"


class ExcerptCutOff(Rule):
    """要約が文の途中で切れている。

    字数で機械的に切られた要約は、一覧や検索結果に途中の文のまま出る。最後の文を書き終えるか、その文を消す。見出しのような
    句点のない要約とは、本文がそこから続いているかどうかで見分ける。「…」で終わっていても、本文の途中を切ったものなら
    同じである。
    """

    id = "excerpt-cut-off"
    category = "front-matter"
    severity = Severity.WARNING
    supersedes = ("truncated-katakana",)
    needs_in_front_matter = "excerpt description summary"
    holds_back = ("unclosed-bracket",)
    told_with = (
        "glued-title-template",
        "title-cut-off",
        "unopened-bracket-in-title",
        "excerpt-same-as-title",
        "repeated-title",
    )
    english = """An excerpt or description breaks off in the middle of a sentence.

    It was cut at a number of characters and shows so in lists and search results. Finish the last sentence or remove
    it. It is told from a headline without a full stop by looking whether the body goes on at that place; dots at the
    end don't change that.
    """
    examples = (
        Bad(
            "---\nexcerpt: 倉庫は三年前に閉じた。⟦市は「港をもう一度」と題した計画を立て、使い道を⟧" + _BODY,
            fixed="---\nexcerpt: 倉庫は三年前に閉じた。" + _BODY,
        ),
        Bad("---\ndescription: 倉庫は三年前に閉じた。⟦市は「港をもう一度」と題した計画を立て...⟧" + _BODY),
        Bad("---\nexcerpt: 倉庫は三年前に閉じた。⟦市は「港をもう⟧" + _BODY),
        Bad('---\nexcerpt: "⟦市は港の使い道を考え、⟧"\n---\n\n倉庫は三年前に閉じた。\n'),
        Good("---\nexcerpt: 倉庫は三年前に閉じた。港の使い道を住民と考える" + _BODY),
        Good("---\nexcerpt: 「港をもう一度」と題した計画" + _BODY),
        Good("---\nexcerpt: すべての港に明かりを" + _BODY),
        Good("---\nexcerpt: 倉庫は三年前に閉じた。市の計画は「港をもう一度で始まる。" + _BODY),
        Good("---\nexcerpt: 閉じた倉庫のその後は…" + _BODY),
        Good("---\nexcerpt: 港の使い道を考える\n---\n\n港の使い道を考える\n\n倉庫は三年前に閉じた。\n"),
    )

    class Options(RuleOptions):
        fields: Annotated[tuple[str, ...], doc("調べる項目。", "The fields that are looked at.")] = (
            "excerpt",
            "description",
            "summary",
        )

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        from jlint.rules.helpers.artifact.tail import tail_in_quotes

        for field in text_fields(document, self.options.fields):
            text = field.text.rstrip()
            bare = _without_dots(text)
            if text[-1] in _FINISHED and _open_quotation(text) < 0:
                continue
            start = _start_of_last_sentence(bare)
            following = _where_it_goes_on(document, bare, start, has_dots=bare != text)
            if following is None:
                continue
            last = tail_in_quotes(bare[start:])
            yield self.finding(
                field.place(start, len(text)),
                ja=f"{called(field.key)}が{last}で途切れています。"
                + (f"本文では「{following}…」と続きます。" if following else "")
                + "最後まで書くか、途切れた文を消してください",
                en=f"`{field.key}` breaks off at {last}. "
                + (f'The body goes on with "{following}…". ' if following else "")
                + "Finish the sentence or remove it",
                fix=_fix(field, start, len(text)),
                problem="title" if says_no_more(bare, document.title) else "excerpt",
            )


def _without_dots(text: str) -> str:
    """The text without the dots that mark a continuation; a single full stop doesn't."""
    bare = text.rstrip(_DOTS)
    dots = text[len(bare) :]
    return bare.rstrip() if len(dots) > 1 or dots in ("…", "‥") else text


def _fix(field: TextField, start: int, end: int) -> Fix | None:
    """The sentences before the cut, where there are any."""
    if field.first is None or not start:
        return None
    return replace(field.place(start, end), "", ja="途切れた文を消す", en="Remove the sentence", safe=False)


def _open_quotation(text: str) -> int:
    """Where the first quotation begins that is never closed, -1 if there is none."""
    opened: list[int] = []
    for offset, character in enumerate(text):
        if character in "「『":
            opened.append(offset)
        elif character in "」』" and opened:
            opened.pop()
    return opened[0] if opened else -1


def _start_of_last_sentence(text: str) -> int:
    quotation = _open_quotation(text)
    before = text if quotation < 0 else text[: quotation + 1]
    return max((span.start for span in split_sentences(before)), default=0)


def _where_it_goes_on(document: Document, text: str, start: int, *, has_dots: bool) -> str | None:
    """How the body continues after the words that the excerpt ends with, None if the excerpt isn't cut.

    It is empty if the excerpt's own last words are proof enough.
    """
    from jlint.rules.helpers.artifact.ending import Ending, ending
    from jlint.rules.helpers.front_matter.body_text import closes_quotation, goes_on

    if not text:
        return None
    how = ending(text[start:])
    following = goes_on(document, text)
    if has_dots:
        return following or None
    if text[-1] in _WAITING:
        return following
    quotation = _open_quotation(text)
    if quotation >= 0:
        is_led_in = bool(text[start:quotation].strip()) and text[-1] in "？！?!"
        if is_led_in or how is Ending.OPEN or following or closes_quotation(document, text):
            return following
    return following if following and _may_be_cut(text, start, following, how) else None


def _may_be_cut(text: str, start: int, following: str, how: Ending) -> bool:
    """Whether sentences come before, or the last word is incomplete, or no headline ends in such words."""
    from jlint.rules.helpers.artifact.ending import Ending
    from jlint.rules.helpers.artifact.opening import is_one_word

    if how is Ending.CLOSED:
        return False
    return start > 0 or how is Ending.OPEN or is_one_word(text, following)
