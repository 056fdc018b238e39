"""The command line: finds the subcommand, runs it, and turns errors into a message and an exit code."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path

import click

from jlint.cli.exit_codes import FAILED, INTERRUPTED, OK
from jlint.cli.help import Group
from jlint.cli.interrupt import QuietEnd
from jlint.cli.languages import LANGUAGES, VARIABLE, for_people, wrong_variable
from jlint.cli.usage import explain_usage_error
from jlint.cli.words import discard_output, print_notice, words
from jlint.finding import Text
from jlint.internal_error import internal_error, lack_of

_COMMANDS = (
    "check",
    "fix",
    "rules",
    "explain",
    "init",
    "config",
    "plugins",
    "baseline",
    "learn",
    "clean",
    "lsp",
    "mcp",
)


class _Commands(Group):
    """Imports a command only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:  # click would print an empty line
            ctx.exit(INTERRUPTED)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        with QuietEnd():
            command: click.Command = import_module(f"jlint.cli.{cmd_name}").command
        return command


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=words(
        "日本語の Markdown を校正するリンターです。\n\n"
        "まず `jlint check 原稿.md` と打ってみてください。フォルダーを渡すと、中の Markdown をすべて調べます。",
        "An editorial linter for Japanese Markdown.\n\n"
        "Start with `jlint check draft.md`. Given a folder, it lints all the Markdown in it.",
    ),
)
@click.option("--lang", type=click.Choice(LANGUAGES), expose_value=False, help=words("言語。", "The language."))
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=lambda context, _, asked: _print_version(context) if asked else None,
    help=words("版を表示する。", "Show the version and exit."),
)
def _group() -> None:
    pass


def _print_version(context: click.Context) -> None:
    from jlint.cli.versions import version_lines

    click.echo("\n".join(version_lines()))
    context.exit()


def run() -> int:
    """Runs the command line and returns its exit code."""
    _open_closed_streams()
    if "_JLINT_COMPLETE" in os.environ:
        import_module("jlint.cli.shells")
    elif wrong_variable() is not None:
        print_notice(_wrong_language(str(wrong_variable())))
        return FAILED
    try:
        code = _group.main(prog_name="jlint", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else OK
    except click.UsageError as error:
        print_notice(explain_usage_error(error))
        return FAILED
    except click.ClickException as error:
        print_notice(error.format_message())
        return FAILED
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        discard_output()
        return FAILED
    except OSError as error:
        discard_output()
        print_notice(_why_stopped(error).to(for_people()))
        return FAILED
    except Exception as error:
        print_notice(internal_error(error).to(for_people()))
        return FAILED


def _wrong_language(value: str) -> str:
    return words(
        f"環境変数 {VARIABLE} に書けるのは ja か en ですが、{value} が入っています",
        f"The variable {VARIABLE} takes ja or en, not {value}",
    )


def _why_stopped(error: OSError) -> Text:
    """The message for an OSError. Without a file name it comes from the current folder or from standard output."""
    lack = lack_of(error)
    if lack:
        return lack
    if isinstance(error, FileNotFoundError) and error.filename is None:
        return Text(
            "今いるフォルダーがもうありません。ほかのフォルダーに移ってください",
            "The current folder no longer exists; go to another",
        )
    from jlint.system_error import reason_of

    why = reason_of(error)
    if error.filename is not None:
        return Text(f"{error.filename} を使えません: {why.ja}", f"{error.filename} can't be used: {why.en}")
    return Text(f"書き込めません: {why.ja}", f"Can't write: {why.en}")


def _open_closed_streams() -> None:
    """Replaces standard streams that the process was started without by the null device."""
    nowhere = Path(os.devnull)
    sys.stdin = sys.stdin or nowhere.open(encoding="utf-8")
    sys.stdout = sys.stdout or nowhere.open("w", encoding="utf-8")
    sys.stderr = sys.stderr or nowhere.open("w", encoding="utf-8")
