"""rules.yaml: what runs on which file, and how."""

from jlint.config.config import Config, FileSettings

__all__ = ["Config", "FileSettings"]
