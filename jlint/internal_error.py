"""Messages for errors inside jlint itself."""

from __future__ import annotations

import errno

from jlint.finding import Text

_JLINT = Text("jlint", "jlint")


def internal_error(error: Exception, where: Text = _JLINT) -> Text:
    """The message that jlint stopped at `where`, and why."""
    lack = lack_of(error)
    if lack:
        return Text(f"{where.ja} が途中で止まりました。{lack.ja}", f"{where.en} stopped halfway. {lack.en}")
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return Text(
        f"{where.ja} が途中で止まりました（{what}）。jlint の不具合です。報告をお願いします",
        f"{where.en} stopped halfway ({what}). This is a fault in jlint; please report it",
    )


def lack_of(error: BaseException) -> Text | None:
    """The message for an error that means the system ran out of files, memory or processes; None for all others."""
    code = error.errno if isinstance(error, OSError) else errno.ENOMEM if isinstance(error, MemoryError) else None
    if code in (errno.EMFILE, errno.ENFILE):
        return Text(
            "開いているファイルが多すぎます。ulimit -n で上限を上げてください",
            "Too many files are open; raise the limit with ulimit -n",
        )
    if code in (errno.EAGAIN, errno.ENOMEM):
        return Text(
            "メモリーかプロセスの数が足りません。--jobs 1 で試してください",
            "There is not enough memory, or there are too many processes; try --jobs 1",
        )
    return None
