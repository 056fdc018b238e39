"""What a text generator says to the person who asked it, in a title or an excerpt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, Span, doc
from jlint.rules.helpers.artifact.assistant_phrases import AssistantPhrases
from jlint.rules.helpers.front_matter.called import called
from jlint.rules.helpers.front_matter.text_field import text_fields


class AssistantTalkInFrontMatter(Rule):
    """生成ツールが依頼者に返した言葉が、題名や要約になっている。

    「承知しました。記事を作成します」や断りの言葉が、そのまま一覧と検索結果に出る。記事の題名と要約を書く。何がそうした
    言葉かは、本文を見る assistant-talk と同じに判断する。
    """

    id = "assistant-talk-in-front-matter"
    category = "front-matter"
    severity = Severity.ERROR
    needs_in_front_matter = "title excerpt description summary"
    english = """Words that a text generator said to the person who asked it became a title or an excerpt.

    Its answers and refusals show in lists and search results. Write the post's title and excerpt. What counts as such
    words is judged as assistant-talk does in the body.
    """
    examples = (
        Bad('---\ntitle: "⟦承知しました。以下に記事を作成します。⟧"\n---\n\n本文です。\n'),
        Bad("---\nexcerpt: ⟦申し訳ありませんが、この話題についての記事は作成できません。⟧\n---\n\n本文です。\n"),
        Bad("---\ndescription: ⟦はい、承知いたしました。⟧港の倉庫の今を、三つの話で伝えます。\n---\n\n本文です。\n"),
        Bad('---\ntitle: "⟦I am unable to perform the web search for the harbour⟧"\n---\n\n本文です。\n'),
        Good("---\ntitle: 「承知しました。以下に記事を作成します」と返す道具たち\n---\n\n本文です。\n"),
        Good("---\ntitle: 申し訳ありませんが、当日の取り消しはできません\n---\n\n本文です。\n"),
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

    def __init__(self, options: RuleOptions | None = None) -> None:
        super().__init__(options)
        self._in_body = AssistantPhrases()

    def check(self, document: Document) -> Iterator[Finding]:
        for field in text_fields(document, self.options.fields):
            for span in self._talk(field.text, document):
                yield self.finding(
                    field.place(*span),
                    ja=f"{called(field.key)}が生成ツールの受け答えになっています。記事の言葉で書き直してください",
                    en=f"`{field.key}` holds words of a text generator to its user. Write the post's own",
                )

    def _talk(self, text: str, document: Document) -> Iterator[Span]:
        """Where in a field's text there is such talk. There, confirming an order is talk whatever comes next."""
        found = [talk.span for talk in self._in_body.check(Document(text, document.path, "commonmark"))]
        confirmation = _confirmation().match(text)
        if confirmation and not any(span.start == 0 for span in found):
            yield Span(*confirmation.span())
        yield from found


@cache
def _confirmation() -> re.Pattern[str]:
    return lazy_pattern(
        r"(?:(?:はい|ええ|もちろん(?:です)?)[、。！])?(?:承知(?:いた|致)?しました|かしこまりました)[。！]"
    )
