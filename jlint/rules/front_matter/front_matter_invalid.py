"""Front matter that can't be read."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.document.front_matter import Problem
from jlint.finding import Finding, Text
from jlint.rules.base import Bad, Good, Rule, Severity


class FrontMatterInvalid(Rule):
    """front matter を YAML として読めない。

    サイトを作るときに失敗するか、題名も日付もない記事として公開されてしまう。示された場所の書き方を直す。
    """

    id = "front-matter-invalid"
    category = "front-matter"
    severity = Severity.ERROR
    english = """The front matter can't be read as YAML.

    The site's build fails, or the post is published without title and date. Mend the place that is named.
    """
    examples = (
        Bad("---\ntitle: 速さの話⟦:⟧ 後編\n---\n\n本文です。\n"),
        Bad('---\ntitle: ⟦"⟧閉じ忘れた題名\ndate: 2026-05-01\n---\n\n本文です。\n'),
        Bad("⟦---⟧\ntitle: 終わりのない front matter\ndate: 2026-05-01\n\n本文です。\n"),
        Bad("⟦--- title: 一行に並べた題名 date: 2026-05-01 ---⟧\n\n本文です。\n"),
        Bad("---\n⟦- 題名\n- 日付\n⟧---\n\n本文です。\n"),
        Good('---\ntitle: "速さの話: 後編"\n---\n\n本文です。\n'),
        Good("---\n---\n\n本文です。\n"),
        Good("前の段落です。\n\n---\n\n区切り線の後の段落です。\n"),
        Good("---\n\n区切り線から始まる文章です。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        problem = document.front_matter.problem if document.front_matter else None
        if problem:
            message = _message(problem)
            yield self.finding(problem.span, ja=message.ja, en=message.en)


def _message(problem: Problem) -> Text:
    if problem.kind == "unclosed":
        return Text(
            "front matter が閉じていません。終わりに --- だけの行を置いてください",
            "The front matter is not closed. End it with a line of ---",
        )
    if problem.kind == "one-line":
        return Text(
            "front matter が1行に書かれています。--- と各項目をそれぞれ別の行にしてください",
            "The front matter stands on one line. Put each --- and each field on a line of its own",
        )
    if problem.kind == "not-a-mapping":
        return Text(
            "front matter が「項目: 値」の形になっていません。1行に1項目ずつ書いてください",
            "The front matter is not made of `key: value` lines. Write one field a line",
        )
    detail = problem.detail or Text("", "")
    return Text(f"front matter を読めません。{detail.ja}", f"The front matter can't be read. {detail.en}")
