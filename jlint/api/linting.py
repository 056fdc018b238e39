"""`jlint.lint`, `jlint.lint_file` and `jlint.fix`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from jlint.api.arguments import a_text, file_path, language_named
from jlint.api.config import a_config
from jlint.api.errors import FixError
from jlint.api.nearest_config import nearest_config
from jlint.api.result import Failure, Result, result_of
from jlint.document.document import BOM
from jlint.engine.one_file import document_for, lint_document
from jlint.engine.reading import decoded, limited, why_no_text, why_too_large
from jlint.engine.run import told
from jlint.expressions.time import expression_time
from jlint.finding import Text
from jlint.internal_error import internal_error
from jlint.paths import STDIN

if TYPE_CHECKING:
    from jlint.api.config import Config
    from jlint.config import FileSettings
    from jlint.finding import Language

_Path = str | os.PathLike[str]


def lint(text: str, path: _Path = "draft.md", config: Config | None = None, *, lang: Language | None = None) -> Result:
    """Lints a text as `jlint check - --stdin-filename PATH` does.

    `path` is what findings call the text. Nothing need exist there, but the name and the folders above it may show the
    dialect of Markdown, and rules may look at them. Without `config` the configuration is the nearest above `path`, a
    path in the current folder unless it is absolute, and its `exclude` holds. With one, none is searched for. `lang` is
    the language of messages; without it the configuration decides, which by default is Japanese.

    A rule that stops, and a text of more than `max-file-size` bytes, is a failure in the result and no exception.
    Raises ConfigError where the nearest configuration is wrong, TypeError and ValueError for wrong arguments.
    """
    return _linted(a_text(text), _asked(path, config, lang))


def lint_file(path: _Path, config: Config | None = None, *, lang: Language | None = None) -> Result:
    """Lints a file as `jlint check PATH` does; `config` and `lang` as for `lint`.

    Raises OSError (FileNotFoundError, PermissionError, IsADirectoryError …) where the file can't be read, as `open`
    does: a file that wasn't read must not pass for one without findings. What is read but not UTF-8, or too large, is a
    failure in the result. Raises ConfigError, TypeError and ValueError as `lint` does.
    """
    name = file_path(path)
    asked = _asked(os.path.join(os.curdir, name) if name == STDIN else name, config, lang)
    settings = asked.settings
    if settings is None:
        return Result(path=asked.path, excluded=True)
    with open(asked.path, "rb") as file:
        data = why_no_text(asked.path) or limited(file.read(settings.max_file_size + 1), settings.max_file_size)
    text = decoded(data) if isinstance(data, bytes) else data
    return _failed(asked.path, text, settings) if isinstance(text, Text) else _linted(text, asked)


def fix(
    text: str,
    path: _Path = "draft.md",
    config: Config | None = None,
    *,
    unsafe: bool = False,
    lang: Language | None = None,
) -> str:
    """The text with all safe fixes applied, as `jlint check --fix` writes it; with `unsafe` all others too.

    `path`, `config` and `lang` as for `lint`. A BOM and line ends stay as they are; a text without anything to fix, or
    that the configuration excludes, is returned as it is. Fixing what is returned again changes nothing.

    Raises FixError where that can't be reached, as when the replacements of two patterns undo each other, and for a
    text that can't be linted. Raises ConfigError, TypeError and ValueError as `lint` does.
    """
    asked = _asked(path, config, lang)
    settings = asked.settings
    if not a_text(text) or settings is None:
        return text
    too_large = why_too_large(text, settings.max_file_size)
    if too_large:
        raise FixError(too_large.to(settings.language))
    from jlint.engine.fix import UnstableFixError, fix_under

    try:
        document = document_for(text, asked.path, settings)
        with expression_time(settings.max_expression_time):
            fixed = fix_under(settings, document, unsafe=unsafe)
    except UnstableFixError as error:
        raise FixError(error.message.to(settings.language), error.rules) from None
    except Exception as error:
        raise FixError(internal_error(error).to(settings.language)) from error
    return (BOM if document.has_bom else "") + fixed.text if fixed.fixes else text


class _Asked(NamedTuple):
    """A path and what holds for it; without settings it is excluded."""

    path: str
    settings: FileSettings | None


def _asked(path: object, config: object, lang: object) -> _Asked:
    """What was asked for. Raises what `lint` does."""
    name, given, language = file_path(path), a_config(config), language_named(lang)
    in_force = given.in_force if given else nearest_config(name, language)
    return _Asked(name, in_force.settings(name, language))


def _linted(text: str, asked: _Asked) -> Result:
    """The result of a text. Nothing is raised: what goes wrong is in the result."""
    path, settings = asked
    if settings is None:
        return Result(path=path, excluded=True)
    too_large = why_too_large(text, settings.max_file_size)
    if too_large:
        return _failed(path, too_large, settings)
    try:
        document = document_for(text, path, settings)
        with expression_time(settings.max_expression_time):
            result = lint_document(document, settings)
        of_path, *of_run = map(result_of, told(result, settings.language))
    except Exception as error:
        return _failed(path, internal_error(error), settings)
    failures = [*of_path.failures, *(failure for each in of_run for failure in each.failures)]
    return msgspec.structs.replace(of_path, failures=tuple(failures)) if of_run else of_path


def _failed(path: str, why: Text, settings: FileSettings) -> Result:
    return Result(path=path, failures=(Failure(path=path, rule=None, message=why.to(settings.language)),))
