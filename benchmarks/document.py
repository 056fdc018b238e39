"""Figures put into a document where two comments mark their place."""

from __future__ import annotations

from pathlib import Path


def put(document: Path, name: str, text: str) -> None:
    """Replaces what is between `<!-- NAME: begin -->` and `<!-- NAME: end -->`.

    Raises ValueError if they aren't there.
    """
    begin, end = f"<!-- {name}: begin -->\n", f"<!-- {name}: end -->\n"
    before, found, rest = document.read_text("utf-8").partition(begin)
    _, closed, behind = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"{document} has no place for {name}")
    document.write_text(before + begin + text + end + behind, "utf-8")
