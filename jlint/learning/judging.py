"""Which turns are right: what stands in several posts is the house's way of writing, unless it looks like a slip.

Machines repeat their slips, and so do people who don't know better. So nothing is learnt unasked that is one edit from
what the house itself, or Japanese in general, writes more often.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from jlint.learning.counting import ENOUGH, Count
from jlint.learning.doubts import KATAKANA, Evidence, Suspect

_MOST_GAIN = 2.0
"""A repair that makes the sentence likelier than this, as a logarithm, is what Japanese in general writes."""
_NEVER_RIGHT = frozenset({"doubled-character", "doubled-fragment", "doubled-particle"})


class Reason(Enum):
    """Why a turn isn't learnt without being asked about."""

    FEW = "few"
    SAME_SENTENCE = "same-sentence"
    DOUBLED = "doubled"
    BESIDE_ANOTHER = "beside-another"
    KATAKANA = "katakana"
    KANJI = "kanji"
    FOREIGN = "foreign"
    COMMONER_HERE = "commoner-here"
    COMMONER_IN_GENERAL = "commoner-in-general"


_MISTAKEN_FOR = {KATAKANA: Reason.KATAKANA, "wrong-kanji": Reason.KANJI}
"""Rules that compare with a common word. Who takes one word for another does it in post after post."""


class Verdict(NamedTuple):
    """What becomes of a turn that stands in `posts` posts: learnt, unless there is a `reason` against it.

    `other` is the commoner turn, where that is the reason, and `other_posts` how many posts of the house have it.
    """

    turn: str
    posts: int
    reason: Reason | None = None
    other: str = ""
    other_posts: int = 0


def verdict(suspect: Suspect, counts: Mapping[str, Count], evidence: Evidence) -> Verdict:
    """The verdict on a turn. `counts` are those of what stands at its place in the house's posts."""
    posts, sentences = counts.get(suspect.wrong, Count(0, 0))
    said = Verdict(suspect.turn, posts)
    if posts < ENOUGH:
        return said._replace(reason=Reason.FEW)
    if suspect.rule in _NEVER_RIGHT:
        return said._replace(reason=Reason.DOUBLED, other=suspect.repaired or "")
    if suspect.right is None:
        return said._replace(reason=Reason.FOREIGN)
    if suspect.rule in _MISTAKEN_FOR:
        return _commoner(said, suspect, suspect.right, counts, _MISTAKEN_FOR[suspect.rule])
    commoner = _commoner_here(suspect, counts)
    if commoner is not None:
        return _commoner(said, suspect, commoner, counts, Reason.COMMONER_HERE)
    if sentences < ENOUGH:
        return said._replace(reason=Reason.SAME_SENTENCE)
    if not evidence.is_alone:
        return said._replace(reason=Reason.BESIDE_ANOTHER)
    if evidence.gain >= _MOST_GAIN:
        return _commoner(said, suspect, suspect.right, counts, Reason.COMMONER_IN_GENERAL)
    return said


def _commoner_here(suspect: Suspect, counts: Mapping[str, Count]) -> str | None:
    """What stands in more posts at the turn's place; of what the rule takes for right, as many are enough."""
    own = counts[suspect.wrong].posts
    others = ((count.posts + (middle == suspect.right), middle) for middle, count in counts.items())
    posts, middle = max(((posts, middle) for posts, middle in others if middle != suspect.wrong), default=(0, ""))
    return middle if posts > own else None


def _commoner(said: Verdict, suspect: Suspect, middle: str, counts: Mapping[str, Count], reason: Reason) -> Verdict:
    other = suspect.before + middle + suspect.behind
    return said._replace(reason=reason, other=other, other_posts=counts.get(middle, Count(0, 0)).posts)
