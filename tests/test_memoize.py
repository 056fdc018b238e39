"""What is memoized by a text is bounded by size as well as by number."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable

import pytest

from jlint.document.sentence_ends import split_sentences
from jlint.letters import letters
from jlint.memoize import LONGEST, memoize
from jlint.rules.repetition.duplicate_paragraph import _key


def test_short_texts_are_cached_and_long_ones_are_not() -> None:
    calls: list[tuple[str, int]] = []

    @memoize(10)
    def length(text: str, more: int = 0) -> int:
        calls.append((text[:1], more))
        return len(text) + more

    for _ in range(2):
        assert length("あ" * LONGEST) == LONGEST
        assert length("い" * (LONGEST + 1), 1) == LONGEST + 2
        assert length("う", 1) == 2
    assert calls == [("あ", 0), ("い", 1), ("う", 1), ("い", 1)]
    assert length.__name__ == "length"


@pytest.mark.parametrize("function", [split_sentences, letters, _key])
def test_long_texts_leave_nothing_in_memory(function: Callable[[str], object]) -> None:
    function("初めの文。")
    tracemalloc.start()
    try:
        for number in range(10):
            function(f"第{number}号の棚を見た。" * 5000)
        gc.collect()
        left, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert left < 500_000
