"""What `jlint fix` shows on the terminal, and the keys that answer it."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import click

from jlint.cli.words import print_progress, words
from jlint.document import Document
from jlint.engine.result import ReportedFinding
from jlint.finding import Edit, Language
from jlint.printable import printable_line
from jlint.report import Style
from jlint.report.text_format import block
from jlint.report.width import cells
from jlint.span import Span

KEYS = ("y", "e", "n", "i", "w", "a", "x", "b", "q")
_AROUND = 24
"""How many characters around an edit are shown."""
_MOST_EDITS, _MOST_LINES = 3, 6
_CELLS = 76
_RED, _GREEN, _FAINT = "31", "32", "2"


class Screen:
    """Shows findings and asks about them, line by line: nothing that was shown is overwritten."""

    def __init__(self, language: Language, *, colour: bool) -> None:
        self._language: Language = language
        self._colour = colour
        self._keys = _Keys()

    def say(self, ja: str, en: str) -> None:
        """A line of its own."""
        self._print(printable_line(words(ja, en, self._language)))

    def show(self, finding: ReportedFinding, edits: Sequence[Edit], document: Document, count: str) -> None:
        """A finding with the lines around it, and its repair as a small diff."""
        line = finding.place.line
        self._print("", self._paint(f"{count} " + "─" * 40, _FAINT))
        self._print(*self._neighbour(document, line - 1))
        self._print(block(finding._replace(fix=None, fix_note=""), Style(self._language, self._colour)))
        self._print(*self._neighbour(document, finding.place.end_line + 1))
        if finding.fix:
            mark = words("直し方", "fix", self._language)
            if not finding.fix.safe:
                mark += words(
                    "（要確認: 意味が変わるかもしれません）", " (look: it may change the meaning)", self._language
                )
            self._print(f"    {mark}: {printable_line(finding.fix.title)}")
        for sign, text in differences(document, edits):
            self._print(self._paint(f"    {sign} {printable_line(text)}", _RED if sign == "-" else _GREEN))

    def ask(self, keys: Iterable[str], word: str | None, choices: Sequence[str] = (), *, unsafe: bool = False) -> str:
        """One of the keys, or the number of a choice, from 1; other keys show what there is once more.

        The end of the input, and Ctrl-D, are `q`. `unsafe`: the repair may change the meaning.
        """
        numbered = {str(number): choice for number, choice in enumerate(choices, 1)}
        self._print(*(printable_line(f"    [{number}] {choice}") for number, choice in numbered.items()))
        keys = [*numbered, *keys]
        meanings = [
            printable_line(f"[{key}] {self._meaning(key, word, unsafe)}") for key in keys if key not in numbered
        ]
        menu = "\n".join(_lines_of(meanings))
        while True:
            print_progress(f"{menu} > ")
            key = self._keys.next()
            print_progress(f"{key if key.isprintable() else ''}\n")
            if key in ("", "\x04", "\x1a"):
                return "q"
            if key in keys:
                return key

    def line(self, text: str) -> str | None:
        """The line as the user edits it, None where they give that up."""
        try:
            import readline
        except ImportError:
            self._print(f"  {printable_line(text)}")
        else:
            readline.set_startup_hook(lambda: readline.insert_text(text))
        try:
            return input("  > ")
        except (EOFError, KeyboardInterrupt, UnicodeDecodeError):
            self._print("")
            return None
        finally:
            if "readline" in sys.modules:
                sys.modules["readline"].set_startup_hook()

    def _neighbour(self, document: Document, line: int) -> Iterator[str]:
        if 1 <= line <= len(document.lines):
            text = document.lines.span(line).of(document.text).strip()
            if text:
                yield self._paint(f"    {_cut(printable_line(text))}", _FAINT)

    def _meaning(self, key: str, word: str | None, unsafe: bool) -> str:
        ja, en = {
            "y": ("直す（要確認）", "repair (look first)") if unsafe else ("直す", "repair"),
            "e": ("行を書き直す", "edit the line"),
            "n": ("このまま", "leave"),
            "i": ("ここで止める", "silence here"),
            "w": (f"「{word}」を words.txt に加える", f"add {word} to words.txt"),
            "a": ("このルールをすべて直す", "repair all of this rule"),
            "x": ("このルールの指摘はすべてこのまま", "leave all of this rule"),
            "b": ("戻る", "back"),
            "q": ("やめる", "quit"),
        }[key]
        return words(ja, en, self._language)

    def _paint(self, text: str, colour: str) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if self._colour else text

    def _print(self, *lines: str) -> None:
        print_progress("".join(f"{line}\n" for line in lines))


def differences(document: Document, edits: Sequence[Edit]) -> Iterator[tuple[str, str]]:
    """The places of edits before and after, with a little of the text around: a sign and a line each."""
    for edit in edits[:_MOST_EDITS]:
        lines = document.lines
        first, last = (lines.span(lines.line_of(place)) for place in edit.span)
        start, end = max(first.start, edit.span.start - _AROUND), min(last.end, edit.span.end + _AROUND)
        head, tail = Span(start, edit.span.start).of(document.text), Span(edit.span.end, end).of(document.text)
        for sign, inside in (("-", edit.span.of(document.text)), ("+", edit.text)):
            shown = (head + inside + tail).rstrip("\r\n").splitlines() or [""]
            yield from ((sign, line) for line in shown[:_MOST_LINES])
            if len(shown) > _MOST_LINES:
                yield sign, "…"
    if len(edits) > _MOST_EDITS:
        yield "…", f"+{len(edits) - _MOST_EDITS}"


def _lines_of(parts: Iterable[str]) -> Iterator[str]:
    """The parts side by side, in lines that fit a terminal."""
    line = ""
    for part in parts:
        if line and cells(line) + 2 + cells(part) > _CELLS:
            yield line
            line = part
        else:
            line = f"{line}  {part}" if line else part
    yield line


def _cut(text: str) -> str:
    """As much of a text as fits a line."""
    if cells(text) <= _CELLS:
        return text
    while cells(text) > _CELLS:
        text = text[: max(len(text) * _CELLS // cells(text), 1) - 1]
    return f"{text}…"


class _Keys:
    """The keys that are typed, one at a time. What is typed before it is asked for counts."""

    def __init__(self) -> None:
        self._typed = ""

    def next(self) -> str:
        """A key, a letter of full width or a capital as the plain letter; empty at the end of the input."""
        while not self._typed:
            typed = _read()
            if not typed:
                return ""
            if not typed.startswith("\x1b"):  # an arrow and the like: several characters
                self._typed = unicodedata.normalize("NFKC", typed)
        key, self._typed = self._typed[0], self._typed[1:]
        return key.lower()


def _read() -> str:
    """What is typed next, without waiting for the end of the line."""
    try:
        import termios
        import tty
    except ImportError:
        return click.getchar()
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    tty.setcbreak(terminal, termios.TCSADRAIN)
    try:
        return os.read(terminal, 32).decode("utf-8", "replace")
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)
