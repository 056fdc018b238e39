"""A note of the text's length that was left in a title or excerpt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding, Fix
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, doc, replace
from jlint.rules.helpers.front_matter.called import called
from jlint.rules.helpers.front_matter.text_field import TextField, text_fields

_TOLERANCE, _SHARE = 5, 0.3


class LengthNote(Rule):
    """題名や要約に、字数の覚え書きが残っている。

    「…の話（46文字）」のような字数は、文章を作らせたときの返事の一部で、読者には要らない。消す。内容としての字数と区別する
    ため、その題名や要約自身の長さに近い数だけを指摘する。
    """

    id = "length-note"
    category = "front-matter"
    severity = Severity.ERROR
    needs_in_front_matter = "字 chars characters"
    english = """A note of its length was left in a title or excerpt.

    The number of characters in brackets is part of an answer to the person who ordered the text, and of no use to
    readers. Remove it. Only numbers near the text's own length are reported, others may be what the text is about.
    """
    examples = (
        Bad(
            '---\ntitle: "夜の図書館を支える司書の一日を追う⟦（17文字）⟧"\n---\n\n本文です。\n',
            fixed='---\ntitle: "夜の図書館を支える司書の一日を追う"\n---\n\n本文です。\n',
        ),
        Bad("---\nexcerpt: 夜の図書館を支える人を訪ねました。⟦（約20字）⟧\n---\n\n本文です。\n"),
        Bad('---\ntitle: "夜の図書館を支える人⟦(10 characters)⟧"\n---\n\n本文です。\n'),
        Good("---\ntitle: ひらがなの練習帳（46文字）\n---\n\n本文です。\n"),
        Good("---\ntitle: 合言葉（12文字以上）の決め方を考える\n---\n\n本文です。\n"),
    )

    class Options(RuleOptions):
        fields: Annotated[tuple[str, ...], doc("調べる項目。", "The fields that are looked at.")] = (
            "title",
            "subtitle",
            "excerpt",
            "description",
            "summary",
        )

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        for field in text_fields(document, self.options.fields):
            if field.text.rstrip()[-1] not in ")）】]］":
                continue
            note = _note().search(field.text)
            if note and _is_own_length(len(field.text[: note.start()].strip()), int(note["count"])):
                written = note[0].rstrip()
                start, end = len(field.text[: note.start()].rstrip()), note.start() + len(written)
                yield self.finding(
                    field.place(note.start(), end),
                    ja=f"{called(field.key)}に字数の覚え書き「{written}」が残っています。消してください",
                    en=f'The note of length "{written}" was left in `{field.key}`. Remove it',
                    fix=_fix(field, start, end),
                )


@cache
def _note() -> re.Pattern[str]:
    return lazy_pattern(
        r"""[（(【\[［]\s*(?:約|全|計|全角)?\s*(?P<count>\d{1,4})\s*(?:文字|字|characters|chars)(?:程度)?\s*[)）】\]］]\s*\Z""",
        re.VERBOSE,
    )


def _is_own_length(length: int, count: int) -> bool:
    return abs(count - length) <= max(_TOLERANCE, length * _SHARE)


def _fix(field: TextField, start: int, end: int) -> Fix | None:
    if field.first is None:
        return None
    return replace(field.place(start, end), "", ja="覚え書きを消す", en="Remove the note", safe=True)
