"""What reports say of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec import Struct

from jlint.finding import Language, Severity

if TYPE_CHECKING:
    from jlint.rules.contract.example import Bad, Good


class RuleWords(Struct, frozen=True):
    """A rule of jlint's: the sentence that names the defect, why it matters and what to do (which may be empty), each
    paragraph on one line, its category, its own severity and the one it has by default (None: off), its examples, as
    they are written.
    """

    summary: str
    why: str
    category: str
    severity: Severity | None
    by_default: Severity | None
    examples: tuple[Bad | Good, ...]


def words_of(rule: str, language: Language) -> RuleWords | None:
    """What is to be said of a rule; None for a pattern of the configuration, which has no documentation."""
    from jlint.report.width import unwrapped
    from jlint.rules.contract.documentation import documentation_of
    from jlint.rules.table import BY_ID

    known = BY_ID.get(rule)
    if known is None:
        return None
    loaded = known.load()
    summary, _, why = documentation_of(loaded).to(language).partition("\n")
    paragraphs = "\n\n".join(unwrapped(each.strip()) for each in why.split("\n\n") if each.strip())
    return RuleWords(summary, paragraphs, known.category, known.severity, known.by_default, loaded.examples)


def summary_of(rule: str, language: Language) -> str:
    """The first line of the rule's documentation; for a pattern of the configuration, which has none, its id."""
    words = words_of(rule, language)
    return words.summary if words else rule


def address_of(rule: str, docs_url: str) -> str:
    """The address of the page about a rule (see `Style`), empty where there is none."""
    return docs_url.replace("{rule}", quote(rule, safe=""))
