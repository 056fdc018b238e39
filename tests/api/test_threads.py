"""Several threads lint at once and get what one would."""

from __future__ import annotations

import os
import random
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

import jlint
from jlint.document import token
from jlint.rules.contract.example import Bad, unmark
from jlint.rules.helpers.style import politeness
from jlint.rules.table import RULES
from jlint.spelling import doubling, slips
from tests.conftest import ROOT

THREADS = 8
RUNAWAY = """extends: none
max-expression-time: 0.2
patterns:
  - {id: slow, match: '(あ|ああ)+$', message: 遅い}
  - {id: quick, match: '(庭+|棚+)+に', message: 速い}
"""


@pytest.fixture(autouse=True)
def _switching_often() -> Iterator[None]:
    """Lets threads take turns a thousand times as often as usual, so that they meet."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(usual / 1000)
    yield
    sys.setswitchinterval(usual)


@pytest.fixture
def _caches_overflow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the caches that are emptied when they are full be emptied all the time."""
    for module in (token, doubling, slips, politeness):
        monkeypatch.setattr(module, "_MOST_CACHED", 20)


def texts() -> list[str]:
    """Texts in which every rule finds something, and whole drafts."""
    examples = [unmark(example.text).text for rule in RULES for example in rule.examples if isinstance(example, Bad)]
    drafts = [(ROOT / "examples" / name).read_text("utf-8") for name in ("faulty.md", "clean.md")]
    return ["\n\n".join(examples[start : start + 6]) for start in range(0, len(examples), 6)] + drafts


def in_threads(work: Callable[[str], object], of_each: list[str]) -> list[object]:
    """The results for the texts. All threads begin at once, each with the texts in an order of its own."""
    barrier = threading.Barrier(THREADS)
    found: dict[str, set[object]] = {text: set() for text in of_each}

    def run(number: int) -> list[tuple[str, object]]:
        order = random.Random(number).sample(of_each, len(of_each))
        barrier.wait()
        return [(text, work(text)) for text in order]

    with ThreadPoolExecutor(THREADS) as pool:
        for results in pool.map(run, range(THREADS)):
            for text, result in results:
                found[text].add(result)
    assert [len(each) for each in found.values()] == [1] * len(found)
    return [next(iter(found[text])) for text in of_each]


@pytest.mark.usefixtures("_caches_overflow")
def test_threads_find_what_one_finds() -> None:
    of_each = texts()
    every_rule = [rule.id for rule in RULES]
    config = jlint.Config(select=every_rule)
    expected = [jlint.lint(text, config=config) for text in of_each]
    assert len({finding.rule for result in expected for finding in result.findings}) > 120
    assert not any(result.failures for result in expected)
    afresh = jlint.Config(select=every_rule)
    assert in_threads(partial(jlint.lint, config=afresh), of_each) == expected


def test_threads_share_the_nearest_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".git").mkdir()
    rule = "extends: none\npatterns: [{id: house-%s, match: %s, message: 別の語にします}]\n"
    for place, word in (("a", "庭"), ("b", "棚")):
        Path(place).mkdir()
        Path(place, "rules.yaml").write_text(rule % (place, word), "utf-8")

    def found(name: str) -> object:
        return tuple(finding.rule for finding in jlint.lint("庭と棚。", name).findings)

    names = [f"{place}/{number}.md" for place in "ab" for number in range(20)]
    assert in_threads(found, names) == [("house-a",)] * 20 + [("house-b",)] * 20


def test_each_thread_has_its_own_time_for_expressions(tmp_path: Path) -> None:
    """What other threads do meanwhile doesn't count: an expression that is quick doesn't run out of time."""
    file = tmp_path / "rules.yaml"
    file.write_text(RUNAWAY, "utf-8")
    config = jlint.Config.load(file)
    texts = ["あ" * 60 + "い", *("庭棚に。" * (number + 300) for number in range(12))]

    def outcome(text: str) -> object:
        result = jlint.lint(text, config=config)
        return len(result.findings), tuple(failure.rule for failure in result.failures)

    assert in_threads(outcome, texts) == [(0, ("slow", "quick")), *((number + 300, ()) for number in range(12))]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
def test_a_forked_process_can_go_on_although_a_thread_held_a_lock() -> None:
    jlint.lint("庭に水を撒く。")
    with token._mecab:
        pid = os.fork()
        if pid == 0:
            found = len(jlint.lint("水をを撒く。今回のの件です。", config=jlint.Config()).findings)
            os._exit(found)
    waited = threading.Timer(60, os.kill, (pid, 9))
    waited.start()
    _, status = os.waitpid(pid, 0)
    waited.cancel()
    assert os.waitstatus_to_exitcode(status) == 2
