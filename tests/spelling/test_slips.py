"""Slips of the hand: settings, the project's words, usage, and texts that aren't prose."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from jlint.document import Document
from jlint.document.token import tokenize
from jlint.rules.contract.base import Rule
from jlint.rules.helpers.typo.misspellings import misspellings
from jlint.rules.helpers.typo.slip_rule import SlipOptions
from jlint.rules.typo.known_misspelling import KnownMisspelling
from jlint.rules.typo.missing_character import MissingCharacter
from jlint.rules.typo.misspelt_katakana import MisspeltKatakana
from jlint.rules.typo.wrong_character import WrongCharacter
from jlint.spelling.candidates import Candidate, Slip
from jlint.spelling.folding import Folded
from jlint.spelling.model import model
from jlint.spelling.slips import LEAST, ranked, slips

SILENT = Path(__file__).with_name("silent.txt").read_text("utf-8").splitlines()


def found(rule: Rule, text: str, *words: str) -> int:
    return len(list(rule.check(Document(text, words=frozenset(words)))))


def test_settings_differ_in_what_they_report() -> None:
    for least in LEAST.values():
        assert least["strict"] > least["normal"] > least["eager"]
    text = "写真を撮ることができす。\n"
    assert found(MissingCharacter(SlipOptions(certainty="strict")), text) == 1


def test_own_words_are_no_slips() -> None:
    text = "ディレトリを作成します。\n"
    assert found(MisspeltKatakana(), text) == 1
    assert found(MisspeltKatakana(), text, "ディレトリ") == 0


def test_what_three_sentences_of_the_document_have_is_meant_unless_it_mostly_has_it_right() -> None:
    lines = ["ディレトリを作成します。", "古いディレトリは消します。", "空のディレトリを残します。"]
    right = [f"ディレクトリを{number}個数えます。" for number in range(4)]
    assert found(MisspeltKatakana(), "\n\n".join(lines[:2]) + "\n") == 2
    assert found(MisspeltKatakana(), "\n\n".join(lines) + "\n") == 0
    assert found(MisspeltKatakana(), "\n\n".join([*lines, *right]) + "\n") == 3


@pytest.mark.parametrize(
    "text",
    [
        "あ" * 10_000,
        "".join(random.Random(3).choices("あいうえおかきくけこさしすせそたちつてとなにぬねの", k=20_000)),
        "".join(random.Random(3).choices("アイウエオカキクケコサシスセソタチツテト", k=20_000)),
        "The quick brown fox jumps over it. " * 500,
        "for i in range(10): x[i] = y(i)  # " * 500,
        "値を確認することができます、" * 2_000,
        "",
    ],
)
def test_no_flood_of_findings_and_no_long_wait(text: str) -> None:
    started = time.perf_counter()
    assert not slips(text)
    assert time.perf_counter() - started < 10


def test_each_listed_misspelling() -> None:
    for wrong, right, basis, example in misspellings():
        assert basis
        assert wrong in example
        assert wrong not in right
        assert found(KnownMisspelling(), example + "\n") >= 1, example
        assert found(KnownMisspelling(), example.replace(wrong, right) + "\n") == 0
        assert not (len(tokens := tokenize(wrong)) == 1 and tokens[0].lemma == wrong)


@pytest.mark.parametrize("text", SILENT)
def test_what_looks_like_a_slip_but_is_none_is_left_alone(text: str) -> None:
    assert not [slip for slip in slips(text) if slip.is_reported("normal")]


def test_a_listed_misspelling_suppresses_its_own_slip_and_no_other() -> None:
    listed = "運転のシュミレーションで資料にもとずいて話す。\n"
    assert found(KnownMisspelling(), listed) == 2
    assert found(MisspeltKatakana(), listed) == found(WrongCharacter(), listed) == 0
    assert found(MisspeltKatakana(), "必らず社内のコンプライアミンスを見直す。\n") == 1


def test_each_place_is_compared_with_its_neighbours_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = 0

    class Counted:
        def __init__(self, candidate: Candidate) -> None:
            self.gain = float(candidate.start % 7)
            self._candidate = candidate

        @property
        def candidate(self) -> Candidate:
            nonlocal calls
            calls += 1
            return self._candidate

    def calls_for(count: int) -> int:
        nonlocal calls
        calls = 0
        found = [Candidate(Slip.WRONG, start, start + 1, "あ", None) for start in range(count)]
        monkeypatch.setattr("jlint.spelling.search.kana_candidates", lambda folded, unknown, model, margin: found)
        assert not list(ranked(Folded("い" * count), model()))
        return calls

    monkeypatch.setattr("jlint.spelling.search.weigh", lambda candidate, folded, model: Counted(candidate))
    monkeypatch.setattr("jlint.spelling.slips.is_variant", lambda candidate, repair: True)
    assert calls_for(800) < 3 * calls_for(400)


def test_usage_is_looked_for_once_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = 0
    sentences = vars(Document)["proofread_sentences"].func

    def counted(document: Document) -> object:
        nonlocal calls
        calls += 1
        return sentences(document)

    monkeypatch.setattr(Document, "proofread_sentences", property(counted))
    text = "".join(f"この{number}番の窓口で写真を撮ることができす。\n\n" for number in range(50))
    assert found(MissingCharacter(), text) == 0
    assert calls <= 4
