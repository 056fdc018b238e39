"""The same paragraph in two posts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from jlint.document import BlockKind, Document
from jlint.finding import Text
from jlint.memoize import memoize
from jlint.rules.contract.base import Bad, Good, RuleOptions, doc
from jlint.rules.contract.cross_file import Conclusion, CrossRule, Fact, SharedFact
from jlint.rules.helpers.repetition.between_posts import normal_form, same_elsewhere

_TEXT = (
    "木の棚は湿気を吸って反るので、壁から三センチほど離して置き、"
    "年に一度は本をすべて下ろして風を通します。乾いた布で拭けば十分です。"
)


class DuplicateParagraph(CrossRule):
    """別の記事と同じ段落がある。

    使い回した段落は、古くなったときに片方だけが直される。定型の案内文を使うサイトも多いので、はじめは切ってある。
    """

    id = "duplicate-paragraph"
    category = "repetition"
    severity = None
    english = """Another post has the same paragraph.

    Of a paragraph used twice, only one copy is kept up to date. Many sites have set texts, so the rule is off at
    first.
    """
    examples = (
        Bad(f"⟦{_TEXT}⟧\n", options={"minimum-characters": 40}, beside={"other.md": f"別の前置き。\n\n{_TEXT}\n"}),
        Good(f"{_TEXT}\n", beside={"other.md": "> " + _TEXT + "\n"}, options={"minimum-characters": 40}),
        Good("短い段落です。\n", beside={"other.md": "短い段落です。\n"}),
    )

    class Options(RuleOptions):
        minimum_characters: Annotated[
            int, doc("これより短い段落は、同じでも指摘しない。", "Shorter paragraphs may be alike.", ge=1)
        ] = 100

    options: Options

    def collect(self, document: Document) -> Iterator[Fact]:
        for block in document.prose:
            end = len(block.text.rstrip())
            if block.kind is BlockKind.PARAGRAPH and not block.quoted and end >= self.options.minimum_characters:
                yield Fact(block.source_span(0, end), _key(block.text))

    def conclude(self, facts: Sequence[SharedFact]) -> Iterator[Conclusion]:
        return same_elsewhere(
            facts,
            Text("同じ段落", "The same paragraph"),
            Text("書き直すか、片方へのリンクにしてください", "Rewrite it, or link to the other post"),
        )


@memoize(4096)
def _key(text: str) -> str:
    """The key that identifies a paragraph. Cached, as many occur more than once in a post."""
    from hashlib import blake2b

    return blake2b(normal_form(text).encode(), digest_size=12).hexdigest()
