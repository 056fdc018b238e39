"""Fixes: to a fixpoint, one at a time where they touch, and to the disk without ever losing a file."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from jlint.document import Document, Span
from jlint.engine.fix import MOST_ROUNDS, UnstableFixError, fix
from jlint.engine.write import WriteError, replace_file
from jlint.finding import Edit, Finding, Fix, Severity, Text
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.contract.base import Rule
from jlint.rules.contract.example import unmark
from jlint.rules.table import RULES
from jlint.user_error import RuleError


class Replaces(Rule):
    """Replaces every occurrence of a word."""

    id, category = "replaces", "style"

    def __init__(self, wrong: str, right: str, *, safe: bool = True) -> None:
        super().__init__()
        self._wrong, self._right, self._safe = wrong, right, safe

    def check(self, document: Document) -> Iterator[Finding]:
        start = document.text.find(self._wrong)
        while start >= 0:
            span = Span(start, start + len(self._wrong))
            edits = (Edit(span, self._right),)
            yield self.finding(span, ja="違う", en="wrong", fix=Fix(Text("直す", "mend"), edits, self._safe))
            start = document.text.find(self._wrong, start + 1)


class Named(Replaces):
    """The same rule under another name."""

    def __init__(self, name: str, wrong: str, right: str) -> None:
        super().__init__(wrong, right)
        self.id = name


def fixed(text: str, *rules: Rule, unsafe: bool = False) -> tuple[str, int]:
    done = fix(Document(text), [ActiveRule(rule, Severity.ERROR) for rule in rules], unsafe=unsafe)
    assert sum(done.by_rule.values()) == done.fixes
    return done.text, done.fixes


def test_all_places_at_once() -> None:
    assert fixed("甲と甲と甲\n", Replaces("甲", "乙乙")) == ("乙乙と乙乙と乙乙\n", 3)


def test_fixes_are_counted_by_rule() -> None:
    rules = [ActiveRule(rule, Severity.ERROR) for rule in (Named("a", "甲", "乙"), Named("b", "丙", "丁"))]
    assert fix(Document("甲と丙と甲\n"), rules, unsafe=False).by_rule == {"a": 2, "b": 1}


def test_unsafe_fixes_only_when_asked() -> None:
    rule = Replaces("甲", "乙", safe=False)
    assert fixed("甲\n", rule) == ("甲\n", 0)
    assert fixed("甲\n", rule, unsafe=True) == ("乙\n", 1)


def test_fixes_that_overlap_wait_for_the_next_round() -> None:
    assert fixed("ああああ\n", Replaces("ああ", "あ")) == ("あ\n", 3)


def test_what_one_fix_introduces_another_fixes() -> None:
    assert fixed("甲\n", Replaces("甲", "乙"), Replaces("乙", "丙")) == ("丙\n", 2)


def test_fixes_that_never_converge_are_refused() -> None:
    rules = Replaces("甲", "乙"), Named("replaces-back", "乙", "甲")
    with pytest.raises(UnstableFixError, match=r"10 rounds.*: replaces, replaces-back$") as caught:
        fixed("甲\n", *rules, Named("once", "丁", "戊"))
    assert caught.value.rules == ("replaces", "replaces-back")


def test_a_chain_of_as_many_fixes_as_there_are_rounds_converges() -> None:
    letters = "一二三四五六七八九十百千"
    chain = [Replaces(wrong, right) for wrong, right in pairwise(letters[: MOST_ROUNDS + 1])]
    assert fixed("一\n", *chain) == (f"{letters[MOST_ROUNDS]}\n", MOST_ROUNDS)
    with pytest.raises(UnstableFixError):
        fixed("一\n", *chain, Replaces(letters[MOST_ROUNDS], letters[MOST_ROUNDS + 1]))


@pytest.mark.parametrize("length", [1, 50_000])
def test_a_text_that_grows_without_end_is_refused_before_it_is_large(length: int) -> None:
    seen: list[int] = []

    class Grows(Replaces):
        def check(self, document: Document) -> Iterator[Finding]:
            seen.append(len(document.text))
            return super().check(document)

    with pytest.raises(UnstableFixError, match=r"more than 2 times as long.*: replaces$"):
        fixed("甲" * length, Grows("甲", "甲" * 10))
    assert max(seen) <= 2 * length + 10_000


def test_a_short_text_may_grow_by_a_long_passage() -> None:
    assert fixed("甲\n", Replaces("甲", "乙" * 9_000)) == ("乙" * 9_000 + "\n", 1)


def test_a_rule_that_stops_halfway_leaves_the_text_as_it_was() -> None:
    class Stops(Rule):
        id, category = "stops", "style"

        def __init__(self, word: str) -> None:
            super().__init__()
            self._word = word

        def check(self, document: Document) -> Iterator[Finding]:
            if self._word in document.text:
                raise RuleError(ja="長い", en="too long")
            return iter(())

    with pytest.raises(UnstableFixError, match=r": stops$"):
        fixed("甲\n", Replaces("甲", "乙"), Stops("乙"))
    assert fixed("甲\n", Replaces("甲", "乙"), Stops("\n")) == ("乙\n", 1)


@pytest.mark.parametrize(
    "edits",
    [
        (Edit(Span(-1, 1), ""),),
        (Edit(Span(0, 9), "\n"),),
        (Edit(Span(9, 9), "丁"),),
        (Edit(Span(2, 1), "丁"),),
        (Edit(Span(0, 2), "丁"), Edit(Span(1, 3), "丁")),
    ],
)
def test_edits_that_cannot_be_made_are_an_error_of_their_rule(edits: tuple[Edit, ...]) -> None:
    class Wild(Rule):
        id, category = "wild", "style"

        def check(self, document: Document) -> Iterator[Finding]:
            yield self.finding(Span(0, 1), ja="違う", en="wrong", fix=Fix(Text("直す", "mend"), edits, True))

    with pytest.raises(ValueError, match="by wild"):
        fixed("甲乙丙\n", Wild())


def test_a_text_may_begin_with_the_mark_that_a_file_may_begin_with() -> None:
    assert fixed("\ufeff\ufeff\ufeff甲と甲\n", Replaces("甲", "乙"), Replaces("乙", "丙丙")) == (
        "\ufeff\ufeff丙丙と丙丙\n",
        4,
    )


def test_a_fix_that_changes_nothing_is_none() -> None:
    assert fixed("甲\n", Replaces("甲", "甲")) == ("甲\n", 0)


def test_what_comments_suppress_is_not_fixed() -> None:
    text = "<!-- jlint-disable-next replaces -->\n\n甲\n\n甲\n"
    assert fixed(text, Replaces("甲", "乙")) == (text[:-2] + "乙\n", 1)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_fixes_of_every_rule_converge(rule: type[Rule]) -> None:
    on_by_default = [each() for each in RULES if each.severity is not None and each is not rule]
    for example in rule.examples:
        rules = [rule(msgspec.convert(example.options, rule.Options)), *on_by_default]
        active = [ActiveRule(each, Severity.ERROR) for each in rules]
        once = fix(Document(unmark(example.text).text, example.path), active, unsafe=True)
        again = fix(Document(once.text, example.path), active, unsafe=True)
        assert again.fixes == 0, once.text


def test_writing_keeps_the_mode_and_follows_links(tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(target)
    replace_file(str(link), b"old", b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "link.md"]


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"newer")
    with pytest.raises(WriteError, match="changed"):
        replace_file(str(path), b"old", b"new")
    assert path.read_bytes() == b"newer"
    assert [each.name for each in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, call, full)
    with pytest.raises(WriteError, match="the disk is full"):
        replace_file(str(path), b"old", b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.md"]


def test_a_missing_permission_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(WriteError, match="permission"):
        replace_file(str(path), b"old", b"new")
    assert path.read_bytes() == b"old"
