"""Commands whose `--help` is entirely in the reader's language, Click's own words included."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from jlint.cli.words import words

_JAPANESE = {
    "Options": "オプション",
    "Commands": "コマンド",
    "[OPTIONS]": "[オプション]",
    "COMMAND [ARGS]...": "コマンド [引数]...",
}


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, words("使い方: ", "Usage: "))

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        with super().section(_word(name)):
            yield


class _Context(click.Context):
    formatter_class = _Formatter


class Command(click.Command):
    """A command with its help in the reader's language."""

    context_class = _Context

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As Click's; a mistake knows the command that it was made with."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence of the help, in lists of commands: all of it, however long."""
        text = " ".join((self.short_help or self.help or "").partition("\n\n")[0].split())
        ends = [at for at in (text.find("。"), text.find(". ")) if at >= 0]
        return text[: min(ends) + 1] if ends else text

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option `--help`."""
        return _explained(super().get_help_option(ctx))

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What follows the command's name in the usage line."""
        return [_word(piece) for piece in super().collect_usage_pieces(ctx)]


class Group(Command, click.Group):
    """A command with subcommands, with its help in the reader's language. Alone it shows its help."""

    command_class = Command

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.invoke_without_command, self.no_args_is_help = True, False
        self.callback = _help_without_command


@click.pass_context
def _help_without_command(context: click.Context, /, **_: object) -> None:
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def _explained(option: click.Option | None) -> click.Option | None:
    if option:
        option.help = words("この説明を表示する。", "Show this message and exit.")
    return option


def _word(english: str) -> str:
    return words(_JAPANESE.get(english, english), english)
