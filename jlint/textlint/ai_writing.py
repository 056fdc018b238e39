"""textlint's preset-ai-writing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jlint.textlint.translation import Translator

RULES: Mapping[str, Translator] = {}

PRESETS: Mapping[str, Mapping[str, Any]] = {}
"""textlint's preset-ai-writing."""
