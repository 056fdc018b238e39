"""The run of `jlint fix`: lints the files, then asks about what was found."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from msgspec import Struct

from jlint.cli.configuration import config_of, load_or_report
from jlint.cli.exit_codes import FAILED, OK
from jlint.cli.fix_answers import Answers
from jlint.cli.fix_screen import Screen
from jlint.cli.fix_session import Session
from jlint.cli.run_support import cache_for, progress_for, report_links_outside
from jlint.cli.scope import changes_of, read_baseline
from jlint.cli.terminal import shows_colour
from jlint.cli.words import print_notice
from jlint.config import Config
from jlint.engine.draft import Draft, UnreadableError
from jlint.engine.files import Found, find_files
from jlint.engine.one_file import FileLinter
from jlint.engine.run import failures_of, run
from jlint.finding import Language


class Wishes(Struct, frozen=True):
    """What the command line asks for."""

    paths: tuple[str, ...]
    selected: frozenset[str]
    ignored: frozenset[str]
    since: str | None
    baseline_file: str | None
    restart: bool
    config_file: str | None
    isolated: bool
    lang: Language | None

    def config(self) -> Config:
        """The configuration, not yet loaded. Raises UsageError for options that contradict each other."""
        return config_of(self.config_file, self.isolated, self.lang, select=self.selected, ignore=self.ignored)


def go_through(wishes: Wishes) -> int:
    """Asks about each finding and returns the exit code. Raises ClickException where git or the baseline fails."""
    found = find_files([path for path in wishes.paths or (".",) if path != "-"])
    config = wishes.config()
    if not load_or_report(config, found.files):
        return FAILED
    report_links_outside(found, config.language)

    def load() -> Config:
        anew = wishes.config()
        anew.load(found.files)
        return anew

    answers = Answers()
    if wishes.restart:
        answers.forget()
    screen = Screen(config.language, colour=shows_colour("auto", sys.stderr))
    drafts = _Drafts(found, wishes, config, answers)
    asked = [draft for draft in drafts if draft.told]
    if drafts.some_left:
        screen.say(
            "前に「このまま」と答えた指摘は尋ねません（--restart でもう一度尋ねます）",
            "What was left as it is before isn't asked about (--restart does)",
        )
    if asked:
        Session(asked, screen, answers, load).go()
    elif drafts.some_left:
        screen.say("ほかに指摘はありません", "Nothing else was found")
    else:
        screen.say("指摘はありません", "Nothing was found")
    return FAILED if drafts.failed else OK


class _Drafts:
    """The files in which something was found.

    `failed`: some could not be linted; they have been named. `some_left`: findings in them were left in other sessions.
    """

    def __init__(self, found: Found, wishes: Wishes, config: Config, answers: Answers) -> None:
        self.failed = self.some_left = False
        self._found = found
        self._wishes = wishes
        self._config = config
        self._answers = answers

    def __iter__(self) -> Iterator[Draft]:
        language, since, file = self._config.language, self._wishes.since, self._wishes.baseline_file
        baseline = read_baseline(file, language) if file is not None else None
        files = self._found.files
        linter = FileLinter(self._config, changes=changes_of(since=since, staged=False, files=files, language=language))
        done = run(files, linter, cache=cache_for(len(files)), watch=progress_for(len(files), language))
        results = [*failures_of(self._found.unreadable, self._config), *done]
        for failure in (failure for result in results for failure in result.failures):
            self._fail(failure.path, failure.message)
        left = baseline.without_accepted(results) if baseline else results
        for result, new in zip(results, left, strict=True):
            settings = self._config.for_file(result.path)
            if not new.findings or settings is None:
                continue
            findings = set(new.findings)
            accepted = [finding for finding in result.findings if finding not in findings]
            try:
                draft = Draft(result, accepted, settings, since, self._answers.has)
            except UnreadableError as error:
                self._fail(result.path, error.message.to(language))
                continue
            self.some_left = self.some_left or bool(draft.state.answered)
            yield draft

    def _fail(self, path: str, message: str) -> None:
        self.failed = True
        print_notice(f"{path}: {message}")
