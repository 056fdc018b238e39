"""`jlint.all_rules`: what there is, without running anything."""

from __future__ import annotations

from typing import Any

import msgspec

from jlint.api.result import SEVERITIES, SeverityName
from jlint.finding import Text
from jlint.rules.contract.base import Bad, Rule
from jlint.rules.contract.deferred import Status
from jlint.rules.contract.documentation import documentation_of, fields_of, summary_of
from jlint.rules.table import BY_ID
from jlint.rules.table import all_rules as classes


class OptionInfo(msgspec.Struct, frozen=True, kw_only=True):
    """An option of a rule: its name in rules.yaml, what it means in both languages, and its default.

    `default` is made of what JSON has: None, bool, int, float, str, list and dict.
    """

    name: str
    default: Any
    meaning: Text


class RuleInfo(msgspec.Struct, frozen=True, kw_only=True):
    """A rule. Texts are in both languages, as `.ja` and `.en`.

    `severity` is the default one, None for a rule that is off by default; that of a rule that is new in this version is
    at most `info`. `since` is the version that brought it, `status` is `new`, `stable` or `deprecated`. `summary` is
    the sentence that names the defect, `documentation` all that `jlint explain` says about it. `has_fixes`: to some of
    its findings.
    """

    id: str
    category: str
    severity: SeverityName | None
    since: str
    status: Status
    summary: Text
    documentation: Text
    has_fixes: bool
    options: tuple[OptionInfo, ...]


def all_rules() -> tuple[RuleInfo, ...]:
    """Every rule, in the order of `jlint rules`, without the patterns of any configuration.

    Those of plugins come last, once they are allowed.
    """
    return tuple(map(_described, classes()))


def _described(rule: type[Rule]) -> RuleInfo:
    listed = BY_ID[rule.id]
    return RuleInfo(
        id=rule.id,
        category=rule.category,
        severity=None if listed.by_default is None else SEVERITIES[listed.by_default],
        since=listed.since,
        status=listed.status,
        summary=summary_of(rule),
        documentation=documentation_of(rule),
        has_fixes=any(isinstance(example, Bad) and example.fixed is not None for example in rule.examples),
        options=tuple(
            OptionInfo(name=field.name, default=_as_json(field.default), meaning=field.meaning)
            for field in fields_of(rule.Options)
        ),
    )


def _as_json(value: Any) -> Any:
    """A copy that is made of what JSON has."""
    return msgspec.json.decode(msgspec.json.encode(value))
