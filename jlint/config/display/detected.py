"""The dialect of Markdown that detection finds for one file, or for the files of the current folder."""

from __future__ import annotations

from jlint.config.dialect.decision import decide
from jlint.config.dialect.own import LONGEST
from jlint.config.dialect.words import summary_of
from jlint.config.in_force.config import Config
from jlint.config.layers.layer import Setting
from jlint.regular_file import ReadError, read_start

_MOST_BYTES_A_CHARACTER = 4


def detected(config: Config, file: str | None) -> Setting:
    """The dialect, with what shows it in the place of an origin, in the language of the configuration.

    Without a file it is what the repository shows for the files of the current folder. A file that can't be read, or
    doesn't exist yet, is judged by its name and by the repository.
    """
    if file is None:
        dialect, reason = summary_of(config.overview("."))
        return Setting(dialect, reason.to(config.language))
    try:
        text = read_start(file, _MOST_BYTES_A_CHARACTER * LONGEST).decode("utf-8", "replace")
    except ReadError:
        text = ""
    evidence = decide(file, text, config.in_spite_of_exclude(file).shown)
    return Setting(evidence.dialect, evidence.reason.to(config.language))
