"""Turns a textlint configuration file into the text of a rules.yaml, with remarks for the user."""

from __future__ import annotations

import os
from collections.abc import Iterable

from jlint.finding import Language, Text
from jlint.paths import boundary_of, lies_in
from jlint.prh.missing import missing
from jlint.textlint.read import UnreadableError, ignored_files, listed_in, read_textlintrc
from jlint.textlint.translate import Translation, spread_allow, translate
from jlint.textlint.write import rules_yaml
from jlint.yaml_file.source import Source


def migrate(rc: str, output: str, language: Language, markdown: Iterable[str] = ()) -> tuple[str, list[str]]:
    """The text of `output`, and the remarks for the user, a line each. Raises UnreadableError if `rc` can't be read.

    `markdown` are the lines that set the dialect, which no configuration of textlint says.
    """
    translation = translate(read_textlintrc(rc))
    _read_allow_files(translation, os.path.dirname(rc))
    spread_allow(translation)
    _try_dictionaries(translation, os.path.dirname(rc))
    text = rules_yaml(translation, rc, output, ignored_files(rc), language, markdown)
    remarks = [f"unsupported: {name}: {instead.to(language)}" for name, instead in translation.unsupported]
    return text, remarks + [remark.to(language) for remark in translation.remarks]


def _read_allow_files(translation: Translation, folder: str) -> None:
    boundary = boundary_of(os.path.abspath(folder))
    for path in translation.allow_files:
        try:
            if not lies_in(os.path.join(folder, path), boundary):
                raise UnreadableError(
                    f"{path} はリポジトリの外にあるので読みません",
                    f"{path} lies outside the repository and is not read",
                )
            translation.allow += listed_in(os.path.join(folder, path))
        except UnreadableError as error:
            ja, en = error.message
            translation.remarks.append(Text(f"filters の allowlist: {ja}", f"filters, allowlist: {en}"))


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
