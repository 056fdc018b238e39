"""です・ます and だ・である among the captions of figures."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding, Related, Text
from jlint.rules.contract.base import Bad, Good, Rule, Span
from jlint.rules.helpers.style.politeness import Style, ending
from jlint.span import SpanIndex

_IMAGE = lazy_pattern(r"!\[([^\[\]\n]+)\][(\[]")
_NAMES = {"polite": "です・ます", "plain": "だ・である"}


class MixedCaptionPoliteness(Rule):
    """図の説明（画像の代替テキスト）に、「です・ます」と「だ・である」が混ざっている。

    図の説明は並べて読まれるので、混ざると目立つ。多いほうにそろえる。
    """

    id = "mixed-caption-politeness"
    category = "style"
    severity = None
    english = """The captions of figures, their alternative texts, mix 「です・ます」 with 「だ・である」.

    Captions are read side by side, so a mixture shows. Keep to the commoner style.
    """
    examples = (
        Bad("![これが港⟨です⟩。](a.png) ![ここは町です。](b.png) ![それは島⟦である⟧。](c.png)\n"),
        Good("![これが港です。](a.png) ![ここは町です。](b.png)\n"),
        Good("![港の図](a.png)\n\nこれが港である。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if "![" not in document.text:
            return
        places = list(_endings(document))
        styles = [style for style, _ in places]
        keep: Style = "plain" if styles.count("plain") > styles.count("polite") else "polite"
        model = next((span for style, span in places if style == keep), None)
        for style, span in places:
            if style != keep and model is not None:
                yield self.finding(
                    span,
                    ja=f"図の説明の文体が混ざっています。ほかと同じ「{_NAMES[keep]}」にそろえてください",
                    en=f"The captions mix styles; write {_NAMES[keep]} as in the others",
                    related=[Related(model, Text(f"「{_NAMES[keep]}」の説明", f"a caption in {_NAMES[keep]}"))],
                )


def _endings(document: Document) -> Iterator[tuple[Style, Span]]:
    """How the sentences of the captions end, and where."""
    code = SpanIndex(block.span for block in document.blocks if block.kind == "code")
    for image in _IMAGE.finditer(document.text, document.body.start):
        if code.overlaps(Span(image.start(), image.start() + 1)):
            continue
        for sentence in Document(image[1]).sentences:
            last = ending(sentence, "copula", needs_stop=False)
            if last is not None:
                span = sentence.source_span(last.start, last.end)
                yield last.style, Span(image.start(1) + span.start, image.start(1) + span.end)
