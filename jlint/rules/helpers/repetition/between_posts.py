"""The common part of the rules that find the same text in two posts."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence

from jlint.compiled import lazy_pattern
from jlint.finding import Text
from jlint.rules.contract.cross_file import Conclusion, SharedFact

_IGNORED = lazy_pattern(r"[\s\"'“”「」『』*_`]+")
_MOST = 3
"""How many of the other posts a finding names as related places."""


def normal_form(text: str) -> str:
    """The text without white space, quotation marks and width differences, for comparison."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text)).casefold()


def same_elsewhere(facts: Sequence[SharedFact], what: Text, advice: Text) -> Iterator[Conclusion]:
    """A conclusion for each fact whose key is in another file too; at most one per file and key."""
    by_key: dict[str, dict[str, SharedFact]] = defaultdict(dict)
    for fact in facts:
        by_key[fact.key].setdefault(fact.path, fact)
    for same in by_key.values():
        for fact in same.values():
            others = [other for other in same.values() if other.path != fact.path]
            if others:
                yield Conclusion(fact, _message(others, what, advice), tuple((other, what) for other in others[:_MOST]))


def _message(others: list[SharedFact], what: Text, advice: Text) -> Text:
    first = f"{others[0].path}:{others[0].line}"
    more_ja = f" ほか{len(others) - 1}件" if len(others) > 1 else ""
    more_en = f" and {len(others) - 1} more" if len(others) > 1 else ""
    return Text(f"{first}{more_ja} と{what.ja}です。{advice.ja}", f"{what.en} as in {first}{more_en}. {advice.en}")
