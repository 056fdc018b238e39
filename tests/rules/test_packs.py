"""Rules made of data: every entry of every pack passes its own examples."""

from __future__ import annotations

import re

import pytest

from jlint.document import Document
from jlint.engine.fix import fix
from jlint.finding import Edit, Finding, Severity, Text
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.pack import (
    COMPILED,
    FOLDER,
    Entry,
    Examples,
    Message,
    PackRule,
    Scanner,
    pack_as_written,
    read_pack,
)
from jlint.rules.helpers.typo import confused_kanji
from jlint.rules.table import RULES
from scripts.compile_packs import compiled, compiled_table, names

PACK_RULES = [rule for rule in RULES if issubclass(rule, PackRule)]
ENTRIES = [
    pytest.param(rule, entry, id=f"{rule.pack}-{entry.match}") for rule in PACK_RULES for entry in read_pack(rule.pack)
]


def alone(rule: type[PackRule], entry: Entry) -> PackRule:
    """The rule with that entry and no other."""
    built = rule()
    built.entries = lambda: (entry,)  # type: ignore[method-assign]
    return built


def findings_of(rule: PackRule, text: str) -> list[Finding]:
    return list(rule.hits(Document(text)))


def fixed(text: str, findings: list[Finding]) -> str:
    edits: set[Edit] = {edit for finding in findings if finding.fix for edit in finding.fix.edits}
    for edit in sorted(edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize("name", names())
def test_compiled_packs_are_what_is_written(name: str) -> None:
    """Where this fails, run `python -m scripts.compile_packs`."""
    assert (COMPILED / f"{name}.json").read_bytes() == compiled(name)
    assert read_pack(name) == pack_as_written(name)


def test_the_compiled_table_is_what_is_written() -> None:
    """Where this fails, run `python -m scripts.compile_packs`."""
    assert confused_kanji.COMPILED.read_bytes() == compiled_table()
    assert confused_kanji.table() == confused_kanji.table_as_written()


def test_nothing_else_is_compiled() -> None:
    assert [path.stem for path in sorted(COMPILED.iterdir())] == names()


def test_every_rule_has_its_pack() -> None:
    assert {rule.pack for rule in PACK_RULES} <= {path.stem for path in FOLDER.glob("*.yaml")}


@pytest.mark.parametrize(("rule", "entry"), ENTRIES)
def test_entry(rule: type[PackRule], entry: Entry) -> None:
    built = alone(rule, entry)
    assert entry.examples.bad
    for text in entry.examples.bad:
        findings = findings_of(built, text)
        assert findings, text
        for finding in findings:
            assert finding.message.en != finding.message.ja
            assert not finding.message.ja.endswith("。")
            assert not re.search(r"\{(found|better)\}", finding.message.ja + finding.message.en)
        if any(finding.fix for finding in findings):
            assert findings_of(built, fixed(text, findings)) == []
    for text in entry.examples.good:
        assert findings_of(built, text) == [], text


@pytest.mark.parametrize("rule", PACK_RULES, ids=lambda rule: rule.pack)
def test_good_examples_are_good_to_the_whole_pack_and_bad_ones_bad(rule: type[PackRule]) -> None:
    built = rule()
    built.entries = lambda: read_pack(rule.pack)  # type: ignore[method-assign]
    for entry in read_pack(rule.pack):
        assert all(findings_of(built, text) for text in entry.examples.bad)


def made(match: str, replace: str | None = None) -> Entry:
    return Entry(match, Examples(("例",)), replace)


def test_entries_are_found_together_and_apart() -> None:
    scanner = Scanner([made("下さい"), made(r"([ぁ-ん])\1"), made("(下)さる")])
    assert [(hit.entry.match, hit.match[0]) for hit in scanner.hits("下さる。下さい。ここです")] == [
        ("(下)さる", "下さる"),
        ("下さい", "下さい"),
        (r"([ぁ-ん])\1", "ここ"),
    ]


class Made(PackRule):
    id = "made"
    category = "notation"
    severity = None
    message = Text("「{found}」は「{better}」と書きます", "Write {better} for {found}")

    def entries(self) -> tuple[Entry, ...]:
        return (
            made("(致|いた)します", "します"),
            Entry("有難う", Examples(("有難う",)), None, Message("直す", "Mend")),
        )


def test_words_and_fixes() -> None:
    first, second = Made().check(Document("連絡致します。**有難**う。\n"))
    assert first.message == ("「致します」は「します」と書きます", "Write します for 致します")
    assert first.fix is not None
    assert second.message == ("直す", "Mend")
    assert second.fix is None


def test_code_and_what_is_allowed_are_left_alone() -> None:
    text = "`致します`と連絡致します。\n"
    assert len(list(Made().check(Document(text)))) == 1
    for allow in ("連絡致します", "致", "/連絡.し/i"):
        assert list(Made(AllowOptions(allow=(allow,))).check(Document(text))) == []
    assert len(list(Made(AllowOptions(allow=("連絡",))).check(Document(text)))) == 1


@pytest.mark.parametrize(("rule", "entry"), ENTRIES)
def test_replacements_converge(rule: type[PackRule], entry: Entry) -> None:
    active = [ActiveRule(rule(), Severity.WARNING)]
    for text in entry.examples.bad:
        fix(Document(text), active, unsafe=True)
