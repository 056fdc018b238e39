"""Produces the result of one file: reads it, fixes it if requested, lints it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import partial
from hashlib import sha256
from time import perf_counter
from typing import TYPE_CHECKING

from jlint.document.document import BOM
from jlint.engine.reading import decoded, limited, read_bytes, why_no_text
from jlint.engine.result import Failure, FileResult
from jlint.finding import Text
from jlint.internal_error import internal_error
from jlint.paths import STDIN

if TYPE_CHECKING:  # a run in which nothing has changed lints no file
    from jlint.config import Config, FileSettings
    from jlint.document import Document
    from jlint.engine.cache import Cache
    from jlint.engine.changes import Changes
    from jlint.engine.fix_file import FixMode, Put
    from jlint.engine.times import Times


class FileLinter:
    """Lints files, one per call, under one configuration. Can be pickled.

    `stdin_name` is the name of standard input, `-`. With a `fix_mode`, fixes are applied or shown as a diff. With
    `changes`, unchanged files only contribute to the rules across files, and staged content is read where there is any.
        Where standard input is to be fixed, `standard_input` is set to its content first, and has the fixes afterwards.
        If `timed`, results say how long they took.
    """

    def __init__(
        self,
        config: Config,
        *,
        stdin_name: str = STDIN,
        fix_mode: FixMode | None = None,
        changes: Changes | None = None,
        times: Times | None = None,
        timed: bool = False,
    ) -> None:
        self.config = config
        self.changes = changes
        self._times = times
        self._timed = timed
        self._stdin_name = stdin_name
        self._fix_mode = fix_mode
        self._for_facts: dict[FileSettings, FileSettings] = {}
        self._standard_input: str | None = None
        self.standard_input: bytes | None = None

    def without_fixes(self) -> FileLinter:
        """One that only lints, and reads everything anew."""
        return FileLinter(self.config, stdin_name=self._stdin_name, changes=self.changes, times=self._times)

    def __getstate__(self) -> dict[str, object]:
        """The state without cached settings: they hold rules, which are built anew in each process."""
        return {**self.__dict__, "_for_facts": {}}

    def __call__(self, path: str) -> FileResult | None:
        """The file's result, None if the configuration excludes the file. Nothing is raised."""
        name = self._stdin_name if path == STDIN else path
        start = perf_counter()
        try:
            result = self._result(path, name)
            return result._replace(seconds=perf_counter() - start) if result and self._timed else result
        except Exception as error:
            return FileResult(name, failures=(Failure(name, None, internal_error(error).to(self.config.language)),))

    def _result(self, path: str, name: str) -> FileResult | None:
        settings = self._settings(name)
        if settings is None:
            return None
        problem = why_no_text(path) or self._why_not_fixable(path)
        data = problem or self._read(path, settings)
        text = data if isinstance(data, Text) else decoded(data)
        if isinstance(text, Text):
            return FileResult(name, failures=(Failure(name, None, text.to(settings.language)),))
        from jlint.expressions.time import expression_time

        if path == STDIN:
            self._standard_input = text
        document = document_for(text, name, settings)
        with expression_time(settings.max_expression_time):
            if self._fix_mode and (self.changes is None or self.changes.of(name)):
                result = self._fixed(path, document, settings, self._fix_mode)
            else:
                result = self._linted(document, settings)
        return result._replace(digest=_digest(data))

    def text_again(self, name: str) -> str | None:
        """The text of a file that was linted, without a BOM, by its name in the result; None if it can't be had again.

        That of standard input is known only to the object that linted it.
        """
        if name == self._stdin_name and self._standard_input is not None:
            return self._standard_input.removeprefix(BOM)
        settings = self._settings(name)
        data = self._read(name, settings) if settings else None
        text = decoded(data) if isinstance(data, bytes) else None
        return text.removeprefix(BOM) if isinstance(text, str) else None

    def keys(self, paths: Iterable[str], cache: Cache) -> dict[str, bytes]:
        """The cache key of each file's current content; without files that can't be read or aren't linted."""
        to_lint = [(path, settings) for path in paths if path != STDIN and (settings := self._settings(path))]
        known = cache.known_files([os.path.abspath(path) for path, _ in to_lint])
        keys: dict[str, bytes] = {}
        for path, settings in to_lint:
            digest: bytes | None
            if self.changes and self.changes.is_stored(path):
                digest = _digest(self._read(path, settings))
            else:
                digest = known.digest(path, settings.max_file_size)
            if digest:
                keys[path] = cache.key(digest, path, settings)
        return keys

    def key_of(self, result: FileResult, path: str, cache: Cache) -> bytes | None:
        """The cache key of a result, from the bytes that were linted, which may no longer be those of the file."""
        settings = None if path == STDIN else self._settings(path)
        return cache.key(result.digest, path, settings) if settings and result.digest else None

    def _settings(self, path: str) -> FileSettings | None:
        settings = self.config.for_file(path)
        if settings is None or self.changes is None or self.changes.of(path):
            return settings
        if settings not in self._for_facts:
            across = tuple(entry for entry in settings.active if entry.rule.across)
            self._for_facts[settings] = settings._replace(active=across)
        return self._for_facts[settings]

    def _read(self, path: str, settings: FileSettings) -> bytes | Text:
        if self.changes and self.changes.is_stored(path):
            stored = self.changes.stored_content(path)
            return stored if isinstance(stored, Text) else limited(stored, settings.max_file_size)
        if path == STDIN and self.standard_input is not None:
            return limited(self.standard_input, settings.max_file_size)
        return read_bytes(path, settings.max_file_size)

    def _why_not_fixable(self, path: str) -> Text | None:
        """Why fixes can't be written to the file. Checked first, so that a pipe isn't waited for in vain."""
        if self._fix_mode is None or not self._fix_mode.write or path == STDIN:
            return None
        from jlint.engine.write import why_not_replaceable

        return why_not_replaceable(path)

    def _linted(self, document: Document, settings: FileSettings) -> FileResult:
        return lint_document(document, settings, self._times)

    def _fixed(self, path: str, document: Document, settings: FileSettings, fix_mode: FixMode) -> FileResult:
        from jlint.engine.fix_file import fix_file
        from jlint.engine.fix_scope import FixScope

        lines = self.changes.of(document.path) if self.changes else None
        scope = FixScope(lines, fix_mode.baseline.accepted_in(document.path) if fix_mode.baseline else None)
        fixed = fix_file(document, settings, fix_mode, self._put(path, settings, fix_mode), scope)
        result = self._linted(fixed.document, settings)._replace(
            fixes=fixed.fixes,
            diff=fixed.diff,
            left=fixed.left.to(settings.language) if fixed.left else "",
            changed=scope.lines_of(fixed.document) if fixed.document is not document else None,
        )
        if fixed.problem is None:
            return result
        failure = Failure(document.path, None, fixed.problem.to(settings.language))
        return result._replace(failures=(*result.failures, failure))

    def _put(self, path: str, settings: FileSettings, fix_mode: FixMode) -> Put:
        from jlint.engine.fix_file import put_in_work_tree
        from jlint.engine.write import replace_file

        if path == STDIN:
            return self._put_aside
        if self.changes and self.changes.is_stored(path):
            return put_in_work_tree(path, self.changes, settings.max_file_size, stage=fix_mode.stage)
        return partial(replace_file, path)

    def _put_aside(self, _: bytes, after: bytes) -> None:
        self.standard_input = after


def document_for(text: str, name: str, settings: FileSettings) -> Document:
    """The document of a text under the settings of the file `name`, in the dialect that is in force for it."""
    from jlint.document import Document

    return Document(text, name, settings.dialect_of(name, text), settings.words, settings.usage, settings.exempt)


def lint_document(document: Document, settings: FileSettings, times: Times | None = None) -> FileResult:
    """The result of a document under its settings, without what `conclude` finds across files."""
    from jlint.engine.lint import lint

    result = lint(
        document,
        settings.active,
        known=settings.known,
        left_out=settings.left_out,
        language=settings.language,
        times=times,
    )
    document.release()
    return result


def _digest(data: bytes | Text) -> bytes:
    return sha256(data).digest() if isinstance(data, bytes) else b""
