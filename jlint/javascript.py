"""JavaScript's regular expressions, translated to Python's syntax."""

from __future__ import annotations

import re

from jlint.compiled import lazy_pattern
from jlint.expressions.error import ExpressionError
from jlint.expressions.user_expression import UserExpression
from jlint.finding import Text

_TOKEN = lazy_pattern(
    r"\\u(?P<high>[Dd][89ABab][0-9A-Fa-f]{2})\\u(?P<low>[Dd][C-Fc-f][0-9A-Fa-f]{2})"
    r"|\\(?:u\{(?P<point>[0-9A-Fa-f]+)\}|u(?P<unit>[0-9A-Fa-f]{4})|x(?P<byte>[0-9A-Fa-f]{2})|k<(?P<back>\w+)>|(?P<escaped>.))"
    r"|\(\?<(?P<name>[A-Za-z_]\w*)>|(?P<unusual>\[\^?\])|(?P<bracket>[\[\]])",
    re.DOTALL,
)
_WORDS = {"d": "[0-9]", "D": "[^0-9]", "w": "[0-9A-Za-z_]", "W": "[^0-9A-Za-z_]"}
_IN_CLASS = {"d": "0-9", "w": "0-9A-Za-z_"}
_SURROGATES = (0xD800, 0xDFFF)
_BOUNDARY = {"b": r"(?a:\b)", "B": r"(?a:\B)"}
_REFERENCE = lazy_pattern(r"\$(?:(?P<number>[1-9]\d?)|<(?P<name>\w+)>|(?P<whole>&)|(?P<dollar>\$))|\\")


def python_regex(body: str, flags: str = "") -> str | None:
    """The same regular expression for Python, None if Python can't express it, or it is too large."""
    try:
        return checked(body, flags)
    except ExpressionError:
        return None


def checked(body: str, flags: str = "") -> str:
    """The same regular expression for Python. Raises ExpressionError if Python can't express it, or it is too large.

    `\\d`, `\\w` and `\\b` are ASCII-only in JavaScript.
    """
    parts: list[str] = []
    done, in_class = 0, False
    for token in _TOKEN.finditer(body):
        parts.append(body[done : token.start()])
        done = token.end()
        if token["unusual"] and not in_class:
            # any character, and none
            parts.append(r"[\s\S]" if "^" in token[0] else "(?!)")
            continue
        if token["unusual"]:
            in_class = False
        if token["bracket"]:
            in_class = token["bracket"] == "[" or (in_class and token["bracket"] != "]")
        parts.append(_translated(token, in_class))
    inline = "".join(sorted(set(flags) & set("ims")))
    whole = (f"(?{inline})" if inline else "") + "".join(parts) + body[done:]
    try:
        _expression(whole).check()
    except ExpressionError as error:
        # an offset in the translation means nothing in what the user wrote
        raise ExpressionError(error.why) from None
    return whole


def _translated(token: re.Match[str], in_class: bool) -> str:
    if token["high"]:
        pair = bytes.fromhex(token["high"] + token["low"])
        return pair.decode("utf-16-be")
    code = token["point"] or token["unit"] or token["byte"]
    if code:
        # a lone surrogate, which no text contains, stays as it is written
        return token[0] if _SURROGATES[0] <= int(code, 16) <= _SURROGATES[1] else re.escape(chr(int(code, 16)))
    if token["back"]:
        return f"(?P={token['back']})"
    if token["name"]:
        return f"(?P<{token['name']}>"
    escaped = token["escaped"]
    if escaped is None:
        return token[0]
    if escaped == "/":
        return "/"
    if escaped == "s":
        return r"\s" if in_class else r"[\s\ufeff]"
    known = _IN_CLASS if in_class else _WORDS | _BOUNDARY
    return known.get(escaped, token[0])


def _expression(pattern: str) -> UserExpression:
    return UserExpression(pattern, Text(pattern, pattern), plain=True)


def js_replacement(template: str, pattern: str | None = None) -> str:
    """A replacement such as `$1-$2` in Python's syntax. A reference to no group of the pattern stays literal text."""
    groups = _expression(pattern).groups if pattern is not None and "$" in template else None

    def reference(match: re.Match[str]) -> str:
        group = match["number"] or match["name"]
        if group:
            return rf"\g<{group}>" if groups is None or group in groups else match[0]
        return r"\g<0>" if match["whole"] else "$" if match["dollar"] else r"\\"

    return _REFERENCE.sub(reference, template)
