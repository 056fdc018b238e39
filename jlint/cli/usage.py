"""Click's usage errors, as sentences in the reader's language."""

from __future__ import annotations

import re
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
        if "does not take" in error.message:
            return words(f"{error.option_name} に値は付けられません。", f"{error.option_name} takes no value.")
        return words(f"{error.option_name} の後に値を書いてください。", f"{error.option_name} needs a value.")
    if isinstance(error, click.BadParameter) and error.param is not None:
        name = max(error.param.opts, key=len)
        if isinstance(error.param.type, click.Choice):
            choices = ", ".join(map(str, error.param.type.choices))
            return words(f"{name} の値は次のどれかです: {choices}。", f"{name} takes one of: {choices}.")
        if isinstance(error.param.type, click.IntRange):
            least = error.param.type.min
            return words(f"{name} の値は {least} 以上の整数です。", f"{name} takes a whole number of {least} or more.")
        return words(f"{name} の値が正しくありません。", f"The value of {name} is wrong: {error.message}")
    if error.ctx and isinstance(error.ctx.command, click.Group) and error.message.startswith("No such command"):
        word = literal_eval(error.message.removeprefix("No such command ").removesuffix("."))
        near = did_you_mean(word, error.ctx.command.list_commands(error.ctx))
        return words(f"{word} というコマンドはありません。{near.ja}", f"There is no command {word}. {near.en}")
    extra = re.match(r"Got unexpected extra arguments? \((.*)\)", error.message, re.DOTALL)
    if extra:
        return words(f"余分な引数があります: {extra[1]}。", f"There are too many arguments: {extra[1]}.")
    if type(error) is not click.UsageError or error.message.startswith("Missing command"):
        return words("コマンドか引数の書き方が違います。", error.format_message())
    return error.format_message()  # jlint's own, in the reader's language already
