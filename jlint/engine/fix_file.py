"""Fixes one file on the disk, or produces a diff of what that would change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from jlint.document import Document
from jlint.document.document import BOM
from jlint.engine.fix import UnstableFixError, fix_under
from jlint.engine.git import GitError
from jlint.engine.reading import read_bytes
from jlint.engine.write import WriteError, replace_file
from jlint.finding import Text
from jlint.user_error import UserError

if TYPE_CHECKING:
    from jlint.config import FileSettings
    from jlint.engine.baseline import Baseline
    from jlint.engine.changes import Changes
    from jlint.engine.fix_scope import FixScope


class FixMode(NamedTuple):
    """How a run applies fixes: whether unsafe ones too, and whether files are written.

    With `stage`, what is written to a staged file is staged too. What the `baseline` accepts isn't fixed.
    """

    unsafe: bool
    write: bool
    stage: bool = False
    baseline: Baseline | None = None


class FixedDocument(Struct, frozen=True):
    """The document after fixing, the number of fixes, the diff if there is one, and why it couldn't be fixed.

    `left` says why a file was left as it is although nothing has failed.
    """

    document: Document
    fixes: int = 0
    diff: str = ""
    problem: Text | None = None
    left: Text | None = None


class LeftAlone(UserError):  # noqa: N818 - no error: the file is to stay as it is
    """The file isn't written, for a good reason; `message` says which."""


Put = Callable[[bytes, bytes], None]
"""Puts a file's new content in the place of the old one. Raises WriteError, or LeftAlone."""


def fix_file(
    document: Document, settings: FileSettings, fix_mode: FixMode, put: Put, scope: FixScope | None = None
) -> FixedDocument:
    """Applies the fixes to the document, which must hold the file's current content, and writes it by `put`."""
    try:
        fixed = fix_under(settings, document, unsafe=fix_mode.unsafe, scope=scope)
    except UnstableFixError as error:
        return FixedDocument(document, problem=error.message)
    if not fixed.fixes:
        return FixedDocument(document)
    bom = BOM if document.has_bom else ""
    before, after = bom + document.text, bom + fixed.text
    if not fix_mode.write:
        return FixedDocument(document, fixed.fixes, diff_of(document.path, before, after))
    try:
        put(before.encode(), after.encode())
    except WriteError as error:
        return FixedDocument(document, problem=error.message)
    except LeftAlone as error:
        return FixedDocument(document, left=error.message)
    return FixedDocument(document.with_text(after), fixed.fixes)


def put_in_work_tree(path: str, changes: Changes, max_size: int, *, stage: bool) -> Put:
    """What writes the fixed content of a file whose content in git was fixed: only where the file on the disk agrees.

    With line ends that git converts, they agree too. `max_size` is in bytes; with `stage` the content is staged.
    """

    def put(before: bytes, after: bytes) -> None:
        if stage and changes.is_partial_commit:
            raise LeftAlone(_PARTIAL_COMMIT)
        on_disk = read_bytes(path, max_size + before.count(b"\n"))
        if on_disk == before:
            replace_file(path, before, after)
        elif on_disk == _with_crlf(before) and b"\r" not in before:
            replace_file(path, _with_crlf(before), _with_crlf(after))
        else:
            raise LeftAlone(_PARTLY_STAGED if changes.is_staged else _OTHER_CONTENT)
        if stage:
            try:
                changes.stage(path, after)
            except GitError as error:
                ja, en = error.message
                raise WriteError(
                    Text(
                        f"直しましたが、git add できませんでした: {ja}",
                        f"It was repaired, but could not be staged: {en}",
                    )
                ) from error

    return put


_PARTLY_STAGED = Text(
    "git add した内容とファイルの内容が違うので、直しませんでした",
    "What is staged differs from the file, so it was not repaired",
)
_PARTIAL_COMMIT = Text(
    "ファイルを選んだ git commit では、直した内容を git add できないので、直しませんでした",
    "A git commit of some files can't take up what is repaired, so it was not repaired",
)
_OTHER_CONTENT = Text(
    "調べたコミットの内容とファイルの内容が違うので、直しませんでした",
    "The file differs from the commit that was checked, so it was not repaired",
)


def _with_crlf(content: bytes) -> bytes:
    return content.replace(b"\n", b"\r\n")


def diff_of(path: str, before: str, after: str) -> str:
    """A unified diff that `patch` and `git apply` can read."""
    from difflib import unified_diff

    from jlint.engine.diff_name import diff_name

    lines = unified_diff(_lines(before), _lines(after), diff_name("a", path), diff_name("b", path))
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + lines[-1:] * bool(lines[-1])
