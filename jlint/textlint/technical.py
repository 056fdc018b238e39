"""textlint's preset-ja-technical-writing, preset-japanese and the rules of grammar and style that they are made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jlint.textlint.translation import Translator

RULES: Mapping[str, Translator] = {}

PRESETS: Mapping[str, Mapping[str, Any]] = {}
"""The rules inside a preset with the options that the preset gives them; true where it gives none, false where off."""
