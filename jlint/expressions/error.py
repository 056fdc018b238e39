"""Why a regular expression can't be used, in both languages."""

from __future__ import annotations

from jlint.finding import Text

_REASONS = {
    "missing )": "閉じる ) がありません",
    "missing >": "閉じる > がありません",
    "unbalanced parenthesis": "開く ( がありません",
    "unterminated character set": "閉じる ] がありません",
    "nothing to repeat": "くり返す文字がありません",
    "multiple repeat": "くり返しの記号が続いています",
    "min repeat greater than max repeat": "くり返しの回数が逆です",
    "bad character range": "文字の範囲が逆です",
    "unknown property": "その文字の種類はありません",
    "invalid group reference": "その番号の ( ) はありません",
    "unknown group": "その名前の ( ) はありません",
    "no such group": "その番号の ( ) はありません",
    "bad escape (end of pattern)": "\\ の後に文字がありません",
}
_BAD_ESCAPE = "bad escape \\"
_TOO_MANY_DIGITS = "Exceeds the limit"


class ExpressionError(Exception):
    """A regular expression can't be used: `message` says why, and at which character, from 1, if that is known."""

    def __init__(self, why: Text, offset: int | None = None) -> None:
        super().__init__(why.en)
        self.why = why
        self.offset = offset
        self.message = why
        if offset is not None:
            self.message = Text(f"{why.ja}（{offset + 1} 文字目）", f"{why.en} (character {offset + 1})")


def reason(words: str) -> Text:
    """The English error message of `re` or `regex`, with its Japanese translation where there is one."""
    if words.startswith(_TOO_MANY_DIGITS):
        return Text("数が大きすぎます", "a number is too large")
    if words.startswith(_BAD_ESCAPE) and words not in _REASONS:
        return Text(f"\\{words.removeprefix(_BAD_ESCAPE)} という書き方はありません", words)
    return Text(_REASONS.get(words, words), words)
