"""`jlint lsp`."""

from __future__ import annotations

from importlib.util import find_spec

import click

from jlint.cli.exit_codes import FAILED
from jlint.cli.help import Command
from jlint.cli.languages import named_by_locale, requested
from jlint.cli.plugin_option import allowing_plugins, turn_on_plugins
from jlint.cli.words import print_notice, to_add, words


@click.command(
    "lsp",
    cls=Command,
    help=words(
        "エディターのための言語サーバーを、標準入出力で動かします。エディターが起動するもので、手で打つものではありません。",
        "Run the language server for editors, on standard input and output. Editors start it, not people.",
    ),
)
@allowing_plugins
@click.option("--stdio", is_flag=True, expose_value=False, hidden=True)
def command() -> int:
    """Runs the server until the client ends it, and returns its exit code.

    Raises ClickException for a plugin that is allowed and can't be used.
    """
    missing = [name for name in ("pygls", "lsprotocol") if find_spec(name) is None]
    if missing:
        needed = words(
            f"jlint lsp には {' と '.join(missing)} が要ります。", f"jlint lsp needs {' and '.join(missing)}; "
        )
        print_notice(f"{needed}{to_add('lsp')}")
        return FAILED
    from jlint.lsp.serving import serve

    language = requested()
    turn_on_plugins(language)
    return serve(language, named_by_locale())
