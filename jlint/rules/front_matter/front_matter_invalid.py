"""Front matter that can't be read."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.document.field import Problem
from jlint.document.front_matter import LONGEST, Format
from jlint.finding import Finding, Text
from jlint.rules.contract.base import Bad, Good, Rule, Severity


class FrontMatterInvalid(Rule):
    """front matter を読めない。

    サイトを作るときに失敗するか、題名も日付もない記事として公開されてしまう。示された場所の書き方を直す。--- で囲んだ
    YAML、+++ で囲んだ TOML、波括弧で囲んだ JSON を読む。読めても、道具によって違う読み方をされるもの（読み込むと命令に
    なるタグ、文字でない項目名、どこまでも広がる別名）も指摘する。
    """

    id = "front-matter-invalid"
    category = "front-matter"
    severity = Severity.ERROR
    needs_in_front_matter = ""
    english = """The front matter can't be read.

    The site's build fails, or the post is published without title and date. Fix the place that is named. YAML between
    lines of ---, TOML between lines of +++ and JSON in braces are read. Told too is what some tools read otherwise than
    others: tags that construct objects, keys that are no text, aliases that expand without end.
    """
    examples = (
        Bad("---\ntitle: 速さの話⟦:⟧ 後編\n---\n\n本文です。\n"),
        Bad('---\ntitle: ⟦"⟧閉じ忘れた題名\ndate: 2026-05-01\n---\n\n本文です。\n'),
        Bad("⟦---⟧\ntitle: 終わりのない front matter\ndate: 2026-05-01\n\n本文です。\n"),
        Bad("⟦--- title: 一行に並べた題名 date: 2026-05-01 ---⟧\n\n本文です。\n"),
        Bad("---\n⟦- 題名\n- 日付\n⟧---\n\n本文です。\n"),
        Bad("---\ntitle: ⟦!!python/object:app.Title⟧ {}\n---\n\n本文です。\n"),
        Bad("---\ntitle: 題名\n⟦true⟧: 公開する\n---\n\n本文です。\n"),
        Bad("---\ntags: &a [⟦*⟧b, *a]\n---\n\n本文です。\n"),
        Bad("+++\ntitle = ⟦引⟧用符のない題名\n+++\n\n本文です。\n"),
        Bad("⟦+++⟧\ntitle = '終わりのない題名'\n\n本文です。\n"),
        Bad('{\n  "title": "コンマのない題名"\n  ⟦"⟧draft": true\n}\n\n本文です。\n'),
        Good('---\ntitle: "速さの話: 後編"\n---\n\n本文です。\n'),
        Good("---\n---\n\n本文です。\n"),
        Good("+++\ntitle = '題名'\n[params]\ncolor = '青'\n+++\n\n本文です。\n"),
        Good('{"title": "題名"}\n\n本文です。\n'),
        Good("---\nbase: &base {color: 青}\nmore: {<<: *base}\n---\n\n本文です。\n"),
        Good("前の段落です。\n\n---\n\n区切り線の後の段落です。\n"),
        Good("---\n\n区切り線から始まる文章です。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        matter = document.front_matter
        if matter is None:
            return
        for problem in (*([matter.problem] if matter.problem else ()), *matter.flaws):
            message = _message(problem, matter.format)
            yield self.finding(problem.span, ja=message.ja, en=message.en)


_MARKS = {"yaml": "---", "toml": "+++", "json": "}"}


def _message(problem: Problem, written_in: Format) -> Text:
    if problem.kind == "unclosed":
        mark = _MARKS[written_in]
        return Text(
            f"front matter が閉じていません。終わりに {mark} だけの行を置いてください",
            f"The front matter is not closed. End it with a line of {mark}",
        )
    if problem.kind == "one-line":
        return Text(
            "front matter が1行に書かれています。--- と各項目をそれぞれ別の行にしてください",
            "The front matter stands on one line. Put each --- and each field on a line of its own",
        )
    if problem.kind == "too-long":
        return Text(
            f"front matter が{LONGEST:,}字を超えているので、読みません。本文や画像が紛れ込んでいないか確かめてください",
            f"The front matter has more than {LONGEST:,} characters and is not read. See whether the text or an image "
            "slipped in",
        )
    if problem.kind == "not-a-mapping":
        return Text(
            "front matter が「項目: 値」の形になっていません。1行に1項目ずつ書いてください",
            "The front matter is not made of `key: value` lines. Write one field a line",
        )
    detail = problem.detail or Text("", "")
    if problem.kind == "flaw":
        return Text(f"front matter の書き方が危険です。{detail.ja}", f"The front matter is unsafe. {detail.en}")
    return Text(f"front matter を読めません。{detail.ja}", f"The front matter can't be read. {detail.en}")
