"""Private-use characters: what they look like depends on a font that readers don't have."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span

_PRIVATE = lazy_pattern("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]+")


class PrivateUseCharacter(Rule):
    """私用領域の文字（外字など）が混じっている。

    外字や記号フォントの文字、生成ツールが引用に付けた印がそのまま残ったもの。読者の環境では空白や四角になる。
    原稿を見て、ふつうの文字に直すか消す。
    """

    id = "private-use-character"
    category = "artifact"
    severity = Severity.WARNING
    needs_unprintable = True
    english = """A private-use character stands in the text, such as one of a symbol font.

    Or a mark that a generator puts around its citations. Readers see a box or nothing. Look the manuscript up and use
    an ordinary character, or remove it.
    """
    examples = (
        Bad("髙橋の⟦\ue000⟧は外字です。\n"),
        Bad("受注は二割増えた⟦\ue200⟧。\n"),
        Good("髙橋の髙ははしご高です。\n"),
        Good("記号フォントの文字は `\ue0b0` です。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if not _PRIVATE.search(document.alphabet):
            return
        for span in self._places(document):
            code = f"U+{ord(document.text[span.start]):04X}"
            yield self.finding(
                span,
                ja=f"私用領域の文字（{code}）は読者の環境では表示されません。ふつうの文字に直すか、消してください",
                en=f"Readers can't see the private-use character {code}. Use an ordinary one or remove it",
            )

    def _places(self, document: Document) -> Iterator[Span]:
        for private in _PRIVATE.finditer(document.text, 0, document.body.start):
            yield Span(*private.span())
        for block in document.prose:
            for private in _PRIVATE.finditer(block.text):
                yield block.source_span(*private.span())
