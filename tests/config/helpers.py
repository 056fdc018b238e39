"""What the tests of the configuration share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jlint.config import Config, ConfigError
from jlint.finding import Language


def mistakes(path: Path, language: Language = "ja", **arguments: Any) -> list[str]:
    """The mistakes reported in the configuration for a file, a line each."""
    try:
        Config(language=language, **arguments).load([str(path)])
    except ConfigError as error:
        return error.lines()
    return []


def severities(path: Path, config: Config | None = None) -> dict[str, str]:
    """The rules that run on a file, with their severities."""
    settings = (config or Config()).for_file(str(path))
    assert settings is not None
    return {entry.rule.id: entry.severity.label for entry in settings.active}


def write(folder: Path, **files: str) -> None:
    """Writes files; `__` in a name stands for a dot."""
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, "utf-8")
