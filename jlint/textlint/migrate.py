"""Turns a textlint configuration file into the text of a rules.yaml, with remarks for the user."""

from __future__ import annotations

import os
from collections.abc import Iterable

from jlint.finding import Language, Text
from jlint.paths import boundary_of, lies_in
from jlint.textlint.ignored import exclusions
from jlint.textlint.read import UnreadableError, listed_in, read_textlintrc
from jlint.textlint.translate import Translation, spread_allow, translate
from jlint.textlint.write import rules_yaml


def migrate(rc: str, output: str, language: Language, markdown: Iterable[str] = ()) -> tuple[str, list[str]]:
    """The text of `output`, and the remarks for the user, a line each. Raises UnreadableError if `rc` can't be read.

    `markdown` are the lines that set the dialect, which no configuration of textlint says.
    """
    config = read_textlintrc(rc)
    translation = translate(config)
    _read_allow_files(translation, os.path.dirname(rc))
    spread_allow(translation)
    excluded = exclusions(rc, config, output)
    translation.remarks += excluded.remarks
    text = rules_yaml(translation, rc, output, excluded.globs, language, markdown)
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
