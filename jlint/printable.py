"""Makes text from drafts, file names and configurations safe to print to a terminal or a CI log.

What a terminal or CI server would interpret instead of showing is written as Python's escapes: `\\n`, `\\x1b`,
`\\u202e`. That is

- what moves the cursor, ends the line or has no glyph: controls, line and paragraph separators, controls of the
  writing direction, other invisible format characters, lone surrogates (bytes of a file name that isn't UTF-8),
  noncharacters and private use. Joiners and tags inside emoji stay, as do all spaces and variation selectors;
- a colon or a number sign of a command for a CI server: GitHub takes `::command …::` at the start of a line, with or
  without blanks before it, and `##[command]` anywhere in it, Azure `##vso[…]`, TeamCity `##teamcity[…]`
  (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs). `:::`, which opens a container in
  Markdown, is no command.

Backslashes are not escaped: the output is for reading and can't be converted back.
"""

from __future__ import annotations

from jlint.compiled import compiled

BEYOND_ASCII = (
    r"\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\uf8ff\ufdd0-\ufdef\ufeff\ufff0-\ufffb"
    r"\ufffe\uffff\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U0010ffff"
)
"""Those of the escaped characters that JSON doesn't escape: the inside of a character class."""
_ENDS_OF_PLANES = "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(1, 0xE))
"""Noncharacters, separate from the others: they make the class slow, and JSON, often megabytes, may hold them."""
CI_COMMAND = r"#(?=#[A-Za-z]*\[ *[A-Za-z])"
"""The first character of what a CI server takes for a command anywhere in a line."""

_IN_A_PART = rf"[\0-\x1f{BEYOND_ASCII}{_ENDS_OF_PLANES}]|{CI_COMMAND}"
_IN_A_LINE = rf"{_IN_A_PART}|\A[ \xa0\u1680\u2000-\u200a\u202f\u205f\u3000]*:(?=:(?!:))"
_PICTURES = r"\u2190-\u2bff\U0001f000-\U0001faff"
_EMOJI = (
    rf"(?<=[{_PICTURES}\ufe0f])\u200d(?=[{_PICTURES}])"
    r"|\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]+\U000e007f"
)


def printable(text: str) -> str:
    """The text, escaped for use inside a line that begins with something else."""
    return text if _is_plain(text) else "".join(_shown(text, _IN_A_PART))


def printable_line(text: str) -> str:
    """The text, escaped for use as a whole line (without a line end) or as the beginning of one."""
    return text if _is_plain(text) else "".join(shown(text))


def printable_text(text: str) -> str:
    """The text, escaped for use in several lines, the first of which begins with something else."""
    first, *others = text.split("\n")
    return "\n".join([printable(first), *map(printable_line, others)])


def shown(line: str) -> list[str]:
    """Each character of the line as `printable_line` writes it."""
    return _shown(line, _IN_A_LINE)


def escape(character: str) -> str:
    """The escape for the character: `\\x1b`, `\\u202e`."""
    code = ord(character)
    return character.encode("unicode_escape").decode() if not 0x20 <= code < 0x7F else rf"\x{code:02x}"


def _is_plain(text: str) -> bool:
    return text.isprintable() and "::" not in text and "##" not in text


def _shown(text: str, pattern: str) -> list[str]:
    pieces = list(text)
    kept = {offset for match in compiled(_EMOJI).finditer(text) for offset in range(*match.span())}
    for match in compiled(pattern).finditer(text):
        offset = match.end() - 1
        if offset not in kept:
            pieces[offset] = escape(pieces[offset])
    return pieces
