"""A rule's work grows linearly with the text: findings aren't each compared with all others."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from jlint.document import Document
from jlint.expressions.time import expression_time
from jlint.rules.artifact.control_character import ControlCharacter
from jlint.rules.helpers.allow import Allowed
from jlint.rules.repetition.sentence_said_before import SentenceSaidBefore
from jlint.rules.style.unexpanded_acronym import UnexpandedAcronym

_MANY_MISSPELLINGS = """
from jlint.document import Document
from jlint.expressions.time import expression_time
from jlint.rules.typo.known_misspelling import KnownMisspelling
print(len(list(KnownMisspelling().check(Document("除々に、" * 40_000)))))
"""
_MANY_CONTROLS = """
from jlint.document import Document
from jlint.rules.artifact.control_character import ControlCharacter
print(len(list(ControlCharacter().check(Document("前の文\\x0b" * 100_000 + "。")))))
"""


def counted(monkeypatch: pytest.MonkeyPatch, name: str) -> Callable[[], int]:
    """How often the function of that name is called from now on."""
    calls = 0
    real = pkgutil.resolve_name(name)

    def call(*args: Any) -> Any:
        nonlocal calls
        calls += 1
        return real(*args)

    monkeypatch.setattr(name, call)
    return lambda: calls


def test_misspellings_are_not_compared_with_one_another() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _MANY_MISSPELLINGS], capture_output=True, text=True, check=True, timeout=20
    )
    assert done.stdout == "40000\n"


def test_the_line_end_of_a_file_is_not_looked_for_at_each_control_character() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _MANY_CONTROLS], capture_output=True, text=True, check=True, timeout=20
    )
    assert done.stdout == "100000\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", ""])
def test_a_line_separator_becomes_the_line_end_of_the_file(end: str) -> None:
    (finding,) = ControlCharacter().check(Document(f"一\x0b二{end}三{end}"))
    assert finding.fix is not None
    assert [edit.text for edit in finding.fix.edits] == [end or "\n"]


def test_each_acronym_is_not_looked_for_in_all_words(monkeypatch: pytest.MonkeyPatch) -> None:
    spelled = counted(monkeypatch, "jlint.rules.helpers.style.initials._spells")
    letters = "BCDEFGHIJK"
    acronyms = [f"A{second}{third}" for second in letters for third in letters]
    words = [f"Apple {second}oat {third}ear" for second in letters for third in letters]
    assert not list(UnexpandedAcronym().check(Document("と".join([*acronyms, *words]))))
    assert spelled() <= len(acronyms) * len(letters)


def test_each_piece_of_a_repetition_is_compared_with_a_few_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = counted(monkeypatch, "jlint.rules.helpers.repetition.problems._go_together")
    pieces = [f"{n}番目の橋を渡ると、{n * 7}段の石段が続いています。" for n in range(200)]
    apart = [f"{n * 3}年前の地図には、この道がまだ描かれていません。" for n in range(200)]
    text = "\n\n".join([*pieces, *(piece + new for piece, new in zip(pieces[::-1], apart, strict=True))])
    # the first of them stands right behind what it repeats
    assert len(list(SentenceSaidBefore().check(Document(text)))) == len(pieces) - 1
    assert 0 < compared() <= 4 * len(pieces)


def test_a_pattern_is_matched_once_against_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    matched = counted(monkeypatch, "jlint.expressions.user_expression.UserExpression.matches")
    allowed = Allowed(["/資料[0-9]/"])
    text = "資料1と資料と" * 50
    with expression_time():
        assert [allowed.covers(text, at, at + 2) for at in range(0, len(text), 7)] == [True] * 50
        assert [allowed.covers(text, at, at + 2) for at in range(4, len(text), 7)] == [False] * 50
    assert matched() == 1
