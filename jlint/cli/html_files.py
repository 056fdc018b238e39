"""`--output html=FILE`: one page, or with very many findings a page for each post in a folder beside it."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from functools import partial

import click

from jlint.cli.outcome import write_report_file, writer_of
from jlint.engine.result import RunResult
from jlint.engine.write import WriteError, write_file
from jlint.report import Style
from jlint.report.html_format import MOST_ON_A_PAGE, folder_of, pages
from jlint.report.html_shell import GENERATOR
from jlint.system_error import reason_of

_OF_A_POST = r"\d{4,}\.html"
_START = 2_000
"""So many characters at the start of a page say that it is jlint's."""


def write_html(path: str, result: RunResult, style: Style) -> None:
    """Writes the report. Raises ClickException where that fails.

    Pages that an earlier report has left in the folder are deleted, nothing else is.
    """
    folder, index = os.path.split(path)
    beside = os.path.join(folder, folder_of(index))
    _remove_pages(beside)
    if len(result.findings) <= MOST_ON_A_PAGE:
        write_report_file(path, partial(writer_of("html"), result), style)
        return
    try:
        os.makedirs(beside, exist_ok=True)
    except OSError as error:
        raise click.ClickException(f"{beside}: {reason_of(error).to(style.language)}") from error
    for name, text in pages(result, index, style):
        place = os.path.join(folder, name)
        try:
            write_file(place, text.encode("utf-8", "replace"))
        except WriteError as error:
            raise click.ClickException(f"{place}: {error.message.to(style.language)}") from error


def _remove_pages(folder: str) -> None:
    if os.path.islink(folder) or not os.path.isdir(folder):
        return
    with suppress(OSError):
        for name in os.listdir(folder):
            place = os.path.join(folder, name)
            if re.fullmatch(_OF_A_POST, name) and os.path.isfile(place) and not os.path.islink(place):
                with open(place, encoding="utf-8", errors="replace") as file:
                    ours = GENERATOR in file.read(_START)
                if ours:
                    os.unlink(place)
        os.rmdir(folder)  # where nothing is left
