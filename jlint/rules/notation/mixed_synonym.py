"""One thing called by two names, or one name spelt in two ways, in one text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Annotated, Any, NamedTuple

from jlint.document import Block, Document
from jlint.document.block import OBJECT
from jlint.finding import Finding, Fix, Related, Text
from jlint.rules.allow import AllowOptions, allowed
from jlint.rules.base import Bad, Good, Rule, Span, doc, replace
from jlint.rules.pack import FOLDER


class _Place(NamedTuple):
    word: str
    span: Span


class MixedSynonym(Rule):
    """同じものが、一つの文書の中で二通りの語や書き方で呼ばれている。

    読み手は別のものだと思う。多いほう（prefer に書いた語があればそれ）にそろえる。語の組は packs/synonyms.yaml に
    あり、読んで書き足せる。
    """

    id = "mixed-synonym"
    category = "notation"
    severity = None
    english = """One thing has two names, or one name two spellings, in the same text.

    Readers take them for two things. Keep to the one that is more frequent, or to the one under `prefer`. The groups of
    words stand in packs/synonyms.yaml, to be read and extended.
    """
    examples = (
        Bad(
            "⟨サーバー⟩を置く。サーバーは二台で、⟦サーバ⟧は古い。\n",
            fixed="サーバーを置く。サーバーは二台で、サーバーは古い。\n",
        ),
        Bad("この⟦部屋⟧を⟨ルーム⟩と呼ぶ。\n", options={"words": True, "prefer": ["ルーム"]}),
        Bad("⟦ユーザ⟧を増やす。\n", options={"prefer": ["ユーザー"]}, fixed="ユーザーを増やす。\n"),
        Good("サーバーを置く。サーバーは二台だ。\n"),
        Good("サーバーの設定は`サーバ`と server にある。\n"),
        Good("この部屋をルームと呼ぶ。\n"),
        Good("サーバルは動物です。サーバーを置く。\n"),
    )

    class Options(AllowOptions):
        prefer: Annotated[
            tuple[str, ...],
            doc(
                "そろえる先の語。その組のほかの語は、混ざっていなくても指摘する。",
                "The words to keep to; the others of their groups are told even alone.",
            ),
        ] = ()
        words: Annotated[
            bool, doc("別の語が混ざったときも指摘する。", "Different words for one thing are told too.")
        ] = False
        latin: Annotated[bool, doc("英字の語も見る。", "Words in Latin letters are looked at too.")] = False

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        blocks = [block for block in document.prose if not block.quoted]
        text = "\n".join(block.text for block in blocks)
        for group in _groups():
            for lexemes in self._compared(group):
                present = [word for word in lexemes if word in text]
                if len(present) > 1 or (present and not set(self.options.prefer).isdisjoint(lexemes)):
                    yield from self._mixed(lexemes, blocks, document)

    def _compared(self, group: Sequence[Sequence[str]]) -> Iterator[list[str]]:
        """The words that are to be one: the spellings of each, or all of the group."""
        seen = [[word for word in lexeme if self.options.latin or not word.isascii()] for lexeme in group]
        if self.options.words:
            yield [word for lexeme in seen for word in lexeme]
        else:
            yield from seen

    def _mixed(self, words: list[str], blocks: Sequence[Block], document: Document) -> Iterator[Finding]:
        allow = allowed(self.options.allow)
        places = [
            _Place(match[0], block.source_span(*match.span()))
            for block in blocks
            for match in _any_of(tuple(words)).finditer(block.text)
            if not allow.covers(block.text, *match.span()) and OBJECT not in match[0]
        ]
        counts = {word: sum(place.word == word for place in places) for word in words}
        preferred = [word for word in words if word in self.options.prefer]
        kept = preferred[0] if preferred else max(words, key=lambda word: counts[word])
        first = next((place.span for place in places if place.word == kept), None)
        for place in places:
            if place.word in (kept, *preferred):
                continue
            yield self.finding(
                place.span,
                ja=f"「{place.word}」と「{kept}」が同じものを指しています。「{kept}」にそろえてください",
                en=f"{place.word} and {kept} mean the same. Keep to {kept}",
                fix=_fix(place, kept, document),
                related=[Related(first, Text("もう一つの書き方", "the other way"))] if first else [],
            )


def _fix(place: _Place, kept: str, document: Document) -> Fix | None:
    if place.span.of(document.text) != place.word:
        return None
    return replace(place.span, kept, ja=f"「{kept}」にする", en=f"Write {kept}", safe=False)


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """The words, never as a part of a longer one of the same script."""
    return re.compile("|".join(map(_alone, sorted(words, key=len, reverse=True))))


def _alone(word: str) -> str:
    for script in ("A-Za-z", "ァ-ヺー", "一-鿿"):
        before = f"(?<![{script}])" if re.match(f"[{script}]", word) else ""
        after = f"(?![{script}])" if re.search(f"[{script}]$", word) else ""
        if before or after:
            return before + re.escape(word) + after
    return re.escape(word)


@cache
def _groups() -> list[list[list[str]]]:
    import yaml

    loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    groups: list[list[list[str]]] = yaml.load((FOLDER / "synonyms.yaml").read_text("utf-8"), Loader=loader)
    return groups
