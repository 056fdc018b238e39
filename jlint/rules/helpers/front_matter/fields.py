"""The constraints of a site on one field of its front matter, and the violations of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Struct

from jlint.finding import Text
from jlint.nearest import did_you_mean
from jlint.rules.contract.base import doc
from jlint.rules.helpers.front_matter.date import is_taken_by_site, read_date
from jlint.rules.helpers.front_matter.site_pattern import AtLeastOne, compiled

FieldType = Literal["text", "number", "integer", "date", "list", "boolean"]

_SHOWN, _LISTED = 30, 12
_LIKENESS = 0.5
"""Names of categories are short: of two characters one may be wrong."""


class FieldOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """One field. What isn't given is left open. In a list, limits of the value hold for each item."""

    required: Annotated[bool | None, doc("なければならない。", "It must be there.")] = None
    may_be_empty: Annotated[
        bool | None, doc("なければならないが、空でもよい。", "Though required, it may be empty.")
    ] = None
    type: Annotated[
        FieldType | tuple[FieldType, ...] | None,
        doc(
            "値の種類: text 文字、number 数、integer 整数、date 日付、list 文字のリスト、boolean は true か false。"
            "リストにすれば、そのどれか。",
            "What the value is: text, number, integer, date, list (of text) or boolean; or several of these.",
        ),
    ] = None
    allowed: Annotated[tuple[str, ...] | None, doc("書いてよい値。", "The values it may have.")] = None
    pattern: Annotated[
        str | None, doc("値全体が合うべき正規表現。", "A regular expression that the whole value must match.")
    ] = None
    min_characters: Annotated[AtLeastOne | None, doc("最小の文字数。", "The fewest characters.")] = None
    max_characters: Annotated[AtLeastOne | None, doc("最大の文字数。", "The most characters.")] = None
    minimum: Annotated[float | None, doc("最小の数。", "The smallest number.")] = None
    maximum: Annotated[float | None, doc("最大の数。", "The largest number.")] = None
    min_items: Annotated[AtLeastOne | None, doc("リストの最小の個数。", "The fewest items of a list.")] = None
    max_items: Annotated[AtLeastOne | None, doc("リストの最大の個数。", "The most items of a list.")] = None
    unique: Annotated[bool | None, doc("リストに同じものを二度書かない。", "No item may come twice in a list.")] = None

    def over(self, base: FieldOptions | None) -> FieldOptions:
        """These settings on top of `base`: what isn't given here is taken from there."""
        if base is None:
            return self
        given = {name: value for name, value in msgspec.structs.asdict(self).items() if value is not None}
        return msgspec.structs.replace(base, **given)


class Breach(Struct, frozen=True):
    """What is wrong with a value. `item` is the item of a list that it refers to, as text."""

    message: Text
    item: str | None = None


_TYPES: Mapping[FieldType, Text] = {
    "text": Text("文字", "text"),
    "number": Text("数", "a number"),
    "integer": Text("整数", "a whole number"),
    "date": Text("2026-05-01 10:00:00 +0900 のような日付", "a date such as 2026-05-01 10:00:00 +0900"),
    "list": Text("文字のリスト（[甲, 乙] など）", "a list of text such as [a, b]"),
    "boolean": Text(" true か false ", "true or false"),
}


class FieldCheck:
    """Checks the values of one field. Raises RuleError for a pattern that is no regular expression."""

    def __init__(self, name: str, wanted: FieldOptions) -> None:
        self.name = name
        self.wanted = wanted
        self._types = (wanted.type,) if isinstance(wanted.type, str) else wanted.type or ()
        self._pattern = compiled(wanted.pattern, f"{name}: pattern") if wanted.pattern else None

    def breaches(self, value: Any) -> Iterator[Breach]:
        """Everything that is wrong with the value; only the type if that is wrong."""
        if is_empty(value):
            if self.wanted.required and not self.wanted.may_be_empty:
                yield self._breach("が空です。値を書いてください", "is empty. Give a value")
            return
        if self._types and not any(_is_of(kind, value) for kind in self._types):
            yield self._wrong_type(value)
        elif isinstance(value, list):
            yield from self._in_list(value)
        elif not isinstance(value, dict):
            yield from self._in_value(value, None)

    def _in_list(self, items: list[Any]) -> Iterator[Breach]:
        least, most = self.wanted.min_items, self.wanted.max_items
        if least and len(items) < least:
            yield self._breach(
                f"は{len(items)}個で、{least}個以上の決まりに足りません。書き足してください",
                f"has {len(items)} items, not at least {least}. Add some",
            )
        if most and len(items) > most:
            yield self._breach(
                f"は{len(items)}個で、{most}個までの決まりを超えています。減らしてください",
                f"has {len(items)} items, not at most {most}. Remove some",
            )
        seen: set[str] = set()
        for item in items:
            written = as_written(item)
            if self.wanted.unique and written in seen:
                yield self._breach(
                    f"に「{shown(written)}」が二度あります。一つにしてください",
                    f'has "{shown(written)}" twice. Keep one',
                    written,
                )
            elif not isinstance(item, list | dict):
                yield from self._in_value(item, written)
            seen.add(written)

    def _in_value(self, value: Any, item: str | None) -> Iterator[Breach]:
        written = as_written(value)
        if self.wanted.allowed is not None and written not in self.wanted.allowed:
            yield self._not_allowed(written, self.wanted.allowed, item)
        if self._pattern and not self._pattern.fits(written):
            yield self._breach(
                f"の「{shown(written)}」は決まった形（{self._pattern.pattern}）に合いません。書き直してください",
                f'has "{shown(written)}", which doesn\'t match {self._pattern.pattern}. Write it so',
                item,
            )
        if isinstance(value, str):
            yield from self._length(value, item)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            yield from self._size(value, item)

    def _length(self, value: str, item: str | None) -> Iterator[Breach]:
        least, most = self.wanted.min_characters, self.wanted.max_characters
        length = characters(value.strip()) if least or most else 0
        what = f"の「{shown(item)}」" if item is not None else ""
        if least and length < least:
            yield self._breach(
                f"{what}は{length}字で、{least}字以上の決まりに足りません。書き足してください",
                f"has {length} characters, not at least {least}. Write more",
                item,
            )
        if most and length > most:
            yield self._breach(
                f"{what}は{length}字で、{most}字までの決まりを超えています。短くしてください",
                f"has {length} characters, not at most {most}. Shorten it",
                item,
            )

    def _size(self, value: float, item: str | None) -> Iterator[Breach]:
        least, most = self.wanted.minimum, self.wanted.maximum
        if least is not None and value < least:
            yield self._breach(
                f"は {value:g} で、{least:g} 以上の決まりに足りません。直してください",
                f"is {value:g}, not at least {least:g}. Correct it",
                item,
            )
        if most is not None and value > most:
            yield self._breach(
                f"は {value:g} で、{most:g} までの決まりを超えています。直してください",
                f"is {value:g}, not at most {most:g}. Correct it",
                item,
            )

    def _not_allowed(self, written: str, allowed: tuple[str, ...], item: str | None) -> Breach:
        ja, en, near = did_you_mean(written, allowed, likeness=_LIKENESS)
        more = len(allowed) - _LISTED
        listing = ", ".join(allowed[:_LISTED]) + (f" … (+{more})" if more > 0 else "")
        return self._breach(
            f"に「{shown(written)}」は使えません。" + (ja if near else f"使えるのは {listing} です"),
            f'can\'t be "{shown(written)}". ' + (en if near else f"It may be one of: {listing}"),
            item,
        )

    def _wrong_type(self, value: Any) -> Breach:
        wanted = [_TYPES[kind] for kind in self._types]
        item = None
        found = Text(f"「{shown(as_written(value))}」", f'"{shown(as_written(value))}"')
        if isinstance(value, list):
            odd = next((part for part in value if not isinstance(part, str)), None)
            item = as_written(odd) if odd is not None and "list" in self._types else None
            found = Text("リスト", "a list")
            if item is not None:
                found = Text(
                    f"リストの中に文字でない「{shown(item)}」", f'"{shown(item)}" in the list, which is no text'
                )
        elif isinstance(value, dict):
            found = Text("「項目: 値」の並び", "a group of `key: value` lines")
        elif "text" in self._types and not isinstance(value, str):
            return self._breach(
                f"の {shown(as_written(value))} は文字として読まれません。引用符で囲んでください",
                f"is not read as text ({shown(as_written(value))}). Put it in quotes",
            )
        ja = "、または".join(text.ja for text in wanted)
        en = ", or ".join(text.en for text in wanted)
        return self._breach(
            f"には{ja}を書きますが、{found.ja}が書かれています。直してください",
            f"takes {en}, not {found.en}. Correct it",
            item,
        )

    def _breach(self, ja: str, en: str, item: str | None = None) -> Breach:
        return Breach(Text(f"「{self.name}」{ja}", f"`{self.name}` {en}"), item)


def is_empty(value: Any) -> bool:
    """Whether the value is missing, empty or blank."""
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())


def as_written(value: Any) -> str:
    """A plain value as its author writes it; a list or group abbreviated."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "…" if isinstance(value, list | dict) else str(value)


def shown(text: str) -> str:
    """A value, shortened for a message."""
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def characters(text: str) -> int:
    """How many characters a reader counts: an emoji of several code points, or a letter with its accent, is one."""
    if text.isascii():
        return len(text)
    import regex

    return len(regex.findall(r"\X", text))


def _is_of(kind: FieldType, value: Any) -> bool:
    if kind == "text":
        return isinstance(value, str)
    if kind == "list":
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if kind == "boolean":
        return isinstance(value, bool)
    if kind == "date":
        return isinstance(value, str) and (read_date(value) is not None or is_taken_by_site(value))
    wanted = int if kind == "integer" else (int, float)
    return isinstance(value, wanted) and not isinstance(value, bool)
