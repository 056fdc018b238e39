"""Runs the rules over one document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from typing import TYPE_CHECKING, cast

from msgspec import Struct

from jlint.engine.concern import Concern
from jlint.engine.result import Failure
from jlint.engine.rule_failure import failure_message
from jlint.finding import Finding, Language

if TYPE_CHECKING:
    from jlint.document import Document
    from jlint.engine.times import Times
    from jlint.rules.contract.active_rule import ActiveRule
    from jlint.rules.contract.cross_file import CrossRule, Fact


class RawOutput(Struct, frozen=True):
    """What the rules yield, before suppressions: findings, facts with the rules that they are for, failures."""

    findings: list[Finding]
    facts: list[tuple[str, Fact]]
    failures: list[Failure]


class StoppedError(Exception):
    """The findings are no longer wanted: `run_rules` was told so between two rules."""


def run_rules(
    document: Document,
    active: Iterable[ActiveRule],
    language: Language = "ja",
    *,
    times: Times | None = None,
    is_wanted: Callable[[], bool] | None = None,
) -> RawOutput:
    """Asks each rule that the document may concern. One that raises becomes a failure, in `language`.

    Raises StoppedError once `is_wanted`, asked before each, says no.
    """
    raw = RawOutput([], [], [])
    concern = Concern(document)
    for rule, _ in active:
        if is_wanted and not is_wanted():
            raise StoppedError
        if not concern.may_concern(rule):
            continue
        try:
            with times.of(rule.id) if times else nullcontext():
                raw.findings.extend(list(rule.check(document)))
                if rule.across:
                    raw.facts.extend([(rule.id, fact) for fact in cast("CrossRule", rule).collect(document)])
        except Exception as error:
            raw.failures.append(Failure(document.path, rule.id, failure_message(rule, error).to(language)))
    return raw
