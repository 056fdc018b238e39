"""Finds what MDX adds to Markdown: imports and exports, expressions in braces, JSX tags."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from jlint.compiled import lazy_pattern
from jlint.document.code_regions import CodeRegions
from jlint.document.html import OPAQUE, RAW, READINGS, STRUCK, TagName, is_block_element, tag_name
from jlint.document.jsx_indentation import ITEM_INDENT, column_of, needless_indentation
from jlint.document.masked_span import MaskedSpan, Shape

_MODULE = lazy_pattern(r"(?:\A\s*|\n[ \t]*\r?\n)(?P<module>(?:import|export)[ \t]+[A-Za-z_$*{\"']|import[\"'])")
_LINE = lazy_pattern(r"[^\n]*\n?")
_OPENING = lazy_pattern(r"\\.|\{|<!--|</?(?=[A-Za-z_$>])", re.DOTALL)
_COMMENT_END = "-->"
_IN_BRACES = lazy_pattern(
    r"""[{}]|"(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+'|`(?:[^`\\]|\\.)*+(?:`|\Z)|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)""",
    re.DOTALL,
)
_ON_ONE_LINE = lazy_pattern(r"\{[^{}\n]*+\}")
_COMMENT = lazy_pattern(r"\{\s*/\*(?:[^*]|\*(?!/))*+\*/\s*\}")
_NAME = lazy_pattern(r"</?(?:[A-Za-z_$][\w$-]*(?:[.:][\w$-]+)*)?", re.ASCII)
_ATTRIBUTE = lazy_pattern(r"""\s+[A-Za-z_$][\w$:.-]*(?:\s*=\s*(?:"[^"]*+"|'[^']*+'|(?=\{)))?""", re.ASCII)
_BLANK = lazy_pattern(r"\s*")
_KNOWN_TO_MARKDOWN = lazy_pattern(r"<(?:br|wbr)\s*/?>", re.IGNORECASE)
_LONG = RAW | {"CodeBlock"}
"""Elements whose text is no prose, over blank lines too."""
_NO_PROSE = _LONG | OPAQUE
_UNSEEN = STRUCK | READINGS
_BLANK_LINE = lazy_pattern(r"\n[ \t]*\r?\n")
_BELOW_TAG = lazy_pattern(r"[ \t]*\r?\n(?:[ \t]*\r?\n)*+(?P<indentation>[ \t]*)")
_LONG_ENOUGH = lazy_pattern(r"[^\n]{3}")
_FEW = 3
_FAR = 10_000
"""How many code points away the end tag of an element inside a sentence may be."""


def jsx_masked_spans(text: str, code: CodeRegions) -> list[MaskedSpan]:
    """The stretches of `text` outside code that are JavaScript and not prose, and indentation that MDX ignores."""
    scan = _Scan(text, code)
    modules = list(scan.modules())
    masked_spans = [*modules, *_with_paired_tags(text, list(scan.inline(modules)))]
    return [*masked_spans, *needless_indentation(text, code, sorted(masked_spans))]


def _with_paired_tags(text: str, masked_spans: Sequence[MaskedSpan]) -> Iterator[MaskedSpan]:
    """The masked spans; of the tags, those that have a counterpart among them begin and end elements and boxes."""
    open_tags: dict[str, list[MaskedSpan]] = {}
    ends: dict[int, MaskedSpan] = {}
    paired: set[int] = set()
    for masked in masked_spans:
        tag = tag_name(text[masked.start : masked.end]) if masked.shape is Shape.TAG else None
        if tag is not None:
            same = open_tags.setdefault(tag.name, [])
            if not tag.closes:
                same.append(masked)
            elif same:
                opening = same.pop()
                ends[opening.start] = masked
                paired |= {opening.start, masked.start}
    for masked in masked_spans:
        if masked.shape is not Shape.TAG:
            yield masked
            continue
        tag = tag_name(text[masked.start : masked.end])
        is_element = masked.start in paired and tag is not None and _is_block_element(text, masked, tag)
        if masked.start in ends and _holds_indented_lines(text, masked):
            yield masked._replace(shape=Shape.BOXED_TAG if is_element else Shape.BARE_BOX)
        else:
            yield masked._replace(shape=Shape.TAG if is_element else Shape.UNSEEN)


def _is_block_element(text: str, masked: MaskedSpan, tag: TagName) -> bool:
    """Whether the tag is one of HTML, which is written in lower case, and not of a component."""
    return is_block_element(tag.name) and text.startswith(tag.name, masked.start + 1 + tag.closes)


def _holds_indented_lines(text: str, tag: MaskedSpan) -> bool:
    """Whether the tag stands alone, above a line that is indented by so much more that it may be in a list's item."""
    match = _BELOW_TAG.match(text, tag.end)
    if match is None or not _LONG_ENOUGH.match(text, tag.start):
        return False
    before = text[text.rfind("\n", 0, tag.start) + 1 : tag.start]
    return not before.strip(" \t") and column_of(match["indentation"]) >= column_of(before) + ITEM_INDENT


class _Scan:
    def __init__(self, text: str, code: CodeRegions) -> None:
        self._text = text
        self._code = code
        self._unclosed = 0
        self._end_tags: dict[str, list[int]] = {}
        self._has_comments = True

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
            if opening[0] == "<!--":
                start = self._end_of_comment(opening.end())
                continue
            masked = self._masked_span(place)
            if masked is not None:
                yield masked
            start = masked.end if masked is not None else opening.end()

    def _end_of_comment(self, start: int) -> int:
        end = self._text.find(_COMMENT_END, start - 2) if self._has_comments else -1
        self._has_comments = end >= 0
        return end + len(_COMMENT_END) if self._has_comments else start

    def _masked_span(self, place: int) -> MaskedSpan | None:
        if self._text[place] == "{":
            end = self._braces(place)
            if end is None:
                return None
            return MaskedSpan(place, end, Shape.UNSEEN if _COMMENT.fullmatch(self._text, place, end) else Shape.OBJECT)
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
        return self._element(place, next_offset + 1)

    def _element(self, place: int, end: int) -> MaskedSpan:
        """The tag from `place` to `end`, or the whole element if its text is no prose."""
        tag = tag_name(self._text[place:end]) or TagName("", closes=False)
        name = self._text[place + 1 : place + 1 + len(tag.name)]
        if not tag.closes and (name in _NO_PROSE or name in _UNSEEN):
            closed = self._end_of_element(name, end)
            if closed is not None:
                return MaskedSpan(place, closed, Shape.OBJECT if name in _NO_PROSE else Shape.UNSEEN)
        return MaskedSpan(place, end, Shape.TAG)

    def _end_of_element(self, name: str, start: int) -> int | None:
        """The end of the next end tag of that name; of an element inside a sentence, in the same paragraph."""
        if name not in self._end_tags:
            self._end_tags[name] = [match.end() for match in re.finditer(rf"</{re.escape(name)}\s*>", self._text)]
        ends = self._end_tags[name]
        index = bisect_left(ends, start)
        end = ends[index] if index < len(ends) else None
        if end is None or name in _LONG:
            return end
        return end if end <= start + _FAR and not _BLANK_LINE.search(self._text, start, end) else None

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
