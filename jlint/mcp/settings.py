"""The settings in force for what an assistant asks about: those of the nearest configuration, as for `jlint check`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, partial

from msgspec import Struct

from jlint.api.config import loaded
from jlint.api.nearest_config import NearestConfigs
from jlint.config import Config, FileSettings
from jlint.engine.reading import limited, why_no_text
from jlint.finding import Language, Text
from jlint.mcp.arguments import CheckText, FixText
from jlint.mcp.job import Job, StoppableRules
from jlint.mcp.workplace import Workplace
from jlint.user_error import UserError


def config_for(workplace: Workplace, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Config:
    """A configuration that is not yet loaded: a call has its own, so that what has changed on the disk counts."""
    return Config(language=workplace.language, fallback=workplace.fallback, select=select, ignore=ignore)


def excluded(path: str, language: Language) -> str:
    """The notice that the configuration excludes a path that was asked about."""
    return Text(f"{path} は設定の exclude に当てはまるので調べません", f"{path} was not checked: exclude covers it").to(
        language
    )


@cache
def _nearest(fallback: Language) -> NearestConfigs:
    return NearestConfigs(partial(Config, fallback=fallback))


class Asked(Struct, frozen=True):
    """A text's path and what is in force for it; without settings the configuration excludes it."""

    path: str
    settings: FileSettings | None
    language: Language


def asked_about(given: CheckText | FixText, workplace: Workplace, job: Job) -> Asked:
    """The text's path and settings. Between two of their rules Cancelled is raised once the job is cancelled.

    Raises UserError for a path that is refused and a text that is too large, and the ConfigError of jlint/api.
    """
    path = workplace.path_of(given.path)
    if given.select or given.ignore:
        in_force = loaded(config_for(workplace, given.select, given.ignore), [path], workplace.language)
    else:
        in_force = _nearest(workplace.fallback).of(path, workplace.language)
    settings = in_force.settings(path, workplace.language)
    if settings is None:
        return Asked(path, None, workplace.language or in_force.language)
    problem = why_no_text(path) or _why_too_large(given.text, settings)
    if problem:
        raise UserError(Text(f"{path}: {problem.ja}", f"{path}: {problem.en}"))
    return Asked(path, settings._replace(active=StoppableRules.of(settings.active, job)), settings.language)


def _why_too_large(text: str, settings: FileSettings) -> Text | None:
    data = limited(text.encode("utf-8", "surrogatepass"), settings.max_file_size)
    return data if isinstance(data, Text) else None
