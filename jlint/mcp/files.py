"""check_files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from jlint.api.config import loaded
from jlint.config import Config
from jlint.engine.cache import Cache
from jlint.engine.files import Found, find_files
from jlint.engine.gather import gathered
from jlint.engine.one_file import FileLinter
from jlint.engine.run import failures_of, run
from jlint.finding import Language, Text
from jlint.mcp.answers import CheckAnswer
from jlint.mcp.arguments import CheckFiles
from jlint.mcp.findings import check_answer
from jlint.mcp.job import Job
from jlint.mcp.settings import config_for, excluded
from jlint.mcp.workplace import Workplace
from jlint.user_error import UserError

_CACHED_FROM = 10
"""With fewer files, opening the cache costs more than it saves."""
_NAMED = 3
"""How many files a notice names; it counts the others."""


def check_files(given: CheckFiles, workplace: Workplace, job: Job) -> tuple[CheckAnswer, Language]:
    """What is found in the files, as by `jlint check PATHS`, and the language that it is told in.

    Raises UserError for a path that is refused and where there is no file, ConfigError for a configuration that can't
    be used. All is done in this process, as a fork among threads may stand still: for thousands of files the command
    is faster.
    """
    paths = [workplace.path_of(path) for path in given.paths or (".",)]
    for path in paths:
        _refuse_what_is_no_file(path)
    found = find_files(paths)
    config = config_for(workplace, given.select, given.ignore)
    language = loaded(config, found.files, workplace.language).language
    if not found.files:
        raise UserError(_why_nothing(found, config))
    job.go_on()
    named = [path for path in found.files if path in paths]
    cache = Cache() if len(found.files) >= _CACHED_FROM else None
    done = run(found.files, FileLinter(config), jobs=1, cache=cache, watch=job.watch)
    results = gathered([*failures_of(found.unreadable, config), *done], language)
    notices = [
        *_notices(config, found, language),
        *(excluded(path, language) for path in named if config.for_file(path) is None),
    ]
    return check_answer(results, language, limit=given.limit, notices=notices), language


def _refuse_what_is_no_file(path: str) -> None:
    """Raises UserError for a pipe or a device: opening it might take for ever."""
    if os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path):
        raise UserError(Text(f"{path} は普通のファイルではありません", f"{path} is no regular file"))


def _why_nothing(found: Found, config: Config) -> Text:
    if found.unreadable:
        failures = [each for result in failures_of(found.unreadable, config) for each in result.failures]
        lines = "\n".join(f"{each.path}: {each.message}" for each in failures)
        return Text(lines, lines)
    return Text(
        "調べる Markdown ファイルがありません（*.md, *.markdown, *.mdx）",
        "There is no Markdown file to check (*.md, *.markdown, *.mdx)",
    )


def _notices(config: Config, found: Found, language: Language) -> Iterator[str]:
    for notice in config.notices:
        yield notice.to(language).rstrip(" 。")
    if found.outside:
        names = _some_of(found.outside)
        yield Text(
            f"フォルダーの外を指すリンクなので調べません: {names.ja}",
            f"Not checked, being links that lead out of the folder: {names.en}",
        ).to(language)


def _some_of(names: Sequence[str]) -> Text:
    more = len(names) - _NAMED
    named = ", ".join(names[:_NAMED])
    return Text(f"{named} ほか {more} 個", f"{named} and {more} more") if more > 0 else Text(named, named)
