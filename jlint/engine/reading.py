"""Reads files as text; returns a message if one can't be read."""

from __future__ import annotations

import os
import sys
from io import FileIO
from typing import BinaryIO

from jlint.finding import Text
from jlint.paths import STDIN
from jlint.regular_file import why_unreadable

_PART = 1 << 20
_WIDEST = 4
"""No character has more bytes in UTF-8."""
_OFFICE = (".docx", ".doc", ".odt", ".pdf", ".pages", ".epub", ".pptx", ".xlsx")


def why_no_text(path: str) -> Text | None:
    """The message for a file whose name says that it is a document of an office program; None for all others."""
    suffix = os.path.splitext(path)[1].lower()
    if suffix not in _OFFICE:
        return None
    return Text(
        f"{suffix} のファイルは読めません。Word や PDF などの文書は、テキストか Markdown で保存してから調べてください",
        f"{suffix} files can't be read. Save documents of Word, PDFs and the like as text or Markdown first",
    )


def decoded(data: bytes) -> str | Text:
    """The text of a file, or the message that says where it isn't UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        place, byte = error.start + 1, data[error.start]
        return Text(
            f"UTF-8 として読めません: {place:,} バイト目が 0x{byte:02X} です",
            f"Not readable as UTF-8: byte {place:,} is 0x{byte:02X}",
        )


def read_bytes(path: str, max_size: int) -> bytes | Text:
    """The file's bytes, or the message that says why it can't be read."""
    try:
        if path == STDIN:
            data = _beginning(sys.stdin.buffer, max_size + 1)
        else:
            with open(path, "rb", buffering=0) as file:
                length = os.fstat(file.fileno()).st_size
                data = _beginning(file, max_size + 1, length + 1 if length else _PART)
    except OSError as error:
        return why_unreadable(error)
    return limited(data, max_size)


def _beginning(file: BinaryIO | FileIO, size: int, part_size: int = _PART) -> bytes:
    """The first `size` bytes of the file, without allocating much more memory than they take."""
    parts: list[bytes] = []
    while size > 0 and (part := file.read(min(size, part_size))):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def limited(data: bytes, max_size: int) -> bytes | Text:
    """The data, or the message that it is more than `max_size` bytes."""
    if len(data) <= max_size:
        return data
    size = f"{max_size:,}"
    return Text(
        f"大きすぎます: {size} バイトを超えています。rules.yaml の max-file-size で上限を変えられます",
        f"Too large: more than {size} bytes. max-file-size in rules.yaml sets the limit",
    )


def why_too_large(text: str, max_size: int) -> Text | None:
    """The message that a text would have more than `max_size` bytes in UTF-8; None for all others."""
    if len(text) * _WIDEST <= max_size:
        return None
    data = limited(text.encode("utf-8", "surrogatepass"), max_size)
    return data if isinstance(data, Text) else None
