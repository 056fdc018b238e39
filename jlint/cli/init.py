"""`jlint init`."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import click

from jlint.cli import completion, hook
from jlint.cli.configuration import in_language
from jlint.cli.exit_codes import FAILED, OK
from jlint.cli.help import Command
from jlint.cli.languages import for_people
from jlint.cli.starter import SCHEMA, markdown_lines, schema_lines, schema_text, starter
from jlint.cli.words import print_notice, print_stderr, print_stdout, words
from jlint.config import Config
from jlint.config.in_force.locate import OWN_NAME, PYPROJECT, SHARED_NAME, has_table
from jlint.engine.write import why_outside_working_folder
from jlint.finding import Language, Text
from jlint.system_error import reason_of

_HOW_TO_HOOK = Text(
    "コミットのたびに、コミットする行を調べるなら、次の行を .pre-commit-config.yaml に書き、\n"
    "pip install pre-commit && pre-commit install を一度実行します。\n"
    "すでに repos: があれば、その並びに - repo: local から下を足します。\n"
    "pre-commit を使わないなら、代わりに次の二つを一度ずつ実行します。\n"
    "jlint init --git-hook > .git/hooks/pre-commit\n"
    "chmod +x .git/hooks/pre-commit",
    "To check at each commit the lines that are committed, put these lines into\n"
    ".pre-commit-config.yaml and run once\n"
    "pip install pre-commit && pre-commit install\n"
    "Where there is `repos:` already, add what follows it here to its list.\n"
    "Without pre-commit, run once instead\n"
    "jlint init --git-hook > .git/hooks/pre-commit\n"
    "chmod +x .git/hooks/pre-commit",
)


@click.command(
    "init",
    cls=Command,
    help=words(
        "設定ファイル rules.yaml と、エディターのための jlint-schema.json を作ります。"
        "すでにあるファイルは上書きしません。"
        "どの Markdown か（Jekyll、Hugo など）は、フォルダーの様子から分かれば書き込みます。\n\n"
        "--from-textlint を付けると、textlint の設定から作ります。\n\n"
        "コミットのたびに調べるための、.pre-commit-config.yaml の行も表示します。",
        "Write a rules.yaml to start from, with the dialect of Markdown if the folder shows it, and jlint-schema.json "
        "for editors. "
        "A file that exists is never overwritten.\n\n"
        "With --from-textlint it is made from a configuration of textlint.\n\n"
        "Also prints the lines for .pre-commit-config.yaml by which each commit is checked.",
    ),
)
@click.option(
    "--output",
    default=SHARED_NAME,
    metavar="FILE",
    shell_complete=completion.files,
    help=words("書き出すファイル（既定は rules.yaml）。", "The file to write (default: rules.yaml)."),
)
@click.option(
    "--from-textlint",
    metavar="FILE",
    shell_complete=completion.files,
    help=words(
        "textlint の設定（.textlintrc など）を引き継ぐ。移せないルールは標準エラー出力に示す。",
        "Carry a textlint configuration over. Rules that can't be are named on standard error.",
    ),
)
@click.option(
    "--git-hook",
    is_flag=True,
    help=words(
        "何も作らずに、.git/hooks/pre-commit に書くスクリプトだけを表示する。",
        "Write no file; print the script for .git/hooks/pre-commit alone.",
    ),
)
@in_language
def command(output: str, from_textlint: str | None, git_hook: bool, lang: Language | None) -> int:
    """Runs the command and returns its exit code."""
    language = lang or for_people()
    if git_hook:
        if from_textlint is not None or output != SHARED_NAME:
            raise click.UsageError(
                words(
                    "--git-hook は --output や --from-textlint と一緒に使えません。",
                    "--git-hook goes neither with --output nor with --from-textlint.",
                )
            )
        print_stdout(*hook.git_hook(language))
        return OK
    overview = Config().overview(os.path.dirname(output))
    text, remarks = starter(overview, language), list[str]()
    if from_textlint is not None:
        from jlint.textlint.migrate import migrate
        from jlint.textlint.read import UnreadableError

        try:
            text, remarks = migrate(from_textlint, output, language, markdown_lines(overview, language))
        except UnreadableError as error:
            print_notice(error.message.to(language))
            return FAILED
    folder, is_found = os.path.dirname(output), os.path.basename(output) in (OWN_NAME, SHARED_NAME)
    beside, pyproject = os.path.join(folder, OWN_NAME), os.path.join(folder, PYPROJECT)
    if os.path.basename(output) == SHARED_NAME and os.path.lexists(beside):
        print_notice(_shadowed(beside).to(language))
        return FAILED
    if is_found and has_table(os.path.abspath(pyproject)):
        print_notice(_shadowing(pyproject).to(language))
        return FAILED
    outside = why_outside_working_folder(output)
    if outside:
        print_notice(f"{output}: {outside.to(language)}")
        return FAILED
    schema = os.path.join(folder, SCHEMA)
    try:
        _write_new(output, schema_lines(language) + text)
    except OSError as error:
        print_notice(_why_not_written(output, error).to(language))
        return FAILED
    beside_it = Text(f"（エディターのための {schema} も）", f" and {schema}, for editors")
    try:
        _write_new(schema, schema_text(language))
    except FileExistsError:  # one that was made before
        beside_it = Text("", "")
    except OSError as error:
        print_notice(_why_not_written(schema, error).to(language))
        return FAILED
    print_stderr(*remarks)
    check = "jlint check" if is_found else f"jlint check --config {shlex.quote(output)}"
    print_notice(
        words(
            f"{output} を書きました{beside_it.ja}。次は {check} を試してください",
            f"Wrote {output}{beside_it.en}. Now try {check}",
            language,
        )
    )
    print_stdout(*(f"# {line}" for line in _HOW_TO_HOOK.to(language).split("\n")), *hook.pre_commit_lines(language))
    return OK


def _write_new(path: str, text: str) -> None:
    """Writes a file that doesn't exist yet, whole or not at all. Raises OSError."""
    with Path(path).open("x", encoding="utf-8", newline="\n") as file:
        try:
            file.write(text)
            file.flush()
        except OSError:
            Path(path).unlink(missing_ok=True)
            raise


def _shadowed(path: str) -> Text:
    return Text(f"設定はすでに {path} にあります。そちらが優先されます", f"There is {path} already, and it wins")


def _shadowing(path: str) -> Text:
    return Text(
        f"設定はすでに {path} の [tool.jlint] にあります。移してから消すか、--output で別の名前を指定してください",
        f"There are settings in [tool.jlint] of {path} already. Move them first, or name another file with --output",
    )


def _why_not_written(output: str, error: OSError) -> Text:
    if isinstance(error, FileExistsError):
        return Text(
            f"{output} はすでにあります。上書きしないので、別の名前を --output で指定してください",
            f"{output} exists and is not overwritten. Name another file with --output",
        )
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Text(f"{output} を書くフォルダーがありません", f"There is no folder for {output}")
    if isinstance(error, IsADirectoryError):
        return Text(f"{output} はフォルダーです", f"{output} is a folder")
    if isinstance(error, PermissionError):
        return Text(f"{output} を書く権限がありません", f"Permission to write {output} is missing")
    why = reason_of(error)
    return Text(f"{output} を書けません: {why.ja}", f"{output} can't be written: {why.en}")
