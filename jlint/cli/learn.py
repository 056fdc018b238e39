"""`jlint learn`."""

from __future__ import annotations

import click

from jlint.cli import completion, learn_steps
from jlint.cli.configuration import config_of, configured
from jlint.cli.help import Command
from jlint.cli.words import words
from jlint.finding import Language
from jlint.paths import STDIN


@click.command(
    "learn",
    cls=Command,
    help=words(
        "公開した記事を読み、三つ以上の記事にある正しい言い回しを覚えます。"
        "覚えた言い回し（jlint-usage.txt）は、もう誤字とは言いません。\n\n"
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
    return learn_steps.show(paths, config) if show else learn_steps.read(paths, config, jobs, review=review)
