"""The settings in force for each file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

from jlint.config.dialect.decision import AUTO
from jlint.config.dialect.evidence import Evidence
from jlint.config.dialect.repository import Overview, Repository
from jlint.config.in_force.file_settings import FileSettings
from jlint.config.in_force.known_names import KnownNames, no_such_rule
from jlint.config.in_force.locate import Locator
from jlint.config.in_force.settings import RuleInForce, Settings
from jlint.config.reading.file_names import WORDS
from jlint.document.exempt import Exempt
from jlint.finding import Language, Severity, Text
from jlint.paths import STDIN, boundary_of
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.table import allow_plugins, plugins_allowed
from jlint.yaml_file.mistake import ConfigError, Mistake


class Config:
    """Determines which rules run on a file.

    A file's configuration is the nearest one above it, unless `file` names one for all, or `isolated` turns them all
    off. `select` and `ignore` hold ids and categories. Without a `language` the configuration decides, and where it
    names none, it is `fallback`.
    """

    def __init__(
        self,
        *,
        language: Language | None = None,
        fallback: Language = "ja",
        file: str | None = None,
        isolated: bool = False,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
    ) -> None:
        self._requested_language = language
        self._fallback = fallback
        self._select = frozenset(select)
        self._ignore = frozenset(ignore)
        self._locator = Locator(file, isolated=isolated)
        self._settings: dict[str | None, Settings] = {}
        self._repository = None if isolated else Repository()
        self._resolved: dict[tuple[str | None, tuple[int, ...]], FileSettings] = {}
        self._variants: dict[tuple[str | None, tuple[int, ...], Evidence], FileSettings] = {}
        self._folders: dict[tuple[str, str], str] = {}
        self._plugins = plugins_allowed()

    def __getstate__(self) -> dict[str, Any]:
        """Rules are built anew in each process: some of them hold what can't be pickled."""
        return {**self.__dict__, "_resolved": {}, "_variants": {}}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Has the rules of plugins in the process that it comes to, if they were allowed where it was made.

        Raises PluginError if one can't be used there.
        """
        self.__dict__.update(state)
        if self._plugins:
            allow_plugins()

    def _absolute(self, path: str) -> str:
        """The absolute path of a file: its folder's is worked out once, for each file is asked about several times."""
        folder, name = os.path.split(path)
        if name in ("", os.curdir, os.pardir):
            return os.path.abspath(path)
        key = "" if os.path.isabs(folder) else os.getcwd(), folder  # the working folder may change in a long process
        known = self._folders.get(key)
        if known is None:
            known = self._folders[key] = os.path.abspath(folder)
        return os.path.join(known, name)

    @property
    def language(self) -> Language:
        """The language of messages: the requested one, else that of the first configuration read."""
        return self._requested_language or self._locator.language or self._fallback

    @property
    def docs_url(self) -> str:
        """The address of the pages about rules, of the first configuration read that has one; empty for none."""
        addresses: list[str] = [settings.general["docs-url"].value for settings in self._settings.values()]
        return next(filter(None, addresses), "")

    @property
    def notices(self) -> tuple[Text, ...]:
        """Notices for the user about how the configuration was found."""
        return tuple(self._locator.notices)

    @property
    def files(self) -> tuple[str, ...]:
        """The absolute paths of the configuration files that have been read."""
        return self._locator.files

    def load(self, paths: Iterable[str]) -> None:
        """Reads the configurations of all the files. Raises ConfigError with all their mistakes."""
        for folder in dict.fromkeys(os.path.dirname(self._absolute(path)) for path in [*paths] or [STDIN]):
            self._of_folder(folder)
        named = (("--select", self._select), ("--ignore", self._ignore))
        mistakes = [*self._locator.mistakes, *(each for name in named for each in self.unknown_names(*name))]
        if mistakes:
            raise ConfigError(mistakes, self.language)

    def settings_for(self, path: str) -> Settings:
        """The configuration that applies to the file, before overrides."""
        return self._of_folder(os.path.dirname(self._absolute(path)))

    def usage_file(self, path: str) -> str | None:
        """The absolute path of the file of the house's usage for a file, there or not; None without a configuration."""
        from jlint.config.reading.usage import FILE

        named: str = self.settings_for(path).usage.value.path
        source = self._locator.source_for(os.path.dirname(self._absolute(path)))
        return named or (source and os.path.join(os.path.dirname(os.path.abspath(source)), FILE))

    def words_file(self, path: str) -> str:
        """The absolute path of the file of words for a file, there or not: beside the configuration.

        Without one it is the nearest, or where there is none, one at the repository's root.
        """
        folder = os.path.dirname(os.path.abspath(path))
        source = self._locator.source_for(folder)
        beside = os.path.dirname(os.path.abspath(source)) if source else boundary_of(folder)
        return (None if source else self._locator.words_for(folder)) or os.path.join(beside, WORDS)

    def for_file(self, path: str) -> FileSettings | None:
        """The settings for the file, None where the configuration excludes it."""
        absolute = self._absolute(path)
        source = self._source(os.path.dirname(absolute))
        if path != STDIN and self._of(source).excludes(absolute):
            return None
        return self._in_force(path, absolute, source)

    def in_spite_of_exclude(self, path: str) -> FileSettings:
        """The settings for the file, as if the configuration didn't exclude it."""
        absolute = self._absolute(path)
        return self._in_force(path, absolute, self._source(os.path.dirname(absolute)))

    def _in_force(self, path: str, absolute: str, source: str | None) -> FileSettings:
        settings = self._of(source)
        overrides = () if path == STDIN else settings.overrides_for(absolute)
        key = (source, overrides)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(settings, overrides)
        resolved = self._resolved[key]
        shown = self._repository.shown_for(absolute) if self._repository and resolved.markdown == AUTO else None
        if shown is None:
            return resolved
        variant = (*key, shown)
        if variant not in self._variants:
            self._variants[variant] = resolved._replace(shown=shown)
        return self._variants[variant]

    def look_again(self) -> None:
        """Forgets what repositories show: they are looked at again for the next file."""
        self._repository = self._repository and Repository()

    def overview(self, folder: str) -> Overview:
        """What the repository shows about the dialects of the files in the folder; nothing where it isn't looked at."""
        return self._repository.overview(os.path.abspath(folder)) if self._repository else Overview()

    def fail_on(self, path: str) -> Severity | None:
        """The severity from which findings in the file make a run fail, None for never."""
        word: str = self.settings_for(path).general["fail-on"].value
        return None if word == "never" else Severity.named(word)

    def _of_folder(self, folder: str) -> Settings:
        return self._of(self._source(folder))

    def _source(self, folder: str) -> str | None:
        """The file that decides for the files in an absolute folder: a configuration, or one of words alone."""
        return self._locator.source_for(folder) or self._locator.words_for(folder)

    def _of(self, source: str | None) -> Settings:
        if source not in self._settings:
            self._settings[source] = Settings(self._locator.load(source))
        return self._settings[source]

    def _resolve(self, settings: Settings, overrides: tuple[int, ...]) -> FileSettings:
        general = settings.general_for(overrides)
        rules = list(settings.rules(overrides, may_defer=True))
        active = tuple(self._active(rules))
        on = [rule for rule, setting, _ in rules if setting.value is not None or rule.id in self._select]
        active = tuple(entry.beside(on) for entry in active)
        running = {entry.rule.id for entry in active}
        left_out = [rule for rule, setting, _ in rules if setting.value is not None and rule.id not in running]
        return FileSettings(
            active=active,
            left_out=frozenset(name for rule in left_out for name in (rule.id, rule.category)),
            known=KnownNames((entry.spec.id for entry in settings.patterns), for_comments=True),
            language=self.language,
            markdown=general["markdown"].value,
            cjk_friendly=general["cjk-friendly-emphasis"].value,
            max_file_size=general["max-file-size"].value,
            max_expression_time=general["max-expression-time"].value,
            words=settings.words,
            usage=settings.usage.value.usage,
            exempt=tuple(Exempt(each.text, each.within, each.rules) for each in general["exempt"].value),
        )

    def _active(self, rules: Iterable[RuleInForce]) -> Iterator[ActiveRule]:
        for rule, setting, _ in rules:
            severity: Severity | None = setting.value
            if rule.id in self._select:
                # what is asked for speaks with its own severity, unless a file says otherwise
                own = rule.severity or Severity.WARNING
                severity = own if severity is None or not setting.origin else severity
            elif self._select and rule.category not in self._select:
                continue
            if severity is not None and self._ignore.isdisjoint((rule.id, rule.category)):
                yield ActiveRule(rule, severity)

    def unknown_names(self, option: str, names: Iterable[str]) -> Iterator[Mistake]:
        """Mistakes for names of rules and categories in an option that none of the configurations read has."""
        patterns = [entry.spec.id for settings in self._settings.values() for entry in settings.patterns]
        known = KnownNames(patterns)
        for name in sorted(name for name in names if name not in known):
            yield Mistake(option, 0, 0, no_such_rule(name, patterns))
