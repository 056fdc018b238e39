"""No fix removes what its rule doesn't see: line ends, and markup between the characters that it replaces.

Every example of every rule is tried as it is, and with something inserted at each position.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from jlint.document import Document
from jlint.engine.fix import fix
from jlint.engine.lint import check_document
from jlint.finding import Edit, Severity
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.contract.base import Bad, Good, Rule
from jlint.rules.contract.example import unmark
from jlint.rules.table import RULES
from jlint.span import LINE_END

BY_ID = {rule.id: rule for rule in RULES}
_LONG, _STEP = 400, 7


def variants(rule: type[Rule], put_in: str) -> Iterator[tuple[Document, list[ActiveRule]]]:
    """The rule's examples with something inserted at each position, in long ones at some, and the rules to run."""
    for example in rule.examples:
        active = active_on(rule, example)
        text = unmark(example.text).text
        for place in range(0, len(text) + 1, 1 if len(text) < _LONG else _STEP):
            yield Document(text[:place] + put_in + text[place:], example.path, example.dialect), active


def active_on(rule: type[Rule], example: Bad | Good) -> list[ActiveRule]:
    rules = [rule(msgspec.convert(example.options, rule.Options)), *(BY_ID[name]() for name in example.alongside)]
    return [ActiveRule(each, Severity.ERROR) for each in rules]


def edits_of(document: Document, active: list[ActiveRule]) -> Iterator[Edit]:
    checked = check_document(document, active)
    assert not checked.failures
    for finding in checked.findings:
        yield from finding.fix.edits if finding.fix else ()


def removes_whole_lines(edit: Edit, text: str) -> bool:
    before, after = text[: edit.span.start], text[: edit.span.end]
    begins = not before or before[-1] in "\r\n"
    return not edit.text and begins and (after == text or after[-1] in "\r\n")


def line_ends(text: str) -> list[str]:
    return LINE_END.findall(text)


def has_fixes(rule: type[Rule]) -> bool:
    """Whether a fix belongs to an example of the rule."""
    documents = ((Document(unmark(each.text).text, each.path, each.dialect), each) for each in rule.examples)
    return any(any(edits_of(document, active_on(rule, example))) for document, example in documents)


each_rule = pytest.mark.parametrize("rule", [rule for rule in RULES if has_fixes(rule)], ids=lambda rule: rule.id)
each_break = pytest.mark.parametrize("put_in", ["\n", "\r\n", "\r", "  \n"], ids=["lf", "crlf", "cr", "hard"])


@each_break
@each_rule
def test_fixes_keep_the_lines(rule: type[Rule], put_in: str) -> None:
    for document, active in variants(rule, put_in):
        edits = list(edits_of(document, active))
        whole = [edit for edit in edits if removes_whole_lines(edit, document.text)]
        for edit in edits:
            lost = len(line_ends(edit.text)) < len(line_ends(edit.span.of(document.text)))
            assert not lost or edit in whole, (document.text, edit)
        adds_lines = any(line_ends(edit.text) and not edit.span.of(document.text) for edit in edits)
        if edits and not whole and not adds_lines:
            fixed = fix(document, active, unsafe=False).text
            assert line_ends(fixed) == line_ends(document.text), (document.text, fixed)


@pytest.mark.parametrize("put_in", ["<wbr>", "`字`", "$$字$$"])
@each_rule
def test_no_fix_takes_away_what_is_not_prose(rule: type[Rule], put_in: str) -> None:
    for document, active in variants(rule, put_in):
        for edit in edits_of(document, active):
            source = edit.span.of(document.text)
            in_prose = any(
                block.span.start <= edit.span.start and edit.span.end <= block.span.end for block in document.prose
            )
            inside = put_in in source and not removes_whole_lines(edit, document.text)
            assert not (in_prose and inside) or put_in in edit.text, (document.text, edit)


@pytest.mark.parametrize("put_in", ["\n", '"', ": "])
@each_rule
def test_fixed_front_matter_can_be_read(rule: type[Rule], put_in: str) -> None:
    for document, active in variants(rule, put_in):
        matter = document.front_matter
        if matter is None or matter.problem:
            continue
        fixed = fix(document, active, unsafe=True)
        after = Document(fixed.text, document.path, document.dialect).front_matter
        assert after is not None
        assert after.problem is None
        assert after.fields.keys() == matter.fields.keys()
