"""Whether jlint accepts what was migrated: it is read as if it were in rules.yaml already."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import yaml

from jlint.config.display.dump import as_yaml
from jlint.config.reading.patterns import read_patterns
from jlint.config.reading.rule_lines import read_rules
from jlint.document.yaml_nodes import compose
from jlint.finding import Text
from jlint.yaml_file.source import Source


def why_no_option(rule: str, option: str, value: Any) -> Text | None:
    """What is wrong with a value of a rule's option, if anything is."""
    return _mistake({rule: {option: value}}, lambda source, node: read_rules(source, node, ()))


def why_no_pattern(id: str, fields: Mapping[str, Any]) -> Text | None:
    """What is wrong with an entry under `patterns`, if anything is."""
    return _mistake([{"id": id, **fields}], read_patterns)


def _mistake(value: Any, read: Callable[[Source, yaml.Node], object]) -> Text | None:
    source = Source("rules.yaml")
    node, error = compose(as_yaml(value))
    if error is not None or node is None:
        return error and error.message
    read(source, node)
    return source.mistakes[0].message if source.mistakes else None
