"""A reading time that doesn't fit the text."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from typing import Annotated, Literal

from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.document import Block, BlockKind, Document
from jlint.document.front_matter import Field
from jlint.finding import Finding, Fix, Text
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, Span, doc, replace

_NUMBER = lazy_pattern(r"\d+(?:\.\d+)?")
_OTHER_UNIT = lazy_pattern(r"時間|秒|hour|hr|sec", re.IGNORECASE)
_REPEATS_ITSELF = 0.1
"""From this share of characters in repeated sentences on, repetition is the likely cause."""

_REPEATED = Text(
    "くり返しの文を直すと本文の長さが変わるので、値は自動では直しません",
    "The text repeats a sentence and gets shorter once that is mended, so the value isn't repaired",
)
_LONG = 20
"""Characters from which on a sentence that stands twice is no mere phrase."""

_ROUND: dict[str, Callable[[float], int]] = {
    "up": math.ceil,
    "down": math.floor,
    "nearest": lambda x: math.floor(x + 0.5),
    "next": lambda x: math.floor(x) + 1,
}


class _Count(Struct, frozen=True):
    characters: int
    repeated: float


class ReadingTimeMismatch(Rule):
    """front matter の読了時間が本文の長さと合わない。

    読者は読了時間を見て読むかどうかを決める。本文が何度もくり返されているときは、時間よりもくり返しを先に直す。
    """

    id = "reading-time-mismatch"
    category = "front-matter"
    severity = Severity.WARNING
    needs_in_front_matter = "reading_time"
    english = """The reading time in the front matter doesn't fit the length of the text.

    Readers decide by it. Where the text repeats itself, fix that first and the time after.
    """
    examples = (
        Bad(
            "---\ntitle: 題名\nreading_time: ⟦9⟧\n---\n\n本文は短い。\n",
            fixed="---\ntitle: 題名\nreading_time: 1\n---\n\n本文は短い。\n",
        ),
        Bad(
            '---\ntitle: 題名\nreading_time: "⟦5⟧分"\n---\n\nとても短い本文です。\n',
            fixed='---\ntitle: 題名\nreading_time: "1分"\n---\n\nとても短い本文です。\n',
        ),
        Bad("---\ntitle: 題名\nminutes: ⟦3⟧\n---\n\n短い。\n", options={"field": "minutes", "tolerance-minutes": 0}),
        Good("---\ntitle: 題名\nreading_time: 3\n---\n\n二分までの違いは気にしない。\n"),
        Good("---\ntitle: 題名\nreading_time: 5\n---\n\n短い本文。\n", options={"least": 5}),
        Good("---\ntitle: 題名\nreading_time: すぐ\n---\n\n数でない値は見ない。\n"),
        Good("---\ntitle: 題名\nreading_time: 1時間\n---\n\n分でない値も見ない。\n"),
        Good("---\ntitle: 題名\n---\n\n項目のない記事。\n"),
    )

    class Options(RuleOptions):
        field: Annotated[str, doc("読了時間を書く項目の名前。", "The field that holds the reading time.")] = (
            "reading_time"
        )
        characters_per_minute: Annotated[
            int,
            doc(
                "1 分に読む字数。空白と記法は数えない。",
                "Characters read in a minute, without markup and white space.",
                ge=1,
            ),
        ] = 500
        rounding: Annotated[
            Literal["up", "down", "nearest", "next"],
            doc(
                "端数の扱い: up 切り上げ、down 切り捨て、nearest 四捨五入、next は切り捨てて 1 を足す。",
                "What happens to a fraction of a minute; next is down, and one more.",
            ),
        ] = "up"
        least: Annotated[int, doc("これより短い時間は、この値とする。", "Shorter times count as this.", ge=0)] = 0
        most: Annotated[
            int | None,
            doc(
                "これより長い時間は、この値とする。null は上限なし。", "Longer times count as this; null for no limit."
            ),
        ] = None
        tolerance_minutes: Annotated[
            float, doc("この分数までの違いは許す。", "A difference of up to so many minutes is fine.", ge=0)
        ] = 2
        tolerance_percent: Annotated[
            float,
            doc(
                "計算した時間のこの割合（％）までの違いは許す。",
                "So is one of up to this share (%) of the computed time.",
                ge=0,
            ),
        ] = 30
        count_code: Annotated[bool, doc("コードの字数も数える。", "Count the characters of code too.")] = False
        count_tables: Annotated[bool, doc("表の字数も数える。", "Count the characters of tables too.")] = True
        count_quotations: Annotated[bool, doc("引用の字数も数える。", "Count the characters of quotations too.")] = True

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        field = document.front_matter.fields.get(self.options.field) if document.front_matter else None
        declared = _declared(document.text, field) if field else None
        if declared is None:
            return
        count = self._count(document)
        minutes = self._minutes(count.characters)
        stated = float(declared.of(document.text))
        without = self._minutes(round(count.characters * (1 - count.repeated)))
        repeats = count.repeated >= _REPEATS_ITSELF
        if self._is_near(stated, minutes):
            return
        share = round(count.repeated * 100)
        fix = None if repeats or self._repeats(document) else self._fix(declared, minutes)
        finding = self.finding(
            declared,
            ja=f"読了時間は{stated:g}分とありますが、本文は{count.characters:,}字なので約{minutes}分です。"
            + (
                f"本文の{share}%がくり返しで、除けば{without}分です。先にくり返しを直してください"
                if repeats
                else "値を直してください"
            ),
            en=f"The reading time says {stated:g} minutes, but {count.characters:,} characters take {minutes}. "
            + (
                f"{share}% of the text repeats itself, without which it takes {without}; mend that first"
                if repeats
                else "Correct the value"
            ),
            ends_with_repeats=repeats,
            fix=fix,
        )
        yield finding if fix else finding._replace(fix_note=_REPEATED)

    def _is_near(self, stated: float, minutes: int) -> bool:
        most = max(self.options.tolerance_minutes, minutes * self.options.tolerance_percent / 100)
        return abs(stated - minutes) <= most

    def _fix(self, declared: Span, minutes: int) -> Fix:
        return replace(declared, str(minutes), ja=f"{minutes}に直す", en=f"Set it to {minutes}", safe=True)

    def _repeats(self, document: Document) -> bool:
        """Whether a sentence stands twice: once that is repaired, the text is shorter and the time another."""
        seen: set[str] = set()
        for sentence in (each for block in document.blocks if self._counts(block) for each in block.sentences):
            if len(sentence.text) >= _LONG:
                if sentence.text in seen:
                    return True
                seen.add(sentence.text)
        return False

    def _minutes(self, characters: int) -> int:
        minutes = _ROUND[self.options.rounding](characters / self.options.characters_per_minute)
        minutes = max(minutes, self.options.least)
        return minutes if self.options.most is None else min(minutes, self.options.most)

    def _count(self, document: Document) -> _Count:
        total = repeated = 0
        seen: set[str] = set()
        for block in document.blocks:
            if not self._counts(block):
                continue
            if block.kind is BlockKind.CODE:
                total += len("".join(block.span.of(document.text).split()))
                continue
            for sentence in block.sentences:
                text = "".join(sentence.text.split())
                total += len(text)
                repeated += len(text) if text in seen else 0
                seen.add(text)
        return _Count(total, repeated / total if total else 0)

    def _counts(self, block: Block) -> bool:
        if block.kind is BlockKind.CODE:
            return self.options.count_code
        if block.quoted and not self.options.count_quotations:
            return False
        return block.is_prose and (block.kind is not BlockKind.CELL or self.options.count_tables)


def _declared(text: str, field: Field) -> Span | None:
    """Where the field's one number of minutes stands: `8`, 「8分」, `"8 min"`, 「約８分」."""
    if isinstance(field.value, bool) or not isinstance(field.value, int | float | str):
        return None
    if _OTHER_UNIT.search(text, *field.value_span):
        return None
    numbers = list(_NUMBER.finditer(text, *field.value_span))
    return Span(*numbers[0].span()) if len(numbers) == 1 else None
