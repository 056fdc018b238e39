"""A rule configured for a run."""

from __future__ import annotations

from typing import NamedTuple

from jlint.finding import Severity
from jlint.rules.contract.base import Rule


class ActiveRule(NamedTuple):
    """A rule with its options, and the severity that configuration gives it."""

    rule: Rule
    severity: Severity
