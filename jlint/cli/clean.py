"""`jlint clean`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

import click

from jlint.cache_folder import cache_folder
from jlint.cli.configuration import in_language
from jlint.cli.exit_codes import FAILED, OK
from jlint.cli.help import Command
from jlint.cli.words import print_notice, print_stdout, words
from jlint.finding import Language
from jlint.system_error import reason_of

_OURS = r"results[-.].*|dictionary-[0-9a-f]{24}(\.\d+)?"
"""The files of the cache: JLINT_CACHE_DIR may name a folder that holds other things too."""
_FOLDERS = ("jlint-explanations",)


@click.command(
    "clean",
    cls=Command,
    help=words(
        "覚えてある前回までの結果と、読み込みを速くするために作った辞書を消します。"
        "次の実行ではすべてを調べ直します。指摘は変わりません。",
        "Delete the remembered results of earlier runs and the compiled dictionaries. "
        "The next run checks everything anew; findings don't change.",
    ),
)
@in_language
def command(lang: Language | None) -> int:
    """Runs the command and returns its exit code."""
    folder = cache_folder()
    removed, size = 0, 0
    for path in _files(str(folder)) if folder else ():
        try:
            size += os.stat(path).st_size
            os.unlink(path)
        except OSError as error:
            why = reason_of(error)
            print_notice(words(f"{path} を消せません: {why.ja}", f"{path} can't be deleted: {why.en}", lang))
            return FAILED
        removed += 1
    if removed:
        what = f"{size / 1_000_000:.1f} MB"
        files = "1 file" if removed == 1 else f"{removed} files"
        said = words(
            f"{removed}個のファイル（{what}）を {folder} から消しました",
            f"{files} ({what}) deleted from {folder}",
            lang,
        )
    else:
        said = words("消すものはありません", "Nothing to delete", lang)
    print_stdout(said)
    return OK


def _files(folder: str) -> Iterator[str]:
    """The paths of jlint's own files in the folder of the cache."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return
    for name in names:
        path = os.path.join(folder, name)
        if name in _FOLDERS and os.path.isdir(path) and not os.path.islink(path):
            yield from (os.path.join(path, each) for each in sorted(os.listdir(path)) if each.endswith(".md"))
        elif re.fullmatch(_OURS, name) and os.path.isfile(path):
            yield path
