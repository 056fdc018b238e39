"""Rules across files: what a draft has in common with the other files of its folder, looked for when it is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from jlint.config import ConfigError
from jlint.engine.cache import Cache
from jlint.engine.files import find_files
from jlint.engine.one_file import FileLinter
from jlint.engine.result import FileResult, ReportedFinding
from jlint.engine.rule_run import StoppedError
from jlint.engine.run import run, with_conclusions
from jlint.file_state import Stamp, stamp_of
from jlint.lsp.folders import Folder
from jlint.lsp.worker import IsWanted

_Result = TypeVar("_Result")
Progress = Callable[[int, int], None]
"""Is told how many of how many files are done."""


class Facts:
    """What the files of one folder contribute to the rules across files, as far as they were read."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self._known: dict[str, tuple[Stamp | None, FileResult]] = {}
        self._settings: tuple[tuple[str, Stamp | None], ...] = ()

    def found(
        self,
        open_files: Mapping[str, FileResult],
        is_wanted: IsWanted,
        take_turns: Callable[[], None],
        progress: Progress,
    ) -> dict[str, list[ReportedFinding]]:
        """By path, what comparing the open files, given by their results, to all others finds in them.

        Between two files `take_turns` is called. Raises StoppedError once it is no longer wanted.
        """
        files = find_files([self.folder.path]).files
        engine = self.folder.configurations.engine()
        try:
            engine.load(files)
        except ConfigError:
            return {}
        self._forget_if_changed(engine.files)
        stamps = {path: stamp_of(path) for path in files if path not in open_files}
        to_lint = [path for path, stamp in stamps.items() if path not in self._known or self._known[path][0] != stamp]

        def watch(results: Iterable[_Result], total: int) -> Iterable[_Result]:
            for number, result in enumerate(results, 1):
                yield result
                take_turns()
                if not is_wanted():
                    raise StoppedError
                progress(number, total)

        for result in run(to_lint, FileLinter(engine), jobs=1, cache=Cache(), watch=watch):
            if result.path in stamps:
                facts = FileResult(result.path, facts=result.facts)
                self._known[result.path] = (stamps[result.path], facts)
        others = [self._known[path][1] for path in stamps if path in self._known]
        own = [FileResult(path, facts=result.facts) for path, result in open_files.items()]
        concluded = with_conclusions([*others, *own], engine.language)
        return {
            result.path: [finding for finding in result.findings if _leads_elsewhere(finding)]
            for result in concluded
            if result.path in open_files
        }

    def _forget_if_changed(self, configurations: Iterable[str]) -> None:
        settings = tuple(
            (path, stamp_of(path)) for path in sorted({*configurations, *self.folder.configurations.stamps})
        )
        if settings != self._settings:
            self._known.clear()
            self._settings = settings


def _leads_elsewhere(finding: ReportedFinding) -> bool:
    """Whether it hangs on another file; the others are found by linting the file itself."""
    return any(related.path != finding.path for related in finding.related)
