"""A file as rules see it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property
from itertools import zip_longest

from jlint.compiled import lazy_pattern
from jlint.document.block import Block, BlockKind, Run, Sentence
from jlint.document.comments import Comment
from jlint.document.dialect import DIALECTS, Dialect
from jlint.document.exempt import Exempt
from jlint.document.front_matter import FrontMatter, split_front_matter
from jlint.document.house_usage import HouseUsage
from jlint.document.markdown import Link, Parsed, parse
from jlint.document.own_words import OwnWords
from jlint.document.prose_text import ProseText
from jlint.letters import VOICING_MARKS, has_decomposed_kana
from jlint.span import LineIndex, Span

BOM = "\ufeff"
_LONE_SURROGATE = lazy_pattern("[\ud800-\udfff]")
_FOR_READERS = ("title", "subtitle", "description", "excerpt", "summary")
"""Fields of the front matter that readers see."""


_TEMPLATES = ("{%", "{{<", "{{%")


class Document:
    """A text and, computed on first access, everything that is parsed from it.

    `text` is the decoded file without its BOM; every span counts its code points. A lone surrogate, which no file can
    hold but a caller can pass, is replaced by U+FFFD, as other readers do. `path` is how messages name the file.
    `dialect` is the Markdown it is written in, or the name of it (KeyError for an unknown one). `words` are the
    project's own words, which are not typos, and neither is what stands in a turn of the house's `usage`. What is
    `exempt` no rule reports.
    """

    def __init__(
        self,
        text: str,
        path: str = "-",
        dialect: Dialect | str = "commonmark",
        words: OwnWords | Collection[str] = (),
        usage: HouseUsage | None = None,
        exempt: tuple[Exempt, ...] = (),
    ) -> None:
        self.has_bom = text.startswith(BOM)
        self.text = _without_surrogates(text.removeprefix(BOM))
        self.path = path
        self.dialect = DIALECTS[dialect] if isinstance(dialect, str) else dialect
        self.words = words if isinstance(words, OwnWords) else OwnWords(words)
        self.usage = usage or HouseUsage()
        self.exempt = exempt

    def with_text(self, text: str) -> Document:
        """A document of another text, all else being the same."""
        return Document(text, self.path, self.dialect, self.words, self.usage, self.exempt)

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character that occurs: rules about rare characters need not search if they are absent."""
        return frozenset("".join(set(self.text.splitlines(keepends=True))))

    @cached_property
    def alphabet(self) -> str:
        """Every character that occurs, once: a text to try an expression for a rare character on first."""
        return "".join(self.characters)

    @cached_property
    def lines(self) -> LineIndex:
        """Converts offsets to lines and columns."""
        return LineIndex(self.text)

    @cached_property
    def front_matter(self) -> FrontMatter | None:
        """The front matter, None if the file has none."""
        return split_front_matter(self.text, may_follow_blanks=self.dialect.name == "hugo")

    def in_own_word(self, span: Span) -> bool:
        """Whether the span is in one of the project's words. An empty span at a word's edge isn't."""
        return self.words.cover(self.text, span)

    @property
    def title(self) -> str:
        """The title in the front matter, an empty string if there is none."""
        return self.front_matter.text_of("title") if self.front_matter else ""

    @cached_property
    def body(self) -> Span:
        """Everything after the front matter."""
        return Span(self.front_matter.span.end if self.front_matter else 0, len(self.text))

    @cached_property
    def _parsed(self) -> Parsed:
        return parse(self.text, self.body, self.dialect)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Headings, paragraphs, items, cells, code, HTML and thematic breaks, in order, containers flattened."""
        return self._parsed.blocks

    @property
    def comments(self) -> tuple[Comment, ...]:
        """HTML comments (in MDX also `{/* … */}`) outside code, in order."""
        return self._parsed.comments

    @property
    def links(self) -> tuple[Link, ...]:
        """The links of the body, in order."""
        return self._parsed.links

    @property
    def images(self) -> tuple[Link, ...]:
        """The images of the body, in order."""
        return self._parsed.images

    @property
    def emphases(self) -> tuple[Span, ...]:
        """The passages with emphasis of the weaker kind, `*so*`, with its delimiters, in order."""
        return self._parsed.emphases

    @cached_property
    def prose(self) -> tuple[Block, ...]:
        """The blocks that hold sentences."""
        return tuple(block for block in self.blocks if block.is_prose and block.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences of the prose, in order."""
        return tuple(sentence for block in self.prose for sentence in block.sentences)

    @cached_property
    def proofread(self) -> tuple[Block, ...]:
        """The blocks to check for typos: the front matter's texts for readers, then the prose.

        A text of the front matter that is written with escapes or over several lines is left out.
        """
        return (*self._front_texts(), *self.prose)

    def _front_texts(self) -> Iterator[Block]:
        fields = self.front_matter.fields if self.front_matter else {}
        for field in (fields[key] for key in _FOR_READERS if key in fields):
            start = field.start_in(self.text) if isinstance(field.value, str) and field.value else None
            if start is not None:
                length = len(field.value)
                span = Span(start, start + length)
                yield Block(BlockKind.PARAGRAPH, span, field.value, (Run(0, start, length),))

    @cached_property
    def proofread_sentences(self) -> tuple[Sentence, ...]:
        """The sentences of `proofread`, in order, without those that have a voicing mark apart from its kana.

        What is written so is no word (ク + U+3099 is グ, not ク), and has a rule of its own.
        """
        sentences = tuple(sentence for block in self.proofread for sentence in block.sentences)
        if self.characters.isdisjoint(VOICING_MARKS):
            return sentences
        return tuple(sentence for sentence in sentences if not has_decomposed_kana(sentence.text))

    @cached_property
    def proofread_text(self) -> ProseText:
        """The blocks of `proofread` as one text, for word searches."""
        return ProseText(self.proofread, self.characters)

    def release(self) -> None:
        """Detaches the blocks from their sentences after the rules have run, so that memory is freed at once.

        They refer to each other, and reference counting can't free cycles. Sentences are made again on access.
        """
        if "_parsed" in self.__dict__:
            for block in (*self.blocks, *self.__dict__.get("proofread", ())):
                block.__dict__.pop("sentences", None)

    @cached_property
    def prose_text(self) -> ProseText:
        """The prose as one text, for word searches."""
        return ProseText(self.prose, self.characters)

    @cached_property
    def raw_lines(self) -> tuple[tuple[Span, str], ...]:
        """The body's lines as written, without line ends, code and what a comment holds: for rules not about Markdown.

        The line on which a comment begins is kept.
        """
        code = [self._whole_lines(block) for block in self.blocks if self._is_code(block)]
        commented = [Span(comment.span.start + 1, comment.span.end) for comment in self.comments]
        return tuple(_outside(sorted([*code, *commented]), self._body_lines()))

    def _is_code(self, block: Block) -> bool:
        """Whether a block is code, with or without fence, or stands between tags of a template, as code does there."""
        return block.kind == "code" or (block.kind == "html" and self.text.startswith(_TEMPLATES, block.span.start))

    def _whole_lines(self, block: Block) -> Span:
        """The span of a block, with the indentation of its first line."""
        start = block.span.start
        while start and self.text[start - 1] in " \t":
            start -= 1
        return Span(start, block.span.end)

    def _body_lines(self) -> list[tuple[Span, str]]:
        starts = self.lines.starts[self.lines.line_of(self.body.start - 1) :]
        lines: list[tuple[Span, str]] = []
        for start, end in zip_longest(starts, starts[1:]):
            text = self.text[start:end].rstrip("\r\n")
            lines.append((Span(start, start + len(text)), text))
        return lines


def _without_surrogates(text: str) -> str:
    try:
        text.encode()  # far cheaper than to search for lone surrogates
    except UnicodeEncodeError:
        return _LONE_SURROGATE.sub("\ufffd", text)
    return text


def _outside(spans: list[Span], lines: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """The lines that none of the sorted spans touches."""
    left: list[tuple[Span, str]] = []
    remaining = iter(spans)
    current = next(remaining, None)
    for line in lines:
        while current and current.end <= line[0].start:
            current = next(remaining, None)
        if current is None or line[0].start < current.start:
            left.append(line)
    return left
