"""Spellings that the site's dictionaries replace."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Annotated

from jlint.document import Document
from jlint.document.block import OBJECT, BlockKind
from jlint.finding import Finding, Fix, Text
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span, doc, replace
from jlint.rules.helpers.allow import AllowOptions, allowed
from jlint.span import SpanIndex

if TYPE_CHECKING:
    from jlint.document.block import Block
    from jlint.prh.search import Search
    from jlint.prh.terms import Hit, Terms


class DictionaryTerm(Rule):
    """辞書（設定の dictionaries に並べた prh の YAML）で、別の書き方にすると決めた語がある。

    辞書の書き方に直す。引用の中は、設定しないかぎり見ない。辞書がなければ何も指摘しない。
    """

    id = "dictionary-term"
    category = "notation"
    severity = Severity.WARNING
    needs = None
    english = """A word is spelt otherwise in the dictionaries of the house (prh's YAML files under `dictionaries`).

    Spell it as the dictionary does. Quotations are not looked at unless the options say so.
    Without a dictionary there is nothing to say.
    """
    examples = (
        Bad("⟦ドック⟧に船が入る。\n", options={"terms": {"ドック": "船渠"}}, fixed="船渠に船が入る。\n"),
        Good("船渠に船が入る。`ドック`\n", options={"terms": {"ドック": "船渠"}}),
        Good("> ドックに船が入る。\n", options={"terms": {"ドック": "船渠"}}),
        Good("ドックに船が入る。\n"),
    )

    class Options(AllowOptions):
        terms: Annotated[
            dict[str, str],
            doc(
                "辞書を作らずにここに書く語。「書き方: 直した書き方」の並び。",
                "Terms without a file, as `spelling: right one`.",
            ),
        ] = {}
        headings: Annotated[bool, doc("見出しの中も見る。", "Look at headings too.")] = True
        paragraphs: Annotated[
            bool,
            doc(
                "段落と箇条書きの中も見る。false なら見出しと表だけ。",
                "Look at paragraphs and lists too; false leaves headings and tables.",
            ),
        ] = True
        links: Annotated[bool, doc("リンクの文字も見る。", "Look at the texts of links too.")] = True
        emphasis: Annotated[
            bool,
            doc(
                "*強調* の中も見る（**太字** はいつも見る）。",
                "Look at *emphasis* too; **bold** text is always looked at.",
            ),
        ] = True
        quotations: Annotated[bool, doc("引用（>）の中も見る。", "Look at quotations too.")] = False

    options: Options

    dictionaries: tuple[str, ...] = ()
    """Absolute paths; the configuration sets them."""

    @property
    def state(self) -> str:
        """What the findings depend on: the contents of the dictionaries, with all files that they import."""
        return repr([super().state, [terms.digest for terms in self._terms]])

    @cached_property
    def _terms(self) -> tuple[Terms, ...]:
        """The terms of each dictionary, read once for a configuration."""
        from jlint.prh.load import load

        return tuple(load(path) for path in self.dictionaries)

    @cached_property
    def _search(self) -> Search:
        from jlint.prh.search import Search
        from jlint.prh.terms import merged, plain_term

        own = [plain_term(spelling, better) for spelling, better in self.options.terms.items() if spelling]
        return Search([*own, *merged(self._terms)])

    def check(self, document: Document) -> Iterator[Finding]:
        if not self.dictionaries and not self.options.terms:
            return
        allow = allowed(self.options.allow)
        unread = self._unread(document)
        for block, hits in self._search.hits_by_block(document.prose_text):
            if not self._reads(block):
                continue
            for hit in hits:
                written = block.text[hit.start : hit.end]
                span = block.source_span(hit.start, hit.end)
                is_read = OBJECT not in written and not unread.overlaps(span)
                if is_read and not allow.covers(block.text, hit.start, hit.end):
                    yield self._found(hit, written, span, document)

    def _reads(self, block: Block) -> bool:
        """Whether the options want blocks of this kind to be read."""
        options = self.options
        if block.kind is BlockKind.HEADING and not options.headings:
            return False
        is_paragraph = block.kind not in (BlockKind.HEADING, BlockKind.CELL)
        return (options.quotations or not block.quoted) and (options.paragraphs or not is_paragraph)

    def _unread(self, document: Document) -> SpanIndex:
        """The links and the emphasised passages, where the options don't want them to be read."""
        links = [] if self.options.links else [link.span for link in document.links]
        return SpanIndex(links if self.options.emphasis else [*links, *document.emphases])

    def _found(self, hit: Hit, written: str, span: Span, document: Document) -> Finding:
        remark = "、".join(part for part in (hit.term.note.rstrip("。"), hit.term.file) if part)
        if hit.better:
            title = Text(f"「{hit.better}」にする", f"Write {hit.better}")
            message = Text(f"「{written}」は「{hit.better}」と書きます", f"Write {hit.better} for {written}")
        else:
            title = Text("消す", "Remove it")
            message = Text(f"「{written}」は書かずに消します", f"Remove {written}")
        fix: Fix | None = None
        if span.of(document.text) == written:
            fix = replace(span, hit.better, ja=title.ja, en=title.en, safe=False)
        return self.finding(
            span,
            ja=message.ja + (f"（{remark}）" if remark else ""),
            en=message.en + (f" ({remark})" if remark else ""),
            fix=fix,
        )
