"""One thing called by two names in one text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Annotated, Any, NamedTuple

from jlint.document import Block, Document
from jlint.document.word_search import WordSearch
from jlint.finding import Finding, Fix, Related, Text
from jlint.rules.contract.base import Bad, Good, Rule, Span, doc, replace
from jlint.rules.helpers.allow import AllowOptions, allowed
from jlint.rules.helpers.pack import FOLDER
from jlint.span import SpanIndex


class _Place(NamedTuple):
    form: str
    span: Span


class MixedSynonym(Rule):
    """同じものが、一つの文書の中で二通りの語で呼ばれている（部屋とルーム）。

    読み手は別のものだと思う。多いほう（prefer に書いた語があればそれ）にそろえる。語の組は packs/synonyms.yaml に
    あり、読んで書き足せる。同じ語の書き方の違いは mixed-variant が見る。
    """

    id = "mixed-synonym"
    category = "notation"
    severity = None
    english = """One thing has two names in the same text, such as 「部屋」 and 「ルーム」.

    Readers take them for two things. Keep to the one that is more frequent, or to the one under `prefer`. The groups of
    words stand in packs/synonyms.yaml, to be read and extended. mixed-variant looks at spellings of one word.
    """
    examples = (
        Bad(
            "この⟨部屋⟩は広い。部屋は三つあり、⟦ルーム⟧の鍵は一つだ。\n",
            fixed="この部屋は広い。部屋は三つあり、部屋の鍵は一つだ。\n",
        ),
        Bad("この⟦部屋⟧を⟨ルーム⟩と呼ぶ。\n", options={"prefer": ["ルーム"]}),
        Bad("⟦部屋⟧を増やす。\n", options={"prefer": ["ルーム"]}, fixed="ルームを増やす。\n"),
        Bad("この⟨部屋⟩は英語で ⟦room⟧ です。\n", options={"latin": True}),
        Good("この部屋は広い。部屋は三つある。\n"),
        Good("この部屋は[ルームの鍵](https://example.com/)で開く。\n", options={"links": False}),
        Good("この部屋は`ルーム`で、英語では room です。\n"),
        Good("動画をビデオテープに残す。\n"),
        Good("この部屋をルームと呼ぶ。\n", options={"allow": ["部屋"]}),
    )

    class Options(AllowOptions):
        prefer: Annotated[
            tuple[str, ...],
            doc(
                "そろえる先の語。その組のほかの語は、混ざっていなくても指摘する。",
                "The words to keep to; the others of their groups are reported even alone.",
            ),
        ] = ()
        latin: Annotated[bool, doc("英字の語も見る。", "Words in Latin letters are looked at too.")] = False

        links: Annotated[bool, doc("リンクの文字も見る。", "Whether the text of links is looked at too.")] = True

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        stand_there = {form for form, _ in _forms().places(document.prose_text.text)}
        blocks = [block for block in document.prose if not block.quoted]
        links = SpanIndex([] if self.options.links else (link.span for link in document.links))
        for group in _groups():
            words = [[form for form in word if self.options.latin or not form.isascii()] for word in group]
            present = sum(not stand_there.isdisjoint(word) for word in words)
            if present > 1 or (present and self._preferred(words)):
                yield from self._mixed(words, blocks, document, links)

    def _preferred(self, words: Iterable[list[str]]) -> str:
        """The form in the group that the options prefer, an empty text without one."""
        return next((form for word in words for form in word if form in self.options.prefer), "")

    def _mixed(
        self, words: list[list[str]], blocks: Sequence[Block], document: Document, links: SpanIndex
    ) -> Iterator[Finding]:
        places = [place for place in self._places(words, blocks) if not links.overlaps(place.span)]
        counts = Counter(place.form for place in places)
        kept = self._preferred(words)
        if not kept:
            # of equally frequent words the first stays
            most = max(words, key=lambda word: sum(counts[form] for form in word))
            kept = max(most, key=lambda form: counts[form])
        right = next(word for word in words if kept in word)
        first = next((place.span for place in places if place.form in right), None)
        for place in places:
            if place.form not in right:
                yield self.finding(
                    place.span,
                    ja=f"「{place.form}」と「{kept}」が同じものを指しています。「{kept}」にそろえてください",
                    en=f"{place.form} and {kept} mean the same. Keep to {kept}",
                    fix=_fix(place, kept, document),
                    related=[Related(first, Text("もう一つの言い方", "the other way"))] if first else [],
                )

    def _places(self, words: list[list[str]], blocks: Sequence[Block]) -> Iterator[_Place]:
        allow = allowed(self.options.allow)
        forms = _any_of(tuple(form for word in words for form in word))
        for block in blocks:
            if not any(form in block.text for word in words for form in word):
                continue
            for match in forms.finditer(block.text):
                if not allow.covers(block.text, *match.span()):
                    yield _Place(match[0], block.source_span(*match.span()))


def _fix(place: _Place, kept: str, document: Document) -> Fix | None:
    if place.span.of(document.text) != place.form:
        return None
    return replace(place.span, kept, ja=f"「{kept}」にする", en=f"Write {kept}", safe=False)


@cache
def _any_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    """The forms, never as a part of a longer word of the same script."""
    return re.compile("|".join(map(_alone, sorted(forms, key=len, reverse=True))))


def _alone(form: str) -> str:
    for script in ("A-Za-z", "ァ-ヺー", "一-鿿"):
        before = f"(?<![{script}])" if re.match(f"[{script}]", form) else ""
        after = f"(?![{script}])" if re.search(f"[{script}]$", form) else ""
        if before or after:
            return before + re.escape(form) + after
    return re.escape(form)


@cache
def _forms() -> WordSearch:
    return WordSearch([form for group in _groups() for word in group for form in word])


@cache
def _groups() -> list[list[list[str]]]:
    import yaml

    loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    groups: list[list[list[str]]] = yaml.load((FOLDER / "synonyms.yaml").read_text("utf-8"), Loader=loader)
    return groups
