"""From a path to the result of its file: read, mend if asked to, lint."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from jlint.document import Document
from jlint.engine.files import STDIN
from jlint.engine.lint import lint
from jlint.engine.reading import read_bytes, read_text
from jlint.engine.result import Failure, FileResult
from jlint.finding import Text

if TYPE_CHECKING:
    from jlint.config import Config, FileSettings
    from jlint.engine.cache import Cache
    from jlint.engine.mend import Mending


class FileLinter:
    """Lints one file after the other under one configuration. It can be pickled.

    `stdin_name` is what standard input, `-`, is called. With a `mending`, fixes are applied or shown.
    """

    def __init__(self, config: Config, *, stdin_name: str = STDIN, mending: Mending | None = None) -> None:
        self.config = config
        self._stdin_name = stdin_name
        self._mending = mending

    def __call__(self, path: str) -> FileResult | None:
        """The file's result, None where the configuration excludes it. Nothing is raised."""
        name = self._stdin_name if path == STDIN else path
        settings = self.config.for_file(name)
        if settings is None:
            return None
        text = read_text(path, settings.max_file_size)
        if isinstance(text, Text):
            return FileResult(name, failures=(Failure(name, None, text.to(settings.language)),))
        document = Document(text, name, settings.dialect)
        if self._mending:
            return _mended(document, settings, self._mending)
        return _linted(document, settings)

    def keys(self, paths: Iterable[str], cache: Cache) -> dict[str, bytes]:
        """What the result of each file is known by. Files that can't be read, or are excluded, are left out."""
        keys: dict[str, bytes] = {}
        for path in paths:
            settings = None if path == STDIN else self.config.for_file(path)
            content = read_bytes(path, settings.max_file_size) if settings else None
            if settings and isinstance(content, bytes):
                keys[path] = cache.key(content, path, settings)
        return keys


def _linted(document: Document, settings: FileSettings) -> FileResult:
    return lint(document, settings.active, known=settings.known, language=settings.language)


def _mended(document: Document, settings: FileSettings, mending: Mending) -> FileResult:
    from jlint.engine.mend import mend

    mended = mend(document, settings.active, mending)
    result = _linted(mended.document, settings)._replace(fixes=mended.fixes, diff=mended.diff)
    if mended.problem is None:
        return result
    failure = Failure(document.path, None, mended.problem.to(settings.language))
    return result._replace(failures=(*result.failures, failure))
