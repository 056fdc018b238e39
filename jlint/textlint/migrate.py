"""Turns a textlint configuration file into the text of a rules.yaml, with remarks for the user."""

from __future__ import annotations

import os
from collections.abc import Iterable

from jlint.finding import Language, Text
from jlint.paths import boundary_of
from jlint.prh.missing import missing
from jlint.textlint.ignored import exclusions
from jlint.textlint.read import read_textlintrc
from jlint.textlint.translate import Translation, translate
from jlint.textlint.write import rules_yaml
from jlint.yaml_file.source import Source


def migrate(rc: str, output: str, language: Language, markdown: Iterable[str] = ()) -> tuple[str, list[str]]:
    """The text of `output`, and the remarks for the user, a line each. Raises UnreadableError if `rc` can't be read.

    `markdown` are the lines that set the dialect, which no configuration of textlint says.
    """
    config = read_textlintrc(rc)
    translation = translate(config, os.path.dirname(rc))
    _try_dictionaries(translation, os.path.dirname(rc))
    excluded = exclusions(rc, config, output)
    translation.remarks += excluded.remarks
    text = rules_yaml(translation, rc, output, excluded.globs, language, markdown)
    remarks = [f"unsupported: {name}: {instead.to(language)}" for name, instead in translation.unsupported]
    return text, remarks + [remark.to(language) for remark in translation.remarks]


def _try_dictionaries(translation: Translation, folder: str) -> None:
    """Tells what is wrong with the dictionaries, such as that their package of npm is not installed."""
    for path in translation.dictionaries:
        place = os.path.abspath(os.path.join(folder, path))
        if not os.path.isfile(place):
            translation.remarks.append(missing(path))
            continue
        from jlint.prh.load import read

        source = Source(place, boundary=boundary_of(os.path.abspath(folder)))
        read(source)
        translation.remarks += [Text(mistake.to("ja"), mistake.to("en")) for mistake in source.mistakes]
