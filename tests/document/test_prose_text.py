"""The prose of a document as one text."""

from jlint.document import Document

TEXT = "# 港の朝\n\n舟が出る。網を引く。舟が帰る。\n\n- 市が**立つ**。\n- 舟を洗う。\n"


def test_sentences_that_contain_a_word_come_once_and_in_order() -> None:
    found = Document(TEXT).prose_text.sentences_with(["舟", "帰る", "立つ"])
    assert [sentence.text for sentence in found] == ["舟が出る。", "舟が帰る。", "市が立つ。", "舟を洗う。"]


def test_a_word_across_two_sentences_is_in_neither() -> None:
    prose = Document(TEXT).prose_text
    assert list(prose.sentences_with(["。網"])) == []
    assert [block.text for block in prose.blocks_with(["。網"])] == ["舟が出る。網を引く。舟が帰る。"]


def test_a_word_across_two_blocks_is_in_neither() -> None:
    prose = Document("港の朝\n\n市が立つ。\n").prose_text
    assert list(prose.blocks_with(["朝市"])) == []
    assert prose.places(["朝市", ""]) == []


def test_nothing_is_found_in_nothing() -> None:
    assert list(Document("").prose_text.sentences_with(["舟"])) == []


def test_an_alphabet_contains_each_character_once() -> None:
    document = Document("舟と舟\r\n網\x85と網\n")
    assert sorted(document.alphabet) == sorted(set(document.text)) == sorted(document.characters)
