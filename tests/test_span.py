"""Whether a place touches one of many spans."""

from __future__ import annotations

from random import Random

from jlint.span import Span, SpanIndex


def test_the_index_agrees_with_the_spans_one_by_one() -> None:
    random = Random(4)
    for _ in range(300):
        spans = [Span(start, start + random.randrange(5)) for start in random.choices(range(30), k=random.randrange(6))]
        index = SpanIndex(spans)
        for start in range(32):
            for end in range(start, 34):
                place = Span(start, end)
                assert index.overlaps(place) == any(span.overlaps(place) for span in spans)
                assert index.holds(place) == any(span.start <= start and end <= span.end for span in spans)
