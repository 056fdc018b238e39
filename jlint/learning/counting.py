"""How often turns, and what they may be slips for, stand in the posts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from jlint.document.house_usage import is_katakana_word, with_edges
from jlint.document.word_search import WordSearch
from jlint.learning.doubts import KATAKANA, Opened, Suspect, katakana_words, post_at
from jlint.letters import difference

if TYPE_CHECKING:
    from jlint.config import Config

ENOUGH = 3
"""Posts that a turn must stand in, and different sentences: one that is copied from post to post is one voice."""

Counted = dict[tuple[int, str], tuple[int, ...]]
"""By the number of a suspect and what stands at its place, up to `ENOUGH` sentences of one post, as their checksums."""


class Count(NamedTuple):
    """In how many posts something stands, and in how many different sentences, counted up to `ENOUGH`."""

    posts: int
    sentences: int


class Counts:
    """For each suspect what stands at its place in the posts: the slip that it may be, and what is one edit from it."""

    def __init__(self) -> None:
        self._posts: defaultdict[tuple[int, str], int] = defaultdict(int)
        self._sentences: defaultdict[tuple[int, str], set[int]] = defaultdict(set)

    def add(self, counted: Counted) -> None:
        """Adds those of one post."""
        for key, sentences in counted.items():
            self._posts[key] += 1
            if len(self._sentences[key]) < ENOUGH:
                self._sentences[key].update(sentences)

    def by_suspect(self) -> Mapping[int, Mapping[str, Count]]:
        """By the number of a suspect and what stands at its place."""
        found: defaultdict[int, dict[str, Count]] = defaultdict(dict)
        for (number, middle), posts in self._posts.items():
            found[number][middle] = Count(posts, len(self._sentences[number, middle]))
        return found


class Counter:
    """Counts in one post a call. Can be pickled, raises nothing."""

    def __init__(self, config: Config, suspects: Sequence[Suspect]) -> None:
        self._config = config
        self._by_start: defaultdict[str, _SameStart] = defaultdict(_SameStart)
        self._words: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for number, suspect in enumerate(suspects):
            if suspect.rule == KATAKANA:
                for middle in {suspect.wrong, suspect.right or ""}:
                    self._words[suspect.before + middle + suspect.behind].append((number, middle))
            elif suspect.before:
                self._by_start[suspect.before].add(number, suspect)
            else:
                self._words[suspect.wrong].append((number, suspect.wrong))
        self._starts = WordSearch(list(self._by_start))
        self._latin = WordSearch([word for word in self._words if not is_katakana_word(word)])

    def __call__(self, path: str) -> Counted:
        """What the post gives, nothing where it can't be read: that was told when its doubts were looked for."""
        try:
            opened = post_at(path, self._config)
            return self._counted(opened) if isinstance(opened, Opened) else {}
        except Exception:
            return {}

    def _counted(self, opened: Opened) -> Counted:
        found: defaultdict[tuple[int, str], set[int]] = defaultdict(set)
        for text in {sentence.text for sentence in opened.document.proofread_sentences}:
            name = crc32(text.encode("utf-8", "surrogatepass"))
            for key in self._in_sentence(with_edges(text)):
                if len(found[key]) < ENOUGH:
                    found[key].add(name)
        opened.document.release()
        return {key: tuple(names) for key, names in found.items()}

    def _in_sentence(self, text: str) -> Iterator[tuple[int, str]]:
        if self._words:
            for word in [*katakana_words(text), *(word for word, _ in self._latin.places(text))]:
                yield from self._words.get(word, ())
        for start, at in self._starts.places(text):
            yield from self._by_start[start].in_text(text, at + len(start))


class _SameStart:
    """The suspects that begin alike, by what stands behind the place and how long a place before that may be."""

    def __init__(self) -> None:
        self._by_end: defaultdict[tuple[int, str], list[tuple[int, Suspect]]] = defaultdict(list)
        self._lengths: set[tuple[int, int]] = set()

    def add(self, number: int, suspect: Suspect) -> None:
        """Adds a suspect."""
        length, behind = len(suspect.wrong), suspect.behind
        lengths = {length - 1, length, length + 1, len(suspect.right or "")} if behind else {length}
        for each in lengths - {-1}:
            self._by_end[each, behind].append((number, suspect))
            self._lengths.add((each, len(behind)))

    def in_text(self, text: str, place: int) -> Iterator[tuple[int, str]]:
        """The suspects whose end stands in the text too, with what is between: the slip, its repair, or a near one."""
        for length, behind in self._lengths:
            end = place + length
            for number, suspect in self._by_end.get((length, text[end : end + behind]), ()):
                middle = text[place:end]
                if middle in (suspect.wrong, suspect.right) or is_one_edit(middle, suspect.wrong):
                    yield number, middle


def is_one_edit(one: str, other: str) -> bool:
    """Whether the texts differ by one character added, dropped or changed, or by two that are swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    _, old, new = difference(one, other)
    return max(len(old), len(new)) == 1 or (len(old) == len(new) == 2 and old == new[::-1])


def total(counted: Iterable[Counted]) -> Mapping[int, Mapping[str, Count]]:
    """What all posts gave together."""
    counts = Counts()
    for each in counted:
        counts.add(each)
    return counts.by_suspect()
