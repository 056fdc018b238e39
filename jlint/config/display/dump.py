"""Values as rules.yaml writes them, for the catalogue and for `jlint config show`."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import yaml

from jlint.finding import Severity
from jlint.printable import printable

_FOREVER = 1 << 30


def as_yaml(value: Any) -> str:
    """The value on one line, in printable characters only."""
    plain = msgspec.to_builtins(value)
    text: str = yaml.safe_dump(
        plain, allow_unicode=True, default_flow_style=True, width=_FOREVER, sort_keys=False
    ).removesuffix("\n")
    text = text.removesuffix("\n...")
    # JSON is YAML, and quoted YAML has the escapes that replace what isn't printable
    return text if printable(text) == text else printable(json.dumps(plain, ensure_ascii=False))


def severity_word(severity: Severity | None) -> str:
    """The word for a severity, `off` for None."""
    return "off" if severity is None else severity.label
