"""Front matter that breaks the site's conventions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Annotated

from jlint.document import Document
from jlint.document.front_matter import Field, FrontMatter
from jlint.finding import Finding
from jlint.nearest import did_you_mean
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, Span, doc
from jlint.rules.helpers.front_matter.fields import Breach, FieldCheck, FieldOptions
from jlint.rules.helpers.front_matter.presets import PRESETS, Preset

_ALWAYS_KNOWN = "jlint"
_MOST = 100
"""How many findings a field, or the unknown fields together, may have."""
_TITLE = {"title": {"required": True, "type": "text", "max-characters": 10}}
_KIND = {"kind": {"allowed": ["お知らせ", "連載", "特集"]}}


class FrontMatterMismatch(Rule):
    """front matter が決まりに合っていない。

    要る項目がない、値の種類や長さが違う、使えない分類名がある、といったことを公開前に知らせる。決まりは fields に項目
    ごとに書き、preset で知られた道具の決まりを土台にできる。場所ごとに違う決まりは overrides に書く。どちらもなければ
    何も言わない。front matter のないファイルは front-matter-missing が見る。
    """

    id = "front-matter-mismatch"
    category = "front-matter"
    severity = Severity.ERROR
    needs = None
    supersedes = ("front-matter-missing", "front-matter-empty", "invalid-date")
    english = """The front matter is not as the house wants it.

    A field that is missing, a value of the wrong type or length, a category that isn't in use are reported before
    the post is published. `fields` says field by field how the front matter should be, on top of a `preset` for a
    well-known tool; what differs by folder goes into `overrides`. Without either the rule is silent. Files without
    front matter are left to front-matter-missing.
    """
    examples = (
        Bad("⟦---⟧\ndate: 2026-05-01\n---\n\n本文です。\n", options={"fields": _TITLE}),
        Bad("---\ntitle: ⟦2026⟧\n---\n\n本文です。\n", options={"fields": _TITLE}),
        Bad("---\ntitle: ⟦夜の図書館を支える人たち⟧\n---\n\n本文です。\n", options={"fields": _TITLE}),
        Bad("---\nkind: ⟦連截⟧\n---\n\n本文です。\n", options={"fields": _KIND}),
        Bad("---\ndate: ⟦きのう⟧\n---\n\n本文です。\n", options={"fields": {"date": {"type": "date"}}}),
        Bad("---\ntags: [本, 棚, ⟦本⟧]\n---\n\n本文です。\n", options={"fields": {"tags": {"unique": True}}}),
        Bad("---\n⟦tilte⟧: 本\n---\n\n本文です。\n", options={"fields": {"title": {}}, "unknown-fields": False}),
        Bad(
            "+++\ntitle = '本'\ndraft = ⟦'はい'⟧\n+++\n\n本文です。\n",
            options={"preset": "hugo"},
        ),
        Good("---\ntitle: 夜の図書館\ndate: 2026-05-01\n---\n\n本文です。\n", options={"fields": _TITLE}),
        Good(
            "---\ntitle: 夜の図書館\nemoji: 📚\ntype: idea\ntopics: [図書館]\npublished: true\n---\n\n本文です。\n",
            options={"preset": "zenn"},
        ),
        Good(
            "---\ntitle: 本\njlint: {disable: [invalid-date]}\n---\n\n本文です。\n",
            options={"fields": {"title": {}}, "unknown-fields": False},
        ),
        Good("---\ntitle: 2026\n知らない項目: あ\n---\n\n決まりがない。\n"),
        Good("front matter のない文書です。\n", options={"fields": _TITLE}),
    )

    class Options(RuleOptions):
        preset: Annotated[
            Preset,
            doc(
                "土台にする決まり: none なし、jekyll、hugo、zenn、qiita。",
                "The tool whose rules to start from: none, jekyll, hugo, zenn or qiita.",
            ),
        ] = "none"
        fields: Annotated[
            dict[str, FieldOptions],
            doc(
                "項目の名前ごとに、required や type など。preset に同じ項目があれば、書いた分だけ置き換える。",
                "By the name of a field: required, type and so on; on top of what the preset says of it.",
            ),
        ] = {}
        unknown_fields: Annotated[
            bool, doc("決まりにない項目を書いてもよい。", "Fields that nothing is said of are allowed.")
        ] = True

    options: Options

    def __init__(self, options: RuleOptions | None = None) -> None:
        super().__init__(options)
        wanted: dict[str, FieldOptions] = dict(PRESETS[self.options.preset])
        for name, field in self.options.fields.items():
            wanted[name] = field.over(wanted.get(name))
        self._checks: Mapping[str, FieldCheck] = {name: FieldCheck(name, field) for name, field in wanted.items()}

    def check(self, document: Document) -> Iterator[Finding]:
        matter = document.front_matter
        if matter is None or matter.problem or not self._checks:
            return
        yield from self._missing(matter)
        for field in matter.fields.values():
            check = self._checks.get(field.key)
            for breach in islice(check.breaches(field.value), _MOST) if check else ():
                span = _place(document.text, field, breach)
                yield self.finding(span, ja=breach.message.ja, en=breach.message.en)
        if not self.options.unknown_fields:
            yield from islice(self._unknown(matter), _MOST)

    def _missing(self, matter: FrontMatter) -> Iterator[Finding]:
        names = [name for name, check in self._checks.items() if check.wanted.required and name not in matter.fields]
        if names:
            yield self.finding(
                matter.opening,
                ja=f"front matter に「{'」「'.join(names)}」がありません。書き足してください",
                en=f"The front matter lacks {', '.join(f'`{name}`' for name in names)}. Add what is missing",
            )

    def _unknown(self, matter: FrontMatter) -> Iterator[Finding]:
        for field in matter.all_fields:
            if field.key not in self._checks and field.key != _ALWAYS_KNOWN:
                ja, en, near = did_you_mean(field.key, self._checks)
                yield self.finding(
                    field.key_span,
                    ja=f"「{field.key}」という項目は決まりにありません。"
                    + (ja if near else "消すか、名前を直してください"),
                    en=f"There is no field `{field.key}`. " + (en if near else "Remove it or correct its name"),
                )


def _place(text: str, field: Field, breach: Breach) -> Span:
    """The item that the breach refers to, else the value, else the key."""
    if breach.item:
        item = re.compile(rf"(?<=[\[\s,\"']){re.escape(breach.item)}(?=[\]\s,\"']|\Z)")
        # a repeated item is reported where it comes again
        places = [match.span() for match in item.finditer(text, *field.value_span)]
        if places:
            return Span(*places[-1])
    return field.value_span if field.value_span.end > field.value_span.start else field.key_span
