"""rules.yaml: what runs on which file, and how.

A file is read with marks (source), checked against types (shape, values, rule_lines, patterns, parse), put on top of
what it extends (chain), merged (settings), and asked for each file (locate, config).
"""

from jlint.config.in_force.config import Config, FileSettings
from jlint.yaml_file.mistake import ConfigError

__all__ = ["Config", "ConfigError", "FileSettings"]
