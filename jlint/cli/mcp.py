"""`jlint mcp`."""

from __future__ import annotations

import os

import click

from jlint.cli.configuration import in_language
from jlint.cli.exit_codes import OK
from jlint.cli.help import Command
from jlint.cli.interrupt import end_by_signal
from jlint.cli.languages import of_locale, requested
from jlint.cli.plugin_option import allowing_plugins, turn_on_plugins
from jlint.cli.words import to_add, words
from jlint.finding import Language


@click.command(
    "mcp",
    cls=Command,
    help=words(
        "AI アシスタントが、書いた原稿をその場で調べるためのサーバーです（Model Context Protocol）。\n\n"
        "アシスタントの設定に書いておくと、アシスタントが動かします。標準入力と標準出力でやり取りするので、"
        "ふつう手では動かしません。",
        "A server by which AI assistants check what they write (Model Context Protocol).\n\n"
        "Named in an assistant's configuration, the assistant runs it. It talks on standard input and output and is "
        "rarely run by hand.",
    ),
)
@click.option(
    "--root",
    metavar="DIR",
    help=words(
        "このフォルダーの中だけを調べられるようにする（省くと今のフォルダー）。",
        "Let only what lies in this folder be checked (default: the current folder).",
    ),
)
@allowing_plugins
@in_language
def command(root: str | None, lang: Language | None) -> int:
    """Serves until the client goes away, then ends the process. Raises ClickException where that can't begin."""
    end_by_signal()
    language = lang or requested()
    turn_on_plugins(language)
    try:
        from jlint.mcp.server import serve
    except ImportError as error:
        if (error.name or "").startswith("jlint"):
            raise
        needed = words(
            "MCP の SDK（mcp 2.0 以降）が要ります。", "The SDK of MCP (mcp 2.0 or newer) is needed; ", language
        )
        raise click.ClickException(f"{needed}{to_add('mcp', language)}") from None
    from jlint.mcp.workplace import workplace

    folder = os.curdir if root is None else root
    here = os.getcwd()
    if root is None and os.path.dirname(here) == here:
        raise click.ClickException(
            words(
                f"今のフォルダーが {here} なので、どのファイルも対象になります。--root で指定してください",
                f"The current folder is {here}, so any file could be checked. Name a folder with --root",
                language,
            )
        )
    from jlint.system_error import reason_of

    try:
        place = workplace(folder, language, of_locale())
    except OSError as error:
        why = reason_of(error)
        raise click.ClickException(
            words(f"{folder} は使えません: {why.ja}", f"{folder} can't be used: {why.en}", language)
        ) from error
    serve(place)
    os._exit(OK)  # threads may still work for a client that is gone
