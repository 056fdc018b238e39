"""Text that was read in the wrong encoding and saved so."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from jlint.compiled import compiled
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span, replace
from jlint.rules.helpers.artifact.quoted import is_quoted

_KANA = "[ぁ-んァ-ヴー]"
_FOREIGN = "[^\x00-\u017f\u2010-\u2044\u3000-\u30ff\u3400-\u9fff\uff01-\uff5e\uf900-\ufaff\ufffd]"
_LOST = "\ufffd+"
_LEAST = 2


_LATIN = "[\x80-\xff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{3,}"
_AFTER_HINT = "(?:[^\x00-\x7f]{{0,3}}?[{0}])+[^\x00-\x7f]{{0,2}}"
_ENDS_TRIED = 3


class _Mistake(Struct, frozen=True):
    """A wrong decoding: the encoding that was taken, the real one, hints of it, and a pattern of the garbled text."""

    taken: str
    real: str
    hints: tuple[str, ...]
    stretch: str


_MISTAKES = (
    _Mistake("cp1252", "utf-8", ("ã",), _LATIN),
    _Mistake("cp932", "utf-8", ("縺", "繧", "繝"), "[縺繧繝]" + _AFTER_HINT.format("縺繧繝")),
    _Mistake("gbk", "utf-8", ("銇", "銈"), "[銇銈]" + _AFTER_HINT.format("銇銈")),
    _Mistake("cp1252", "cp932", ("‚", "ƒ"), _LATIN),
    _Mistake("cp932", "euc_jp", ("､",), "(?:､[\uff61-\uff9f]){2,}"),
)


class Mojibake(Rule):
    """文字化けした文字列（ã‚ や 縺 の並び）がある。

    別の文字コードとして読まれた文章が、そのまま保存されている。正しい文字コードで読み直すと日本語になるものだけを指摘し、
    元の文字を示す。文字化けを話題にした段落と、かぎ括弧の中は指摘しない。
    """

    id = "mojibake"
    category = "artifact"
    severity = Severity.ERROR
    needs = "ã 縺 繧 繝 銇 銈 ‚ ƒ ､"
    supersedes = ("control-character", "replacement-character")
    english = """There is garbled text, such as rows of ã‚ or of rare kanji.

    Text was read in the wrong encoding and saved so. Only what turns into Japanese when it is read rightly is reported,
    together with what it was. Paragraphs that speak of garbled text, and quotations, are left alone.
    """
    examples = (
        Bad("古い資料に⟦ã\x81¿ã\x81ªã\x81¨⟧とある。\n", fixed="古い資料にみなととある。\n"),
        Bad("古い資料に⟦ã‚ªã‚¯ãƒ©⟧とある。\n", fixed="古い資料にオクラとある。\n"),
        Bad("古い資料に⟦縺ゅ＞縺�縺医♀⟧とある。\n"),
        Bad("---\ntitle: ⟦ãƒ‰ãƒƒã‚¯⟧の話\n---\n\n本文です。\n"),
        Good("縺れた糸を繕う。São Paulo、mañana、Ångström。\n"),
        Good("「縺ゅ＞縺�」は文字化けの例だ。\n"),
        Good("文字化けすると、縺ゅ＞縺�のように見える。\n"),
        Good("出力は `縺ゅ＞縺�` です。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        mistakes = [mistake for mistake in _MISTAKES if any(hint in document.text for hint in mistake.hints)]
        if not mistakes:
            return
        head = document.text[: document.body.start]
        for garbled, text in _readings(head, mistakes):
            yield self._reported(garbled, text, document)
        for block in document.prose:
            if "文字化け" in block.text or "文字コード" in block.text:
                continue
            for garbled, text in _readings(block.text, mistakes):
                if not is_quoted(block.text, garbled.start):
                    yield self._reported(block.source_span(*garbled), text, document)

    def _reported(self, span: Span, text: str, document: Document) -> Finding:
        is_whole = "\ufffd" not in text and "\ufffd" not in span.of(document.text)
        legible = compiled(_LOST).sub("…", text)
        shown = legible if len(legible) <= 16 else legible[:15] + "…"
        return self.finding(
            span,
            ja=f"文字化けしています。元は「{shown}」のようです。原稿を見て直してください",
            en=f"This is garbled; it seems to have been {shown}. Look the manuscript up and repair it",
            fix=replace(span, text, ja=f"「{shown}」に戻す", en=f"Write {shown}", safe=False) if is_whole else None,
        )


def _readings(text: str, mistakes: list[_Mistake]) -> Iterator[tuple[Span, str]]:
    """The garbled stretches, each with the original text."""
    for mistake in mistakes:
        if not any(hint in text for hint in mistake.hints):
            continue
        for stretch in compiled(mistake.stretch).finditer(text):
            tries = (_read_again(stretch[0][: len(stretch[0]) - cut], mistake) for cut in range(_ENDS_TRIED))
            best = max((reading for reading in tries if reading), key=_worth, default=None)
            if best:
                yield Span(stretch.start(), stretch.start() + len(best[0])), best[1]


def _worth(reading: tuple[str, str]) -> tuple[int, int]:
    garbled, text = reading
    return len(compiled(_KANA).findall(text)) - 2 * text.count("\ufffd"), -len(garbled)


def _read_again(garbled: str, mistake: _Mistake) -> tuple[str, str] | None:
    """`garbled`, and what it is in the real encoding; None if that isn't Japanese."""
    data = b"".join(_bytes_of(char, mistake.taken) for char in garbled)
    text = data.decode(mistake.real, "replace")
    kana = len(compiled(_KANA).findall(text))
    is_japanese = kana >= _LEAST and text.count("\ufffd") * 2 <= kana and not compiled(_FOREIGN).search(text)
    return (garbled, text) if is_japanese and len(text) < len(garbled) else None


def _bytes_of(char: str, encoding: str) -> bytes:
    try:
        return char.encode(encoding)
    except UnicodeEncodeError:
        return bytes([ord(char)]) if 0x80 <= ord(char) < 0xA0 else b"\xff"
