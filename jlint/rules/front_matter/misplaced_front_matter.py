"""Front matter that isn't read, because it isn't at the very start or its marks are wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding, Fix, Text
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span, replace

_BEFORE = lazy_pattern(r"(?:[ \t\u3000]*(?:\r\n|\r|\n)|[ \t]*<!--(?:(?!-->)[\s\S]){0,2000}-->)*+")
_MARKS = lazy_pattern(r"[ \t\u3000]*(?P<marks>-{3,}|\+{3,}|={3,})[ \t]*(?:\r\n|\r|\n)")
_KEYS = lazy_pattern(
    r"(?:[ \t]*(?:title|date|layout|tags|topics|emoji|type|categories|category|description|draft|published|slug|"
    r"author|permalink|sidebar_position|sidebar_label|weight|lastmod|aliases)[ \t]*[:=])",
)
_LINE = lazy_pattern(r"[ \t]*(?:[A-Za-z_][\w-]*[ \t]*[:=](?:[ \t].*)?|-[ \t].*|#.*|[\[\]{}\"'].*|)[ \t]*|[ \t]+\S.*")
_KEY = lazy_pattern(r"[ \t]*[A-Za-z_][\w-]*[ \t]*[:=]")
_MOST_LINES = 60
_FEWEST_KEYS = 2
_NEEDING_NO_OPENING = ("hexo", "mkdocs")
"""Engines that read keys without marks before them."""


class MisplacedFrontMatter(Rule):
    """front matter がファイルの先頭にないか、囲みの記号が誤っていて、読まれない。

    front matter は、ファイルの最初の行の --- か +++ で始まる。前に空行やコメントがある、記号が字下げされている、
    記号の数が違う、始まりの記号がない、のどれでも、題や日付は読まれず、その行が本文として表示される。先頭に移し、
    記号を --- か +++ にする。エンジンが読むもの（Hugo では前の空行、Hexo では ---- や始まりの記号のないもの）は
    指摘しない。
    """

    id = "misplaced-front-matter"
    category = "front-matter"
    severity = Severity.ERROR
    supersedes = ("second-front-matter", "front-matter-missing")
    english = """Front matter isn't read, because it isn't at the very start or its marks are wrong.

    It begins with --- or +++ on the first line of the file. Behind a blank line or a comment, indented, with another
    number of marks or without the first ones, neither title nor date are read, and the lines are shown as text. Move it
    to the start, between two lines of --- or +++. What the engine reads all the same is left alone: blank lines before
    it in Hugo, `----` or no first marks in Hexo.
    """
    examples = (
        Bad(
            "\n⟦---⟧\ntitle: 港の倉庫\ndate: 2024-05-01\n---\n\n倉庫は古い。\n",
            fixed="---\ntitle: 港の倉庫\ndate: 2024-05-01\n---\n\n倉庫は古い。\n",
        ),
        Bad("<!-- 校正済み -->\n⟦---⟧\ntitle: 港の倉庫\ndate: 2024-05-01\n---\n\n倉庫は古い。\n"),
        Bad(
            '⟦++++++⟧\ntitle = "港の倉庫"\ndate = 2024-05-01\n++++++\n\n倉庫は古い。\n',
            fixed='+++\ntitle = "港の倉庫"\ndate = 2024-05-01\n+++\n\n倉庫は古い。\n',
        ),
        Bad("  ⟦---⟧\n  title: 港の倉庫\n  date: 2024-05-01\n  ---\n\n倉庫は古い。\n"),
        Bad("⟦title: 港の倉庫⟧\ndate: 2024-05-01\n---\n\n倉庫は古い。\n"),
        Good("---\ntitle: 港の倉庫\ndate: 2024-05-01\n---\n\n倉庫は古い。\n"),
        Good("<!-- 校正済み -->\n\n---\n\n倉庫は古い。\n\n---\n"),
        Good("\n---\n注: 写真は去年のもの。\n---\n"),
        Good("\n---\ntitle: 港の倉庫\ndate: 2024-05-01\n---\n\n倉庫は古い。\n", dialect="hugo"),
        Good("title: 港の倉庫\ndate: 2024-05-01\n---\n\n倉庫は古い。\n", dialect="hexo"),
        Good("----\ntitle: 港の倉庫\ndate: 2024-05-01\n----\n\n倉庫は古い。\n", dialect="hexo"),
        Good("    ---\n    title: 港の倉庫\n    date: 2024-05-01\n    ---\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if document.front_matter is not None:
            return
        text, engine = document.text, document.dialect.name
        start = _end_of(_BEFORE.match(text))
        opening = _MARKS.match(text, start)
        if opening is not None:
            if opening[0].startswith(("    ", "\t")):
                return  # code
            closing = _closing(text, opening.end(), opening["marks"][0])
            if closing is not None and not (engine == "hexo" and _is_of_hexo(opening, closing)):
                yield self.finding(
                    Span(*opening.span("marks")),
                    ja="この front matter は読まれません。ファイルの最初の行から --- か +++ で囲んでください",
                    en="This front matter isn't read. Begin it on the first line of the file, with --- or +++",
                    fix=_fix(text, opening, closing),
                )
        elif engine not in _NEEDING_NO_OPENING and _KEY.match(text, start) and _closing(text, start, "-") is not None:
            end = re.compile(r"[^\r\n]*").match(text, start)
            yield self.finding(
                Span(start, _end_of(end)),
                ja="front matter の始まりの --- がありません。ファイルの最初の行に置いてください",
                en="The --- that begins front matter is missing. Put it on the first line of the file",
            )


def _is_of_hexo(opening: re.Match[str], closing: Span) -> bool:
    """Whether Hexo reads it: at the very start, with any number of marks, as long as there are as many at the end."""
    marks = opening["marks"]
    return (
        opening.start() == 0
        and opening[0].startswith(marks)
        and marks[0] == "-"
        and len(marks) == closing.end - closing.start
    )


def _end_of(match: re.Match[str] | None) -> int:
    return match.end() if match else 0


def _closing(text: str, start: int, mark: str) -> Span | None:
    """The marks that close front matter with its lines from `start` on, None if these are something else."""
    keys, known = 0, False
    for _ in range(_MOST_LINES):
        line_end = min((end for end in (text.find("\n", start), text.find("\r", start)) if end >= 0), default=len(text))
        line = text[start:line_end]
        bare = line.strip()
        if len(bare) >= len("---") and not bare.strip(mark):
            place = start + line.index(bare)
            return Span(place, place + len(bare)) if known and keys >= _FEWEST_KEYS else None
        if line_end == len(text) or not _LINE.fullmatch(line):
            return None
        if _KEY.match(line):
            keys += 1
            known = known or _KEYS.match(line) is not None
        start = line_end + (2 if text.startswith("\r\n", line_end) else 1)
    return None


def _fix(text: str, opening: re.Match[str], closing: Span) -> Fix | None:
    """Removes blank lines before it, or makes the marks three; a comment before it is for the author to move."""
    marks = opening["marks"]
    if text[: opening.start("marks")].strip() or marks[0] == "=" or opening[0].startswith((" ", "\u3000")):
        return None
    if opening.start():
        if len(marks) != len("---"):
            return None
        return replace(Span(0, opening.start()), "", ja="前の空行を消す", en="Remove the blank lines", safe=False)
    first = replace(
        Span(*opening.span("marks")), marks[:3], ja="記号を三つにする", en="Make it three marks", safe=False
    )
    second = replace(closing, marks[:3], ja="", en="", safe=False)
    return Fix(Text("記号を三つにする", "Make it three marks"), first.edits + second.edits, safe=False)
