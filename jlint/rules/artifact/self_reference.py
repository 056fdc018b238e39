"""Sentences in which an article speaks of itself as one that was given to whoever wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.document.block import Sentence
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity
from jlint.rules.helpers.allow import AllowOptions, allowed
from jlint.rules.helpers.artifact.instructions import is_instructions
from jlint.rules.helpers.artifact.quoted import is_quoted
from jlint.span import SpanIndex

_HINTS = ("既存の記事", "既存記事", "既存の本文", "既存の文章", "existing article", "existing post")
_REQUESTS = ("ください", "下さい", "こと", "べきです", "べきだ", "べき")


class SelfReference(Rule):
    """記事が自分を「既存の記事」と呼んでいる。

    「既存の記事でも触れたように」は、書きかけの記事を渡されて続きを書いた側の言い方で、読者には、どの記事のことか分からない。
    「先に触れたように」などと書き換えるか、消す。その文が前の部分を踏まえているかも確かめる。リンクのある文は、別の記事を
    紹介しているとみて指摘しない。「既存の記事を更新する」のように、記事を扱う手順も指摘しない。
    """

    id = "self-reference"
    category = "artifact"
    severity = Severity.WARNING
    needs = "既存の記事 既存記事 既存の本文 既存の文章 existing"
    english = """The article speaks of itself as “the existing article” (「既存の記事でも触れたように」).

    Only one who was given a half-written article to go on with calls it so; readers can't tell which article is meant.
    Say “as mentioned above” or leave it out, and see whether the sentence fits what stands before. A sentence with a
    link is taken to point to another article. How to work with existing articles is left alone.
    """
    examples = (
        Bad("⟦既存の記事でも触れました⟧が、港の倉庫は百年前に建ちました。\n"),
        Bad("壁の厚さは、⟦既存記事で少し触れた⟧とおりです。\n"),
        Bad("⟦既存の記事で床の傷みに触れました⟧が、屋根はもっと傷んでいます。\n"),
        Bad("⟦既存の記事の最後の部分で述べた⟧ように、見学は予約制です。\n"),
        Bad("⟦既存の記事では、壁の厚さと窓の小ささを挙げました⟧。\n"),
        Bad("⟦As mentioned in the existing article⟧, the walls are thick.\n"),
        Good("既存の記事を更新する手順です。既存の記事に写真を加えます。\n"),
        Good("既存の記事では、屋根の話が取り上げられていません。\n"),
        Good("既存の記事でも[詳しく紹介しました](https://example.com/roof)。\n"),
        Good("「既存の記事でも触れたように」と書く人はいません。\n"),
        Good("既存の記事で触れた話題は避けてください。\n"),
    )

    Options = AllowOptions
    options: AllowOptions

    def check(self, document: Document) -> Iterator[Finding]:
        if is_instructions(document.path):
            return
        allow = allowed(self.options.allow)
        for sentence, match in _found(document):
            span = sentence.source_span(*match.span())
            if allow.covers(sentence.text, *match.span()) or _links(document).overlaps(sentence.span):
                continue
            name = match["name"] or match["english"]
            yield self.finding(
                span,
                ja=f"記事が自分を「{name}」と呼んでいます。「先に」などと書き換えるか、消してください",
                en=f"The article calls itself “{name}”. Say “above” or the like, or leave it out",
                group=name,
            )


def _found(document: Document) -> Iterator[tuple[Sentence, re.Match[str]]]:
    for sentence in document.prose_text.sentences_with(_HINTS):
        text = sentence.text
        if sentence.block.quoted or _is_about_work(text) or "http" in sentence.span.of(document.text):
            continue
        for match in _spoken().finditer(text):
            if not is_quoted(text, match.start()):
                yield sentence, match


def _is_about_work(text: str) -> bool:
    """Whether the sentence says what to do with existing articles."""
    return "重複" in text or text.rstrip("。.！!").endswith(_REQUESTS)


@lru_cache(maxsize=1)
def _links(document: Document) -> SpanIndex:
    return SpanIndex(link.span for link in document.links)


@cache
def _spoken() -> re.Pattern[str]:
    verb = (
        "(?:触れ|ふれ|述べ|挙げ|取り上げ|紹介し|言及し|説明し|解説し|お伝えし|指摘し|論じ|示し|見|書い|お話しし|強調し)"
    )
    said = f"{verb}(?:(?:てき|てい|ておき)?(?:ました|た(?![くらりちめ]))|ているように|ていますが)"
    return lazy_pattern(
        rf"""
          (?P<name>既存の?(?:記事|本文|文章))
          (?:
            (?:の中)?[でに]も?、?[^。、「」『』]{{0,24}}?{said}
          | (?:の中)?[でに]も?、?[^。、]{{0,40}}?[にをもと]{said}
          | でも?(?:少し|すでに|既に)?触れられた(?=[「『])
          | では、?[^。]{{0,160}}?{verb}(?:てき|てい)?ました
          | の(?:最後|末尾|終わり|冒頭|前半|後半|続き)(?:の(?:部分|段落|文|節))?[でに]も?、?[^。、]{{0,24}}?{said}
          | に(?:続き|続いて|引き続き)(?=、)
          )
        | \b[Aa]s[ ](?:we[ ])?(?:\w+[ ])?(?:mentioned|discussed|noted|described|covered|touched[ ]on)[ ](?:\w+[ ])?in
          [ ]the[ ](?P<english>existing[ ](?:article|post))\b
        """,
        re.VERBOSE,
    )
