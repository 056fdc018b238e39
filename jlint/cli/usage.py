"""Click's usage errors, as sentences in the reader's language."""

from __future__ import annotations

from ast import literal_eval

import click

from jlint.cli.words import words
from jlint.nearest import did_you_mean


def explain_usage_error(error: click.UsageError) -> str:
    """What is wrong with the call, and which command shows the usage."""
    hint = words("使い方は", "For the usage see") + f" `{_command_path(error)} --help`"
    return f"{_what(error)} {hint}" + words(" で見られます", "")


def _command_path(error: click.UsageError) -> str:
    return error.ctx.command_path if error.ctx else "jlint"


def _what(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        known = error.ctx.command.params if error.ctx else []
        near = did_you_mean(error.option_name, [name for option in known for name in option.opts])
        return words(
            f"{error.option_name} というオプションはありません。{near.ja}",
            f"There is no option {error.option_name}. {near.en}",
        )
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param else "?"
        return words(f"{name} を指定してください。", f"{name} is missing.")
    if isinstance(error, click.BadOptionUsage):
        return words(f"{error.option_name} の使い方が違います。", f"{error.option_name} is used wrongly.")
    if isinstance(error, click.BadParameter) and error.param is not None:
        name = error.param.opts[0]
        if isinstance(error.param.type, click.Choice):
            choices = ", ".join(map(str, error.param.type.choices))
            return words(f"{name} の値は次のどれかです: {choices}。", f"{name} takes one of: {choices}.")
        return words(
            f"{name} の値が正しくありません: {error.message}", f"The value of {name} is wrong: {error.message}"
        )
    if error.ctx and isinstance(error.ctx.command, click.Group) and error.message.startswith("No such command"):
        word = literal_eval(error.message.removeprefix("No such command ").removesuffix("."))
        near = did_you_mean(word, error.ctx.command.list_commands(error.ctx))
        return words(f"{word} というコマンドはありません。{near.ja}", f"There is no command {word}. {near.en}")
    return error.format_message()
