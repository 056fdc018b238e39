"""What `check` and `baseline` share around linting: the cache, the display of progress, notices, how reports look."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

from jlint.cli.terminal import Choice, shows_colour, shows_links
from jlint.cli.words import print_hint, words
from jlint.finding import Language, Severity
from jlint.report import Style

if TYPE_CHECKING:
    from jlint.cli.progress import Progress
    from jlint.config import Config
    from jlint.engine.cache import Cache
    from jlint.engine.files import Found
    from jlint.engine.one_file import FileLinter
    from jlint.engine.result import FileResult
    from jlint.span import ColumnUnit

_CACHED_FROM = 10
"""With fewer files, opening the cache costs more than it saves."""
_COUNTED_FROM = 2
"""With fewer files there is no progress to show."""
_NAMED = 3
"""How many files a notice names; it counts the others."""
_OTHER_MARKUP = (
    *(".adoc", ".asciidoc", ".asc", ".rst", ".re", ".org", ".textile", ".tex", ".typ", ".html", ".htm"),
    *(".wiki", ".mediawiki", ".pod", ".rtf", ".ipynb"),
)


def report_other_markup(files: Iterable[str], config: Config) -> None:
    """Prints which of the files are read as Markdown although their names say that they are something else."""
    others = [path for path in files if path.lower().endswith(_OTHER_MARKUP) and config.for_file(path)]
    if others:
        language = config.language
        names = _some_of(others, language)
        print_hint(
            words(
                f"Markdown ではないようですが、Markdown として読みます: {names}",
                f"Read as Markdown, which they don't seem to be: {names}",
                language,
            )
        )


def report_no_rules(files: Iterable[str], config: Config) -> None:
    """Prints that nothing can be found because no rule is on for any of the files."""
    every = (settings.active for path in files if (settings := config.for_file(path)))
    first = next(every, None)
    if first is not None and not first and not any(every):
        print_hint(
            words(
                "動くルールが一つもないので、何も見つかりません。"
                "extends: none、rules、--select、--ignore を確かめてください",
                "No rule is on, so nothing can be found. See `extends: none`, `rules`, --select and --ignore",
                config.language,
            )
        )


def report_links_outside(found: Found, language: Language) -> None:
    """Prints which links were skipped because they lead out of the folder that was named."""
    if not found.outside:
        return
    names = _some_of(found.outside, language)
    print_hint(
        words(
            f"フォルダーの外を指すリンクなので調べません: {names}",
            f"Not checked, being links that lead out of the folder: {names}",
            language,
        )
    )


def _some_of(names: Sequence[str], language: Language) -> str:
    more = len(names) - _NAMED
    rest = words(f" ほか {more} 個", f" and {more} more", language) if more > 0 else ""
    return ", ".join(names[:_NAMED]) + rest


def number_told(results: Iterable[FileResult], language: Language) -> int:
    """How many findings a report tells of the results, with one for each problem."""
    from jlint.engine.gather import gathered

    return sum(len(result.findings) for result in gathered(results, language))


def cache_for(files: int) -> Cache | None:
    """The results of earlier runs; None where there are too few files for a cache to save time."""
    if files < _CACHED_FROM:
        return None
    from jlint.engine.cache import Cache

    return Cache()


def progress_for(files: int, language: Language) -> Progress | None:
    """The display of progress; None where standard error is no terminal or there is only one file."""
    if files < _COUNTED_FROM or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return None
    from jlint.cli.progress import Progress

    return Progress(language)


def on_terminal(style: Style, choice: Choice, stream: TextIO | None = None) -> Style:
    """How a report looks on a standard stream, by default that of output, that looks so in a file."""
    links = stream is None and bool(style.docs_url) and shows_links(choice)
    return style._replace(colour=shows_colour(choice, stream), links=links)


def style_of(linter: FileLinter, unit: ColumnUnit, fails_from: Callable[[str], Severity | None]) -> Style:
    """How reports of what the linter found look, in files. `fails_from` as in `Style`."""
    style = Style(linter.config.language, fails_from=fails_from, docs_url=linter.config.docs_url)
    if unit == "character":
        return style
    from jlint.report.columns import Columns

    return style._replace(columns=Columns(unit, linter.text_again))
