"""What a run of `jlint check` lints or fixes files with."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from jlint.cli.check_options import CheckOptions
from jlint.cli.run_support import cache_for
from jlint.cli.scope import changes_of, is_in_pre_commit, read_baseline
from jlint.config import Config
from jlint.engine.files import Found
from jlint.engine.one_file import FileLinter
from jlint.engine.times import Times

if TYPE_CHECKING:
    from jlint.engine.baseline import Baseline
    from jlint.engine.cache import Cache


class Prepared(NamedTuple):
    """What lints the files, and what the report needs besides their results."""

    linter: FileLinter
    cache: Cache | None
    times: Times | None
    baseline: Baseline | None


def prepare(found: Found, options: CheckOptions, config: Config) -> Prepared:
    """What lints the files, or fixes them if the options say so.

    Raises ClickException where git fails, and for a baseline that can't be read.
    """
    times = Times() if options.profile else None
    language = config.language
    baseline = None if options.baseline_file is None else read_baseline(options.baseline_file, language)
    changes = changes_of(since=options.since, staged=options.staged, files=found.files, language=language)
    fix_mode = options.fix_mode
    if fix_mode:
        stage = changes is not None and changes.is_staged and not is_in_pre_commit()
        fix_mode = fix_mode._replace(stage=stage, baseline=baseline)
    linter = FileLinter(
        config,
        stdin_name=options.stdin_name,
        fix_mode=fix_mode,
        changes=changes,
        times=times,
        timed=options.measures_files,
    )
    if options.fixes_stdin:
        linter.standard_input = sys.stdin.buffer.read()
    return Prepared(linter, cache_for(len(found.files)) if options.uses_cache else None, times, baseline)
