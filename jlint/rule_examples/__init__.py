"""Tries rules on their own examples: those of plugins for `jlint plugins test`, jlint's own in its tests."""
