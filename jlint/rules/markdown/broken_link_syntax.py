"""Links whose brackets or addresses are written wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Edit, Finding, Fix, Text
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span, replace
from jlint.rules.helpers.markdown.outside_code import matches_in_prose
from jlint.span import SpanIndex

_HINT = lazy_pattern(r"\]\(\)|[\])］）][ \u3000]{0,3}[(（\[]+https?:|\]\([ \t]+\)")
_ADDRESS = r"https?://[^\s()（）\[\]［］<>「」『』、。]+"
_TEXT = r"(?P<text>[^\[\]［］\r\n]{1,200})"
_DOUBLED = lazy_pattern(rf"(?<!\\)\[{_TEXT}\]\([(（](?P<address>{_ADDRESS})[)）]?\)")
_SPACED = lazy_pattern(rf"(?<![\\!\]A-Za-z0-9_])\[{_TEXT}\][ \u3000]{{1,3}}\((?P<address>{_ADDRESS})\)")
_FULL_WIDTH = lazy_pattern(rf"(?<![\\!\]])[\[［]{_TEXT}[\]］][(（](?P<address>{_ADDRESS})[)）]")
_REVERSED = lazy_pattern(
    rf"(?<![\\!\]A-Za-z0-9_])[(（](?P<text>[^()（）\[\]\r\n]{{1,200}})[)）]\[(?P<address>{_ADDRESS})\]"
)
_EMPTY = lazy_pattern(r"(?<![\\\]A-Za-z0-9_.)])!?\[[^\[\]\r\n]{1,200}\]\([ \t]*\)")
_WIDE = frozenset("［］（）")
_CITATION = lazy_pattern(r"[\d\s,–-]*|[ xX]")
"""The number of a source, or the box of a task, not a link's text."""


class BrokenLinkSyntax(Rule):
    """リンクの書き方が壊れていて、リンクにならない。

    括弧が二重になっている、間に空白がある、全角の括弧が混じる、丸括弧と角括弧が逆、番地が空、のどれか。読者には記号と
    番地がそのまま見えるか、どこにも着かない。[文字](番地) の形に直す。［文字］（番地）のように全部が全角のものは、
    リンクのつもりではないと見る。番号だけの [1] は出典の印と見る。
    """

    id = "broken-link-syntax"
    category = "markdown"
    severity = Severity.ERROR
    needs = "]( http"
    english = """A link is written wrong, so that it is none.

    The brackets are doubled, a space is between them, some are full-width ones, round and square ones are swapped, or
    the address is empty. Readers see the marks and the address, or get nowhere. Write [text](address). What has
    full-width brackets all over wasn't meant as a link, and [1] is the number of a source.
    """
    examples = (
        Bad(
            "⟦[案内]((https://example.com/a))⟧を読む。\n",
            fixed="[案内](https://example.com/a)を読む。\n",
        ),
        Bad("詳しくは⟦[案内] (https://example.com/)⟧へ。\n", fixed="詳しくは[案内](https://example.com/)へ。\n"),
        Bad("詳しくは⟦［案内］(https://example.com/)⟧へ。\n", fixed="詳しくは[案内](https://example.com/)へ。\n"),
        Bad("詳しくは⟦[案内](https://example.com/）⟧へ。\n", fixed="詳しくは[案内](https://example.com/)へ。\n"),
        Bad("詳しくは⟦(案内)[https://example.com/]⟧へ。\n", fixed="詳しくは[案内](https://example.com/)へ。\n"),
        Bad("詳しくは⟦[案内]()⟧へ。\n"),
        Bad("詳しくは⟦[案内](（https://example.com/）)⟧へ。\n", fixed="詳しくは[案内](https://example.com/)へ。\n"),
        Good("@[card](https://example.com/)\n\n[案内][宿]も[案内](https://example.com/)も読む。\n", dialect="zenn"),
        Good("詳しくは[案内](https://example.com/a_(b))へ。\n"),
        Good("詳しくは［案内］（https://example.com/）へ。\n"),
        Good("[［速報］港の倉庫 - 港だより](https://example.com/)を読む。\n"),
        Good("[［速報」港の倉庫 - 港だより](https://example.com/)を読む。\n"),
        Good("古い記録 [1] (https://example.com/) による。\n"),
        Good("`[案内]()` と書く。obj[name]() と呼ぶ。\n"),
        Good("案内（https://example.com/）を読む。[案内]は玄関にある。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if "](" not in document.text and _HINT.search(document.text) is None:
            return
        for span, better in sorted(_broken(document)):
            if better:
                yield self.finding(
                    span,
                    ja="リンクの書き方が壊れています。[文字](番地) の形に直してください",
                    en="This link is written wrong. Write [text](address)",
                    fix=_fix(span, better, document),
                )
            else:
                yield self.finding(
                    span,
                    ja="番地が空です。リンク先を書くか、記号ごと消してください",
                    en="The address is empty. Write it or remove the marks",
                )


def _fix(span: Span, better: str, document: Document) -> Fix:
    """Changes the brackets alone where the text and the address are as they were."""
    written = span.of(document.text)
    if written[0] not in "(（":
        return replace(span, better, ja=f"{better} にする", en=f"Write {better}", safe=False)
    middle = span.start + len(better.partition("](")[0])
    edits = (
        Edit(Span(span.start, span.start + 1), "["),
        Edit(Span(middle, middle + 2), "]("),
        Edit(Span(span.end - 1, span.end), ")"),
    )
    return Fix(Text(f"{better} にする", f"Write {better}"), edits, safe=False)


def _broken(document: Document) -> Iterator[tuple[Span, str]]:
    """The broken links with what was meant, which is empty where the address is."""
    if _HINT.search(document.text) is None:
        return
    links = SpanIndex(link.span for link in document.links if not link.destination.startswith(("(", "（")))
    for pattern in (_DOUBLED, _SPACED, _FULL_WIDTH, _REVERSED):
        for match, _ in matches_in_prose(pattern, document):
            if not links.overlaps(Span(match.start(), match.start() + 1)) and not _is_meant(
                match, is_mixed=pattern is _FULL_WIDTH
            ):
                yield Span(*match.span()), f"[{match['text']}]({match['address']})"
    for match, _ in matches_in_prose(_EMPTY, document):
        yield Span(*match.span()), ""


def _is_meant(match: re.Match[str], *, is_mixed: bool) -> bool:
    """Whether the brackets are as the author wanted them: all half-width or all full-width, or around a number."""
    start, end = match.span("text")
    brackets = match.string[match.start() : start] + match.string[end : match.start("address")] + match[0][-1]
    is_one_width = not _WIDE.intersection(brackets) or _WIDE.issuperset(brackets)
    return (is_mixed and is_one_width) or _CITATION.fullmatch(match["text"]) is not None
