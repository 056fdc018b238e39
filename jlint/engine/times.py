"""How long each rule took in a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from jlint.finding import Language, Text


class Times:
    """Seconds by rule. What several rules share, such as 形態素, counts for the first rule that needs it."""

    def __init__(self) -> None:
        self._seconds: Counter[str] = Counter()

    @contextmanager
    def of(self, rule: str) -> Iterator[None]:
        """Adds the time spent inside the block to the rule's."""
        started = perf_counter()
        try:
            yield
        finally:
            self._seconds[rule] += perf_counter() - started  # type: ignore[assignment]

    def table(self, language: Language) -> list[str]:
        """The lines of a table: a title, then the rules, the slowest first, in milliseconds."""
        title = Text("ルールごとの時間（ミリ秒）", "Time by rule (milliseconds)").to(language)
        rows = [f"{seconds * 1000:10.1f}  {rule}" for rule, seconds in self._seconds.most_common()]
        return [f"{title}:", *rows]
