"""What is said when jlint itself goes wrong."""

from __future__ import annotations

from jlint.finding import Text

_JLINT = Text("jlint", "jlint")


def fault(error: Exception, where: Text = _JLINT) -> Text:
    """That something in jlint stopped, `where`, and how."""
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return Text(
        f"{where.ja} が途中で止まりました（{what}）。jlint の不具合です。報告をお願いします",
        f"{where.en} stopped halfway ({what}). This is a fault in jlint; please report it",
    )
