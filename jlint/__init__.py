"""jlint: an editorial linter for Japanese Markdown."""

__version__ = "0.1.0"
