"""The rules as they are in force in the working folder, for list_rules and explain_rule."""

from __future__ import annotations

from typing import NamedTuple

from jlint.api.config import loaded
from jlint.api.errors import ConfigError
from jlint.config import Config
from jlint.config.in_force.settings import RuleInForce
from jlint.finding import Language, Text
from jlint.mcp.answers import SeverityInForce
from jlint.mcp.settings import config_for
from jlint.mcp.workplace import Workplace
from jlint.rules.contract.base import Bad
from jlint.rules.helpers.pattern import PatternRule

_PATH = "draft.md"
"""Any file of the working folder: only overrides tell files apart."""


class RulesInForce(NamedTuple):
    """The rules that come with jlint, and the patterns of the configuration."""

    rules: list[RuleInForce]
    language: Language
    notices: tuple[str, ...] = ()


def rules_in_force(workplace: Workplace) -> RulesInForce:
    """The rules under the nearest configuration; under the built-in one, and a notice, where that can't be used.

    Who mends a configuration needs to know the names of the rules.
    """
    config = config_for(workplace)
    try:
        language = loaded(config, (), workplace.language).language
    except ConfigError as error:
        isolated = Config(language=workplace.language, fallback=workplace.fallback, isolated=True)
        notice = Text(
            f"設定に誤りがあるので、既定の設定での重要度です: {error}",
            f"The configuration can't be used, so these are the built-in settings: {error}",
        )
        language = config.language
        return RulesInForce(list(isolated.settings_for(_PATH).rules()), language, (notice.to(language),))
    return RulesInForce(list(config.settings_for(_PATH).rules()), language)


def severity_of(entry: RuleInForce) -> SeverityInForce:
    """The severity in force."""
    severity: SeverityInForce = "off" if entry.severity.value is None else entry.severity.value.label
    return severity


def has_fixes(entry: RuleInForce) -> bool:
    """Whether some of its findings can be repaired."""
    if isinstance(entry.rule, PatternRule):
        return entry.rule.spec.replace is not None
    return any(isinstance(example, Bad) and example.fixed is not None for example in entry.rule.examples)


def is_on_by_default(entry: RuleInForce) -> bool:
    """Whether it runs where no configuration says anything of it; for a pattern, whether it isn't written as off."""
    return entry.rule.severity is not None
