"""Where the files that a page names may stand in a repository, by the engine that makes the site.

Engines differ in what a path counts from: the file, the page's address, the folder of static files. A path is called
dead only if nothing stands at any of the places that the engine may mean. Nothing outside the repository is looked at.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from itertools import islice
from typing import Literal
from urllib.parse import unquote

from jlint.compiled import lazy_pattern
from jlint.paths import lies_in
from jlint.regular_file import ReadError, read_start
from jlint.rules.helpers.markdown.anchors import Anchors

Lack = Literal["file", "heading"]

_SIGNS = {
    "kramdown": ("_config.yml", "_config.yaml"),
    "hugo": ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml", "config.yml", "config"),
    "hexo": ("_config.yml", "_config.yaml"),
    "vitepress": (".vitepress",),
    "docusaurus": tuple(f"docusaurus.config.{suffix}" for suffix in ("js", "ts", "mjs", "cjs", "mts", "cts")),
    "mkdocs": ("mkdocs.yml", "mkdocs.yaml"),
    "mdbook": ("book.toml",),
    "honkit": ("book.json", "book.js"),
    "zenn": ("articles", "books"),
}
"""What stands in the folder of a site, by dialect."""
_STATIC = {
    "kramdown": ("",),
    "hugo": ("static", "content", "assets"),
    "hexo": ("source",),
    "vitepress": ("public", ""),
    "docusaurus": ("static",),
    "zenn": ("",),
    "honkit": ("",),
}
"""The folders below that one in which a path that begins with `/` is looked up. Other engines are not asked."""
_SETTINGS = {
    "hugo": lazy_pattern(r"\b(?:staticDir|contentDir|assetDir|mounts|imports|canonifyURLs)\b", re.IGNORECASE),
    "hexo": lazy_pattern(r"^\s*source_dir:\s*(?!source\s*$)", re.MULTILINE),
    "kramdown": lazy_pattern(r"^(?:source|baseurl|collections_dir):[ \t]*[\"']?[^\s\"'#]", re.MULTILINE),
    "mkdocs": lazy_pattern(r"gen-files|monorepo|multirepo|i18n|literate-nav|macros|include"),
}
"""Settings by which paths mean something else than is known here."""
_PAGES = (".md", ".mdx", ".markdown")
_BUILT = (".html", ".htm", ".xml", ".css", ".js", ".map", ".php", ".asp", ".aspx", ".jsp", ".cgi", ".rss", ".atom")
"""What engines, themes and servers make."""
_PRINTED = (".pdf", ".epub", ".mobi", ".zip")
"""What is made from the pages, or from slides, when the site is."""
_ENDING = lazy_pattern(r"\.[A-Za-z0-9]{1,10}\Z")
_DOMAINS = (
    ".com",
    ".org",
    ".net",
    ".jp",
    ".io",
    ".dev",
    ".ai",
    ".app",
    ".co",
    ".me",
    ".info",
    ".biz",
    ".us",
    ".uk",
    ".tv",
)
_EXAMPLE = lazy_pattern(r"[{}<>$*|\\\ufffc]|\.\.\.|…|\bpath/to\b|\bx{3,}\b|〇|○", re.IGNORECASE)
"""What stands in paths that are examples or are filled in by a template."""
_PART = lazy_pattern(
    r"[\\/](?:_?includes?|_?partials?|_?snippets?|_?fragments?|_?templates?|_?parts|_?common|_?shared|node_modules|vendor)[\\/]"
)
"""Folders of texts that are put into other pages, or come from elsewhere."""
_LONGEST_PATH, _LONGEST_NAME, _DEEPEST = 1_000, 255, 40
_SIZE = 65_536
_MOST_NAMES, _FEW = 500, 3
_LONGEST_PAGE = 2_000_000


class Repository:
    """A git repository's files, as far as pages name them. `root` is a real path. What was looked up is remembered."""

    def __init__(self, root: str) -> None:
        self.root = root
        self._exists: dict[str, bool] = {}
        self._endings: dict[str, Counter[str]] = {}
        self._anchors: dict[str, Anchors | None] = {}
        self._sites: dict[tuple[str, str], str | None] = {}
        self._odd: dict[tuple[str, str], bool] = {}

    def lacks(self, target: str, page: str, dialect: str) -> Lack | None:
        """What the page's link leads to and isn't there, None if all is there or it can't be known.

        `target` is what the link says, a fragment alone one that the page itself lacks; `page` the page's path, whose
        folder is a real one; `dialect` that of the page, empty where it is a guess.
        """
        if _PART.search(page, len(self.root)):
            return None
        if target.startswith("#"):
            return "heading"
        places = self.places(target, page, dialect)
        found = next((place for place in places if self._stands(place)), None)
        if found is None:
            is_sure = bool(dialect) and not target.lower().partition("#")[0].endswith(_PRINTED)
            return "file" if places and (is_sure or self._is_kept_beside(places[0])) else None
        fragment = target.partition("#")[2]
        if not (fragment and dialect and found.endswith(_PAGES)):
            return None
        if found not in self._anchors:
            text = self.start_of(found, _LONGEST_PAGE)
            self._anchors[found] = Anchors(text) if 0 < len(text) < _LONGEST_PAGE // 4 else None
        anchors = self._anchors[found]
        return "heading" if anchors is not None and anchors.lack(fragment) else None

    def places(self, target: str, page: str, dialect: str) -> list[str]:
        """All paths that the target may mean; empty if it is none that is looked up."""
        path = _plain(target)
        if path is None or not _is_looked_up(path, dialect):
            return []
        site = self._site(os.path.dirname(page), dialect)
        if dialect in _SIGNS and (site is None or self._is_odd(site, dialect)):
            return []
        bases = list(self._bases(path, page, dialect, site))
        places = [os.path.normpath(os.path.join(base, path.lstrip("/"))) for base in bases]
        if not places or any(not _is_in(place, self.root) for place in places[:1]) or self._is_module(places[0]):
            return []
        inside = [place for place in places if _is_in(place, self.root)]
        if path.startswith("/") and not self._is_kept_here(inside, dialect):
            return []
        return [form for place in inside for form in _forms(place, path)]

    def _is_kept_beside(self, place: str) -> bool:
        """Whether it is a page, or its folder holds files of its kind: sites may take images from anywhere else."""
        ending = os.path.splitext(place)[1].lower()
        return ending in _PAGES or self._endings_in(os.path.dirname(place))[ending] > 0

    def _is_kept_here(self, places: list[str], dialect: str) -> bool:
        """Whether files of the kind stand where an absolute path leads, and not on another server."""
        if dialect == "zenn":
            return any(self._stands(os.path.dirname(place)) for place in places)
        ending = os.path.splitext(places[0])[1].lower() if places else ""
        return any(self._endings_in(os.path.dirname(place))[ending] >= _FEW for place in places)

    def _endings_in(self, folder: str) -> Counter[str]:
        """How often the endings of names occur in a folder; of a large one a part is looked at."""
        if folder not in self._endings:
            names: list[str] = []
            if lies_in(folder, self.root):
                with suppress(OSError, ValueError), os.scandir(folder) as entries:
                    names = [entry.name for entry in islice(entries, _MOST_NAMES)]
            self._endings[folder] = Counter(os.path.splitext(name)[1].lower() for name in names)
        return self._endings[folder]

    def _bases(self, path: str, page: str, dialect: str, site: str | None) -> Iterator[str]:
        """The folders that the path may count from; the likeliest first."""
        folder, stem = os.path.dirname(page), os.path.splitext(page)[0]
        if path.startswith("/"):
            above = _between(folder, site) if site else ()
            for static in _STATIC.get(dialect, ()):
                yield from (os.path.join(each, static) for each in above)
            return
        yield folder
        if dialect in ("hugo", "hexo", "kramdown", "commonmark", ""):
            yield stem
            yield os.path.dirname(folder)
        if site and dialect in ("hugo", "hexo", "kramdown", "zenn"):
            yield from (os.path.join(site, static) for static in _STATIC[dialect])

    def _site(self, folder: str, dialect: str) -> str | None:
        """The nearest folder above that is the site's, for a dialect of an engine."""
        key = (folder, dialect)
        if key not in self._sites:
            chain = _between(folder, self.root)
            signs = _SIGNS.get(dialect, ())
            self._sites[key] = next((each for each in chain if any(self._stands(f"{each}/{s}") for s in signs)), None)
        return self._sites[key]

    def _is_odd(self, site: str, dialect: str) -> bool:
        key = (site, dialect)
        if key not in self._odd:
            pattern = _SETTINGS.get(dialect)
            texts = (self.start_of(f"{site}/{name}") for name in _SIGNS[dialect]) if pattern else ()
            self._odd[key] = any(pattern is not None and pattern.search(text) for text in texts)
        return self._odd[key]

    def start_of(self, path: str, size: int = _SIZE) -> str:
        """The text at the start of a file, empty where it can't be read or lies elsewhere."""
        try:
            return read_start(path, size).decode("utf-8", "replace") if lies_in(path, self.root) else ""
        except ReadError:
            return ""

    def _stands(self, path: str) -> bool:
        """Whether something is at the path. What is behind a link out of the repository is taken to exist."""
        if path not in self._exists:
            folder = os.path.dirname(path)
            self._exists[path] = os.path.lexists(path) or not lies_in(folder, self.root)
        return self._exists[path]

    def _is_module(self, path: str) -> bool:
        """Whether the path is in a submodule, which may not have been fetched."""
        return any(_is_in(path, module) for module in self._modules)

    @cached_property
    def _modules(self) -> tuple[str, ...]:
        text = self.start_of(os.path.join(self.root, ".gitmodules"))
        found = re.findall(r"^\s*path\s*=\s*(\S.*?)\s*$", text, re.MULTILINE)
        return tuple(os.path.normpath(os.path.join(self.root, path)) for path in found)


def _plain(target: str) -> str | None:
    """The path without its query, percent-encoding decoded; None for an address, an example or what names no file."""
    path = target.partition("#")[0].partition("?")[0].strip()
    if not path or _EXAMPLE.search(path) or path.startswith(("//", "~", "@", "-")) or ":" in path.partition("/")[0]:
        return None
    path = unquote(path)
    parts = path.split("/")
    is_too_long = len(path) > _LONGEST_PATH or len(parts) > _DEEPEST or any(len(p) > _LONGEST_NAME for p in parts)
    return None if is_too_long or not path.isprintable() else path


def _is_looked_up(path: str, dialect: str) -> bool:
    """Whether a path of its form names a file of the repository, for the engine."""
    ending = _ENDING.search(path.rstrip("/"))
    is_absolute = path.startswith("/")
    if is_absolute and dialect not in _STATIC:
        return False
    if ending is None:
        return dialect == "vitepress" and not is_absolute and path.strip("./") != ""
    if path.endswith("/") or ending[0].lower() in _BUILT or ending[0][1:].isdigit():
        return False
    if ("/" not in path and ending[0].lower() in _DOMAINS) or path.lower().startswith("www."):
        return False
    is_page = ending[0].lower() in _PAGES
    first = path.partition("/")[0]
    if not is_page and not is_absolute and "." in first.strip(".") and "/" in path:
        return False  # a host without its scheme
    return not (is_page and (is_absolute or dialect == "hexo"))


def _forms(place: str, path: str) -> Iterator[str]:
    """The path, and the files that engines take for it; with names in either form of Unicode."""
    forms = [place]
    if not _ENDING.search(path):
        forms += [place + ".md", os.path.join(place, "index.md"), os.path.join(place, "README.md"), place + ".html"]
    elif not place.endswith(_PAGES):
        forms += [place + ".md", place + ".mdx"]  # the page of entry.client.tsx
    elif place.endswith(".md"):
        forms += [place + "x", place[: -len(".md")] + ".markdown"]
        if os.path.basename(place) == "index.md":
            forms += [os.path.join(os.path.dirname(place), name) for name in ("_index.md", "README.md")]
    for form in forms:
        yield form
        yield from {unicodedata.normalize("NFC", form), unicodedata.normalize("NFD", form)} - {form}


def _between(folder: str, top: str) -> tuple[str, ...]:
    """The folder and those above it, up to `top`."""
    chain = [folder]
    while chain[-1] != top and _is_in(chain[-1], top):
        chain.append(os.path.dirname(chain[-1]))
    return tuple(chain) if chain[-1] == top else ()


def _is_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
