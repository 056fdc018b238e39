"""The addresses of a Jekyll site's posts, read from its folder on first use."""

from __future__ import annotations

import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from typing import Any
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.document.front_matter import FrontMatter, split_front_matter
from jlint.paths import lies_in
from jlint.regular_file import ReadError, read_start
from jlint.rules.helpers.markdown.jekyll_date import days_of, zone_named

_POST_NAME = lazy_pattern(r"(\d{4})-(\d{1,2})-(\d{1,2})-(.+)\.[A-Za-z]+")
_STYLES = {
    "date": "/:categories/:year/:month/:day/:title.html",
    "pretty": "/:categories/:year/:month/:day/:title/",
}
_PIECES = {
    "year": r"(?P<year>\d{4})",
    "month": r"(?P<month>\d{2})",
    "i_month": r"(?P<month>\d{1,2})",
    "day": r"(?P<day>\d{2})",
    "i_day": r"(?P<day>\d{1,2})",
    "title": "(?P<slug>[^/]+?)",
    "slug": "(?P<slug>[^/]+?)",
    "categories": "(?:[^/]+(?:/[^/]+)*)?",
}
_OF_ONE_LENGTH = frozenset(_PIECES) - {"title", "slug", "categories"}
_MOST_FREE = 2
"""Most pieces of any length in one segment of a permalink: with more, a long address can be split in too many ways."""
_LONGEST_PATH, _LONGEST_NAME = 2_000, 255
_OWN_ADDRESS = lazy_pattern(r"^(?:permalink|slug|redirect_from)[ \t]*:", re.MULTILINE)
_REDIRECTS = ("_redirects", "netlify.toml", "vercel.json", "firebase.json", ".htaccess")
_IS_FILE = lazy_pattern(r"\.(?!html\Z)[A-Za-z0-9]{2,4}\Z")
_NEAR = timedelta(days=3)
_HEAD = 8_192
_MOST_POSTS = 50_000
_DEEPEST = 6


class _Post(Struct, frozen=True):
    """A file in a folder of posts."""

    path: str
    day: date
    slug: str


class Site:
    """A site: `source` is the folder of the posts, `config` the contents of _config.yml.

    Nothing outside `boundary`, a real path, is read. A site whose source lies elsewhere has no posts.
    """

    def __init__(self, folder: str, config: dict[str, Any], boundary: str) -> None:
        self.source = os.path.normpath(os.path.join(folder, _text(config, "source") or "."))
        self._boundary = boundary
        self._folder = folder
        self._config = config
        self._fronts: dict[str, FrontMatter | None] = {}

    def dead(self, address: str) -> tuple[str, str | None] | None:
        """For a post's address that doesn't exist, its path and that of the post that seems to be meant.

        None for every other address, and if the site's settings don't determine it.
        """
        path = self._path_on_site(address)
        match = self._pattern.fullmatch(path) if self._pattern and path else None
        if path is None or match is None or not self._posts:
            return None
        same_name = self._posts.get(_slug(match["slug"]), ())
        if any(self._stands_at(post, path, match) for post in same_name) or self._stands_elsewhere(path, match["slug"]):
            return None
        meant = [post for post in same_name if _is_near(match, post.day)]
        return path, self._address(meant[0], path, match) if len(meant) == 1 else None

    def _path_on_site(self, address: str) -> str | None:
        try:
            parts, home = urlsplit(address), urlsplit(_text(self._config, "url"))
        except ValueError:
            return None
        if (parts.scheme or parts.netloc) and (not home.netloc or parts.netloc != home.netloc):
            return None
        path = unicodedata.normalize("NFC", unquote(parts.path)).removesuffix("index.html")
        if "\0" in path or _is_too_long(path) or _IS_FILE.search(path):
            return None
        base = _text(self._config, "baseurl").rstrip("/")
        return path[len(base) :] if base and path.startswith(base + "/") else path

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        """The pattern of a post's address; None if it has no date that distinguishes it from other pages."""
        template = _permalink(self._config)
        template = _STYLES.get(template, template).removesuffix(":output_ext").removesuffix(".")
        if not template.startswith("/") or "permalink" in str(self._config.get("defaults", "")):
            return None
        pieces = re.split(r":([a-z_]+)", template)
        names = pieces[1::2]
        if "year" not in names or not {"title", "slug"} & set(names) or not _is_quick(template):
            return None
        regex = "".join(
            _PIECES.get(piece, "[^/]+") if index % 2 else re.escape(piece) for index, piece in enumerate(pieces)
        )
        regex = regex.replace(_PIECES["categories"] + "/", f"(?:{_PIECES['categories']}/)?")
        regex = re.sub(r"(?:/|\\\.html)\Z", "", regex)
        try:
            return re.compile(regex + r"(?:/|\.html)?")
        except re.error:
            return None

    @cached_property
    def _posts(self) -> dict[str, list[_Post]]:
        posts: dict[str, list[_Post]] = defaultdict(list)
        if not lies_in(self.source, self._boundary):
            return {}
        for number, post in enumerate(_posts_in(self.source)):
            if number >= _MOST_POSTS:
                return {}
            posts[post.slug].append(post)
        return posts

    @cached_property
    def _zone(self) -> Any:
        return zone_named(_text(self._config, "timezone"))

    def _stands_at(self, post: _Post, path: str, match: re.Match[str]) -> bool:
        front = self._front(post)
        own = front.text_of("permalink") if front else ""
        if own:
            return ":" in own or own.rstrip("/") == path.rstrip("/")
        if front and front.fields.get("published") and front.fields["published"].value is False:
            return False
        days = days_of(front.fields.get("date") if front else None, post.day, self._zone)
        return days is None or any(_is_day(match, day) for day in days)

    def _address(self, post: _Post, path: str, match: re.Match[str]) -> str | None:
        """The path with the day under which the post is really found; None if that is uncertain."""
        front = self._front(post)
        days = days_of(front.fields.get("date") if front else None, post.day, self._zone)
        if not days or len(days) > 1 or (front and "permalink" in front.fields):
            return None
        (day,) = days
        parts = sorted((match.span(name), value) for name, value in _parts(day).items() if name in match.groupdict())
        for (start, end), value in reversed(parts):
            path = path[:start] + f"{value:0{end - start}d}" + path[end:]
        return path

    def _front(self, post: _Post) -> FrontMatter | None:
        if post.path not in self._fronts:
            self._fronts[post.path] = split_front_matter(self._start_of(post.path))
        return self._fronts[post.path]

    def _stands_elsewhere(self, path: str, slug: str) -> bool:
        """Whether a file, a post with an address or name of its own, or a rule of the server serves this path."""
        bare = path.strip("/")
        for name in (
            bare,
            bare + ".html",
            bare + ".md",
            os.path.join(bare, "index.html"),
            os.path.join(bare, "index.md"),
        ):
            path = os.path.join(self.source, name)
            if lies_in(path, self._boundary) and os.path.isfile(path):
                return True
        own = self._own_addresses
        return bare in own or _slug(slug) in own or any(bare in text for text in self._redirects)

    @cached_property
    def _redirects(self) -> tuple[str, ...]:
        return tuple(self._start_of(os.path.join(self._folder, name)) for name in _REDIRECTS)

    @cached_property
    def _own_addresses(self) -> set[str]:
        """The addresses and names that posts set in front matter."""
        found: set[str] = set()
        for posts in self._posts.values():
            for post in posts:
                if not _OWN_ADDRESS.search(self._start_of(post.path)):
                    continue
                front = self._front(post)
                for key in ("permalink", "redirect_from", "slug"):
                    field = front.fields.get(key) if front else None
                    values = field.value if field and isinstance(field.value, list) else [field.value] if field else []
                    found.update(str(value).strip("/") for value in values)
        return found

    def _start_of(self, path: str) -> str:
        """The first characters of a file, empty where it can't be read or lies elsewhere."""
        try:
            data = read_start(path, _HEAD) if lies_in(path, self._boundary) else b""
        except ReadError:
            return ""
        return data.decode("utf-8-sig", "replace")


def _is_quick(template: str) -> bool:
    """Whether a permalink's expression matches any address fast."""
    names = [re.findall(":([a-z_]+)", part) for part in template.split("/")]
    free = ([name for name in part if name not in _OF_ONE_LENGTH] for part in names)
    return sum(part.count("categories") for part in names) < 2 and all(len(part) <= _MOST_FREE for part in free)


def _is_too_long(path: str) -> bool:
    return len(path) > _LONGEST_PATH or any(len(name) > _LONGEST_NAME for name in path.split("/"))


def _permalink(config: dict[str, Any]) -> str:
    collections = config.get("collections")
    posts = collections.get("posts") if isinstance(collections, dict) else None
    own = _text(posts, "permalink") if isinstance(posts, dict) else ""
    return own or _text(config, "permalink") or "date"


def _text(config: dict[str, Any], key: str) -> str:
    value = config.get(key)
    return value if isinstance(value, str) else ""


def _parts(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _is_day(match: re.Match[str], day: date) -> bool:
    given = match.groupdict()
    return all(int(given[name]) == value for name, value in _parts(day).items() if given.get(name))


def _is_near(match: re.Match[str], day: date) -> bool:
    """Whether the address has a day close to `day`, as when the time zone or a changed date moved the post."""
    given = match.groupdict()
    try:
        written = date(int(given["year"]), int(given.get("month") or day.month), int(given.get("day") or day.day))
    except ValueError:
        return False
    return abs(written - day) <= _NEAR


def _slug(name: str) -> str:
    """The name as Jekyll writes it in addresses: characters that it doesn't allow become hyphens."""
    name = unicodedata.normalize("NFC", name)
    kept = "".join(char if char.isalnum() or char in "._~!$&'()+,;=@" or _is_mark(char) else "-" for char in name)
    return re.sub("-+", "-", kept).strip("-")


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")


def _posts_in(source: str) -> Iterator[_Post]:
    for folder, folders, names in os.walk(source):
        parts = os.path.relpath(folder, source).split(os.sep)
        inside = "_posts" in parts
        folders[:] = sorted(
            name for name in folders if name == "_posts" or (not name.startswith((".", "_")) and name != "node_modules")
        )
        if len(parts) >= _DEEPEST:
            folders.clear()
        for match in map(_POST_NAME.fullmatch, names if inside else ()):
            if match is not None:
                try:
                    day = date(int(match[1]), int(match[2]), int(match[3]))
                except ValueError:
                    continue
                yield _Post(os.path.join(folder, match[0]), day, _slug(match[4]))
