"""Small repositories to find dialects in."""

from __future__ import annotations

from pathlib import Path

ZENN = "---\ntitle: 港の朝\nemoji: 🐟\ntype: idea\ntopics: [港]\npublished: true\n---\n\n本文です。\n"
QIITA = (
    "---\ntitle: 港の朝\ntags:\n  - 港\nprivate: false\nupdated_at: ''\nid: null\norganization_url_name: null\n"
    "slide: false\nignorePublish: false\n---\n\n本文です。\n"
)
PLAIN = "これは**「倉庫」**です。\n"
"""Bold only where the engine doesn't go by CommonMark."""


def make(root: Path, *names: str, git: bool = True, **texts: str) -> Path:
    """Makes files, and folders for names that end in `/`; `texts` by name, `__` for a dot and `_SLASH_` for a slash."""
    if git:
        (root / ".git").mkdir(parents=True, exist_ok=True)
    for name in names:
        path = root / name
        if name.endswith("/"):
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
    for name, text in texts.items():
        write(root / name.replace("__", ".").replace("_SLASH_", "/"), text)
    return root


def write(path: Path, text: str) -> None:
    """Writes a file, its folder made if need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
