"""Finds what MDX adds to Markdown: imports and exports, expressions in braces, JSX tags."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jlint.document.code_regions import CodeRegions
from jlint.document.masked_span import MaskedSpan, Shape

_MODULE = re.compile(r"(?:\A|\n[ \t]*\r?\n)(?P<module>(?:import|export)[ \t]+[A-Za-z_$*{\"']|import[\"'])")
_LINE = re.compile(r"[^\n]*\n?")
_OPENING = re.compile(r"\\.|\{|</?(?=[A-Za-z_$>])", re.DOTALL)
_IN_BRACES = re.compile(
    r"""[{}]|"(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+'|`(?:[^`\\]|\\.)*+(?:`|\Z)|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)""",
    re.DOTALL,
)
_ON_ONE_LINE = re.compile(r"\{[^{}\n]*+\}")
_NAME = re.compile(r"</?(?:[A-Za-z_$][\w$-]*(?:[.:][\w$-]+)*)?", re.ASCII)
_ATTRIBUTE = re.compile(r"""\s+[A-Za-z_$][\w$:.-]*(?:\s*=\s*(?:"[^"]*+"|'[^']*+'|(?=\{)))?""", re.ASCII)
_BLANK = re.compile(r"\s*")
_KNOWN_TO_MARKDOWN = re.compile(r"</?(?:br|wbr|ruby|rb|rt|rp)\s*/?>", re.IGNORECASE)
_ENDS_A_LINE = re.compile(r"</(?:summary|p|div|li|dt|dd|td|th|h[1-6])\s*>")
_INDENTED = re.compile(r"^(?: {4}| {0,3}\t)[ \t]*(?=\S)", re.MULTILINE)
_LIST_MARKER = re.compile(r"(?:[-*+]|\d{1,9}[.)])(?:[ \t]|\Z)")
_FEW = 3


def jsx_masked_spans(text: str, code: CodeRegions) -> list[MaskedSpan]:
    """The stretches of `text` outside code that are JavaScript and not prose, and indentation that MDX ignores."""
    scan = _Scan(text, code)
    modules = list(scan.modules())
    masked_spans = [*modules, *scan.inline(modules)]
    return [*masked_spans, *_indentation(text, code, masked_spans)] if _INDENTED.search(text) else masked_spans


def _indentation(text: str, code: CodeRegions, masked_spans: list[MaskedSpan]) -> Iterator[MaskedSpan]:
    """Indentation that makes Markdown take a paragraph for code: MDX has no indented code.

    Lists are skipped, as their structure depends on indentation.
    """
    tags = iter(sorted(masked_spans))
    tag = next(tags, None)
    done = 0
    begins_paragraph, in_list = True, False
    for line in _LINE.finditer(text):
        if line.start() < done:
            continue
        left = line[0].strip()
        indented = _INDENTED.match(line[0])
        region = code.around(line.start())
        if begins_paragraph and left:
            in_list = _LIST_MARKER.match(left) is not None or (in_list and line[0][0] in " \t")
        if indented and not in_list and region is not None and region.start == line.start():
            yield MaskedSpan(region.start, region.end, Shape.SPACES)
            done = region.end
        elif indented and not in_list and begins_paragraph and region is None:
            yield MaskedSpan(line.start(), line.start() + indented.end(), Shape.UNSEEN)
        while tag is not None and tag.start < line.end():
            left = left.replace(text[tag.start : tag.end], "", 1).strip() if tag.end <= line.end() else ""
            done = max(done, tag.end if tag.end > line.end() else 0)
            tag = next(tags, None)
        begins_paragraph = not left


class _Scan:
    def __init__(self, text: str, code: CodeRegions) -> None:
        self._text = text
        self._code = code
        self._unclosed = 0

    def modules(self) -> Iterator[MaskedSpan]:
        """Paragraphs that begin with `import` or `export`."""
        offset = 0
        while match := _MODULE.search(self._text, offset):
            offset = match.end()
            if self._code.around(match.start("module")) is None:
                end = self._end_of_module(match.start("module"))
                yield MaskedSpan(match.start("module"), end, Shape.SPACES)
                offset = max(offset, end - 1)

    def _end_of_module(self, start: int) -> int:
        """The offset of the first blank line outside braces."""
        inside = start
        for line in _LINE.finditer(self._text, start):
            if line.start() >= inside and not line[0].strip():
                return line.start()
            brace = self._text.find("{", max(line.start(), inside), line.end())
            while brace >= 0:
                inside = self._braces(brace) or brace + 1
                brace = self._text.find("{", inside, line.end())
        return len(self._text)

    def inline(self, modules: list[MaskedSpan]) -> Iterator[MaskedSpan]:
        """Expressions and tags outside the modules."""
        ends = {module.start: module.end for module in modules}
        bounds = [*sorted(ends), len(self._text)]
        start = 0
        for bound in bounds:
            yield from self._between(start, bound)
            start = ends.get(bound, bound)

    def _between(self, start: int, end: int) -> Iterator[MaskedSpan]:
        while opening := _OPENING.search(self._text, start, end):
            place = opening.start()
            region = self._code.around(place)
            if region is not None:
                start = region.end
                continue
            masked = self._masked_span(place)
            if masked is not None:
                yield masked
            start = masked.end if masked is not None else opening.end()

    def _masked_span(self, place: int) -> MaskedSpan | None:
        if self._text[place] == "{":
            end = self._braces(place)
            shape = Shape.UNSEEN if self._text.startswith("{/*", place) else Shape.OBJECT
            return None if end is None else MaskedSpan(place, end, shape)
        if self._text[place] == "\\" or _KNOWN_TO_MARKDOWN.match(self._text, place):
            return None
        return self._tag(place)

    def _tag(self, place: int) -> MaskedSpan | None:
        name = _NAME.match(self._text, place)
        offset = name.end() if name else place
        while True:
            attribute = _ATTRIBUTE.match(self._text, offset)
            offset = attribute.end() if attribute else offset
            blank = _BLANK.match(self._text, offset)
            next_offset = blank.end() if blank else offset
            if self._text[next_offset : next_offset + 1] == "{":
                closed = self._braces(next_offset)
                if closed is None:
                    return None
                offset = closed
            elif attribute is None:
                break
        if self._text.startswith("/>", next_offset):
            return MaskedSpan(place, next_offset + 2, Shape.OBJECT)
        if not self._text.startswith(">", next_offset):
            return None
        shape = Shape.LINE_END if _ENDS_A_LINE.match(self._text, place) else Shape.UNSEEN
        return MaskedSpan(place, next_offset + 1, shape)

    def _braces(self, place: int) -> int | None:
        """The end of the expression that opens with the brace at `place`, None if it isn't closed.

        After a few unclosed ones, only those that close on their own line are looked for, so that the text isn't
        scanned to its end again and again.
        """
        if self._unclosed >= _FEW:
            match = _ON_ONE_LINE.match(self._text, place)
            return match.end() if match else None
        depth = 0
        for token in _IN_BRACES.finditer(self._text, place):
            depth += {"{": 1, "}": -1}.get(token[0], 0)
            if not depth:
                return token.end()
        self._unclosed += 1
        return None
