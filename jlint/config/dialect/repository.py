"""What a repository shows about its files' dialects: each folder is looked at once, the nearest that tells counts."""

from __future__ import annotations

import os

from msgspec import Struct

from jlint.config.dialect.evidence import Evidence
from jlint.config.dialect.folder import MOST_NAMES, Folder
from jlint.config.dialect.signs import ASKED, Sign, signs_in

_MOST_FOLDERS = 100
_ABOUT_THE_REPOSITORY = frozenset(
    {"CHANGELOG", "CONTRIBUTING", "CODE_OF_CONDUCT", "LICENSE", "SECURITY", "SUPPORT", "AGENTS", "CLAUDE"}
)
_FORGES = frozenset({".github", ".gitlab"})


class Part(Struct, frozen=True):
    """A folder below the overview's of which something is shown, with a `/` at its end.

    `by_parent`: it is the overview's own folder that shows it.
    """

    name: str
    evidence: Evidence
    by_parent: bool


class Overview(Struct, frozen=True):
    """What is shown for the files of a folder, and for those of its sub-folders where that is something else."""

    here: Evidence | None = None
    parts: tuple[Part, ...] = ()


class Repository:
    """What the folders above files show, up to the root of their git repository; without one, their own folder.

    Paths are absolute. Can be pickled.
    """

    def __init__(self) -> None:
        self._signs: dict[str, tuple[Sign, ...]] = {}
        self._telling: dict[str, tuple[str, ...]] = {}

    def shown_for(self, path: str) -> Evidence | None:
        """What is shown for the file, which need not exist; None for nothing."""
        for folder in self._telling_above(os.path.dirname(path)):
            inside = path[len(folder.rstrip(os.sep)) + 1 :].replace(os.sep, "/")
            sign = _chosen(self._signs[folder], inside)
            if sign:
                return sign.evidence
        return None

    def overview(self, folder: str) -> Overview:
        """What is shown for the folder and, one level deep, for its sub-folders, with what these show for theirs."""
        here = self.shown_for(os.path.join(folder, "-"))
        names = [path for name in _folders_in(folder) for path in (name, *self._apart_in(folder, name))]
        below = ((name, self.shown_for(os.path.join(folder, *name.split("/"), "-"))) for name in names)
        other = ((name, shown) for name, shown in below if shown and shown != here)
        own = [sign.evidence for sign in self._signs.get(folder, ())]
        return Overview(here, tuple(Part(f"{name}/", shown, shown in own) for name, shown in other))

    def _apart_in(self, folder: str, name: str) -> list[str]:
        """The paths of those folders in a sub-folder for which alone it shows something, and which exist."""
        self._telling_above(os.path.join(folder, name))
        signs = self._signs.get(os.path.join(folder, name), ())
        parts = [part for sign in signs for part in sign.only]
        return [f"{name}/{part}" for part in parts if os.path.isdir(os.path.join(folder, name, part))]

    def _telling_above(self, folder: str) -> tuple[str, ...]:
        """The folder and those above it that show something, the nearest first."""
        if "\0" in folder:
            return ()  # no such folder can exist, and the system's functions refuse it
        if folder not in self._telling:
            chain = _up_to_root(folder)
            root = os.path.realpath(chain[-1])
            for each in chain:
                if each not in self._signs:
                    shown = "" if each == chain[-1] else os.path.relpath(each, chain[-1]).replace(os.sep, "/") + "/"
                    self._signs[each] = signs_in(Folder(each, root, ASKED), shown)
            self._telling[folder] = tuple(each for each in chain if self._signs[each])
        return self._telling[folder]


def _up_to_root(folder: str) -> list[str]:
    """The folder and those above it up to the one with `.git` (see `boundary_of`); without that the folder alone."""
    chain = [folder]
    while not os.path.lexists(os.path.join(chain[-1], ".git")):
        parent = os.path.dirname(chain[-1])
        if parent == chain[-1]:
            return [folder]
        chain.append(parent)
    return chain


def _chosen(signs: tuple[Sign, ...], inside: str) -> Sign | None:
    """The sign that holds for the file, whose path below the folder is `inside`: one for its sub-folder comes first."""
    top, _, rest = inside.partition("/")
    top = top if rest else ""
    holding = [sign for sign in signs if _holds(sign, top, inside)]
    return next((sign for sign in holding if top in sign.only or top in sign.pages), holding[0] if holding else None)


def _holds(sign: Sign, top: str, inside: str) -> bool:
    if sign.only:
        return top in sign.only
    return not sign.pages or top in sign.pages or not (top in _FORGES or _is_about_the_repository(inside))


def _is_about_the_repository(path: str) -> bool:
    stem = path.rpartition("/")[2].partition(".")[0].upper()
    return stem.startswith("README") or stem in _ABOUT_THE_REPOSITORY


def _folders_in(folder: str) -> list[str]:
    """The names of some of its sub-folders, without hidden ones and without links."""
    try:
        with os.scandir(folder) as entries:
            listed = [entry for entry, _ in zip(entries, range(MOST_NAMES), strict=False)]
            names = [entry.name for entry in listed if entry.is_dir(follow_symlinks=False)]
    except (OSError, ValueError):
        return []
    return sorted(name for name in names if not name.startswith(".") and name != "node_modules")[:_MOST_FOLDERS]
