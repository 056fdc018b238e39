"""A page in each dialect, as its documentation has it: what is read as prose, where, and as what kind of block.

In `pages/NAME.md` every stretch that readers read as prose has the word 港, everything else, such as code, comments,
attributes and parameters, the word 鍵. `pages/NAME.txt` has the blocks, one a line, from how the engine renders the
page; □ is a placeholder and ⏎ a line end inside a visible text; blocks of placeholders alone are left out.
"""

from __future__ import annotations

import re

import pytest

from jlint.document import OBJECT, Block, Document
from jlint.document.dialect import DIALECTS
from tests.conftest import ROOT

PAGES = ROOT / "tests" / "document" / "pages"
PROSE, NO_PROSE = "港", "鍵"
each_dialect = pytest.mark.parametrize("dialect", DIALECTS)


def page(dialect: str) -> Document:
    return Document((PAGES / f"{dialect}.md").read_bytes().decode(), dialect=dialect)


def lines(document: Document) -> list[str]:
    return [line(block) for block in document.proofread if block.text.strip(OBJECT + "\n")]


def line(block: Block) -> str:
    level = f" {block.level}" if block.level else ""
    marks = "".join(f" {name}" for name in ("quoted", "footnote") if getattr(block, name))
    text = block.text.replace(OBJECT, "□").replace("\n", "⏎")
    return f"{block.kind}{level}{marks}: {text}".rstrip()


def expected(dialect: str) -> list[str]:
    return (PAGES / f"{dialect}.txt").read_text("utf-8").splitlines()


@each_dialect
def test_the_blocks_are_those_that_the_engine_renders(dialect: str) -> None:
    assert lines(page(dialect)) == expected(dialect)


@each_dialect
@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_of_any_kind_make_no_difference(dialect: str, line_end: str) -> None:
    text = page(dialect).text.replace("\n", line_end)
    assert lines(Document(text, dialect=dialect)) == expected(dialect)


@each_dialect
def test_every_word_of_prose_is_seen_once_in_its_place(dialect: str) -> None:
    document = page(dialect)
    seen = [
        (*block.source_span(found.start(), found.end()),)
        for block in document.proofread
        for found in re.finditer(PROSE, block.text)
    ]
    assert sorted(seen) == [found.span() for found in re.finditer(PROSE, document.text)]


@each_dialect
def test_nothing_else_is_seen(dialect: str) -> None:
    assert [block.text for block in page(dialect).proofread if NO_PROSE in block.text] == []


@each_dialect
def test_the_page_is_as_strict_as_it_can_be(dialect: str) -> None:
    assert [each for each in expected(dialect) if PROSE not in each] == []
    assert NO_PROSE in page(dialect).text
