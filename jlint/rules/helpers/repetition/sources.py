"""For each sentence of a text the earlier one that it repeats."""

from __future__ import annotations

from collections.abc import Sequence

_ANCHOR = 10
"""Letters that a sentence needs to be searched everywhere; a shorter one counts only at once or within a copy."""
STRIDE = 3
"""How many sentences of the source a copy may leave out, or bring in, and still be the same copy."""
_LONGEST_SEARCHED = 4000
"""Letters of source that are searched for a fragment at most: a page without a full stop is no sentence."""


def exact_sources(keys: Sequence[str]) -> list[int]:
    """For each sentence the number of the earlier one that it repeats, -1 for a new one."""
    sources = [-1] * len(keys)
    first: dict[str, int] = {}
    start = previous = -1
    gap = 0
    for number, key in enumerate(keys):
        source = _continuation(keys, key, previous, gap, start) if previous >= 0 else -1
        if source < 0:
            source = first.get(key, -1)
            if source < 0 and number and key == keys[number - 1]:
                # too short to be looked up, but said twice at once
                source = number - 1 if sources[number - 1] < 0 else sources[number - 1]
            if source >= 0 and (previous < 0 or source >= start):
                start = number
        if source >= 0:
            sources[number] = previous = source
            gap = 0
            continue
        if len(key) >= _ANCHOR:
            first[key] = number
        gap += 1
        if gap > STRIDE:
            previous = -1
    _extend_backwards(keys, sources)
    return sources


def _continuation(keys: Sequence[str], key: str, previous: int, gap: int, start: int) -> int:
    """The source of a sentence that continues a copy whose last known source is `previous`, else -1.

    The copy began at `start`; its sources are before that.
    """
    end = min(previous + gap + STRIDE + 1, start)
    for source in range(previous + 1, end):
        if keys[source] == key:
            return source
    if gap == 0 and len(key) >= _ANCHOR:
        return _end_within(keys, key, previous, end)
    return -1


def _end_within(keys: Sequence[str], key: str, first: int, end: int) -> int:
    """The sentence in which `key` ends if it is a part of the sentences from `first` to `end` joined, else -1.

    This follows a copy that lost its line breaks and list markers, or was cut in mid-sentence.
    """
    if sum(map(len, keys[first:end])) > _LONGEST_SEARCHED:
        return -1
    together = "".join(keys[first:end])
    at = together.find(key)
    if at < 0:
        key = key.lstrip("0123456789")
        at = together.find(key) if len(key) >= _ANCHOR else -1
    if at < 0:
        return -1
    at += len(key)
    source = first
    while at > len(keys[source]):
        at -= len(keys[source])
        source += 1
    return source


def _extend_backwards(keys: Sequence[str], sources: list[int]) -> None:
    """Finds the sentences before a copy that were too short or too fragmentary to be looked up by themselves."""
    for number in range(len(keys) - 1, 0, -1):
        source = sources[number]
        if source <= 0 or sources[number - 1] >= 0:
            continue
        key = keys[number - 1]
        if key == keys[source - 1] and source < number:
            sources[number - 1] = source - 1
        elif len(key) >= _ANCHOR:
            sources[number - 1] = _end_within(keys, key, max(0, source - STRIDE), min(source, number - 1))


def first_places(keys: Sequence[str], sources: Sequence[int]) -> list[int]:
    """The sources, but instead of one that repeats another sentence word for word, the first of these."""
    first = list(sources)
    for number, source in enumerate(sources):
        if source >= 0 and first[source] >= 0 and keys[first[source]] == keys[source]:
            first[number] = first[source]
    return first
