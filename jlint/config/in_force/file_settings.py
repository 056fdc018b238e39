"""The settings of one file."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from jlint.config.dialect.decision import AUTO, CjkFriendly, decide, dialect_named
from jlint.config.dialect.evidence import Evidence
from jlint.document.dialect import Dialect
from jlint.document.exempt import Exempt
from jlint.document.house_usage import HouseUsage
from jlint.document.own_words import OwnWords
from jlint.finding import Language
from jlint.rules.contract.active_rule import ActiveRule


class FileSettings(NamedTuple):
    """How one file is linted. `max_file_size` is in bytes, `max_expression_time` in seconds of CPU time.

    `known` are the names that its comments may suppress. `left_out` are the rules that are on but left out of this
    run, and their categories. `words` are never a typo, nor is what stands in a turn of `usage`; in what is `exempt`
    rules report nothing. `markdown` is the dialect's name or `auto`, `cjk_friendly` the value of
    `cjk-friendly-emphasis`, and `shown` what the repository shows where that counts.
    """

    active: tuple[ActiveRule, ...]
    known: Collection[str]
    language: Language
    markdown: str
    cjk_friendly: CjkFriendly
    max_file_size: int
    max_expression_time: float
    words: OwnWords
    usage: HouseUsage
    exempt: tuple[Exempt, ...] = ()
    left_out: frozenset[str] = frozenset()
    shown: Evidence | None = None

    def dialect_of(self, path: str, text: str) -> Dialect:
        """The dialect in which the file is to be read, its path as given for the settings. `-` is no sign of any."""
        evidence = self.evidence_for(path, text)
        if evidence is None:
            return dialect_named(self.markdown, self.cjk_friendly)
        return dialect_named(evidence.dialect, self.cjk_friendly, is_guess=evidence.is_guess)

    def evidence_for(self, path: str, text: str) -> Evidence | None:
        """What shows the file's dialect, and a sentence that says so; None where the configuration names a dialect."""
        return decide(path, text, self.shown) if self.markdown == AUTO else None
