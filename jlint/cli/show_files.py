"""`jlint check --show-files`."""

from __future__ import annotations

from jlint.cli.exit_codes import FAILED, OK
from jlint.cli.words import print_notice, print_stdout
from jlint.config import Config
from jlint.engine.files import Found
from jlint.regular_file import why_unreadable


def show_files(found: Found, config: Config) -> int:
    """Prints the files that would be checked, and what can't be read. Returns the exit code."""
    print_stdout(*(path for path in found.files if config.for_file(path)))
    for path, error in found.unreadable:
        print_notice(f"{path}: {why_unreadable(error).to(config.language)}")
    return FAILED if found.unreadable else OK
