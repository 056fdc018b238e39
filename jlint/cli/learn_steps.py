"""What `jlint learn` does: reads the posts, asks, writes the file of the house's usage, or shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from jlint.cli.configuration import load_or_report
from jlint.cli.exit_codes import FAILED, OK
from jlint.cli.learn_words import lines_of, no_configuration, state_named, written_to
from jlint.cli.outcome import report_no_files
from jlint.cli.run_support import progress_for, report_links_outside, report_other_markup
from jlint.cli.usage_file import read_usage_file, write_usage_file
from jlint.cli.words import print_notice, print_stderr, print_stdout, words
from jlint.engine.files import Found, find_files
from jlint.learning.learn import learn, to_ask, updated
from jlint.paths import STDIN
from jlint.regular_file import why_unreadable
from jlint.usage_file import shown
from jlint.yaml_file.mistake import as_typed

if TYPE_CHECKING:
    from jlint.config import Config
    from jlint.usage_file import Entry


def read(paths: tuple[str, ...], config: Config, jobs: int | None, *, review: bool) -> int:
    """Learns from the posts in the paths, and returns the exit code."""
    found = find_files(paths or (".",))
    by_file = _by_usage_file(found, config) if load_or_report(config, found.files) else {}
    if None in by_file:
        print_notice(no_configuration().to(config.language))
        return FAILED
    codes = [_learn(file, posts, config, jobs, review=review) for file, posts in by_file.items() if file]
    return max(codes) if codes and not found.unreadable else FAILED


def _by_usage_file(found: Found, config: Config) -> dict[str | None, list[str]]:
    """The posts by the file that their usage belongs in, None where there is no configuration."""
    report_links_outside(found, config.language)
    report_other_markup(found.files, config)
    for path, error in found.unreadable:
        print_notice(f"{path}: {why_unreadable(error).to(config.language)}")
    if not found.files and not found.unreadable:
        report_no_files(config.language)
    return _grouped(found.files, config)


def _grouped(paths: Iterable[str], config: Config) -> dict[str | None, list[str]]:
    by_file: defaultdict[str | None, list[str]] = defaultdict(list)
    for path in paths:
        by_file[config.usage_file(path)].append(path)
    return by_file


def _learn(file: str, posts: list[str], config: Config, jobs: int | None, *, review: bool) -> int:
    language = config.language
    learnt = learn(posts, config, jobs=jobs, watch=progress_for(len(posts), language))
    for path, why in learnt.failures:
        print_notice(f"{path}: {why.to(language)}")
    decided: list[Entry] = []
    if review:
        from jlint.cli.learn_review import ask

        _, entries = read_usage_file(file, language)
        decided = ask(to_ask(entries, learnt), language)
    before, entries = read_usage_file(file, language)  # it may have been changed while somebody was thinking
    new = updated(entries, learnt)
    is_written = write_usage_file(file, before, [*new.entries, *decided], language)
    print_notice(written_to(as_typed(file), learnt, new, decided, is_written=is_written).to(language))
    if not review:
        print_stderr(*(line.to(language) for line in lines_of(to_ask(new.entries, learnt), new.dropped)))
    return FAILED if learnt.failures else OK


def show(paths: tuple[str, ...], config: Config) -> int:
    """Shows what was learnt for the paths, and returns the exit code."""
    if not load_or_report(config, paths):
        return FAILED
    files = _grouped(paths or (STDIN,), config)
    if None in files:
        print_notice(no_configuration().to(config.language))
        return FAILED
    for file in filter(None, files):
        _, entries = read_usage_file(file, config.language)
        if not entries:
            name = as_typed(file)
            print_notice(words(f"{name} にはまだ何もありません", f"There is nothing in {name} yet", config.language))
        for entry in sorted(entries, key=lambda each: (-each.posts, each.turn)):
            print_stdout(f"{entry.posts:>6}  {shown(entry.turn)}  {state_named(entry.state).to(config.language)}")
    return OK
