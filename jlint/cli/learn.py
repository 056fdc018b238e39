"""`jlint learn`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from jlint.cli import completion
from jlint.cli.configuration import config_of, configured, load_or_report
from jlint.cli.exit_codes import FAILED, OK
from jlint.cli.help import Command
from jlint.cli.learn_words import lines_of, no_configuration, written_to
from jlint.cli.outcome import report_no_files
from jlint.cli.run_support import progress_for, report_links_outside, report_other_markup
from jlint.cli.usage_file import read_usage_file, write_usage_file
from jlint.cli.words import print_notice, print_stderr, print_stdout, words
from jlint.finding import Language
from jlint.paths import STDIN
from jlint.yaml_file.mistake import as_typed

if TYPE_CHECKING:
    from jlint.config import Config
    from jlint.usage_file import Entry


@click.command(
    "learn",
    cls=Command,
    help=words(
        "公開した記事を読み、三つ以上の記事にある正しい言い回しを jlint-usage.txt に覚えます。"
        "覚えた言い回しは、もう誤字とは言いません。\n\n"
        "誤字かもしれないものは覚えずに、理由を示します。--review を付けると、一つずつ尋ねます。\n\n"
        "PATH を省くと今のフォルダーです。",
        "Read published posts and keep the turns that stand in three or more of them by right in jlint-usage.txt. "
        "They are no longer reported as typos.\n\n"
        "What may be a slip is not kept; it is told why. With --review you are asked about each.\n\n"
        "Without PATH the current folder.",
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=completion.files)
@click.option(
    "--review",
    is_flag=True,
    help=words(
        "誤字かもしれないものを一つずつ尋ねる（y 覚える、n 覚えない、all 残りをすべて覚える、quit やめる）。",
        "Ask about each that may be a slip (y: keep, n: don't, all: keep the rest, quit).",
    ),
)
@click.option(
    "--show",
    is_flag=True,
    help=words("何も読まずに、覚えたものを示す。", "Read no posts; show what was learnt."),
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help=words("並行して動かすプロセスの数。", "How many processes to use."),
)
@configured
def command(
    paths: tuple[str, ...],
    review: bool,
    show: bool,
    jobs: int | None,
    config_file: str | None,
    isolated: bool,
    lang: Language | None,
) -> int:
    """Runs the command and returns its exit code."""
    from jlint.learning.learn import CATEGORY

    if show and review:
        raise click.UsageError(
            words("--show と --review は一緒に使えません。", "--show and --review exclude each other.", lang)
        )
    if STDIN in paths:
        raise click.UsageError(words("learn は標準入力を読めません。", "learn can't read standard input.", lang))
    config = config_of(config_file, isolated, lang, select=frozenset({CATEGORY}))
    if show:
        return _show(paths, config)
    from jlint.engine.files import find_files

    found = find_files(paths or (".",))
    if not load_or_report(config, found.files):
        return FAILED
    report_links_outside(found, config.language)
    report_other_markup(found.files, config)
    for path, error in found.unreadable:
        from jlint.regular_file import why_unreadable

        print_notice(f"{path}: {why_unreadable(error).to(config.language)}")
    if not found.files:
        if not found.unreadable:
            report_no_files(config.language)
        return FAILED
    by_file = _by_usage_file(found.files, config)
    if None in by_file:
        print_notice(no_configuration().to(config.language))
        return FAILED
    codes = [_learn(file, posts, config, jobs, review=review) for file, posts in by_file.items() if file]
    return max([FAILED if found.unreadable else OK, *codes])


def _by_usage_file(paths: Iterable[str], config: Config) -> dict[str | None, list[str]]:
    """The posts by the file that their usage belongs in, None where there is no configuration."""
    by_file: defaultdict[str | None, list[str]] = defaultdict(list)
    for path in paths:
        by_file[config.usage_file(path)].append(path)
    return by_file


def _learn(file: str, posts: list[str], config: Config, jobs: int | None, *, review: bool) -> int:
    from jlint.learning.learn import learn, to_ask, updated

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


def _show(paths: tuple[str, ...], config: Config) -> int:
    from jlint.cli.learn_words import state_named

    if not load_or_report(config, paths):
        return FAILED
    files = dict.fromkeys(config.usage_file(path) for path in paths or (STDIN,))
    if None in files:
        print_notice(no_configuration().to(config.language))
        return FAILED
    from jlint.usage_file import shown

    for file in filter(None, files):
        _, entries = read_usage_file(file, config.language)
        if not entries:
            name = as_typed(file)
            print_notice(words(f"{name} にはまだ何もありません", f"There is nothing in {name} yet", config.language))
        for entry in sorted(entries, key=lambda each: (-each.posts, each.turn)):
            print_stdout(f"{entry.posts:>6}  {shown(entry.turn)}  {state_named(entry.state).to(config.language)}")
    return OK
