"""Words of the project's own, added to the file of words."""

from __future__ import annotations

import os
from collections.abc import Iterator

from jlint.compiled import lazy_pattern
from jlint.config import FileSettings
from jlint.document import Document
from jlint.document.own_words import OwnWords
from jlint.engine.write import WriteError, replace_file, write_file
from jlint.finding import Text
from jlint.paths import boundary_of, lies_in
from jlint.regular_file import ReadError, read_regular
from jlint.span import Span

_ROWS = lazy_pattern(r"[ァ-ヺー・]+|[一-鿿々〆]+|[A-Za-z0-9Ａ-Ｚａ-ｚ０-９][A-Za-z0-9Ａ-Ｚａ-ｚ０-９'’.+-]*|[ぁ-ゖー]+")
_LONGEST = 40
_LETTERS_OF_NAMES = lazy_pattern(r"[ァ-ヺA-Za-zＡ-Ｚａ-ｚ]")
_ABOUT_WORDS = frozenset(
    {"known-misspelling", "misspelt-katakana", "truncated-katakana"}
    | {"foreign-letter", "foreign-word", "simplified-chinese-letter"}
)
"""The rules that doubt a word: it may be one of the project's own."""
_ABOUT_LETTERS = frozenset(
    {"doubled-character", "doubled-fragment", "missing-character", "surplus-character", "swapped-characters"}
    | {"wrong-character", "stray-letter"}
)
"""The rules that doubt letters. Only katakana and Latin letters make names and coinages of those they doubt; as a word
of the project's own, をを would silence every such slip."""
_STARTER = "# 誤字としない語。一行に一語 / Words that are no typo, one a line\n"


def word_for(rule: str, category: str, span: Span, document: Document, settings: FileSettings) -> str | None:
    """The shortest word that keeps a finding from being reported once it is the project's own; None where none does.

    None too where it would be a mistake rather than a word: the particles をを, or 以外 in the place of 意外.
    `span` is the finding's in the document, on which it is tried by the finding's rule.
    """
    if category != "typo" or rule not in _ABOUT_WORDS | _ABOUT_LETTERS:
        return None
    entry = next((each for each in settings.active if each.rule.id == rule), None)
    if entry is None:
        return None
    for word in _candidates(document.text, span):
        if rule in _ABOUT_LETTERS and not _LETTERS_OF_NAMES.search(word):
            continue
        words = OwnWords((*document.words, word))
        other = Document(document.text, document.path, document.dialect, words, document.usage)
        if all(each.span != span for each in entry.rule.check(other)):
            return word
    return None


def add_word(word: str, file: str) -> None:
    """Adds a line to the file of words, which is made where there is none.

    Raises ReadError if it can't be read, WriteError if it can't be written or a link leads out of the repository.
    """
    if not lies_in(file, boundary_of(os.path.dirname(file))):
        raise WriteError(Text("リポジトリの外を指すリンクなので、書き込みません", "It is a link out of the repository"))
    if not os.path.lexists(file):
        write_file(file, f"{_STARTER}{word}\n".encode(), for_runs=True)
        return
    before = read_regular(file)
    try:
        lines = before.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise ReadError(Text("UTF-8 として読めません", "Not readable as UTF-8")) from error
    if word in map(str.strip, lines):
        return
    end = b"" if not before or before.endswith((b"\n", b"\r")) else b"\n"
    replace_file(file, before, before + end + word.encode() + b"\n")


def _candidates(text: str, span: Span) -> Iterator[str]:
    """Words that cover the span, the shortest first: itself, then with the rows of one script around its ends."""
    start, end = span
    for row in _ROWS.finditer(text, max(0, start - _LONGEST), min(len(text), end + _LONGEST)):
        if row.start() < span.end and span.start < row.end():
            start, end = min(start, row.start()), max(end, row.end())
    found = [span.of(text), text[start : max(end, span.end)], text[max(0, start - 1) : end + 1]]
    return (word for word in dict.fromkeys(found) if _is_word(word))


def _is_word(word: str) -> bool:
    return 1 < len(word) <= _LONGEST and word == word.strip() and word.isprintable() and word[0] != "#"
