"""Spellings that the site's dictionaries replace."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Annotated

from jlint.document import Document
from jlint.document.block import OBJECT
from jlint.finding import Finding, Fix
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span, doc, replace
from jlint.rules.helpers.allow import AllowOptions, allowed

if TYPE_CHECKING:
    from jlint.prh.search import Search
    from jlint.prh.terms import Hit, Terms


class DictionaryTerm(Rule):
    """辞書（設定の dictionaries に並べた prh の YAML）で、別の書き方にすると決めた語がある。

    辞書の書き方に直す。引用の中は見ない。辞書がなければ何も指摘しない。
    """

    id = "dictionary-term"
    category = "notation"
    severity = Severity.WARNING
    needs = None
    english = """A word is spelt otherwise in the dictionaries of the house (prh's YAML files under `dictionaries`).

    Spell it as the dictionary does. Quotations are not looked at. Without a dictionary there is nothing to say.
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
        from jlint.prh.terms import plain_term

        own = [plain_term(spelling, better) for spelling, better in self.options.terms.items() if spelling]
        return Search([*own, *(term for terms in self._terms for term in terms.terms)])

    def check(self, document: Document) -> Iterator[Finding]:
        if not self.dictionaries and not self.options.terms:
            return
        allow = allowed(self.options.allow)
        for block in document.prose:
            if block.quoted:
                continue
            for hit in self._search.hits(block.text):
                written = block.text[hit.start : hit.end]
                if OBJECT not in written and not allow.covers(block.text, hit.start, hit.end):
                    yield self._found(hit, written, block.source_span(hit.start, hit.end), document)

    def _found(self, hit: Hit, written: str, span: Span, document: Document) -> Finding:
        fix: Fix | None = None
        if span.of(document.text) == written:
            fix = replace(span, hit.better, ja=f"「{hit.better}」にする", en=f"Write {hit.better}", safe=False)
        remark = "、".join(part for part in (hit.term.note.rstrip("。"), hit.term.file) if part)
        return self.finding(
            span,
            ja=f"「{written}」は「{hit.better}」と書きます" + (f"（{remark}）" if remark else ""),
            en=f"Write {hit.better} for {written}" + (f" ({remark})" if remark else ""),
            fix=fix,
        )
