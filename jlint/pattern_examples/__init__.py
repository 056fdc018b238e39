"""Tries patterns and dictionaries on examples: what `jlint config test` does."""
