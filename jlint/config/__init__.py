"""rules.yaml: which rules run on which file, and with which options.

`reading` checks one file against types and turns it into a layer. `layers` puts the layer on top of those that the file
extends. `in_force` finds the configuration of each linted file and merges its layers into settings. `display` writes
settings as text, and generates the catalogue of all rules and the JSON Schema.

YAML with the places of its nodes is read by jlint/yaml_file.
"""

from jlint.config.in_force.config import Config
from jlint.config.in_force.file_settings import FileSettings
from jlint.yaml_file.mistake import ConfigError

__all__ = ["Config", "ConfigError", "FileSettings"]
