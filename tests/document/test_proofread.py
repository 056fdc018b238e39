"""What is proofread for slips: the prose, and the texts of the front matter."""

from __future__ import annotations

import pytest

from jlint.document import Document


def texts(source: str) -> list[str]:
    document = Document(source)
    for block in document.proofread:
        span = block.source_span(0, len(block.text))
        assert span.of(document.text) == block.text
    return [block.text for block in document.proofread]


def test_the_texts_for_readers_come_before_the_prose() -> None:
    source = "---\ndescription: 町を歩く。\ntitle: 春の町\nlayout: 記事\ntags: [町]\n---\n本文である。\n"
    assert texts(source) == ["春の町", "町を歩く。", "本文である。"]


@pytest.mark.parametrize(
    "front_matter",
    [
        '---\ntitle: "春の町"\n---\n',
        "---\ntitle: '春の町'\n---\n",
        '+++\ntitle = "春の町"\n+++\n',
        '{\n"title": "春の町"\n}\n\n',
    ],
)
def test_quotation_marks_are_no_part_of_a_text(front_matter: str) -> None:
    assert texts(f"{front_matter}本文である。\n") == ["春の町", "本文である。"]


@pytest.mark.parametrize(
    "value", ['"春の\\u753a"', ">\n  春の\n  町", "[春, 町]", "2025", '""', "", "{{ page.name }}: 春\n bad"]
)
def test_values_written_otherwise_than_they_read_are_left_out(value: str) -> None:
    assert texts(f"---\ntitle: {value}\n---\n本文である。\n") == ["本文である。"]


def test_sentences_of_the_front_matter_are_no_sentences_of_the_body() -> None:
    document = Document("---\ntitle: 春が来た。\n---\n夏が来た。\n")
    assert [sentence.text for sentence in document.sentences] == ["夏が来た。"]
    assert [sentence.text for sentence in document.proofread_sentences] == ["春が来た。", "夏が来た。"]
