"""textlint's rules that stand outside of presets, and small ones that several presets hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jlint.textlint.translation import Translator

RULES: Mapping[str, Translator] = {}

PRESETS: Mapping[str, Mapping[str, Any]] = {}
"""textlint's rules that stand outside of presets, and small ones that several presets hold."""
