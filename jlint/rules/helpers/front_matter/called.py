"""What the fields of front matter are called in messages."""

from __future__ import annotations

_NAMES = {
    "title": "題名",
    "subtitle": "副題",
    "excerpt": "要約",
    "description": "要約",
    "summary": "要約",
    "date": "日付",
}


def called(key: str) -> str:
    """The field in Japanese: what it holds, where that is known, with its key."""
    name = _NAMES.get(key.lower())
    return f"{name}（{key}）" if name else f"「{key}」"
