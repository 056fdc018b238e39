"""Lists that rules read; README.md says what each is and where it comes from."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent
"""Where the lists are."""
