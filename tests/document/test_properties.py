"""Properties that hold for every text, however odd."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jlint.document import OBJECT, Document
from jlint.document.dialect import DIALECTS
from jlint.span import LINE_END, LineIndex

MARKDOWN = st.lists(
    st.sampled_from(
        [
            *"あ漢カ。「」（）！？、a1 \t\n\r-*_`~#>|[]()!<>&\\:{}%$=+.,;\"'\ufeff\0\u2028\x85\x0b😀が゙\u3000",
            "\r\n",
            "---\n",
            "```\n",
            "**",
            "__",
            "| a | b |\n|---|---|\n",
            "- ",
            "1. ",
            "> ",
            "# ",
            "[^1]",
            "[^1]: ",
            "<!-- jlint-disable-next x -->",
            "<br>",
            "<ruby>漢<rt>かん</rt></ruby>",
            "<div>\n",
            "</div>\n",
            "&amp;",
            "&nbsp;",
            "{% if a %}",
            "{{ a }}",
            "{: .b}",
            "https://example.com/a_b",
            "![画像](a.png)",
            "[語](b.html)",
            ":::message\n",
            "{/* 注 */}",
            "{{< a >}}",
            "$$x$$",
            *(
                "<p>",
                "</p>",
                "<li>",
                "<td>",
                "<pre>",
                "</pre>",
                "<code>",
                "</code>",
                "<!--",
                "-->",
                "<s>",
                "</s>",
                "<div>\n",
            ),
            *(
                "&lt;",
                "《かん》",
                "~~",
                "==",
                "^^",
                "++a++",
                ":::note あ\n",
                '!!! note "あ"\n',
                "> [!NOTE] あ\n",
                "\\(",
                "\\)",
            ),
            *(
                "<A b='c'>",
                "</A>",
                "<ul>",
                "</ul>",
                "<template #a>",
                "<p @a='b'>",
                "<div markdown>",
                "\n\n    <td>",
                "{:toc}\n",
            ),
            *(
                "/// note | あ\n",
                "/// caption\n",
                ":a[あ]{b}",
                "::a[あ]\n",
                ":a:",
                "^[あ]",
                "{++あ++}",
                "{~~あ~>か~~}",
                "{.a}\n",
            ),
            "<https://a.b/あ>",
            "\ufdd0",
            "title: あ\n",
            "  \n",
            "日本語です。",
        ]
    ),
    max_size=40,
).map("".join)
TEXTS = MARKDOWN | st.text(max_size=80)
each_dialect = pytest.mark.parametrize("dialect", DIALECTS)


@each_dialect
@given(text=TEXTS)
@settings(max_examples=150, deadline=None)
@example(text="\ufeff---\ntitle: あ\n---\r\n**太字**\r\nつづき")
@example(text="- 一\n  **二**\n  三  \n四\\\n五")
@example(text="<ruby>漢<rt>かん\n</rt>字</ruby>。")
def test_every_visible_character_maps_to_itself(dialect: str, text: str) -> None:
    document = Document(text, dialect=dialect)
    for block in document.blocks:
        places = [block.source_span(i, i + 1) for i in range(len(block.text))]
        for char, place in zip(block.text, places, strict=True):
            written = place.of(document.text)
            assert written == char or (char, written) == ("\n", "\r") or (char == OBJECT and written)
        assert all(a.end <= b.start for a, b in pairwise(places)), "in order, none twice"
        assert all(block.span.start <= place.start and place.end <= block.span.end for place in places)


@each_dialect
@given(text=TEXTS)
@settings(max_examples=150, deadline=None)
def test_a_sentence_stands_where_its_span_says(dialect: str, text: str) -> None:
    document = Document(text, dialect=dialect)
    for sentence in document.sentences:
        assert sentence.text == sentence.text.strip() != ""
        source = sentence.span.of(document.text)
        rest = iter(source)
        assert all(char in rest for char in sentence.text if char not in (OBJECT, "\n")), "its characters, in order"
        if OBJECT not in sentence.text and len(source) == len(sentence.text):
            assert source.replace("\r", "\n") == sentence.text
        whole = sentence.source_span(0, len(sentence.text))
        assert whole == sentence.span


@given(text=TEXTS)
@settings(max_examples=200, deadline=None)
def test_sentences_lose_nothing_but_white_space(text: str) -> None:
    for block in Document(text).prose:
        kept = "".join(sentence.text for sentence in block.sentences)
        assert "".join(kept.split()) == "".join(block.text.split())


@given(text=TEXTS)
@settings(max_examples=200, deadline=None)
def test_tokens_tile_the_sentence(text: str) -> None:
    for sentence in Document(text).sentences:
        end = 0
        for token in sentence.tokens:
            assert token.surface == sentence.text[token.start : token.end].replace("\0", " ")
            assert not sentence.text[end : token.start].strip(" \t\r\n\0\x0b\x0c\u3000"), "only white space is skipped"
            end = token.end


@given(text=TEXTS)
@settings(max_examples=200, deadline=None)
def test_front_matter_spans_cover_their_text(text: str) -> None:
    document = Document(f"---\n{text}")
    matter = document.front_matter
    if matter is None:
        return
    assert 0 == matter.span.start <= matter.span.end <= len(document.text)
    for field in matter.all_fields:
        assert matter.span.start <= field.key_span.start <= field.key_span.end <= matter.span.end
        assert matter.span.start <= field.value_span.start <= field.value_span.end <= matter.span.end
    if matter.problem:
        assert 0 <= matter.problem.span.start <= matter.problem.span.end <= len(document.text)


@given(text=TEXTS)
def test_lines_and_columns_lead_back(text: str) -> None:
    index = LineIndex(text)
    assert len(index) == len(LINE_END.split(text))
    for offset in range(len(text) + 1):
        line, column = index.position(offset)
        assert index.span(line).start + column - 1 == offset
    assert "".join(index.span(line).of(text) for line in range(1, len(index) + 1)) == text
