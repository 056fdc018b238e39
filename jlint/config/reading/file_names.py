"""The names of files that are read without being named in a configuration."""

from __future__ import annotations

WORDS = "words.txt"
"""The project's own words: beside the configuration, or without one the nearest above a file."""
