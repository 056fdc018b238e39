"""Reads and writes the file of the house's usage, with its errors as the command line reports them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from jlint.cli.words import words
from jlint.finding import Language, Text
from jlint.yaml_file.mistake import as_typed

if TYPE_CHECKING:
    from jlint.usage_file import Entry


def read_usage_file(file: str, language: Language) -> tuple[bytes | None, list[Entry]]:
    """The file's bytes, None where there is none, and its entries. Raises ClickException if it can't be read."""
    from jlint.regular_file import ReadError, read_regular
    from jlint.usage_file import MOST_BYTES, read

    if not os.path.lexists(file):
        return None, []
    try:
        data = read_regular(file, MOST_BYTES)
        entries, wrong = read(data.decode("utf-8"))
    except ReadError as error:
        raise _error(file, error.message, language) from error
    except UnicodeDecodeError as error:
        raise _error(file, Text("UTF-8 として読めません", "Not readable as UTF-8"), language) from error
    if wrong:
        raise click.ClickException(f"{as_typed(file)}:{wrong[0].line}: {wrong[0].why.to(language)}")
    return data, entries


def write_usage_file(file: str, before: bytes | None, entries: Iterable[Entry], language: Language) -> bool:
    """Writes the file, whose content must still be `before`; whether that changes anything.

    Raises ClickException if it can't be written, has been changed, or would be larger than one that is read.
    """
    from jlint.engine.write import WriteError, replace_file, write_file
    from jlint.usage_file import MOST_BYTES, written

    listed = list(entries)
    after = written(listed).encode("utf-8", "surrogatepass")
    if after == before or (before is None and not listed):
        return False
    if len(after) > MOST_BYTES:
        raise _error(
            file, Text(f"{MOST_BYTES:,} バイトを超えます", f"It would have more than {MOST_BYTES:,} bytes"), language
        )
    try:
        if before is None:
            if os.path.lexists(file):
                raise WriteError(
                    Text("読んでいる間に作られました。もう一度実行してください", "It was made meanwhile. Run again")
                )
            write_file(file, after, for_runs=True)
        else:
            replace_file(file, before, after)
    except WriteError as error:
        raise _error(file, error.message, language) from error
    return True


def _error(file: str, why: Text, language: Language) -> click.ClickException:
    return click.ClickException(f"{as_typed(file)}: {words(why.ja, why.en, language)}")
