"""docs/plugins.md shows what the template has, and names what there is."""

from __future__ import annotations

import importlib
import re
import textwrap

import pytest

from jlint.document.block import Block, Sentence
from jlint.document.document import Document
from jlint.rules.contract.base import CATEGORIES
from tests.conftest import ROOT

TEXT = (ROOT / "docs" / "plugins.md").read_text("utf-8")
TEMPLATE = [path for path in sorted((ROOT / "examples" / "plugin").rglob("*")) if path.suffix in (".py", ".toml")]


@pytest.mark.parametrize("language", ["toml", "python"])
def test_what_is_shown_stands_in_the_template(language: str) -> None:
    blocks = re.findall(rf"^ *```{language}\n(.*?)^ *```$", TEXT, re.MULTILINE | re.DOTALL)
    assert blocks
    for block in blocks:
        shown = textwrap.dedent(block)
        assert any(shown in path.read_text("utf-8") for path in TEMPLATE), shown


def test_names_that_are_promised_exist() -> None:
    table = re.findall(r"^\| `(jlint\.[\w.]+)` \| (.*) \|$", TEXT, re.MULTILINE)
    assert len(table) == 5
    for module, names in table:
        for name in re.findall(r"`(\w+)`", re.sub("（.*?）", "", names)):
            assert hasattr(importlib.import_module(module), name), (module, name)
    members = dict(re.findall(r"`(Document|Sentence)`（([^）]*)）", TEXT))
    assert members.keys() == {"Document", "Sentence"}
    document = Document("---\ntitle: 港\n---\n\n朝の港。\n")
    assert all(hasattr(document, name) for name in re.findall(r"\w+", members["Document"]))
    block, sentence = document.prose[0], document.sentences[0]
    assert (type(block), type(sentence)) == (Block, Sentence)
    for name in re.findall(r"\w+", members["Sentence"]):
        assert hasattr(block, name) or hasattr(sentence, name)


def test_the_categories_are_listed() -> None:
    (row,) = re.findall(r"^\| `category` \| (.*?) のどれか \|$", TEXT, re.MULTILINE)
    assert re.findall("`(.*?)`", row) == list(CATEGORIES)
