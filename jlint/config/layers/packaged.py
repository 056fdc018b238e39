"""`extends: package:NAME`: a file of an installed distribution. Nothing of the distribution is imported or run."""

from __future__ import annotations

import json
import os
import posixpath
from contextlib import suppress
from importlib.metadata import Distribution

from msgspec import Struct

from jlint.distributions import installed_as, may_be_name, name_of
from jlint.finding import Text
from jlint.nearest import did_you_mean
from jlint.yaml_file.source import PackageFolder

PREFIX = "package:"
DEFAULT_FILE = "jlint.yaml"
"""What a name without a path stands for."""
_SUFFIXES = (".yaml", ".yml")
_MOST_NAMED = 10
_Parts = tuple[str, ...]


class Packaged(Struct, frozen=True):
    """A file of a distribution: its absolute path, what it may name files in, and how messages name it."""

    path: str
    folder: PackageFolder
    shown: str


def packaged(given: str) -> Packaged | Text:
    """The file that `package:NAME` or `package:NAME/path.yaml` means, or why there is none.

    Paths are relative to the folder that holds all modules and data of the distribution, commonly its package.
    """
    name, slash, path = given.removeprefix(PREFIX).partition("/")
    if not may_be_name(name):
        return Text(
            f"「{given}」は使えません。package:配布物の名前、または package:配布物の名前/ファイル と書きます",
            f'"{given}" can\'t be used; write package:NAME or package:NAME/FILE, NAME being that of a distribution',
        )
    wanted = tuple(path.split("/")) if slash else (DEFAULT_FILE,)
    if any(part in ("", ".", "..") or "\\" in part or ":" in part or "\0" in part for part in wanted):
        return Text(
            f"「{given}」は配布物の外を指しています。配布物の中のファイルを、/ で区切って書きます",
            f'"{given}" leads out of the distribution; write the path of a file in it, parted by /',
        )
    distribution = installed_as(name)
    if distribution is None:
        return Text(
            f"配布物 {name} が、jlint を動かす Python に入っていません。jlint と同じ所に入れてください",
            f"The distribution {name} isn't installed where jlint is; install it there",
        )
    return _found(distribution, given, wanted)


def _found(distribution: Distribution, given: str, wanted: _Parts) -> Packaged | Text:
    files = _files_of(distribution)
    roots = _roots(files)
    places = [(root, (*root, *wanted)) for root in roots.values() if (*root, *wanted) in files]
    if not places and wanted in files:
        places = [(roots[wanted[0]], wanted)]
    if not places:
        return _missing(distribution, given, wanted, files)
    if len(places) > 1:
        names = ", ".join(sorted("/".join(place) for _, place in places))
        return Text(
            f"{given} に当たるファイルがいくつもあります。どれかを書いてください: {names}",
            f"Several files answer to {given}; name one of them: {names}",
        )
    ((root, place),) = places
    folder = PackageFolder(os.path.realpath(os.path.abspath(str(distribution.locate_file("/".join(root))))))
    shown = f"{PREFIX}{name_of(distribution)}/{'/'.join(place[len(root) :])}"
    return Packaged(os.path.join(folder, *place[len(root) :]), folder, shown)


def _files_of(distribution: Distribution) -> frozenset[_Parts]:
    """What its installer recorded, but for metadata, scripts and what lies outside: all that is left is in folders."""
    recorded = [path.parts for path in distribution.files or ()]
    return frozenset(
        parts
        for parts in recorded
        if len(parts) > 1 and not parts[0].endswith((".dist-info", ".egg-info")) and not {"..", "/"}.intersection(parts)
    )


def _roots(files: frozenset[_Parts]) -> dict[str, _Parts]:
    """By the first folder the innermost one that holds all files in it; bytecode isn't there to be named."""
    roots: dict[str, _Parts] = {}
    for parts in files:
        folder = parts[:-1]
        known = roots.get(parts[0], folder)
        roots[parts[0]] = tuple(posixpath.commonpath(["/".join(known), "/".join(folder)]).split("/"))
    return roots


def _missing(distribution: Distribution, given: str, wanted: _Parts, files: frozenset[_Parts]) -> Text:
    name, file = name_of(distribution), "/".join(wanted)
    if distribution.files is None:
        return Text(
            f"配布物 {name} には、入れたファイルの一覧（RECORD）がありません。pip で入れ直してください",
            f"The distribution {name} has no list of its files (RECORD); install it anew by pip",
        )
    if _is_editable(distribution):
        return Text(
            f"配布物 {name} は編集用（pip install -e）に入れてあるので、{file} を探せません。"
            "-e を付けずに入れてください",
            f"The distribution {name} is installed for editing (pip install -e), so {file} can't be found; install it "
            "without -e",
        )
    roots = _roots(files)
    there = sorted("/".join(parts[len(roots[parts[0]]) :]) for parts in files if parts[-1].endswith(_SUFFIXES))
    ja, en, near = did_you_mean(file, there) if file != DEFAULT_FILE else ("", "", "")
    names = ", ".join(there[:_MOST_NAMED])
    if not near and there:
        ja, en = f"あるのは {names} です", f"There are: {names}"
    return Text(f"配布物 {name} に {file} がありません。{ja}", f"The distribution {name} has no {file}. {en}".rstrip())


def _is_editable(distribution: Distribution) -> bool:
    with suppress(ValueError, AttributeError):
        origin = json.loads(distribution.read_text("direct_url.json") or "{}")
        return origin.get("dir_info", {}).get("editable") is True
    return False
