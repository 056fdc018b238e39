"""Posts full of set phrases, as generated text is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document
from jlint.finding import Finding, Related, Text
from jlint.rules.contract.base import Bad, Good, Span, doc
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.own_words import OwnWordsRule

_SHOWN = 20


class ClicheDensity(OwnWordsRule):
    """文章全体に決まり文句（正直なところ、可能性を秘める、と言えるでしょう）が多い。

    一つ一つは誤りではないが、続くと書き手の声が消え、生成された文章に見える。いくつかを具体的な言葉に替えるか、消す。
    指摘は一つの文章に一つで、どこに出てくるかを示す。数えるのは本文 1,000 文字あたりの数で、短い文章は見ない。
    """

    id = "cliche-density"
    category = "style"
    severity = None
    english = """A text is full of set phrases, such as 「正直なところ」 and 「可能性を秘める」.

    None of them is wrong, but together they drown the author's voice and look generated. Put concrete words for some
    of them. There is one finding a text, which shows where they stand. They are counted for 1,000 characters of prose;
    short texts are not judged.
    """
    pack = "cliche"
    message = Text("決まり文句「{found}」", "the set phrase {found}")
    examples = (
        Bad(
            "⟦正直なところ、⟧橋は⟨可能性を秘め⟩ている。川⟨も見逃せない⟩。\n",
            options={"per-thousand": 20, "least": 3, "kinds": 3},
        ),
        Good("正直なところ、橋は可能性を秘めている。川も見逃せない。\n"),
        Good("正直なところ、橋は古い。\n\n> 可能性を秘めている。川も見逃せない。\n", options={"least": 2, "kinds": 2}),
        Good("「正直なところ、」「可能性を秘める」を使わない。\n", options={"least": 1, "kinds": 1}),
    )

    class Options(AllowOptions):
        per_thousand: Annotated[
            float,
            doc(
                "本文1,000文字あたり、これ以上あれば指摘する",
                "Told from this many for 1,000 characters of prose",
                gt=0,
            ),
        ] = 2.0
        least: Annotated[int, doc("これより少なければ指摘しない", "Fewer than this are never told", ge=1)] = 12
        kinds: Annotated[
            int, doc("何種類以上の決まり文句があれば指摘するか", "How many different phrases there must be", ge=1)
        ] = 6

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        found = list(self.hits(document))
        characters = sum(len(block.text) for block in document.prose if not block.quoted)
        kinds = Counter(finding.message.ja for finding in found)
        if len(found) < self.options.least or len(kinds) < self.options.kinds:
            return
        density = 1000 * len(found) / characters
        if density >= self.options.per_thousand:
            places = sorted(finding.span for finding in found)
            often = "、".join(words.removeprefix("決まり文句") for words, _ in kinds.most_common(3))
            yield self._full(places, often, density, document)

    def _full(self, places: list[Span], often: str, density: float, document: Document) -> Finding:
        return self.finding(
            places[0],
            ja=f"決まり文句が{len(places)}個（1,000文字に{density:.1f}個）あります。多いのは{often}です。"
            "具体的な言葉に替えるか、消してください",
            en=f"{len(places)} set phrases, {density:.1f} for 1,000 characters; the commonest are {often}. "
            "Put concrete words for some, or drop them",
            related=[
                Related(place, Text(f"「{place.of(document.text)}」", f"“{place.of(document.text)}”"))
                for place in places[1:_SHOWN]
            ],
        )
