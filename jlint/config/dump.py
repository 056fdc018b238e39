"""Values as rules.yaml writes them, for the catalogue and for `jlint config show`."""

from __future__ import annotations

from typing import Any

import msgspec
import yaml

from jlint.finding import Severity

_FOREVER = 1 << 30


def as_yaml(value: Any) -> str:
    """The value on one line."""
    text: str = yaml.safe_dump(
        msgspec.to_builtins(value), allow_unicode=True, default_flow_style=True, width=_FOREVER, sort_keys=False
    )
    return text.removesuffix("\n").removesuffix("\n...")


def severity_word(severity: Severity | None) -> str:
    """The word for a severity, `off` for None."""
    return "off" if severity is None else severity.label
