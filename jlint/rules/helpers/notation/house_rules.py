"""Rules that settle how a word is written, and the rule that only wants one way of writing: who yields to whom.

A rule with a list, such as kanji-or-kana, says what is right in each place, perhaps another way in another place;
mixed-variant wants one way throughout. Where both run they would undo each other's fixes, so mixed-variant proposes
nothing that such a rule reports. A writing that its option `prefer` names was chosen for this text: there the list
yields.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

import msgspec

from jlint.document import Document
from jlint.rules.contract.base import Rule, Span
from jlint.rules.helpers.allow import AllowOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

ONE_WAY = "mixed-variant"
"""The rule that wants one way of writing throughout."""
LISTS = ("kanji-or-kana", "kanji-adverb", "kanji-auxiliary-verb", "kanji-formal-noun", "kanji-pronoun")
"""The rules that say of single words how they are written."""

AnyRule = TypeVar("AnyRule", bound=Rule)


def lists_among(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules that say of single words how they are written."""
    return tuple(rule for rule in rules if rule.id in LISTS)


def is_rejected(better: str, span: Span, document: Document, lists: Sequence[Rule]) -> bool:
    """Whether one of the rules would report the writing `better` if it stood at the span."""
    if not lists:
        return False
    line = document.lines.span(document.lines.line_of(span.start))
    start = span.start - line.start
    text = f"{document.text[line.start : span.start]}{better}{document.text[span.end : line.end]}"
    changed = Document(text, document.path, document.dialect, document.words)
    place = Span(start, start + len(better))
    return any(finding.span.overlaps(place) for rule in lists for finding in rule.check(changed))


def with_preferred(rule: AnyRule, others: Iterable[Rule]) -> AnyRule:
    """The rule, which allows what the option `prefer` of mixed-variant names; itself where nothing is named."""
    preferred: tuple[str, ...] = next(
        (getattr(each.options, "prefer", ()) for each in others if each.id == ONE_WAY), ()
    )
    if not preferred or not isinstance(rule.options, AllowOptions):
        return rule
    return type(rule)(msgspec.structs.replace(rule.options, allow=(*rule.options.allow, *preferred)))
