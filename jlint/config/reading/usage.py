"""The house's own usage: the file that `usage` in rules.yaml names, or the one beside it."""

from __future__ import annotations

import os

import yaml

from jlint.config.layers.layer import Setting, UsageInForce
from jlint.document.house_usage import HouseUsage
from jlint.file_state import note_place
from jlint.finding import Text
from jlint.regular_file import ReadError, read_regular
from jlint.usage_file import MOST_BYTES, read, turns_of
from jlint.yaml_file.mistake import Mistake, as_typed
from jlint.yaml_file.source import Entry, PackageFolder, Source

FILE = "jlint-usage.txt"
"""Read without being named if it is in the configuration's folder."""


def read_usage(source: Source, entry: Entry | None, setting: Setting | None) -> Setting | None:
    """The usage of one configuration, None where it has none. `setting` holds the path under `usage`.

    A file that is named and doesn't exist is no mistake: `jlint learn` is still to write it.
    """
    path = os.path.abspath(os.path.join(source.folder, setting.value if setting else FILE))
    at = entry.key if entry else 0
    if setting:
        outside = source.why_outside(path)
        if outside:
            source.wrong(at, *outside)
            return None
    note_place(path)
    # what a distribution brings along is not for `jlint learn` to write: that of the repository is
    own = "" if isinstance(source.boundary, PackageFolder) else path
    if not os.path.lexists(path):
        return setting and Setting(UsageInForce(own), setting.origin)
    usage = HouseUsage(_turns_in(source, path, at))
    return Setting(UsageInForce(own, usage), setting.origin if setting else as_typed(path))


def _turns_in(source: Source, path: str, at: yaml.Node | int) -> frozenset[str]:
    shown = as_typed(path)
    try:
        outside = source.why_outside(path)
        if outside:
            raise ReadError(outside)
        text = read_regular(path, MOST_BYTES).decode("utf-8")
    except ReadError as error:
        why = error.message
        source.wrong(at, f"言い回しのファイル {shown} を読めません: {why.ja}", f"{shown} can't be read: {why.en}")
        return frozenset()
    except UnicodeDecodeError:
        source.wrong(at, f"言い回しのファイル {shown} は UTF-8 として読めません", f"{shown} is not readable as UTF-8")
        return frozenset()
    entries, wrong = read(text)
    source.mistakes += [Mistake(shown, line, 1, Text(*why)) for line, why in wrong]
    return frozenset(turns_of(entries))
